"""``${VAR}`` and ``${VAR:-default}`` from the environment, and secrets from files."""

import re
from collections.abc import Mapping as Map
from dataclasses import replace
from pathlib import Path

from tocsin.core.errors import Problem
from tocsin.core.located import Mapping, Node, Scalar, Sequence

_VARIABLE = re.compile(r"\$\{(?P<name>[A-Za-z_]\w*)(?::-(?P<default>[^}]*))?\}", re.ASCII)


def fill_in(node: Node, environ: Map[str, str], problems: list[Problem]) -> Node:
    """The same tree with every variable's value in its place; one that is not set is a problem."""
    match node:
        case Scalar():
            return _scalar(node, environ, problems)
        case Sequence():
            items = tuple(fill_in(item, environ, problems) for item in node.items)
            return replace(node, items=items)
        case Mapping():
            pairs = tuple((key, fill_in(value, environ, problems)) for key, value in node.pairs)
            return replace(node, pairs=pairs)


def _scalar(node: Scalar, environ: Map[str, str], problems: list[Problem]) -> Scalar:
    def value(found: re.Match[str]) -> str:
        name, default = found["name"], found["default"]
        if environ.get(name) or (name in environ and default is None):
            return environ[name]
        if default is not None:
            return default
        column = node.where.column + found.start() + (not node.plain)
        message = f"the variable {name} is not set: set it, or write ${{{name}:-a default}}"
        problems.append(Problem(where=replace(node.where, column=column), message=message))
        return ""

    text = _VARIABLE.sub(value, node.text)
    return replace(node, text=text, plain=False) if text != node.text else node


def read_secret_files(
    node: Mapping, known: Map[str, object], folder: Path, problems: list[Problem]
) -> Mapping:
    """The same mapping with ``token: …`` for each ``token_file: PATH``, read from the file."""
    keys = {key.text: key for key, _ in node.pairs}
    pairs = []
    for key, value in node.pairs:
        secret = key.text.removesuffix("_file")
        if secret == key.text or secret not in known or key.text in known:
            pairs.append((key, value))
        elif secret in keys:
            message = f"both {secret} and {key.text} are set: keep one of them"
            problems.append(Problem(where=key.where, message=message))
        else:
            read = _read_secret(value, folder, problems)
            pairs.append((replace(key, text=secret), read))
    return replace(node, pairs=tuple(pairs))


def _read_secret(value: Node, folder: Path, problems: list[Problem]) -> Scalar:
    if not isinstance(value, Scalar):
        problems.append(Problem(where=value.where, message="the path of one file is expected"))
        return Scalar(where=value.where, text="")
    try:
        text = (folder / value.text).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not a text file"
        message = f"cannot read the secret in {value.text}: {why}"
        problems.append(Problem(where=value.where, message=message))
        text = ""
    return Scalar(where=value.where, text=text, plain=False)
