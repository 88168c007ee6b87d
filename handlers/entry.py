"""Where python-telegram-bot hands updates over: thin, each on to the conversation that it belongs to."""

from collections.abc import Awaitable, Callable

from telegram import Update
from telegram.constants import ChatMemberStatus

from domain.access import Action, may
from domain.command import Command
from domain.passed_on import codes_in
from handlers import door, numbers
from handlers.actor import Context, Handler, for_people, language_of
from handlers.form import answering as form_answering
from handlers.form import filling, guarding
from handlers.handling.answer import Answer
from handlers.handling.choices import bare_number
from handlers.handling.routes import Typed
from handlers.handling.work import Work, current_work
from handlers.importing import receiving
from handlers.importing.receiving import Offered
from handlers.leaving import unreachable
from handlers.numbers import ButtonMeant
from handlers.people import joining, reachability
from handlers.secrecy import personal_number
from handlers.secrecy.words import hold_number, words_beside_text, words_of
from handlers.slots.inquiry import answering
from messages import everyone
from messages.message import Message
from storage import outbox
from storage.people import person
from storage.people.person import Person

CANT_READ = ("photo", "sticker", "voice", "location", "document")
"""What may come instead of text, by its name in Telegram's message and in `labels.toml`."""


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


def command(asked_for: Command) -> Handler:
    """The handler of a command, in whichever language it is written."""

    @guarded
    async def handler(work: Work, actor: Person, update: Update) -> None:
        words = _text(update).partition(" ")[2].strip()
        await door.run(work, actor, asked_for, Typed(words, _message_id(update)))

    return handler


@for_people
async def button(work: Work, actor: Person, update: Update) -> None:
    """A button was pressed."""
    query = update.callback_query
    if query is None:
        return
    shown = await outbox.shown_as(work.session, actor.telegram_id, query.message.message_id) if query.message else None
    await door.press(work, actor, query.data or "", shown)


@heard
async def unknown_command(_work: Work, _actor: Person, _update: Update) -> Answer:
    """A command that there isn't."""
    return Message(everyone.CommandUnknown())


@for_people
async def text(work: Work, actor: Person, update: Update) -> None:
    """A text: an invitation, what a supplier replies to a question, the number of a choice, else what it says.

    A personal number in it is refused where it is read, so that the question it answers is asked again.
    """
    if hold_number(words_beside_text(update.effective_message)):
        await door.hear(work, actor, lambda: _refuse_number(work, actor, update))
        return
    if codes_in(_text(update)):
        await door.hear(work, actor, lambda: joining.welcome_back(work, actor, _text(update)))
        return
    replied_to = _replied_to(update)
    if replied_to and await answering.read_reply(
        work, actor, _text(update), message_id=_message_id(update), replied_to=replied_to
    ):
        return
    meant = await _button_meant(work, actor, update)
    if meant is not None:
        await door.press(work, actor, meant.carried, meant.shown)
    else:
        await door.hear(work, actor, lambda: _read(work, actor, update))


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
    """Somebody has added the bot to a group, or writes in one: say why not, and leave."""
    work, chat = current_work.get(), update.effective_chat
    if chat is None or _has_left(update):
        return
    today = work.city.today(work.now)
    only = Message(everyone.OneToOneOnly())
    await work.tell_chat(chat.id, language_of(update, work), only, key=f"group:{chat.id}:{today}")
    await work.leave(chat.id)


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


async def _button_meant(work: Work, actor: Person, update: Update) -> ButtonMeant | None:
    """The button that a bare number names: under the message replied to; else, where no form takes it, the latest."""
    number, replied_to = bare_number(_text(update)), _replied_to(update)
    if not number:
        return None
    meant = await numbers.under(work, actor, replied_to, number) if replied_to else None
    if meant is not None or await filling.is_open(work, actor):
        return meant
    return await numbers.under_latest(work, actor, number)


async def _read(work: Work, actor: Person, update: Update) -> Answer:
    """The open form's answer; where none is open, a text that answers nothing."""
    if await filling.is_open(work, actor):
        return await form_answering.read(work, actor, _text(update), _message_id(update))
    if personal_number.is_in(_text(update)):
        return await _refuse_number(work, actor, update)
    return Message(everyone.NotUnderstood(actor.role))


async def _refuse_number(work: Work, actor: Person, update: Update) -> Answer:
    return await guarding.refuse(work, actor, _message_id(update), is_text=bool(_text(update)))


async def _cant_read(work: Work, actor: Person, update: Update) -> Answer:
    message = update.effective_message
    what = next((name for name in CANT_READ if getattr(message, name, None)), "other")
    if await filling.is_open(work, actor):
        return await form_answering.refuse(work, actor, what)
    return Message(everyone.SentNoText(what))


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
