"""alert → deliver, for one channel: what is due is decided, frozen, sent and marked.

Every hand-over is a row, so this may die at any point: see :mod:`tocsin.store.outbox`.  One message
at a time goes to a channel, in the order in which they fell due; channels do not wait for each
other.
"""

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from tocsin.core.alerting import Terms
from tocsin.core.cadence import DEAD_AFTER, DEAD_TRIES, next_try
from tocsin.core.errors import DeliveryError, Refused, Unavailable
from tocsin.core.model import Alert, Receipt
from tocsin.core.ports import Clock, Notifier
from tocsin.store import freezing, settling
from tocsin.store.asking import Asking
from tocsin.store.freezing import Sending
from tocsin.store.sqlite import SqliteStore

LEASE = timedelta(minutes=2)
"""A message under way for longer has lost its sender."""

SEND_DEADLINE = timedelta(seconds=60)
"""A channel that has not answered by then may or may not have the message."""

log = structlog.get_logger("tocsin.delivery")


@dataclass(slots=True, kw_only=True)
class Channel:
    """A configured channel: its way out, on which terms it is told, and how far apart its messages
    are at least.

    *banned* is from when until when the other side has asked to be left alone; *free_at* is when
    the last message is old enough for the next, by the event loop's clock.
    """

    notifier: Notifier
    terms: Terms
    pace: timedelta = timedelta(0)
    banned: tuple[datetime, datetime] | None = None
    free_at: float = 0.0

    @property
    def name(self) -> str:
        return self.terms.channel


class Delivery:
    """Sends what is due, a channel at a time."""

    def __init__(self, store: SqliteStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._ending = asyncio.Event()

    async def flush(self, channel: Channel) -> int:
        """How many messages the channel took; those that it did not take are put off or dead.

        It ends where nothing more is due, where the channel must be left alone for a while, or with
        `end`.
        """
        sent = 0
        while self._ready(channel) and (sending := await self._take(channel)):
            if not await self._in_step(channel):
                await self._keep(freezing.give_back, sending, self._clock.now())
                break
            sent += await self._send(channel, sending)
            channel.free_at = asyncio.get_running_loop().time() + channel.pace.total_seconds()
        return sent

    def end(self) -> None:
        """Send nothing more after what is being sent."""
        self._ending.set()

    async def _take(self, channel: Channel) -> Sending | None:
        asking = Asking(terms=channel.terms, now=self._clock.now(), lease=LEASE)
        return await self._store.write(freezing.take, asking)

    async def _in_step(self, channel: Channel) -> bool:
        """Wait until the channel takes the next message; False if all is to end before."""
        left = channel.free_at - asyncio.get_running_loop().time()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ending.wait(), left)
        return not self._ending.is_set()

    def _ready(self, channel: Channel) -> bool:
        """Before a ban began there is none: the clock was set back, and the channel is asked."""
        if channel.banned is None:
            return True
        start, end = channel.banned
        return not start <= self._clock.now() < end

    async def _send(self, channel: Channel, sending: Sending) -> bool:
        say = log.bind(channel=channel.name, message=sending.message.key)
        try:
            receipt = await self._hand_over(channel.notifier, sending)
        except Refused as error:
            say.error("message refused", why=str(error))
            await self._keep(settling.give_up, sending, error, self._clock.now())
            return False
        except Unavailable as error:
            say.warning("message put off", why=str(error), tries=sending.tries)
            await self._put_off(channel, sending, error)
            return False
        if receipt is None:
            await self._keep(settling.not_arrived, sending, self._clock.now())
            say.info("message had not arrived, its stories are told anew")
            return False
        await self._keep(settling.mark_told, sending, receipt, self._clock.now())
        say.info("message delivered")
        return True

    async def _hand_over(self, notifier: Notifier, sending: Sending) -> Receipt | None:
        """Send it, unless an earlier try turns out to have arrived; None for one that was only
        looked for and is not there.

        A message over which we ourselves stumble holds up no other for long, and dies in the end.
        """
        message = sending.message
        try:
            async with asyncio.timeout(SEND_DEADLINE.total_seconds()):
                if sending.uncertain:
                    arrived = await notifier.find(message, sending.before)
                    if arrived is not None or sending.in_doubt:
                        return arrived
                if isinstance(message, Alert):
                    return await notifier.send(message, sending.before)
                return await notifier.announce(message)
        except TimeoutError:
            seconds = SEND_DEADLINE.total_seconds()
            raise Unavailable(f"no answer within {seconds:.0f} s", uncertain=True) from None
        except DeliveryError:
            raise
        except Exception as error:
            log.exception("this is a fault of tocsin's", message=message.key)
            why = f"a fault of tocsin's, see the log: {type(error).__name__}"
            raise Unavailable(why, uncertain=True) from None

    async def _put_off(self, channel: Channel, sending: Sending, error: Unavailable) -> None:
        now = self._clock.now()
        if now - sending.first_try_at >= DEAD_AFTER and sending.tries >= DEAD_TRIES:
            last = Unavailable(f"tried for 24 h: {error}", uncertain=error.uncertain)
            await self._keep(settling.give_up, sending, last, now)
            return
        jitter = random.uniform(-1, 1)  # noqa: S311  (spreads retries; nothing secret)
        until = now + next_try(sending.tries, jitter, error.retry_after)
        if error.retry_after:
            channel.banned = (now, now + error.retry_after)
        await self._keep(settling.put_off, sending, until, error, now)

    async def _keep(self, fn: Callable[..., None], *said: object) -> None:
        """Have the store know what came of a message: while its disk is full, until it has room or
        the lease runs out, so that nobody is told twice for it."""
        await self._store.insist(LEASE, fn, *said)
