"""Everything that can go wrong, as one tree.

An adapter wraps what its library raises into one of these (``from None`` where the cause holds a
secret).  A message says in lower case what failed and what to do; ``str(error)`` is what a user
reads, so it never holds a secret.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Where:
    """A place in a file of the user's: both numbers count from 1; 0 means "the whole file"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with what the user wrote.

    *code* is a stable name such as ``Q003`` (may be empty), *message* says what is wrong and what
    to do, *context* what it is part of (``rule "quake", query column 1``), *detail* is further
    lines to show under it (a query and its caret).  A *warning* does not stop the daemon.
    """

    where: Where
    message: str
    code: str = ""
    detail: tuple[str, ...] = ()
    warning: bool = False
    context: str = ""

    def __str__(self) -> str:
        context = f"{self.context}: " if self.context else ""
        code = f"{self.code} " if self.code else ""
        kind = "warning: " if self.warning else ""
        where = f"{self.where}" if self.where.line else f"{self.where}:"
        return "\n".join((f"{where} {kind}{context}{code}{self.message}", *self.detail))


class TocsinError(Exception):
    """The root: whatever Tocsin raises on purpose."""


class ConfigError(TocsinError):
    """The configuration or the watchlist is wrong: all that was found, in the order of the file.

    *files* are those that were read, or looked for, until it showed: to be looked at for a mend.
    """

    def __init__(self, *problems: Problem, files: Iterable[str] = ()) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.where))
        self.files = tuple(files)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class FetchError(TocsinError):
    """An address gave us nothing that we can use; the message is for the operator."""


class Blocked(FetchError):
    """The address, or one that it led to, is not public and not allowed by ``fetch.allow``."""


class TimedOut(FetchError):
    """The whole exchange took longer than its deadline."""


class TooLarge(FetchError):
    """The body, once decoded, exceeds its cap."""


class BadStatus(FetchError):
    """The server answered, but not with what was asked for."""

    def __init__(self, status: int, message: str, *, retry_after: timedelta | None = None) -> None:
        self.status = status
        self.retry_after = retry_after
        super().__init__(message)


class ReadError(TocsinError):
    """What was fetched cannot be read."""


class NotAFeed(ReadError):
    """The bytes are no feed; the message says what they look like instead."""


class Overrun(ReadError):
    """A worker took too long or too much memory over one input and was replaced."""


class Crowded(Overrun):
    """An input is slow to read, and so many others are that it was given up; it may be read yet."""


class DeliveryError(TocsinError):
    """An alert was not accepted."""


class Unavailable(DeliveryError):
    """It may work later: we will try again, not before *retry_after* where the other side said so.

    *uncertain* where the other side may have taken the message all the same (a timeout after the
    last byte): only then can another try double it.
    """

    def __init__(
        self, message: str, *, retry_after: timedelta | None = None, uncertain: bool = False
    ) -> None:
        self.retry_after = retry_after
        self.uncertain = uncertain
        super().__init__(message)


class Refused(DeliveryError):
    """It will never work like this: we give up on this message and say so."""


class StoreError(TocsinError):
    """The store cannot be used."""


class StoreBusy(StoreError):
    """Another process has this store; a second one would send everything twice."""
