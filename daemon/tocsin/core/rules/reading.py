"""Reading values out of a located YAML tree, with all that is wrong collected on the way.

A reader method gives the value, or None after it has noted a problem: who calls it goes on with
the next key, so that one look at the messages is enough to mend a file.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from tocsin.core.errors import Problem, Where
from tocsin.core.located import Mapping, Node, Scalar, Sequence
from tocsin.core.wording import did_you_mean

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})
_KINDS = {Scalar: "a text", Sequence: "a list", Mapping: "a mapping"}
_HASH = "a # starts a comment: put quotes around #tag"


class Reader:
    """Collects problems; *context* names what is being read, such as ``rule "quake"``."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._context = ""

    @contextmanager
    def within(self, context: str) -> Iterator[None]:
        """Name *context* in the problems found inside."""
        before, self._context = self._context, context
        try:
            yield
        finally:
            self._context = before

    def refuse(
        self,
        where: Where,
        code: str,
        message: str,
        *,
        place: str = "",
        detail: tuple[str, ...] = (),
    ) -> None:
        """Note that something is wrong; *place* says where within the context."""
        context = ", ".join(part for part in (self._context, place) if part)
        self.problems.append(
            Problem(where=where, code=code, message=message, context=context, detail=detail)
        )

    # --- shapes ------------------------------------------------------------------------------

    def mapping(
        self, node: Node, known: Collection[str], what: str
    ) -> dict[str, tuple[Scalar, Node]]:
        """The keys of *node* that are *known*, each with its place and value."""
        if not isinstance(node, Mapping):
            self._wrong(node, f"{what} is a mapping of keys and values")
            return {}
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.pairs:
            if key.text not in known:
                message = f"there is no key {key.text} in {what}{_meant(key.text, known, what)}"
                self.refuse(key.where, "R013", message)
            elif key.text in found:
                self.refuse(key.where, "R022", f"{key.text} stands twice in {what}: keep one")
            else:
                found[key.text] = (key, value)
        return found

    def nodes(self, node: Node, what: str) -> tuple[Node, ...]:
        """The values of a list that may not be empty."""
        if not isinstance(node, Sequence):
            self._wrong(node, f"{what} takes a list: write [a, b] or a line with - for each")
            return ()
        if not node.items:
            self.refuse(
                node.where, "R023", f"{what} is an empty list: put something in or take it out"
            )
        return node.items

    def text(self, node: Node, what: str) -> str | None:
        """A text that may not be empty."""
        if not isinstance(node, Scalar):
            self._wrong(node, f"{what} takes a text")
            return None
        if not node.text.strip():
            hint = _HASH if node.plain else "write something between the quotes"
            self.refuse(node.where, "R023", f"{what} is empty ({hint})")
            return None
        return node.text.strip()

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """A list of texts; one text alone is taken for a list of one."""
        items = (node,) if isinstance(node, Scalar) else self.nodes(node, what)
        found = (self.text(value, what) for value in items)
        return tuple(text for text in found if text is not None)

    # --- scalars -----------------------------------------------------------------------------

    def number(self, node: Node, what: str, least: int = 0) -> int | None:
        """A whole number, *least* or more."""
        text = self.text(node, what)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) >= least):
            self.refuse(
                node.where, "R011", f"{what} takes a whole number of {least} or more, not {text}"
            )
            return None
        return int(text)

    def boolean(self, node: Node, what: str) -> bool | None:
        """true or false, as YAML writes them."""
        text = (self.text(node, what) or "").lower()
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if text:
            self.refuse(node.where, "R011", f"{what} takes true or false, not {text}")
        return None

    def choice(self, node: Node, choices: Collection[str], what: str) -> str | None:
        """One of *choices*."""
        text = self.text(node, what)
        if text is None or text in choices:
            return text
        message = f"{what} takes {' or '.join(choices)}, not {text}{did_you_mean(text, choices)}"
        self.refuse(node.where, "R011", message)
        return None

    def _wrong(self, node: Node, expected: str) -> None:
        if isinstance(node, Scalar) and not node.text and node.plain:
            self.refuse(node.where, "R023", f"{expected}, but nothing stands here ({_HASH})")
        else:
            self.refuse(node.where, "R011", f"{expected}, not {_KINDS[type(node)]}")


# What other tools call a key of ours.
_ELSEWHERE = {
    "and": "all", "or": "any", "not": "none", "keywords": "any", "within": "words",
    "distance": "words", "headline": "title", "text": "body", "language": "lang",
}  # fmt: skip


def _meant(key: str, known: Collection[str], what: str) -> str:
    """Which of the *known* keys may be meant by *key*, else all of them."""
    meant = _ELSEWHERE.get(key.lower(), key)
    hint = did_you_mean(meant if meant in known else key, known)
    quotes = " (put quotes around a text with a colon)" if what.startswith("an item") else ""
    return hint or f": it takes {', '.join(known)}{quotes}"
