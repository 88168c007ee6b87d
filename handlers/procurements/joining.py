"""*Avtalet finns redan*: a contract came in without the procurement's number being written, and belongs to it."""

from collections.abc import Mapping, Sequence

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.registry_number import known_as
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.pressed_card import card_id
from handlers.procurements import card
from handlers.procurements.about_planned import AboutPlanned
from handlers.procurements.finding import planned_one, still_planned
from messages.message import Message
from messages.procurements.procurement import ProcurementJoinChecked, ProcurementNews
from storage.people.person import Person
from storage.procurements import joining, plan
from storage.procurements.procurement import Procurement

MOST_KNOWN = 1_000
OFFERED = 6


@frozen(kw_only=True)
class Joining(Known):
    """What is known before; `name` is the procurement's title.

    Attributes:
        contracts: The titles of what contracts brought along, by registry number, the newest first.
    """

    about: AboutPlanned
    contracts: Mapping[str, str]


@frozen
class Joined:
    """What is answered."""

    contract_number: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed on a card. Where it is planned no more, the card says how it stands."""
    one = await planned_one(work, actor, press.number(0))
    if not await plan.is_planned(work.session, one.id):
        return await card.message(work, one, ProcurementNews.MEANWHILE)
    return await forms.begin_about(work, actor, FORM, AboutPlanned(one.id, card_id(press)))


def _newest(_answers: Answers, known: Joining) -> Sequence[Option]:
    return [Option(number, text=f"{number} {title}") for number, title in list(known.contracts.items())[:OFFERED]]


def _typed(_answers: Answers, known: Joining, text: str) -> str | Complaint:
    spelt = {known_as(number): number for number in known.contracts}
    return spelt.get(known_as(text), Complaint.NO_CONTRACT_TO_JOIN)


async def _known(work: Work, actor: Person, about: AboutPlanned) -> Joining:
    today, hours = work.city.today(work.now), work.city.hours
    try:
        one = await planned_one(work, actor, about.procurement_id)
    except NotTheirsError:
        return Joining(today, hours, about=about, contracts={})
    titles = {number: each.title for number, each in (await _brought(work)).items()}
    return Joining(today, hours, name=one.title, about=about, contracts=titles)


async def _brought(work: Work) -> dict[str, Procurement]:
    found = await joining.unplanned(work.session, at_most=MOST_KNOWN)
    return {each.registry_number: each for each in found if each.registry_number is not None}


def _summary(answers: Answers, known: Joining, complaint: str) -> ProcurementJoinChecked:
    number = given(answers, Joined).contract_number
    return ProcurementJoinChecked(known.name, f"{number} {known.contracts.get(number, '')}", complaint)


async def _send(work: Work, actor: Person, answers: Answers, known: Joining) -> Message:
    one = await planned_one(work, actor, known.about.procurement_id)
    number = given(answers, Joined).contract_number
    brought = (await _brought(work)).get(number)
    if brought is None or not await plan.held_planned(work.session, one.id):
        return await card.message(work, one, ProcurementNews.MEANWHILE)
    await joining.join(work.session, one, brought)
    await work.record(LedgerEvent.PROCUREMENT_JOINED, actor=actor, about=one.reference, content=number)
    if known.about.shown:
        await work.take_buttons_away(known.about.shown)
    return await card.message(work, await planned_one(work, actor, one.id), ProcurementNews.JOINED)


CONTRACT = Question[Joining]("procurement_contract", "contract_number", _newest, _typed)

FORM = registered(
    FormAbout(
        name="join_procurement",
        version=1,
        about=AboutPlanned,
        questions=lambda _answers, _known: (CONTRACT,),
        known=_known,
        send=_send,
        noun="procurement",
        still_holds=still_planned,
        summary=_summary,
        sends="procurement.keep_join",
    )
)
