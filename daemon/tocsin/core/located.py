"""A YAML document as a tree in which every value knows where it stands.

Every scalar stays text (so that ``lang: no`` is Norwegian); who reads a value decides its type.
The tree is made in :mod:`tocsin.config`, which may open files; the core only reads it.
"""

from dataclasses import dataclass

from tocsin.core.errors import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text.  *plain* is false where it was quoted; an empty plain scalar is YAML's null."""

    where: Where
    text: str
    plain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list of values."""

    where: Where
    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys and values in the order of the file; a key given twice stands here twice."""

    where: Where
    pairs: "tuple[tuple[Scalar, Node], ...]"


Node = Scalar | Sequence | Mapping
