"""Word a message: fill its template in the reader's language, within Telegram's limits."""

import html
import re
from collections.abc import Sequence
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from domain.contact import ContactDetails
from domain.fit import Rank
from domain.frozen import frozen
from domain.language import Language
from domain.pattern import Pattern
from domain.placement import EndReason
from domain.proposal_answer import DeclineReason
from domain.slot_field import CHOICES, DAY_FIELDS, SlotField
from domain.told_apart import Apart
from domain.withdrawal import WithdrawalReason
from messages import formats
from messages.button_style import ButtonStyle, styles
from messages.importing.change import changed
from messages.label import FOLDER, Label, wordings
from messages.meetings import agenda_words
from messages.menu import explained
from messages.message import Message, Rows
from messages.named_days import named_days
from messages.obligations import words as obligation_words
from messages.template import name_of

MOST_CHARACTERS = 4096
"""Telegram's limit for a text, counted after its tags are read."""

MOST_IN_CAPTION = 1024
"""Telegram's limit for the words under a picture or a document, counted in the same way."""

MASK = "•••"
"""Stands for the invitation link, and for a phone or an e-mail, wherever a text is kept."""

NO_DETAILS = ContactDetails()

ISO_DAY = Pattern(r"\d{4}-[01]\d-[0-3]\d")

MOST_OF_A_VALUE = 1000
"""No single value may crowd out the rest of its message."""


class RenderedButton(NamedTuple):
    """What stands on a button, what it carries, and how much it weighs."""

    text: str
    data: str
    style: ButtonStyle | None = None


@frozen
class Rendered:
    """A message in words, as Telegram takes it."""

    text: str
    buttons: list[list[RenderedButton]]


def rendered(
    message: Message,
    language: Language,
    *,
    invitation_link: str = MASK,
    reached_at: ContactDetails = NO_DETAILS,
    most: int = MOST_CHARACTERS,
) -> Rendered:
    """Word the message in that language. Raises jinja2's errors for a template that is missing or broken.

    A template says `{{ invitation_link }}` where the link belongs, and `{{ reached_at.phone }}` where that of whoever
    the message names belongs. They are no parameters, so that they are never kept: only what goes to Telegram is
    worded with them.
    """
    template = environment(language).get_template(f"{name_of(message.parameters)}.html.j2")
    fields = {field: getattr(message.parameters, field) for field in message.parameters.__dataclass_fields__}
    words = template.render(**fields, invitation_link=invitation_link, reached_at=reached_at).strip()
    return Rendered(
        text=within_limit(_line_for_whom(message, language) + words, most),
        buttons=_buttons(message.buttons, language),
    )


def _buttons(rows: Rows, language: Language) -> list[list[RenderedButton]]:
    style = styles(button for row in rows for button in row)
    return [[RenderedButton(button.worded(language), button.data, next(style)) for button in row] for row in rows]


def _line_for_whom(message: Message, language: Language) -> str:
    """The line that says whom it is for, where somebody else gets it instead."""
    return f"<i>{escape(message.for_whom.worded(language))}</i>\n\n" if message.for_whom else ""


def within_limit(text: str, most: int = MOST_CHARACTERS) -> str:
    """The text, cut at a line where it is too long. No tag of ours spans lines, so none is left open."""
    if len(plain(text)) <= most:
        return text
    kept: list[str] = []
    room = most - len("\n…")
    for line in text.split("\n"):
        room -= len(plain(line)) + 1
        if room < 0:
            break
        kept.append(line)
    return "\n".join([*kept, "…"])


def plain(text: str) -> str:
    """The text without its tags, as people read it."""
    return html.unescape(re.sub(r"<[^>]*>", "", text))


