"""bin/deploy: builds, uploads, changes the stack, registers the App."""

import hashlib
import json
import os
import subprocess
from pathlib import Path

from . import artifact, bootstrap, report, sam, settings
from .app import AppSecrets
from .refusal import Refusal
from .stack import Stack

_BUILD = "bin/lib/functions-build.sh"


def run(account, root, arguments, say):
    identity = account.identity()
    say(f"Account {identity['Account']}, {account.region}, as {identity['Arn']}")
    made = bootstrap.outputs(account, arguments.bootstrap_stack)
    bucket = artifact.Bucket(account, made["ArtifactBucket"], identity["Account"])
    bucket.require()
    stack = Stack(account, arguments.stack)
    stack.require_changeable()
    template = sam.load(Path(root) / "template.yaml")
    values = _values(account, stack, template, made, arguments, say)
    files = sam.artifacts(template)
    if not arguments.no_build:
        _build(root, say)
    artifact.require(root, files)
    keys = {file: artifact.key(root, file) for file in files}
    text = _cloudformation(template, root, bucket, keys, values, account)
    if not arguments.dry_run:
        for file, key in keys.items():
            if bucket.put(key, Path(root, file).read_bytes()):
                say(f"  uploaded {file}")
    role = None if arguments.as_myself else made.get("ExecutionRole")
    proposal = stack.propose({"TemplateURL": bucket.put_template(text)}, values, role)
    if proposal is None:
        say(f"Nothing to change: {stack.name} is as it should be.")
    else:
        say(f"{'Makes' if proposal.kind == 'CREATE' else 'Changes'} the stack {stack.name}:")
        for line in report.lines(proposal.changes()):
            say(line)
        if arguments.dry_run:
            proposal.drop()
        else:
            proposal.carry_out()
            say(f"✓ {stack.name} is there.")
    if arguments.dry_run:
        say("Nothing was done (--dry-run).")
        return 0
    return _next_step(account, root, stack.outputs(), values, arguments, say)


def _values(account, stack, template, made, arguments, say):
    before = stack.parameters()
    given = settings.parse(arguments.set, list(template["Parameters"]))
    chosen = {"PermissionsBoundary": made["PermissionsBoundary"]}
    if stack.status() in (None, "REVIEW_IN_PROGRESS") and "ExistingTable" not in given and settings.table_left_behind(account, stack.name):
        say(f"  The table {stack.name} is there already, and is used as it is: its state goes on.")
        chosen["ExistingTable"] = stack.name
    values = settings.complete(template, before, given, chosen)
    if "ReserveConcurrency" not in given and "ReserveConcurrency" not in before:
        reserves, limit, wanted = settings.concurrency(account, values)
        if not reserves:
            has = "can't be told" if limit is None else f"is {limit}"
            say(f"  No concurrency is reserved: the account's {has}, {wanted} and 100 more are wanted (--set ReserveConcurrency=true once it is raised).")
        values["ReserveConcurrency"] = "true" if reserves else "false"
    return values


def _build(root, say):
    say("Building the functions …")
    if subprocess.run([str(Path(root) / _BUILD)], cwd=root, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise Refusal("the functions could not be built: see above")


def _cloudformation(template, root, bucket, keys, values, account):
    """A function is published anew when its code or one of the stack's values has changed."""
    sam.with_code(template, {file: (bucket.name, key) for file, key in keys.items()})
    sam.with_versions(template, hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest())
    sam.with_workflows(template, root)
    return json.dumps(sam.translate(template, account.region), indent=1)


def _next_step(account, root, outputs, values, arguments, say):
    app = AppSecrets(account, values["AppSecrets"])
    for name in app.restore():
        say(f"  Took back the removal of the secret {name}.")
    say(f"  Webhook:   {outputs['WebhookUrl']}")
    say(f"  Dashboard: {outputs['DashboardUrl']}")
    if app.registered():
        page = app.page()
        say(f"  Install the App in repositories: {page}/installations/new" if page else "  The App is registered.")
        return 0
    more = _github(values, arguments)
    if arguments.no_setup or os.environ.get("CI") == "true":
        say("Next, on a machine with a browser:")
        say("  " + " ".join(app.setup_command(outputs["WebhookUrl"], more)))
        return 0
    say("Now the GitHub App:")
    return app.set_up(root, outputs["WebhookUrl"], more)


def _github(values, arguments):
    """What setup has to know of a GitHub that is not github.com, and of whose the App is to be."""
    options = ["--organization", arguments.organization] if arguments.organization else []
    api = values["GitHubApiUrl"]
    if api == "https://api.github.com":
        return options
    return options + ["--web-url", api.removesuffix("/").removesuffix("/api/v3"), "--api-url", api]
