// Starts npm's emulate as GitHub, says where, and runs until standard input ends.
// Usage: node github.mjs KEY_FILE [WEBHOOK_URL WEBHOOK_SECRET]
// There: the App 12345 (nanokit), installed as 100 in acme with repository acme/shop; the person octocat, an admin of
// acme, with the token "octocat-token"; the person rando, who is nobody there.
import { readFileSync } from 'node:fs';
import { createEmulator } from 'emulate';

const [keyFile, webhookUrl, webhookSecret] = process.argv.slice(2);
const webhook = webhookUrl ? { webhook_url: webhookUrl, webhook_secret: webhookSecret, events: ['*'] } : {};
const emulator = await createEmulator({
  service: 'github',
  port: 0,
  seed: {
    tokens: { 'octocat-token': { login: 'octocat', scopes: ['repo', 'user'] } },
    github: {
      users: [{ login: 'octocat' }, { login: 'rando' }],
      orgs: [{ login: 'acme', members: [{ login: 'octocat', role: 'admin' }] }],
      repos: [{ owner: 'acme', name: 'shop', auto_init: true }],
      apps: [
        {
          app_id: 12345,
          slug: 'nanokit',
          name: 'Nanokit',
          private_key: readFileSync(keyFile, 'utf8'),
          ...webhook,
          permissions: {
            checks: 'write',
            contents: 'read',
            deployments: 'write',
            issues: 'write',
            metadata: 'read',
            pull_requests: 'write',
          },
          installations: [{ installation_id: 100, account: 'acme', repository_selection: 'all' }],
        },
      ],
    },
  },
});
console.log(`listening on ${emulator.url}`);
process.stdin.resume();
process.stdin.on('end', () => emulator.close().then(() => process.exit(0)));
