// Probot with a handler that does what nkapp github serve does before it answers: verify, record, answer.
// serve.mjs SECRET [FILE]: records in an SQLite file, on the disk before the answer; without FILE in memory only.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { createNodeMiddleware, createProbot } from "probot";

const [secret, file] = process.argv.slice(2);

function onDisk(path) {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  database.exec("CREATE TABLE delivery (id TEXT PRIMARY KEY, event TEXT, trigger TEXT) WITHOUT ROWID");
  const insert = database.prepare("INSERT OR IGNORE INTO delivery VALUES (?, ?, ?)");
  return (id, event, trigger) => insert.run(id, event, trigger);
}

function inMemory() {
  const deliveries = new Map();
  return (id, event, trigger) => deliveries.set(id, [event, trigger]);
}

const record = file ? onDisk(file) : inMemory();

const app = (probot) => {
  probot.on("pull_request.synchronize", async (context) => {
    const { installation, number, pull_request, repository } = context.payload;
    const trigger = {
      installation: installation.id,
      repository: repository.full_name,
      number,
      head: pull_request.head.sha,
      base: pull_request.base.ref,
    };
    record(context.id, context.name, JSON.stringify(trigger));
  });
};

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const probot = createProbot({
  overrides: { appId: 1, privateKey, secret, logLevel: "fatal" },
});
const middleware = await createNodeMiddleware(app, { probot, webhooksPath: "/webhook" });
const server = createServer((request, response) => {
  middleware(request, response, () => response.writeHead(404).end());
});
server.listen(0, "127.0.0.1", 1024, () => console.log(`port ${server.address().port}`));