@cache
def environment(language: Language) -> Environment:
    """Where a language's templates are filled in: a parameter that is missing is an error, all text is escaped."""
    jinja = Environment(
        loader=FileSystemLoader(FOLDER / language.value),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shortened,
    )
    jinja.filters |= {
        "day": partial(formats.day, language=language),
        "weekday": partial(formats.weekday, language=language),
        "time": partial(formats.time_of_day, language=language),
        "short_day": partial(formats.short_day, language=language),
        "weekday_and_day": partial(formats.weekday_and_day, language=language),
        "day_alone": partial(formats.day_alone, language=language),
        "month_alone": partial(formats.month_alone, language=language),
        "rank": partial(_rank, language),
        "reasons": partial(_reasons, language),
        "number_word": partial(_number_word, language),
        "counted": formats.counted,
        "label": partial(_label, language),
        "apart": partial(_apart, language),
        "question": partial(_question, language),
        "hint": partial(_hint, language),
        "changed": partial(changed, language=language),
        "complaint": partial(_complaint, language),
        "detail": partial(_detail, language),
        "reason": partial(_reason, language),
        "declined": partial(_declined, language),
        "ended": partial(_ended, language),
        "obligation": partial(obligation_words.named, language=language),
        "listed": partial(obligation_words.listed, language=language),
        "because": partial(obligation_words.because, language=language),
        "month": partial(formats.month, language=language),
        "dated": partial(formats.dated, language=language),
        "tenths": partial(formats.tenths, language=language),
        "kronor": partial(formats.kronor, language=language),
        "commands": partial(explained, language=language),
        "agenda_point": partial(agenda_words.point, language=language),
        "agenda_action": partial(agenda_words.action, language=language),
        "agenda_promise": partial(agenda_words.promise, language=language),
        "agenda_given": partial(agenda_words.given, language=language),
        "agenda_more": partial(agenda_words.more, language=language),
        "agenda_kinds": partial(agenda_words.kinds, language=language),
        "agenda_empty": partial(agenda_words.empty, language=language),
    }
    return jinja


def _label(language: Language, name: str, table: str, text: str = "") -> str:
    return Label(f"{table}.{name}", text=text).worded(language)


def _rank(language: Language, rank: Rank) -> str:
    """How well an offer fits a wish."""
    return Label(f"rank.{rank.name.lower()}").worded(language)


def _reasons(language: Language, reasons: Sequence[str], table: str = "fit") -> str:
    """Why, one after the other."""
    return ", ".join(Label(f"{table}.{reason}").worded(language) for reason in reasons)


def _number_word(language: Language, number: int) -> str:
    """A number in a sentence: "två"; a large one in digits."""
    return wordings(language).get(f"number_word.{number}", str(number))


def _apart(language: Language, apart: Apart) -> str:
    """What tells a slot from another in the same list."""
    return Label(f"apart.{apart.mark}", day=apart.day, text=apart.text).worded(language)


def _question(language: Language, name: str, text: str, example: date | None) -> str:
    """What a form asks."""
    return wordings(language)[f"ask.{name}"].format(text=text, **named_days(language, example))


def _hint(language: Language, question: str, text: str = "", example: date | None = None) -> str:
    """What helps to answer a question; empty for one that needs no help."""
    wording = wordings(language).get(f"hint.{question}", "")
    return wording.format(text=text, **named_days(language, example))


def _complaint(
    language: Language,
    complaint: str,
    text: str = "",
    example: date | None = None,
    days: Sequence[date] = (),
) -> str:
    """What was wrong with the answer before, or what somebody was doing: that stands behind a colon."""
    name, _, doing = complaint.partition(":")
    named = wordings(language)[f"doing.{doing}"] if doing else text
    return wordings(language)[f"complaint.{name}"].format(text=named, **named_days(language, example, days))


def _detail(language: Language, value: str, field: str) -> str:
    """A detail of a slot in words: a choice by its label, a day in full, anything else as it was written."""
    if field in DAY_FIELDS:
        return formats.weekday(date.fromisoformat(value), language)
    is_choice = field in CHOICES and value in CHOICES[SlotField(field)]
    return Label(f"choice.{field}_{value}").worded(language) if is_choice else value


def _reason(language: Language, value: str) -> str:
    """Why a slot was taken back: a usual reason by its label, any other in its writer's own words."""
    is_usual = value in set(WithdrawalReason)
    return Label(f"withdrawal.{value}").worded(language) if is_usual else value


def _declined(language: Language, value: str) -> str:
    """Why a proposal does not suit: a reason from the list by its label."""
    is_listed = value in set(DeclineReason)
    return Label(f"decline_reason.{value}").worded(language) if is_listed else value


def _ended(language: Language, value: str) -> str:
    """How a placement ended, by its label; or the day until which it goes on."""
    if value in set(EndReason):
        return Label(f"end_reason.{value}").worded(language)
    is_day = ISO_DAY.fullmatch(value) is not None
    return formats.day(date.fromisoformat(value), language) if is_day else value


def _shortened(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Markup) and len(value) > MOST_OF_A_VALUE:
        return value[: MOST_OF_A_VALUE - 1] + "…"
    return value
