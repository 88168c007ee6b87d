"""The deliverer: one process at a time takes up what is next in the outbox, sends it, and notes the outcome."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from bot import enduring_clock
from bot.collision import despite_collisions
from bot.connections import sent_only_while
from bot.delivery.files.files import Files
from bot.delivery.outcome import Accepted, NotBegun, Outcome
from bot.delivery.pacing import Pace, Permit
from bot.delivery.packing import packed
from bot.delivery.parcel import Parcel
from bot.delivery.permitting import BROADCASTS_AT_ONCE, at_once, leaves_some, permitted
from bot.delivery.repeated import REPEATED
from bot.delivery.result import Result, note_all
from bot.delivery.sending import send
from bot.plain_bot import PlainBot
from bot.rounds import Rounds
from domain.clock import Clock
from handlers.handling.city import City
from storage import delivery, outbox, outgoing, recall, wakeup
from storage.database import Database
from storage.impatience import UnlessLockedOut
from storage.outbox import Lane, NewRow
from storage.outgoing import Outgoing
from storage.wakeup import Queued

log = logging.getLogger(__name__)

Ready = tuple[Parcel, Permit]
"""What is taken up, and when it may go."""

LEASE_FOR = 60.0
"""Seconds for which a row that is being sent is left alone; longer than any request can take."""

LOOK_AGAIN_AFTER = 1.0
"""Seconds between looks when nobody wakes the deliverer: another process may have queued something."""

GATHER_FOR = 0.005
"""Seconds for which what comes back may wait for more: where many write at once, one transaction notes it all."""

GATHER_BROADCAST_FOR = 0.05
"""The same where more of a broadcast waits: mostly the look that takes up its next part notes it before. Where Telegram
is slow there is none until something has come back, and whoever is answered beneath it waits for that too."""

MOST_IN_ROUND = 40
"""So many messages are looked at in a round: more than people at once have answers, and little where all wait."""

MOST_WHILE_BROADCAST_GOES = 2 * BROADCASTS_AT_ONCE
"""So many while a broadcast goes: all but its first few wait, and whoever is answered meanwhile looks at as many."""

LOOKS_OF_REST = 4
"""Between two parts of a broadcast the deliverer rests so many times as long as the last look took: whoever is answered
meanwhile has their turn, however slow the machine."""

ALL_OUT_WITHIN = 20.0
"""Seconds that a stop waits for what is being sent."""


class Deliverer:
    """Sends what is queued. `wake` it after every commit that queued something."""

    def __init__(  # noqa: PLR0913  what it works with
        self,
        database: Database,
        bot: PlainBot,
        clock: Clock,
        city: City,
        *,
        rate: float,
        rate_chat: float,
        is_its_role: Callable[[], bool],
        lease_for: float = LEASE_FOR,
    ) -> None:
        self._database, self._bot, self._clock, self._city = database, bot, clock, city
        self._files = Files(database, clock, city)
        self._pace = Pace(rate, rate_chat, time.monotonic)
        self._lease_for, self._is_its_role = lease_for, is_its_role
        self._rounds = Rounds(longest_rest=self._longest_rest)
        self._is_any_queued = True
        self._is_any_held = self._is_cut = self._is_room_short = False
        self._look_took = 0.0
        self._results: deque[Result] = deque()
        self._sending: dict[asyncio.Task[None], int] = {}
        self._rounding: asyncio.Task[None] | None = None
        self._noting: asyncio.TimerHandle | None = None
        self._turn = asyncio.Lock()
        self._fencing_token: int | None = None

    def wake(self) -> None:
        """Something was queued."""
        self._rounds.wake()

    async def run(self, fencing_token: int) -> None:
        """Deliver until cancelled; what is being sent then is waited for and noted."""
        self._fencing_token = fencing_token
        try:
            await self._rounds.run(lambda: self._whole_round(fencing_token))
        finally:
            self._fencing_token = None
            await asyncio.shield(self._finish(fencing_token))

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """Somebody else's transaction, in which this process also delivers, if it does: so no other is needed for that.

        What has come back is noted first, and what is queued then is taken up last, and sent once all is committed.
        Where the deliverer is at it already nobody waits for it: it is woken, and looks again. So it is where something
        has to wait, or may have waited for what has come back.
        """
        async with AsyncExitStack() as turn:
            # Impatient, or nobody else would have their answer while this one waits for what somebody holds.
            async with self._database.write(is_impatient=True) as session:
                token = await self._turn_if_free(turn)
                noted = await self._noted(session, token) if token is not None else []
                yield session
                if token is None:  # whoever was at it when this began may be through by now
                    token = await self._turn_if_free(turn)
                parcels, is_all = await self._taken_up_beside(session, token)
                is_all = is_all and not await self._is_waited_for(session, noted)
            self._go_on(noted, parcels)
        if not is_all:
            self.wake()

    async def _turn_if_free(self, turn: AsyncExitStack) -> int | None:
        """The fencing token, where this process delivers and nobody is at it: it is the caller's turn then."""
        if self._fencing_token is not None and not self._turn.locked():
            await turn.enter_async_context(self._turn)
            return self._fencing_token
        return None

    def _longest_rest(self) -> float:
        """Seconds. Where nothing waits, nobody has to be there at the moment when more may go."""
        if self._is_cut:
            return min(LOOK_AGAIN_AFTER, LOOKS_OF_REST * self._look_took)
        if not self._is_any_queued:
            return LOOK_AGAIN_AFTER
        return min(LOOK_AGAIN_AFTER, self._pace.next_change(is_any_held=self._is_any_held))

    async def _taken_up_beside(self, session: AsyncSession, fencing_token: int | None) -> tuple[list[Ready], bool]:
        """What the transaction has queued, as far as it may go now; and whether that was all, or is another's to send.

        Where others wait for room, they are asked for too, or whoever comes now would overtake them.
        """
        if Queued.MESSAGE not in wakeup.queued(session) or self._fencing_token is None:
            return [], True
        # This process sees to it: no other needs to hear of it.
        wakeup.queued(session).discard(Queued.MESSAGE)
        if fencing_token is None:
            return [], False
        self._pace.look()
        if self._is_room_short:
            return await self._taken_up(session, fencing_token), False
        new = outbox.just_queued(session)
        parcels = await self._new_taken_up(session, [*new.rows.values()], fencing_token)
        return parcels, new.are_all and len(parcels) == len(new.rows)

    async def _new_taken_up(self, session: AsyncSession, rows: Sequence[NewRow], fencing_token: int) -> list[Ready]:
        if not self._is_its_role():
            return []
        begin_before = enduring_clock.seconds() + self._lease_for
        now = self._clock.now()
        allowed = self._pace.allowed(at_most=MOST_IN_ROUND)
        candidates = at_once(rows, allowed, under_way_to={*self._sending.values()}, now=now)
        permits = permitted(candidates, self._pace, under_way=len(self._sending)).permits
        self._is_room_short = len(permits) < len(candidates)
        taken = await outgoing.take_up_new(
            session, list(permits), now=now, fencing_token=fencing_token, lease_for=self._lease_for
        )
        parcels = await packed(session, taken, self._city, now=now, begin_before=begin_before)
        return [(parcel, permits[parcel.row.id]) for parcel in parcels]

    async def _waits_for_chat(self, session: AsyncSession, parcels: Sequence[Ready]) -> bool:
        """Whether something waits for a chat that has had so much that it is held.

        Where something is under way in a chat, its result is what the others wait for.
        """
        under_way = {*self._sending.values(), *(parcel.row.chat_id for parcel, _ in parcels)}
        held = self._pace.held_chats(Lane.BROADCAST) - under_way
        return bool(held) and await delivery.is_queued_for(session, held, now=self._clock.now())

    async def _is_waited_for(self, session: AsyncSession, noted: Sequence[Result]) -> bool:
        """Whether anything may go now that these are through, or one of them itself has to go once more."""
        if not all(isinstance(result.outcome, Accepted) for result in noted):
            return True
        chats = {result.parcel.row.chat_id for result in noted}
        if not chats or not self._is_any_queued:
            return False
        return await delivery.is_queued_for(session, chats, now=self._clock.now())

    async def _whole_round(self, fencing_token: int) -> bool:
        """Stopped in the middle, a round would leave rows taken up but not sent: it always comes to its end."""
        self._rounding = asyncio.create_task(self._round(fencing_token))
        await asyncio.shield(self._rounding)
        return False  # what may go now is on its way; whatever comes back from there wakes the next round

    async def _round(self, fencing_token: int) -> None:
        """Note what has come back, take up what may go now, and begin to send it.

        Where the database is in trouble, what has come back is kept for the next round: with a new lease, and so a new
        fencing token, nobody would know any more that it was sent. It is impatient too: nobody is answered while it has
        its turn. Where somebody holds what is to be noted, the next try passes that by.
        """
        for passes_by_held in (False, True):
            with UnlessLockedOut():
                await despite_collisions(partial(self._one_round, fencing_token, passes_by_held=passes_by_held))
                return
        log.warning("somebody holds what is to be sent, and it is looked for again")

    async def _one_round(self, fencing_token: int, *, passes_by_held: bool) -> None:
        async with AsyncExitStack() as turn:
            async with self._database.write(is_impatient=True) as session:
                began = time.monotonic()
                # Held until the commit: whoever else takes something up must see what is taken up here.
                await turn.enter_async_context(self._turn)
                self._pace.look()
                may_go = self._is_any_queued = await self._clear(session, fencing_token)
                note = self._noted_unless_held if passes_by_held else self._noted
                noted = await note(session, fencing_token)
                parcels = await self._taken_up(session, fencing_token) if may_go else []
                self._is_cut = self._is_cut and may_go
                self._is_any_held = may_go and await self._waits_for_chat(session, parcels)
            self._look_took = time.monotonic() - began
            self._go_on(noted, parcels)

    async def _clear(self, session: AsyncSession, fencing_token: int) -> bool:
        """What is lost comes back first, and what comes too late or was overtaken goes; says whether any may go."""
        now = self._clock.now()
        ahead = await delivery.ahead(session, now=now, fencing_token=fencing_token)
        taken_back = await delivery.take_back(session, fencing_token=fencing_token) if ahead.is_stale else 0
        if ahead.is_late or taken_back:
            await delivery.expire(session, now=now)
        behind = self._pace.spent_chats(Lane.ANSWER)
        if behind and ahead.is_queued:
            await recall.cancel_overtaken(session, behind, repeated=REPEATED)
        return ahead.is_queued or bool(taken_back)

    async def _noted(self, session: AsyncSession, fencing_token: int) -> list[Result]:
        """Note what has come back; that is what is given."""
        results = list(self._results)
        if results:
            await self._note(session, results, fencing_token)
        return results

    async def _noted_unless_held(self, session: AsyncSession, fencing_token: int) -> list[Result]:
        """The same, but for what would have to wait for somebody else: that is left to a later look."""
        noted = []
        for result in list(self._results):
            with UnlessLockedOut():
                async with session.begin_nested():
                    await self._note(session, [result], fencing_token)
                noted.append(result)
        return noted

    async def _note(self, session: AsyncSession, results: Sequence[Result], fencing_token: int) -> None:
        await note_all(session, results, fencing_token=fencing_token, now=self._clock.now(), city=self._city)

    async def _taken_up(self, session: AsyncSession, fencing_token: int) -> list[Ready]:
        """What may go now: answers first; then whatever comes next, for chats that have had their answers."""
        if not self._is_its_role():
            return []
        begin_before = enduring_clock.seconds() + self._lease_for
        at_most = MOST_WHILE_BROADCAST_GOES if self._is_cut else MOST_IN_ROUND
        allowed, now = self._pace.allowed(at_most=at_most), self._clock.now()
        found = await outgoing.next_up(session, allowed, now=now)
        may_go = permitted([up.row for up in found], self._pace, under_way=len(self._sending))
        permits, self._is_cut = may_go.permits, may_go.is_cut
        self._is_room_short = leaves_some([up.row for up in found], permits, at_most=allowed.at_most)
        taken = await outgoing.take_up(session, list(permits), fencing_token=fencing_token, lease_for=self._lease_for)
        going = [up for up in found if up.row.id in taken]
        parcels = await packed(session, going, self._city, now=now, begin_before=begin_before)
        return [(parcel, permits[parcel.row.id]) for parcel in parcels]

    def _go_on(self, noted: Sequence[Result], parcels: Sequence[Ready]) -> None:
        """Now that all is committed: what was noted is done with, and what was taken up is sent."""
        for result in noted:
            self._results.remove(result)
        for parcel, permit in parcels:
            self._begin(parcel, permit)

    def _begin(self, parcel: Parcel, permit: Permit) -> None:
        self._pace.begin(permit)
        task = asyncio.create_task(self._deliver(parcel, permit))
        self._sending[task] = parcel.row.chat_id
        task.add_done_callback(self._sending.pop)

    async def _deliver(self, parcel: Parcel, permit: Permit) -> None:
        sent_only_while.set(lambda: self._is_its_role() and not parcel.is_late())
        parcel = await self._files.under(parcel)
        async with self._pace.turn(permit):
            outcome, words = await send(self._bot, parcel)
        if isinstance(outcome, NotBegun) and parcel.is_late():
            return  # it is taken back by now, or will be, and whoever sends it then says what became of it
        self._slow_down(parcel.row, outcome)
        self._results.append(Result(parcel, outcome, words))
        is_in_no_hurry = parcel.row.lane == Lane.BROADCAST and self._is_any_queued
        self._note_within(GATHER_BROADCAST_FOR if is_in_no_hurry else GATHER_FOR)

    def _note_within(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        if self._noting is not None:
            if self._noting.when() <= loop.time() + seconds:
                return
            self._noting.cancel()
        self._noting = loop.call_later(seconds, self._note_now)

    def _note_now(self) -> None:
        """Unless it is noted already with what was handled meanwhile, or is about to be."""
        self._noting = None
        if self._results and self._turn.locked():
            self._note_within(GATHER_FOR)
        elif self._results:
            self._rounds.wake()

    def _slow_down(self, row: Outgoing, outcome: Outcome) -> None:
        pause, hold = outcome.pause(), outcome.hold(row.attempts + 1)
        if pause:
            log.warning("Telegram asks for a pause of %s seconds", pause)
            self._pace.pause(pause)
        if hold:
            self._pace.hold(row.chat_id, hold)

    async def _finish(self, fencing_token: int) -> None:
        if self._rounding is not None:
            await asyncio.wait({self._rounding})
        async with self._turn:
            pass  # what somebody else has taken up beside is on its way now
        if self._sending:
            await asyncio.wait(self._sending, timeout=ALL_OUT_WITHIN)
        async with self._database.write() as session:
            await self._note(session, list(self._results), fencing_token)
        self._results.clear()
