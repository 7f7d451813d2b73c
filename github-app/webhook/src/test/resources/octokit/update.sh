#!/usr/bin/env bash
# Takes GitHub's example payloads out of the npm package @octokit/webhooks-examples (MIT licence, © Octokit
# contributors), all 58 events of api.github.com, and packs them the same way each time.
set -euo pipefail
version=${1:-7.6.1}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@octokit/webhooks-examples@$version" >/dev/null)
tar -xzf "$work"/*.tgz -C "$work"
gzip -9n <"$work/package/api.github.com/index.json" >"$here/webhooks-examples.json.gz"
