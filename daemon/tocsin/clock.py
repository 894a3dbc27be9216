"""The real clock: the one place that asks what time it is."""

from datetime import UTC, datetime


class SystemClock:
    """The machine's clock, as an aware time in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)
