#!/usr/bin/env bash
# Builds what the functions of template.yaml are made of, and the list of what is in it (target/sbom.json of each module).
# Run by bin/deploy.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. bin/lib/jdk.sh
. bin/lib/maven.sh

maven_prepare
maven package -Prelease -DskipTests -am -pl github-app/lambda,functions/deploy-control,functions/deploy-http
