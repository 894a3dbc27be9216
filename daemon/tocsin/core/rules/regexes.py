"""A user's regular expressions, on an engine that takes linear time whatever they hold."""

from collections.abc import Iterator
from functools import lru_cache

import re2

from tocsin.core.model import Span

_MOST_HITS = 200
_MEMORY_BYTES = 4 << 20


class RegexError(Exception):
    """The pattern cannot be used; the message says why."""


def check(pattern: str) -> None:
    """Refuse a *pattern* that RE2 cannot read, or that says nothing about an article.

    Raises:
        RegexError: With the reason.
    """
    if not pattern:
        raise RegexError("this pattern is empty")
    if _compiled(pattern, ignore_case=False).search("") is not None:
        raise RegexError("this pattern is satisfied by nothing at all, so every article has it")


def spans(pattern: str, text: str, *, ignore_case: bool) -> Iterator[Span]:
    """Where *pattern* stands in *text*: the first two hundred places, none of them empty."""
    if not text.isascii():
        text = text.encode(errors="replace").decode()  # half a surrogate pair is no UTF-8
    for count, found in enumerate(_compiled(pattern, ignore_case=ignore_case).finditer(text)):
        if count == _MOST_HITS:
            return
        if found.end() > found.start():
            yield found.span()


@lru_cache(maxsize=1024)
def _compiled(pattern: str, *, ignore_case: bool) -> "re2._Regexp":
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True  # we only ask where: without groups the search stays a DFA
    options.max_mem = _MEMORY_BYTES
    options.case_sensitive = not ignore_case
    try:
        return re2.compile(pattern, options=options)
    except (re2.error, UnicodeError) as error:
        raise RegexError(_reason(error)) from None


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else "it cannot be read"
    return reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
