"""A person's phone, with the words in which tests speak."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from bot.demo.local_telegram import Message, Phone
from handlers.form.form import Form
from handlers.handling.work import Work
from handlers.meetings.booking import FORM as BOOKING
from handlers.slots.report.reporting import FORM as REPORT
from messages.button import base36
from storage.people import person
from storage.people.person import Person
from tests.filled_form import fill, fill_on, open_with

if TYPE_CHECKING:  # a city makes its chats, and a chat is of its city
    from tests.city import City


class Chat:
    """A person's phone, with the words in which tests speak."""

    def __init__(self, city: "City", phone: Phone) -> None:
        self.city, self.phone = city, phone

    async def says(self, text: str, *, reply_to: int | None = None) -> str:
        """Write, wait until all is said, and read the last answer."""
        self.phone.says(text, reply_to=reply_to)
        await self.city.settled()
        return self.last_text

    async def edits(self, message_id: int, text: str) -> str:
        """Change what one of one's own messages says, wait, and read the bot's last message."""
        self.phone.edits(message_id, text)
        await self.city.settled()
        return self.last_text

    @property
    def own_last(self) -> int:
        """The number of what was written here last."""
        return next(each.message_id for each in reversed(self.phone.messages) if not each.from_bot)

    async def presses(self, label: str) -> str:
        """Press the newest button with that label, wait, and read the message it stands under or the newest."""
        self.phone.presses_button(label)
        await self.city.settled()
        return self.last_text

    async def says_begun(self, *, counts: str = "Ny person i år") -> str:
        """On an offer's card that is open: somebody has begun today, and whether they count already this year."""
        await self.presses("Någon har börjat")
        await self.presses("I dag")
        return await self.presses(counts)

    async def presses_forged(self, data: str, *, message_id: int | None = None) -> str:
        """Press a button that the bot never made, or made for somebody else."""
        self.phone.presses(message_id or self.last.message_id, data)
        await self.city.settled()
        return self.last_text

    async def does(self, act: Callable[[Phone], object]) -> str:
        """Do something else on the phone, such as send a photo."""
        act(self.phone)
        await self.city.settled()
        return self.last_text

    async def reports_internship(self, *, places: int = 2, area: str = "Centrum") -> str:
        """Report as by the short path, but all at once: in chat it takes eight turns, which have tests of their own."""
        return await self._fills(REPORT, "1", "1", str(places), area, "2", "2", "1")

    async def reports_visit(self, *, on: str = "25 november 2026", area: str = "Centrum") -> str:
        """A study visit of ten on a day, reported all at once."""
        return await self._fills(REPORT, "5", "1", "10", area, on, "1")

    async def reports_mentor(self, *, area: str = "Centrum") -> str:
        """One vocational mentor, from the first suggested day on, reported all at once."""
        return await self._fills(REPORT, "4", "1", "1", area, "2", "5", "1")

    async def reports_internship_without_end(self) -> str:
        """As `reports_internship`, but with no last day."""
        return await self._fills(REPORT, "1", "1", "2", "Centrum", "2", "5", "1")

    async def answers(self, *answers: str) -> str:
        """Answer the open form: all but the last at once, that in the chat. Each form's walk has its own test."""
        if len(answers) > 1:
            await self._does(lambda work, actor: fill_on(work, actor, answers[:-1]))
        for last in answers[-1:]:
            await self.says(last)
        return self.last_text

    async def opens(self, form: Form[Any], *answers: str) -> str:
        """Open a form as its button does, with these answers in it already; the next question is asked in the chat."""
        return await self._does(lambda work, actor: open_with(work, actor, form, answers))

    async def walks_report(self, *, places: int = 2, area: str = "Centrum") -> str:
        """The short path in the chat, in whatever language that is in."""
        await self.says("/rapportera")
        for answer in ("1", "1", str(places), area, "2", "2", "1"):
            await self.says(answer)
        return self.last_text

    async def schedules_meeting(
        self,
        contract_id: int,
        *,
        on: str = "2026-12-10",
        at: str = "10",
        place: str = "Stadshuset, rum 214",
        is_day_off: bool = False,
    ) -> str:
        """A dialogue meeting of the kind that is due next, for an hour, with the contract's contacts; all at once."""
        day = (on, "2") if is_day_off else (on,)
        return await self._fills(BOOKING, "1", *day, at, "2", place, "Klart", "1", contract_id=contract_id)

    async def walks_booking(
        self, contract_id: int, *, on: str = "2026-12-10", at: str = "10", place: str = "Stadshuset, rum 214"
    ) -> str:
        """The same in the chat."""
        await self.says("/moten")
        await self.presses_forged(f"mb:{base36(contract_id)}:0")
        for answer in ("1", on, at, "2", place, "Klart", "1"):
            await self.says(answer)
        return self.last_text

    async def _fills(self, form: Form[Any], *answers: str, **begins_with: Any) -> str:
        async def act(work: Work, actor: Person) -> None:
            await work.tell(actor, await fill(work, actor, form, answers, begins_with=begins_with))

        return await self._does(act)

    async def _does(self, act: Callable[[Work, Person], Awaitable[None]]) -> str:
        async def as_myself(work: Work) -> None:
            actor = await person.by_telegram_id(work.session, self.phone.user_id)
            assert actor is not None
            await act(work, actor)

        await self.city.does_work(as_myself)
        return self.last_text

    @property
    def received(self) -> list[Message]:
        """What the bot has said here, as it reads now."""
        return self.phone.received()

    @property
    def last(self) -> Message:
        """The bot's newest message."""
        return self.received[-1]

    @property
    def last_text(self) -> str:
        """How the bot's newest message reads now."""
        return self.last.words if self.received else ""

    @property
    def buttons(self) -> list[str]:
        """What the newest message offers."""
        return [button.text for row in self.last.buttons for button in row]

    def data(self, label: str) -> str:
        """What a button of the newest message that has it carries."""
        for message in reversed(self.received):
            for row in message.buttons:
                for button in row:
                    if label in button.text and button.data:
                        return button.data
        raise LookupError(label)
