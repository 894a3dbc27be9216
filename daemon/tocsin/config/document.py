"""YAML text → a tree in which every value knows its line and column.

Every scalar stays text: who reads it decides what it is, so ``lang: no`` is Norwegian and
``id: 1e3`` no number.  Anchors and aliases are refused, since a few lines of them expand to
billions of values, and so is a key given twice, of which YAML would drop one in silence.
"""

from pathlib import Path
from typing import Any

import yaml

from tocsin.core.errors import ConfigError, Problem, Where
from tocsin.core.located import Mapping, Node, Scalar, Sequence

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_document(path: Path) -> Node:
    """The tree of the file *path*.

    Raises:
        ConfigError: It cannot be read, or is no YAML; a directory in its place is explained, since
            containers make one where the file to mount is missing.
    """
    return parse_document(_read(path), str(path))


def parse_document(text: str, name: str) -> Node:
    """The tree of *text*; places in it are told as in the file *name*.

    Raises:
        ConfigError: It is empty or no YAML, uses anchors, or gives a key twice.
    """
    try:
        _refuse_anchors(text, name)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise ConfigError(_syntax(error, text, name)) from None
    except yaml.YAMLError as error:
        message = f"this is not YAML: {error}".splitlines()[0]
        raise ConfigError(Problem(where=Where(file=name), message=message)) from None
    if root is None:
        raise ConfigError(Problem(where=Where(file=name), message="this file is empty"))
    problems: list[Problem] = []
    node = _node(root, name, problems)
    if problems:
        raise ConfigError(*problems)
    return node


def _read(path: Path) -> str:
    where = Where(file=str(path))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except IsADirectoryError:
        message = (
            "this is a directory, not a file: a container makes one where the file that is to be "
            "mounted is missing; remove it and mount the file"
        )
        raise ConfigError(Problem(where=where, message=message)) from None
    except FileNotFoundError:
        raise ConfigError(Problem(where=where, message="there is no such file")) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise ConfigError(Problem(where=where, message=message)) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = "this is not UTF-8: save the file as UTF-8"
        raise ConfigError(
            Problem(where=Where(file=str(path), line=line, column=1), message=message)
        ) from None


def _refuse_anchors(text: str, name: str) -> None:
    for event in yaml.parse(text, Loader=_LOADER):
        if getattr(event, "anchor", None):
            message = "anchors and aliases (& and *) are not allowed here: write the value out"
            raise ConfigError(Problem(where=_where(event.start_mark, name), message=message))


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    where = _where(mark, name)
    said = ": ".join(part for part in (error.context, error.problem) if part)
    return Problem(where=where, message=f"this is not YAML: {said}{_hint(text, where)}")


def _hint(text: str, where: Where) -> str:
    """What it may be, where that is a common slip."""
    around = text.split("\n")[max(where.line - 2, 0) : where.line]
    if around and around[-1][where.column - 1 :].startswith("\t"):
        return " (this is a tab: indent with spaces)"
    if around and around[-1][where.column - 1 :].startswith("@"):
        return " (@ begins no text in YAML: write entity: putin for @putin)"
    return ' (put "${…}" in quotes)' if any("${" in words for words in around) else ""


def _where(mark: Any, name: str) -> Where:
    if mark is None:
        return Where(file=name)
    return Where(file=name, line=mark.line + 1, column=mark.column + 1)


def _node(node: yaml.Node, name: str, problems: list[Problem]) -> Node:
    where = _where(node.start_mark, name)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(where=where, text=node.value, plain=not node.style)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_node(value, name, problems) for value in node.value)
        return Sequence(where=where, items=items)
    pairs = tuple(_pair(pair, name, problems) for pair in node.value)
    problems.extend(_twice(pairs))
    return Mapping(where=where, pairs=pairs)


def _pair(
    pair: tuple[yaml.Node, yaml.Node], name: str, problems: list[Problem]
) -> tuple[Scalar, Node]:
    key = _node(pair[0], name, problems)
    if not isinstance(key, Scalar):
        problems.append(Problem(where=key.where, message="a key must be one word or text"))
        key = Scalar(where=key.where, text="?")
    return key, _node(pair[1], name, problems)


def _twice(pairs: tuple[tuple[Scalar, Node], ...]) -> list[Problem]:
    first: dict[str, Where] = {}
    found = []
    for key, _ in pairs:
        if key.text in first:
            message = f'the key "{key.text}" stands here already in line {first[key.text].line}'
            found.append(Problem(where=key.where, code="R022", message=message))
        first.setdefault(key.text, key.where)
    return found
