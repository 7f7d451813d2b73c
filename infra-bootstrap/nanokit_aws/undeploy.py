"""bin/undeploy: removes the stack, and says what stays."""

import sys

from .app import AppSecrets
from .bootstrap import outputs as bootstrapped
from .refusal import Refusal
from .stack import Stack

_TAKE_BACK_DAYS = 30


def run(account, root, arguments, say):
    identity = account.identity()
    stack = Stack(account, arguments.stack)
    status = stack.status()
    if status is None:
        raise Refusal(f"there is no stack {stack.name} in account {identity['Account']}, {account.region}", "give its name and region: --stack NAME --region REGION")
    if status.endswith("IN_PROGRESS") and status != "REVIEW_IN_PROGRESS":
        raise Refusal(f"the stack {stack.name} is being changed ({status})", "wait for it, and try again")
    values = stack.parameters()
    table = stack.outputs().get("StateTable") or values.get("ExistingTable") or stack.name
    say(f"Removes the stack {stack.name} of account {identity['Account']}, {account.region}: its functions, workflows, logs and alarms.")
    say(f"The table {table} stays, with all state, locks and the audit trail. What Nanokit has built stays as well, and is not looked after any more.")
    _agree(arguments, stack.name)
    role = None if arguments.as_myself else bootstrapped(account, arguments.bootstrap_stack).get("ExecutionRole")
    if bucket := stack.outputs().get("SourcesBucket"):
        empty(account, bucket)
    stack.delete(role)
    say(f"✓ {stack.name} is removed.")
    app = AppSecrets(account, values.get("AppSecrets", "nanokit"))
    for name in [] if arguments.keep_secrets else app.remove(_TAKE_BACK_DAYS):
        say(f"  The secret {name} goes in {_TAKE_BACK_DAYS} days; bin/deploy takes that back.")
    say(f"""Still there:
  the table {table}; bin/deploy goes on with it. To lose all state for good:
    aws dynamodb update-table --region {account.region} --table-name {table} --no-deletion-protection-enabled
    aws dynamodb delete-table --region {account.region} --table-name {table}
  the App at GitHub: delete it in its settings there
  what bin/bootstrap made: aws cloudformation delete-stack --stack-name {arguments.bootstrap_stack} (its bucket stays)""")
    return 0


def empty(account, bucket):
    """AWS removes no bucket that holds something."""
    s3 = account.client("s3")
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        if page.get("Contents"):
            s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": each["Key"]} for each in page["Contents"]], "Quiet": True})


def _agree(arguments, name):
    if arguments.yes:
        return
    if not sys.stdin.isatty():
        raise Refusal("nobody is there to agree to it", "agree beforehand: --yes")
    if input(f"Type {name} to go on: ").strip() != name:
        raise Refusal("nothing was removed")
