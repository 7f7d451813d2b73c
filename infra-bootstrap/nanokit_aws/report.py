"""What people read."""

_SIGNS = {"Add": "+", "Modify": "~", "Remove": "-", "Import": "+", "Dynamic": "~"}


def lines(changes):
    """A change set, one line a resource, with what is replaced or lost said aloud."""
    changes = sorted(changes, key=lambda change: (list(_SIGNS).index(change["Action"]), change["LogicalResourceId"]))
    for change in changes:
        yield f"  {_sign(change)} {change['LogicalResourceId']}  {change['ResourceType']}{_note(change)}"
    yield ""
    yield "  " + _count(changes)


def _replaces(change):
    return change["Action"] == "Modify" and change.get("Replacement") == "True"


def _sign(change):
    return "±" if _replaces(change) else _SIGNS[change["Action"]]


def _note(change):
    if _replaces(change):
        return "  is replaced" + _details(change)
    if change["Action"] == "Modify" and change.get("Replacement") == "Conditional":
        return "  may be replaced" + _details(change)
    if change["Action"] == "Remove" and change.get("PolicyAction") == "Retain":
        return "  leaves the stack, and stays"
    return _details(change) if change["Action"] == "Modify" else ""


def _details(change):
    named = sorted({detail["Target"].get("Name") or detail["Target"]["Attribute"] for detail in change.get("Details", [])})
    return f"  ({', '.join(named)})" if named else ""


def _count(changes):
    counts = {}
    for change in changes:
        word = "replaced" if _replaces(change) else {"Add": "added", "Remove": "removed"}.get(change["Action"], "changed")
        counts[word] = counts.get(word, 0) + 1
    return ", ".join(f"{counts[word]} {word}" for word in ("added", "changed", "replaced", "removed") if word in counts) + "."
