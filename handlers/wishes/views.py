"""The messages about wishes as the outbox keeps them: with their buttons, and without a word of any wish."""

from collections.abc import Sequence

from domain.action import Action
from domain.wish import WishStatus
from handlers.handling.choices import Choice, Page, beside, numbered
from handlers.handling.work import Work
from handlers.wishes import beside as beside_wish
from handlers.wishes import codes
from handlers.wishes.finding import may_with
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.wishes.wish import NoWishes, WishDoubtNamed, WishesNamed, WishNamed, WishNews, WishUntouchedNamed
from storage.people.person import Person
from storage.wishes.wish import Wish

ONE_OF_LIST = Label("answer.choice")
"""Stands for a wish's code on what is kept of its button."""


async def card(work: Work, viewer: Person, wish: Wish, news: WishNews = WishNews.NONE) -> Message:
    """One wish, and what the viewer can do with it."""
    ways = await beside_wish.ways(work, viewer, wish)
    ways += _own_ways(wish) if await may_with(work, viewer, Action.KEEP_WISH, wish) else []
    if wish.matcher_id != viewer.id:
        ways.append((Label("wishing.take_over"), data(codes.TAKE_OVER, wish.id)))
    ways.append((Label("wishing.to_list"), data(codes.LIST, 0)))
    return Message(WishNamed(wish.id, viewer.id, news), numbered(ways, in_a_row=2))


def _own_ways(wish: Wish) -> list[Choice]:
    is_placed = wish.status is WishStatus.PLACED
    became = ("wishing.looking", codes.LOOKING) if is_placed else ("wishing.placed", codes.PLACED)
    ways = (("wishing.change", codes.CHANGE), became, ("wishing.left", codes.LEFT))
    return [(Label(label), data(code, wish.id)) for label, code in ways]


def listed(viewer: Person, wishes: Sequence[Wish], page: Page) -> Message:
    """A page of the list, and the way to a new wish."""
    if not wishes:
        return Message(NoWishes(), numbered([_NEW]))
    ids = tuple(wish.id for wish in wishes)
    cards = [(ONE_OF_LIST, data(codes.CARD, each)) for each in ids]
    others = numbered([_NEW, *beside(page, codes.LIST)], first=len(cards) + 1, in_a_row=2)
    return Message(WishesNamed(viewer.id, ids, page.number, page.pages), (*numbered(cards, in_a_row=2), *others))


def doubted(viewer: Person, wish: Wish) -> Message:
    """Is it to be disposed of?"""
    ways = [
        (Label("wishing.dispose"), data(codes.DISPOSE, wish.id)),
        (Label("wishing.keep"), data(codes.KEEP, wish.id)),
    ]
    return Message(WishDoubtNamed(wish.id, viewer.id), numbered(ways))


def untouched(reader: Person, wish: Wish) -> Message:
    """Does somebody still look?"""
    return Message(WishUntouchedNamed(wish.id, reader.id), _answers(wish))


def _answers(wish: Wish) -> Rows:
    ways = [
        (Label("wishing.still"), data(codes.KEEP, wish.id)),
        (Label("wishing.has_left"), data(codes.LEFT, wish.id)),
    ]
    return numbered(ways)


_NEW: Choice = (Label("wishing.new"), data(codes.NEW))
