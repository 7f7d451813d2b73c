"""The GitHub App's secrets, which nkapp github setup makes and the stack's functions read."""

import json
import os
import subprocess
from pathlib import Path

from botocore.exceptions import ClientError

from .account import code

_PARTS = ("private-key", "webhook-secret", "app")


class AppSecrets:
    def __init__(self, account, name):
        self._account = account
        self._secrets = account.client("secretsmanager")
        self.name = name

    def _describe(self, part):
        try:
            return self._secrets.describe_secret(SecretId=f"{self.name}/{part}")
        except ClientError as e:
            if code(e) == "ResourceNotFoundException":
                return None
            raise

    def restore(self):
        """Takes back a removal that has not become final. What was taken back."""
        restored = []
        for part in _PARTS:
            secret = self._describe(part)
            if secret and secret.get("DeletedDate"):
                self._secrets.restore_secret(SecretId=secret["ARN"])
                restored.append(secret["Name"])
        return restored

    def registered(self):
        return self._describe("private-key") is not None

    def page(self):
        """The App's page at GitHub, or None where that can't be known."""
        try:
            app = self._secrets.get_secret_value(SecretId=f"{self.name}/app")["SecretString"]
            return json.loads(app).get("html_url")
        except (ClientError, ValueError):
            return None

    def remove(self, days):
        """Can be taken back for so many days. What was removed."""
        removed = []
        for part in _PARTS:
            secret = self._describe(part)
            if secret and not secret.get("DeletedDate"):
                self._secrets.delete_secret(SecretId=secret["ARN"], RecoveryWindowInDays=days)
                removed.append(secret["Name"])
        return removed

    def setup_command(self, webhook, more):
        return ["bin/nkapp", "github", "setup", "--secrets-manager", self.name, "--webhook-url", webhook, *more]

    def set_up(self, root, webhook, more):
        """Registers the App, through a page in the browser. nkapp's exit status."""
        variables = os.environ | {"AWS_REGION": self._account.region}
        return subprocess.run(self.setup_command(webhook, more), cwd=Path(root), env=variables, check=False).returncode
