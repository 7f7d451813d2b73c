# Sourced by bin/bootstrap, bin/deploy and bin/undeploy, with their name and arguments. Runs infra-bootstrap/nanokit_aws.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. bin/lib/venv.sh

if ! command -v python3 >/dev/null; then
  echo "Python 3 is not installed (Debian/Ubuntu: apt-get install python3-venv; macOS: brew install python)." >&2
  exit 1
fi
mkdir -p .nanokit
[ -f .nanokit/aws/installed.txt ] || echo "Installing the AWS SDK for Python into .nanokit/aws …"
venv_prepare .nanokit/aws infra-bootstrap/requirements.txt || {
  echo "The AWS SDK for Python could not be installed: see above (Debian/Ubuntu also need python3-venv)." >&2
  exit 1
}
PYTHONPATH=infra-bootstrap PYTHONDONTWRITEBYTECODE=1 exec .nanokit/aws/bin/python -m nanokit_aws "$@"
