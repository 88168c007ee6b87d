"""A matcher chooses whom the bot asks: the likeliest first, each with the reason, before anything is sent."""

from collections.abc import Sequence
from dataclasses import replace

from domain.action import Action
from domain.reversed_question import MOST_ASKED, Likely
from domain.wish import WishStatus
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.wishes import finding as wish_finding
from handlers.wishes import views as wish_views
from handlers.wishes.codes import CARD
from handlers.wishes.reversed import candidates, codes
from handlers.wishes.reversed.finding import place_facts, sought
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.wishes.reversed_preview import Choosable, NobodyToAsk, SuppliersToAsk, SuppliersToAskNamed
from storage.contracts import hold
from storage.people.person import Person
from storage.wishes import reversed_question as questions
from storage.wishes import wish as wishes
from storage.wishes.wish import Wish

MOST_SHOWN = 6


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Fråga leverantörer* was pressed: the likeliest are chosen already."""
    wish = await sought(work, actor, press.number(0))
    found = await candidates.likely_for(work, wish)
    chosen = [each.supplier_id for each in found[:MOST_ASKED]]
    return _screen(wish, found[:MOST_SHOWN], chosen)


async def choose(work: Work, actor: Person, press: Press) -> Answer:
    """A supplier was chosen, or is not any more."""
    wish = await sought(work, actor, press.number(0))
    found = await candidates.likely_for(work, wish)
    return _screen(wish, found[:MOST_SHOWN], press.numbers[1:])


async def show_wish(work: Work, actor: Person, press: Press) -> Answer:
    """*Till önskemålet* was pressed by a matcher."""
    question = await questions.find(work.session, press.number(0))
    if question is None or question.wish_id is None:
        raise NotTheirsError
    return await wish_views.card(work, actor, await wish_finding.theirs(work, actor, Action.SEE_WISH, question.wish_id))


def nobody(wish: Wish) -> Message:
    """There is nobody to ask now."""
    return Message(SuppliersToAskNamed(wish.id, (), ()), _buttons(wish, (), ()))


def _screen(wish: Wish, found: Sequence[Likely], chosen: Sequence[int]) -> Message:
    offered = tuple(each.supplier_id for each in found)
    still = tuple(each for each in offered if each in chosen)[:MOST_ASKED]
    return Message(SuppliersToAskNamed(wish.id, offered, still), _buttons(wish, found, still))


async def word(work: Work, kept: Message) -> Message | None:
    """The screen, as it is sent."""
    named: SuppliersToAskNamed = kept.parameters
    wish = await wishes.find(work.session, named.wish_id)
    if wish is None or wish.status is not WishStatus.LOOKING:
        return None
    found = await candidates.likely_for(work, wish, only=named.offered)
    if not found:
        is_held = await hold.running(work.session, None) is not None
        return Message(NobodyToAsk(is_held), _buttons(wish, (), ()))
    shown = tuple(Choosable(each.name, each.reason, each.supplier_id in named.chosen) for each in found)
    place = await place_facts(work, candidates.place_of(work, wish))
    return Message(SuppliersToAsk(place, shown), _buttons(wish, found, named.chosen))


def _buttons(wish: Wish, found: Sequence[Likely], chosen: tuple[int, ...]) -> Rows:
    """Each supplier, to choose or to leave out; at most three, so with three chosen the others can't be."""
    toggles = [_toggle(wish, each, chosen) for each in found if each.supplier_id in chosen or len(chosen) < MOST_ASKED]
    send = [(Label("reversed.send"), data(codes.SEND, wish.id, *chosen))] if chosen else []
    return numbered([*toggles, *send, (Label("fitting.wish"), data(CARD, wish.id))])


def _toggle(wish: Wish, supplier: Likely, chosen: tuple[int, ...]) -> Choice:
    others = [each for each in chosen if each != supplier.supplier_id]
    is_chosen = supplier.supplier_id in chosen
    label = Label(text=supplier.name)
    return (
        replace(label, note="wish.chosen") if is_chosen else label,
        data(codes.CHOOSE, wish.id, *others, *([] if is_chosen else [supplier.supplier_id])),
    )
