"""Which faults there are: every module here that is called ``nNN_WHAT``."""

import importlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from faults.outcome import Outcome, Scale

_NAME = re.compile(r"n(\d\d)_\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault that can be made: its number, its module's name, what it does, and how."""

    number: int
    name: str
    what: str
    run: Callable[[Scale], Awaitable[Outcome]]


def names() -> list[str]:
    """The modules of all faults, by number."""
    here = Path(__file__).parent
    return sorted(path.stem for path in here.glob("n*.py") if _NAME.fullmatch(path.stem))


def find(name: str) -> Fault:
    """The fault that a module makes."""
    module = importlib.import_module(f"faults.{name}")
    return Fault(number=number(name), name=name, what=module.FAULT, run=module.run)


def number(name: str) -> int:
    found = _NAME.fullmatch(name)
    assert found, name
    return int(found[1])
