"""Three suppliers, a matcher and a coordinator, each with habits: what they do when a message comes."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from bot.demo.local_telegram import Message, Phone
from tests.city import City
from tests.year.machinery import Machinery

Reaction = Callable[["Dweller", Message], Awaitable[bool]]
"""What somebody does about a message; says whether they did anything."""


class Dweller:
    """Somebody with a phone and a habit."""

    def __init__(self, city: City, machinery: Machinery, phone: Phone, name: str, reaction: Reaction) -> None:
        self.city, self.phone, self.name = city, phone, name
        self._machinery, self._reaction = machinery, reaction
        self._read = 0
        self.decisions = 0

    async def react(self) -> bool:
        """Do something about what has come since the last time; says whether anything was done."""
        news = self.phone.received()[self._read :]
        self._read = len(self.phone.received())
        done = [await self._reaction(self, message) for message in _seen_once(news)]
        return any(done)

    async def presses(self, message: Message, label: str) -> None:
        """Press that button of that message, as it stands now."""
        await self._push(lambda: self.phone.presses(message.message_id, _data(message, label)))

    async def answers(self, *answers: str) -> None:
        """Press the newest message's button of that name where it has one, else write the words."""
        for answer in answers:
            newest = self.phone.received()[-1]
            if _offers(newest, answer):
                await self.presses(newest, answer)
            else:
                await self._push(lambda text=answer: self.phone.says(text))  # type: ignore[misc]  # bound at once
        self._read = len(self.phone.received())

    async def _push(self, act: Callable[[], object]) -> None:
        act()
        await self._machinery.settle()


async def answers_everything(self: Dweller, message: Message) -> bool:
    """A supplier who does at once what they are asked for."""
    if _offers(message, "Föreslå en tid"):
        await self.presses(message, "Föreslå en tid")
        await self.answers("Torsdag kl. 10 passar oss bra.")
        if "Startmöte" in message.text:
            await self.answers("/fragor", "Fråga oss något annat", "Vem hämtar nyckeln till förrådet?", "Skicka")
    elif _offers(message, "Erbjud en plats"):
        await self.presses(message, "Erbjud en plats")
        await self.answers("1", "1", "2", "Centrum", "2", "2", "Skicka")
    elif label := next((each for each in ("Det är klart", "Kommer", "Bekräfta") if _offers(message, each)), None):
        await self.presses(message, label)
    else:
        return False
    return True


async def is_late(self: Dweller, message: Message) -> bool:
    """A supplier who wants to be reminded later, does it at the next nudge, and reads English."""
    if message.text.startswith("Soon due:") and _offers(message, "Remind me later"):
        await self.presses(message, "Remind me later")
    elif _offers(message, "Propose a time"):
        await self.presses(message, "Propose a time")
        await self.answers("Any Thursday at 10.")
    elif _offers(message, "Nothing to offer now"):
        await self.presses(message, "Nothing to offer now")
        await self.answers("1")
    elif message.text.startswith("Reminder:") and _offers(message, "Coming"):
        await self.presses(message, "Coming")
    else:
        return False
    return True


async def never_answers(_self: Dweller, _message: Message) -> bool:
    """A supplier who never presses anything."""
    return False


async def claims(self: Dweller, message: Message) -> bool:
    """A matcher who takes what comes."""
    if not _offers(message, "Jag tar den"):
        return False
    await self.presses(message, "Jag tar den")
    return True


async def coordinates(self: Dweller, message: Message) -> bool:
    """A coordinator who books what is proposed, tells how meetings went, and decides what comes to the top.

    They answer what they are asked, and thank all suppliers once the first meeting has been.
    """
    if _offers(message, "Boka möte"):
        await self.presses(message, "Boka möte")
        await _books(self)
    elif _offers(message, "Ja, vi hade mötet"):
        await self.presses(message, "Ja, vi hade mötet")
        await self.answers("Alla kom", "Inget särskilt", "Klart", "Skicka")
    elif _offers(message, "Formell uppföljning"):
        await _decide(self, message)
    elif "frågar kommunen" in message.text:
        await self.presses(message, "Svara")
        await self.answers("Vaktmästaren, klockan sju.", "Skicka")
    elif message.words.startswith("Mira Holm har bekräftat") and "Startmöte" in message.words:
        await _thanks_everyone(self)
    else:
        return False
    return True


async def _thanks_everyone(self: Dweller) -> None:
    await self.answers("/utskick", "Nytt utskick", "Ett tack", "Klart: till alla")
    await self.answers("Tack för att ni är med.", "Hoppa över", "Ingen nämns", "Skicka")


async def _books(self: Dweller) -> None:
    """At the time that was proposed, where that is one; else in a week, and never on a day off."""
    if "Vilken dag är mötet?" in self.phone.received()[-1].words:
        await self.answers(_in_a_week(self.city), "10.00")
    if "ingen vanlig arbetsdag" in self.phone.received()[-1].words:
        await self.answers("Nästa arbetsdag")
    await self.answers("60", "Stadshuset, rum 4", "Klart", "Boka")


async def _decide(self: Dweller, message: Message) -> None:
    """A new date first, then a waiver, then formal follow-up, and so on."""
    decision, self.decisions = self.decisions % 3, self.decisions + 1
    if decision == 0:
        await self.presses(message, "Nytt datum")
        await self.answers(_in_a_week(self.city))
    elif decision == 1:
        await self.presses(message, "Behövs inte")
        await self.answers("1")
    else:
        await self.presses(message, "Formell uppföljning")
        await self.answers("1")


def _in_a_week(city: City) -> str:
    """A working day in a week."""
    hours = city.program.city.hours
    return hours.working_day_from(hours.local(city.clock.now()).date() + timedelta(days=7)).isoformat()


def _seen_once(news: Sequence[Message]) -> list[Message]:
    """What a kill has doubled, people see twice and act on once: on the newer of the two."""
    latest = {(message.at, message.words): message for message in news}
    return sorted(latest.values(), key=lambda message: message.message_id)


def _offers(message: Message, label: str) -> bool:
    return any(label in button.text for row in message.buttons for button in row)


def _data(message: Message, label: str) -> str:
    return next(button.data for row in message.buttons for button in row if label in button.text and button.data)
