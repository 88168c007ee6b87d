"""Where python-telegram-bot hands updates over: thin, each on to the conversation that it belongs to."""

from collections.abc import Awaitable, Callable

from telegram import Update
from telegram.constants import ChatMemberStatus

from domain.access import may
from domain.action import Action
from handlers import door
from handlers.actor import Context, Handler, for_people, language_of
from handlers.form import answering as form_answering
from handlers.form import filling, guarding
from handlers.form.asking import as_question, said_as
from handlers.handling.answer import Answer, Below, LastWord
from handlers.handling.work import Work, current_work
from handlers.importing import receiving
from handlers.importing.receiving import Offered
from handlers.leaving import unreachable
from handlers.people import joining, reachability
from handlers.secrecy.words import hold_number, words_beside_text, words_of
from handlers.texts import edited as edited_text
from handlers.texts import table
from handlers.texts.said import Said
from messages import everyone
from messages.message import Message
from storage import in_chat, outbox
from storage.people import person
from storage.people.person import Person

CANT_READ = ("photo", "sticker", "voice", "location", "document")
"""What may come instead of text, by its name in Telegram's message and in `labels.toml`."""

SENT_BY_PEOPLE = frozenset(
    {
        *CANT_READ,
        *("animation", "audio", "checklist", "contact", "dice", "game", "invoice", "live_photo", "paid_media", "poll"),
        *("rich_message", "story", "venue", "video", "video_note"),
    }
)
"""What people send, by its names there. All else is Telegram's own: a pin, a timer, a background, a new topic."""

BESIDE_WHAT_PEOPLE_SEND = frozenset({"caption", "forward_origin", "media_group_id"})
"""What Telegram's own words never have, and whatever people send may have, also of a sort that is yet to come."""

LONGEST_ALBUM_ID = 60
HELD_NUMBER = "album_held_number"


def guarded(handle: Callable[[Work, Person, Update], Awaitable[None]]) -> Handler:
    """The handler of what people send: a personal number, wherever in it, is taken out of the chat before all else."""

    @for_people
    async def handler(work: Work, actor: Person, update: Update) -> None:
        if hold_number(words_of(update.effective_message)):
            await door.hear(work, actor, lambda: _refuse_number(work, actor, update))
        else:
            await handle(work, actor, update)

    return handler


@guarded
async def start(work: Work, actor: Person, update: Update) -> None:
    """/start, alone or with the code of an invitation, by somebody who is in already."""
    await door.hear(work, actor, lambda: joining.welcome_back(work, actor, _text(update)))


def heard(read: Callable[[Work, Person, Update], Awaitable[Answer]]) -> Handler:
    """The handler of what is neither a button nor a command; what it is read as is answered through the door."""

    @guarded
    async def handler(work: Work, actor: Person, update: Update) -> None:
        await door.hear(work, actor, lambda: read(work, actor, update))

    return handler


@for_people
async def button(work: Work, actor: Person, update: Update) -> None:
    """A button was pressed."""
    query = update.callback_query
    if query is None:
        return
    shown = await in_chat.shown_as(work.session, actor.telegram_id, query.message.message_id) if query.message else None
    await door.press(work, actor, query.data or "", shown)


@for_people
async def text(work: Work, actor: Person, update: Update) -> None:
    """A text, whatever it is meant for; a personal number may also stand beside it, as in a quote."""
    if hold_number(words_beside_text(update.effective_message)):
        await door.hear(work, actor, lambda: _refuse_number(work, actor, update))
    else:
        await table.take(work, actor, Said(_text(update), _message_id(update), _replied_to(update)))


@for_people
async def edited(work: Work, actor: Person, update: Update) -> None:
    """A text that was changed after it was sent."""
    if hold_number(words_beside_text(update.effective_message)):
        await door.hear(work, actor, lambda: _refuse_number(work, actor, update))
    elif _text(update):
        await edited_text.take(work, actor, Said(_text(update), _message_id(update)))


@heard
async def file(work: Work, actor: Person, update: Update) -> Answer:
    """A file: fetched and read for those who may import it, for anyone else as good as a picture."""
    document = update.effective_message.document if update.effective_message else None
    if document is not None and may(actor.actor, Action.IMPORT):
        offered = Offered(document.file_id, document.file_name or "", document.file_size)
        return await receiving.receive(work, actor, offered)
    return await _cant_read(work, actor, update)


@heard
async def no_text(work: Work, actor: Person, update: Update) -> Answer:
    """A photo, a voice message or anything else that the bot can't read."""
    return await _cant_read(work, actor, update)


async def leave_group(update: Update, _context: Context) -> None:
    """Somebody has added the bot to a group, or writes in one: say why not, and leave.

    A group that becomes a supergroup is another chat from then on, in which the bot is too; the old one is no more.
    """
    work, chat, message = current_work.get(), update.effective_chat, update.effective_message
    if chat is None or _has_left(update):
        return
    chat_id = (message.migrate_to_chat_id if message else None) or chat.id
    today = work.city.today(work.now)
    only = Message(everyone.OneToOneOnly())
    await work.tell_chat(chat_id, language_of(update, work), only, key=f"group:{chat_id}:{today}")
    await work.leave(chat_id)


async def note_reachability(update: Update, _context: Context) -> None:
    """A person has blocked the bot, or let it in again."""
    work, change, user = current_work.get(), update.my_chat_member, update.effective_user
    known = await person.by_telegram_id(work.session, user.id) if user else None
    if change is None or known is None:
        return
    if change.new_chat_member.status == ChatMemberStatus.BANNED:
        await unreachable.note(work, chat_id=known.telegram_id, person_id=known.id)
    else:
        await reachability.note_back(work, known.id)


async def _refuse_number(work: Work, actor: Person, update: Update) -> Answer:
    key = _key_of_album(update, HELD_NUMBER)
    return await guarding.refuse(work, actor, _message_id(update), is_text=bool(_text(update)), key=key)


async def _cant_read(work: Work, actor: Person, update: Update) -> Answer:
    """Say so, once for all pictures of an album; an open form asks its question again."""
    message = update.effective_message
    what = next((name for name in CANT_READ if getattr(message, name, None)), "other")
    once, held_number = _key_of_album(update), _key_of_album(update, HELD_NUMBER)
    if once and await outbox.was_said(work.session, [*said_as(once), *said_as(held_number)]):
        return LastWord.FORM
    if await filling.is_open(work, actor):
        return await form_answering.refuse(work, actor, what, key=once and as_question(once))
    return Below(Message(everyone.SentNoText(what)), key=once)


def _key_of_album(update: Update, answered: str = "album") -> str:
    """By what it is known that an album is answered so; empty for what came alone."""
    message, chat = update.effective_message, update.effective_chat
    if message is None or chat is None or not message.media_group_id:
        return ""
    return f"{answered}:{chat.id}:{message.media_group_id[:LONGEST_ALBUM_ID]}"


def _has_left(update: Update) -> bool:
    change = update.my_chat_member
    return change is not None and change.new_chat_member.status in {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}


def _text(update: Update) -> str:
    message = update.effective_message
    return (message.text if message else None) or ""


def _message_id(update: Update) -> int | None:
    message = update.effective_message
    return message.message_id if message else None


def _replied_to(update: Update) -> int | None:
    message = update.effective_message
    return message.reply_to_message.message_id if message and message.reply_to_message else None
