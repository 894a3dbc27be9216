"""Frozen values to and from what a JSON column holds."""

from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")

_adapters: dict[Any, TypeAdapter[Any]] = {}
"""Made once a type: making one takes a millisecond."""


def dump(value: object) -> Any:
    """*value*, a dataclass of the core, as JSON types."""
    return _adapter(type(value)).dump_python(value, mode="json")


def load(kind: type[T], data: Any) -> T:
    """The value that `dump` made *data* of."""
    value: T = _adapter(kind).validate_python(data)
    return value


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
