"""bin/bootstrap: what an account needs once, before anything is deployed."""

from pathlib import Path

from . import report, settings, sam
from .refusal import Refusal
from .stack import Stack

TEMPLATE = "infra-bootstrap/account.yaml"
STACK = "nanokit-bootstrap"


def run(account, root, arguments, say):
    path = Path(root) / TEMPLATE
    template = sam.load(path)
    identity = account.identity()
    stack = Stack(account, arguments.bootstrap_stack)
    stack.require_changeable()
    given = settings.parse(arguments.set, list(template["Parameters"]))
    chosen = {"OidcProvider": provider(account)} if "OidcProvider" not in stack.parameters() else {}
    values = {name: str(p["Default"]) for name, p in template["Parameters"].items()} | chosen | stack.parameters() | given
    proposal = stack.propose({"TemplateBody": path.read_text()}, values)
    say(f"Account {identity['Account']}, {account.region}, as {identity['Arn']}")
    if proposal is None:
        say(f"Nothing to change: {stack.name} is as it should be.")
        return 0
    for line in report.lines(proposal.changes()):
        say(line)
    if arguments.dry_run:
        proposal.drop()
        say("Nothing was done (--dry-run).")
        return 0
    proposal.carry_out()
    outputs = stack.outputs()
    say(f"✓ {stack.name} is there. Artifacts go to {outputs['ArtifactBucket']}.")
    if values["Repository"]:
        say(f"  GitHub Actions of {values['Repository']}, branch {values['Branch']}, may deploy as {outputs['DeployRole']}")
    say("Next: bin/deploy")
    return 0


def provider(account):
    """An account can have GitHub's provider once: the ARN of the one that is there, or nothing."""
    providers = account.client("iam").list_open_id_connect_providers()["OpenIDConnectProviderList"]
    return next((p["Arn"] for p in providers if p["Arn"].endswith("/token.actions.githubusercontent.com")), "")


def outputs(account, name):
    """What bin/bootstrap made. Refuses where it did not."""
    made = Stack(account, name).outputs()
    if "ArtifactBucket" not in made:
        raise Refusal(f"this account has not been made ready in {account.region}: there is no stack {name}", "first run bin/bootstrap")
    return made
