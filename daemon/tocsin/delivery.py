"""alert → deliver, for one channel: what is due is decided, frozen, sent and marked.

Every hand-over is a row, so this may die at any point: see :mod:`tocsin.store.outbox`.  One message
at a time goes to a channel, in the order in which they fell due; channels do not wait for each
other.
"""

import asyncio
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from tocsin.core.alerting import Timing
from tocsin.core.cadence import DEAD_AFTER, next_try
from tocsin.core.errors import Refused, Unavailable
from tocsin.core.model import Receipt
from tocsin.core.ports import Clock, Notifier
from tocsin.store import outbox
from tocsin.store.outbox import Asking, Sending
from tocsin.store.sqlite import SqliteStore

LEASE = timedelta(minutes=2)
"""A message under way for longer has lost its sender."""

SEND_DEADLINE = timedelta(seconds=60)
"""A channel that has not answered by then may or may not have the message."""

log = structlog.get_logger("tocsin.delivery")


@dataclass(slots=True, kw_only=True)
class Channel:
    """A configured channel: its name, its way out, when it is told, and by which rules."""

    name: str
    notifier: Notifier
    timing: Timing
    rules: frozenset[str]
    quiet_until: datetime | None = field(default=None)
    """Set while the other side has asked to be left alone."""


class Delivery:
    """Sends what is due, a channel at a time."""

    def __init__(self, store: SqliteStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def flush(self, channel: Channel) -> int:
        """How many messages the channel took; those that it did not take are put off or dead."""
        sent = 0
        while not self._banned(channel) and (sending := await self._take(channel)):
            sent += await self._send(channel, sending)
        return sent

    async def _take(self, channel: Channel) -> Sending | None:
        asking = Asking(
            channel=channel.name,
            timing=channel.timing,
            rules=channel.rules,
            now=self._clock.now(),
            lease=LEASE,
        )
        return await self._store.write(outbox.take, asking)

    def _banned(self, channel: Channel) -> bool:
        return channel.quiet_until is not None and self._clock.now() < channel.quiet_until

    async def _send(self, channel: Channel, sending: Sending) -> bool:
        say = log.bind(channel=channel.name, alert=sending.alert.id)
        try:
            receipt = await self._hand_over(channel.notifier, sending)
        except Refused as error:
            say.error("alert refused", why=str(error))
            await self._store.write(outbox.give_up, sending, str(error), self._clock.now())
            return False
        except Unavailable as error:
            say.warning("alert put off", why=str(error), tries=sending.tries)
            await self._put_off(channel, sending, error)
            return False
        await self._store.write(outbox.mark_told, sending, receipt, self._clock.now())
        say.info("alert delivered", revision=sending.alert.revision)
        return True

    async def _hand_over(self, notifier: Notifier, sending: Sending) -> Receipt:
        """Send it, unless an earlier try turns out to have arrived."""
        try:
            async with asyncio.timeout(SEND_DEADLINE.total_seconds()):
                if sending.again:
                    arrived = await notifier.find(sending.alert, sending.before)
                    if arrived is not None:
                        return arrived
                return await notifier.send(sending.alert, sending.before)
        except TimeoutError:
            seconds = SEND_DEADLINE.total_seconds()
            raise Unavailable(f"no answer within {seconds:.0f} s", uncertain=True) from None

    async def _put_off(self, channel: Channel, sending: Sending, error: Unavailable) -> None:
        now = self._clock.now()
        if now - sending.first_try_at >= DEAD_AFTER:
            why = f"tried for 24 h: {error}"
            await self._store.write(outbox.give_up, sending, why, now)
            return
        jitter = random.uniform(-1, 1)  # noqa: S311  (spreads retries; nothing secret)
        until = now + next_try(sending.tries, jitter, error.retry_after)
        if error.retry_after:
            channel.quiet_until = now + error.retry_after
        await self._store.write(outbox.put_off, sending, until, str(error), now)
