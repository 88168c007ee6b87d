"""A leader has sent a file with contracts: show what it would do, and note what they say to that."""

from dataclasses import asdict
from typing import Any

from domain.access import may
from domain.action import Action
from domain.contract_sheet import Column, Slip
from domain.plan_sheet import PlanColumn
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.importing import ahead, views
from handlers.importing.codes import FROM_TODAY
from handlers.importing.looking import Finding, Forecast
from handlers.importing.plan import views as plan_views
from handlers.importing.plan.looking import PlanForecast
from handlers.outlook import views as outlook_views
from messages.importing import importing
from messages.importing.change import ChangedRow, ChangeLine, NewRow
from messages.importing.importing import MistakeLine
from messages.importing.plan import PlanMistakeLine, PlanMistakes
from messages.message import Attachment, Message
from storage.importing import acceptance, sent_file
from storage.importing.acceptance import Acceptance
from storage.importing.sent_file import SentFile
from storage.people.person import Person

MOST_IN_FILE = 1_000
"""Mistakes in the file that lists them: whoever has more has made one mistake many times."""


async def preview(work: Work, sent: SentFile, found: Finding, *, has_changed: bool = False) -> Message:
    """What the file would do; kept is what it lists, so that nobody has to read it again to hand that out."""
    message = views.preview(sent.id, sent.name, found, has_changed=has_changed)
    if not message.buttons:
        # Nothing can become of it any more.
        await sent_file.wipe(work.session, sent.id)
    elif isinstance(found, Forecast):
        sent.mistakes = [asdict(views.line(each)) for each in found.comparison.mistakes[:MOST_IN_FILE]]
        sent.changes = {
            "new_ones": [asdict(each) for each in views.new_rows(found.comparison.new)],
            "changed_ones": [asdict(each) for each in views.changed_rows(found.comparison.changed)],
        } | await ahead.kept(work, found)
    elif isinstance(found, PlanForecast):
        sent.mistakes = [asdict(plan_views.line(each)) for each in found.comparison.mistakes[:MOST_IN_FILE]]
    return message


async def take_in(work: Work, actor: Person, press: Press) -> Answer:
    """One of the ways in was pressed: it is noted, and done outside of this transaction, in slices."""
    sent = await _theirs(work, actor, press)
    if sent.content is None:
        return _dealt_with(sent)
    said = Acceptance(
        sent.id,
        number=0,
        mark=press.number(2),
        begins_again=press.number(1) == FROM_TODAY,
        shown_id=press.shown.id if press.shown else None,
    )
    is_news = await acceptance.accept(work.session, said, at=work.now)
    return Message(importing.ImportBeingTakenIn(sent.name)) if is_news else None


async def cancel(work: Work, actor: Person, press: Press) -> Answer:
    """*Avbryt* was pressed: the file is forgotten, and nothing of it is taken in."""
    sent = await _theirs(work, actor, press)
    if sent.content is None:
        return _dealt_with(sent)
    return Message(importing.ImportPutAway(sent.name)) if await sent_file.wipe(work.session, sent.id) else None


async def show_mistakes(work: Work, actor: Person, press: Press) -> Answer:
    """All that is wrong, as a file to work by."""
    sent = await _theirs(work, actor, press)
    if sent.mistakes is None:
        return _dealt_with(sent)
    lines = tuple(
        MistakeLine(each["row"], Column(each["column"]), Slip(each["slip"]), each.get("about", ""))
        for each in sent.mistakes
    )
    return Below(Message(importing.ImportMistakes(sent.name, lines), attachment=Attachment.IMPORT_MISTAKES))


async def show_plan_mistakes(work: Work, actor: Person, press: Press) -> Answer:
    """All that is wrong in a plan, as a file to work by."""
    sent = await _theirs(work, actor, press)
    if sent.mistakes is None:
        return _dealt_with(sent)
    lines = tuple(
        PlanMistakeLine(each["row"], PlanColumn(each["column"]), Slip(each["slip"]), each["about"])
        for each in sent.mistakes
    )
    return Below(Message(PlanMistakes(sent.name, lines), attachment=Attachment.IMPORT_MISTAKES))


async def show_changes(work: Work, actor: Person, press: Press) -> Answer:
    """All that is new or changed, as a file."""
    sent = await _theirs(work, actor, press)
    if sent.changes is None:
        return _dealt_with(sent)
    new_ones = tuple(NewRow(**each) for each in sent.changes["new_ones"])
    changed_ones = tuple(map(_changed_row, sent.changes["changed_ones"]))
    said = importing.ImportChanges(sent.name, new_ones, changed_ones)
    return Below(Message(said, attachment=Attachment.IMPORT_CHANGES))


async def show_ahead(work: Work, actor: Person, press: Press) -> Answer:
    """What it would send: below what the file would do, or another page of it."""
    sent = await _theirs(work, actor, press)
    if sent.changes is None:
        return _dealt_with(sent)
    shown = outlook_views.overview(ahead.view(work, sent, press.number(1)), press.number(2))
    return shown if len(press.numbers) > ahead.FROM_PREVIEW else Below(shown)


async def show_ahead_of_one(work: Work, actor: Person, press: Press) -> Answer:
    """What it would send to one of them."""
    sent = await _theirs(work, actor, press)
    if sent.changes is None:
        return _dealt_with(sent)
    return outlook_views.of_one(ahead.view(work, sent, press.number(1)), press.number(2), press.number(3))


async def hand_out_ahead(work: Work, actor: Person, press: Press) -> Answer:
    """All that it would send, as a file."""
    sent = await _theirs(work, actor, press)
    if sent.changes is None:
        return _dealt_with(sent)
    return Below(outlook_views.sheet(ahead.view(work, sent, press.number(1))))


def _changed_row(kept: dict[str, Any]) -> ChangedRow:
    changes = tuple(ChangeLine(Column(each["column"]), each["before"], each["after"]) for each in kept["changes"])
    return ChangedRow(kept["number"], kept["supplier"], changes)


async def _theirs(work: Work, actor: Person, press: Press) -> SentFile:
    """The file that a button is about. Raises NotTheirsError where somebody else has sent it."""
    sent = await sent_file.find(work.session, press.number(0))
    if sent is None or sent.person_id != actor.id or not may(actor.actor, Action.IMPORT):
        raise NotTheirsError
    return sent


def _dealt_with(sent: SentFile) -> Below:
    """The file was taken in or put away before."""
    return Below(Message(importing.ImportGone(sent.name)))
