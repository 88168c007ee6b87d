"""An answer in the open form, which owns what is written while it is open.

But for what answers nothing and means something else: a kind word, a question, an offer. Where the question wants
somebody's own words, only a kind word is none, and to somebody who has asked even "ok" is an answer.
"""

from domain.role import Role
from handlers import door
from handlers.form import answering, filling
from handlers.form.answering import Room
from handlers.handling.work import Work
from handlers.texts import reply
from handlers.texts.said import Said, Taken
from messages.heard import KindWord, is_question, kind_word, offered
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Where a form is open, nearly everything."""
    if not await filling.is_open(work, actor) or await reply.is_to_another(work, actor, said):
        return None
    if await _means_something_else(work, actor, said.words):
        return None
    return lambda: door.hear(work, actor, lambda: answering.read(work, actor, said.words, said.message_id))


async def _means_something_else(work: Work, actor: Person, words: str) -> bool:
    asks_or_offers = is_question(words) or (actor.role is Role.SUPPLIER and offered(words) is not None)
    if not asks_or_offers and kind_word(words) is None:
        return False
    kind = kind_word(words, is_whole=True)
    match room := await answering.room_for(work, actor, words):
        case Room.CHOICE | Room.NONE:
            return room is Room.NONE
        case Room.PLACE:
            return asks_or_offers or kind_word(words, is_exact=True) is not None
        case Room.NAME:
            return asks_or_offers or kind is not None
        case Room.REPLY:
            return kind not in {None, KindWord.AGREEMENT}
        case Room.WORDS:
            return kind is not None
