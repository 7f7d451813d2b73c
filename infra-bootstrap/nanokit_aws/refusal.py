"""Why something was not done."""


class Refusal(Exception):
    """Says what is wrong, and what to do about it."""

    def __init__(self, what, *fixes):
        super().__init__(what)
        self.fixes = fixes
