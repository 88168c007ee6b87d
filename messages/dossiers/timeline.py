"""What happened and what was said, in one line of time, each entry in words."""

from collections.abc import Sequence
from datetime import datetime

from domain.frozen import frozen
from domain.language import Language
from messages import formats
from messages.dossiers.facts import Dossier, Happening, Saying
from messages.label import Label, wordings
from messages.meetings.record import AgreedVersion
from messages.rendering import environment, plain


@frozen
class Entry:
    """One entry.

    Attributes:
        rows: The ledger's rows that it comes from.
        what: What happened, or whom something was said to.
        notes: Why, when, and what became of a message.
        words: What somebody wrote, or what a message said.
    """

    at: datetime
    rows: tuple[int, ...]
    what: str
    notes: tuple[str, ...] = ()
    words: str = ""
    agreed: AgreedVersion | None = None
    is_message: bool = False
    is_withheld: bool = False


def entries(dossier: Dossier, language: Language) -> list[Entry]:
    """All, in the order of time; where that is the same, as the ledger has them."""
    happened = [_of_happening(each, language) for each in dossier.happened]
    said = [_of_saying(each, language) for each in dossier.said]
    return sorted([*happened, *said], key=_place)


def _place(each: Entry) -> tuple[datetime, bool, int]:
    return each.at, not each.rows, min(each.rows, default=0)


def _of_happening(each: Happening, language: Language) -> Entry:
    # The same words as in the contract's history in the chat.
    line = plain(environment(language).get_template("_history_line.html.j2").render(line=each.line)).strip()
    about = f"{each.about.worded(language)} · " if each.about else ""
    meets = [formats.weekday_and_time(each.meets_at, language)] if each.meets_at else []
    return Entry(
        at=each.at,
        rows=(each.row,),
        what=f"{about}{line}",
        notes=(*meets, *(label.worded(language) for label in each.because)),
        words=each.words,
        agreed=each.agreed,
    )


def _of_saying(each: Saying, language: Language) -> Entry:
    version = wordings(language)["said_version.of"].format(version=each.version, versions=each.versions)
    number = Label("said_version.number", text=in_runs(each.numbers)).worded(language)
    fate = Label(f"fate.{each.fate}").worded(language)
    return Entry(
        at=each.at,
        rows=each.rows,
        what=Label("said_version.to", text=", ".join(each.to) or "–").worded(language),
        notes=(number, *([version] if each.versions > 1 else []), fate),
        words=each.words,
        is_message=True,
        is_withheld=each.is_withheld,
    )


def in_runs(numbers: Sequence[int]) -> str:
    """Numbers as people write them, what follows on each other in short: "12–14, 17"."""
    runs: list[list[int]] = []
    for each in sorted(numbers):
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
