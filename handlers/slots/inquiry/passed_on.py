"""What both ways of an inquiry share: how it is named, by buttons, outbox and ledger."""

ASK, ANSWER = "fq", "fs"
"""What the buttons carry: the action, and the slot's or the inquiry's id."""

_ABOUT = "inquiry:"


def id_in(named: str | None) -> int | None:
    """The inquiry that is named so; None for what names no inquiry."""
    number = (named or "").removeprefix(_ABOUT)
    return int(number) if named != number and number.isdecimal() else None
