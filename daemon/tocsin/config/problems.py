"""What pydantic found wrong, told with file, line and column."""

from collections.abc import Mapping as Map
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from tocsin.core.errors import Problem, Where
from tocsin.core.located import Mapping, Node, Scalar, Sequence
from tocsin.core.wording import did_you_mean

_SAID = {
    "missing": "this key is missing: {key}",
    "extra_forbidden": "unknown key: {key}",
    "string_pattern_mismatch": "only small letters, digits and hyphens may stand here",
    "dict_type": "keys and values are expected here",
    "model_type": "keys and values are expected here",
    "tuple_type": "a list is expected here",
    "string_type": "a text is expected here",
}


def plain(node: Node) -> Any:
    """The bare values of a tree; an empty value is None."""
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.pairs}
        case Sequence():
            return [plain(value) for value in node.items]
    return None if node.plain and not node.text else node.text


def child(node: Node, key: str) -> Node | None:
    """The value of *key*, where *node* is a mapping that has it."""
    if isinstance(node, Mapping):
        return next((value for name, value in node.pairs if name.text == key), None)
    return None


def explain(error: ValidationError, root: Node, model: type[BaseModel]) -> list[Problem]:
    """A problem for everything that *model* found wrong in *root*."""
    return [_problem(detail, root, model) for detail in error.errors(include_url=False)]


def _problem(detail: Map[str, Any], root: Node, model: type[BaseModel]) -> Problem:
    path = [part for part in detail["loc"] if part != "[key]"]
    key = str(path[-1]) if path else ""
    message = _SAID.get(detail["type"], detail["msg"].removeprefix("Value error, "))
    message = message.format(key=key)
    if detail["type"] == "extra_forbidden":
        message += did_you_mean(key, _keys_at(model, path[:-1]))
    of_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
    return Problem(where=_place(root, path, of_key=of_key), message=message)


def _place(root: Node, path: list[Any], *, of_key: bool) -> Where:
    """Where *path* stands, or the deepest part of it that is there."""
    where, node = root.where, root
    for step, part in enumerate(path):
        last = step == len(path) - 1
        if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            where = node.where
        elif isinstance(node, Mapping):
            pair = next(((k, v) for k, v in node.pairs if k.text == str(part)), None)
            if pair is None:
                return where
            node = pair[1]
            empty = isinstance(node, Scalar) and node.plain and not node.text
            where = pair[0].where if (last and of_key) or empty else node.where
    return where


def _keys_at(model: type[BaseModel], path: list[Any]) -> list[str]:
    """The keys that are known at *path* within *model*."""
    for part in path:
        field = model.model_fields.get(str(part))
        inner = _model_in(field.annotation) if field else None
        model = inner or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in get_args(annotation))
    return next((model for model in found if model), None)
