"""The stack's parameters: what is asked for, what the account says, what it was before."""

import difflib

from botocore.exceptions import ClientError

from .account import code
from .refusal import Refusal

# AWS keeps so much of an account's concurrency for functions that reserve none.
_UNRESERVED = 100
_SHARES = ("WebhookConcurrency", "GitHubConcurrency", "StateConcurrency", "ProviderConcurrency", "PagesConcurrency")


def parse(pairs, known):
    """NAME=VALUE each. All that is wrong with them at once."""
    given, wrong, fixes = {}, [], []
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            wrong.append(f"--set {pair} is not NAME=VALUE")
        elif name not in known:
            wrong.append(f"template.yaml has no parameter {name}")
            fixes += [f"did you mean {near}?" for near in difflib.get_close_matches(name, known, 1)]
        else:
            given[name] = value
    if wrong:
        raise Refusal("; ".join(wrong), *fixes, "the parameters are: " + ", ".join(known))
    return given


def require_apart(values):
    """Whoever may read projects' secrets must not thereby read the App's."""
    app, projects = values["AppSecrets"].strip("/"), values["ProjectSecrets"].strip("/")
    if app == projects or app.startswith(projects + "/"):
        raise Refusal(
            f"ProjectSecrets={projects} would let providers read the App's secrets below {app}",
            "name a place for projects' secrets that the App's are not below: --set ProjectSecrets=nanokit-projects",
        )


def complete(template, before, given, chosen):
    """All values. given is what the command says, chosen what the account's state says, before what the stack has."""
    values = {name: str(p["Default"]) for name, p in template["Parameters"].items() if "Default" in p}
    values |= {name: value for name, value in before.items() if name in values}
    values |= {name: value for name, value in chosen.items() if name not in given}
    values |= given
    require_apart(values)
    return values


def concurrency(account, values):
    """Whether the account has concurrency to reserve: (yes or no, its limit, what would be reserved)."""
    wanted = sum(int(values[share]) for share in _SHARES)
    try:
        limit = account.client("lambda").get_account_settings()["AccountLimit"]["ConcurrentExecutions"]
    except ClientError as e:
        if code(e) in ("AccessDeniedException", "404", "UnknownOperationException", "NotImplemented"):
            return False, None, wanted
        raise
    return limit - wanted >= _UNRESERVED, limit, wanted


def table_left_behind(account, name):
    """Whether a table of the name is there already."""
    try:
        account.client("dynamodb").describe_table(TableName=name)
        return True
    except ClientError as e:
        if code(e) == "ResourceNotFoundException":
            return False
        raise
