"""What is wrong with a query line, and what to do about it.

Some tokens of the grammar are there only to be refused with the right advice: a small ``and``, a
quote that is never closed, a field that nobody knows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lark import Token

from tocsin.core.wording import did_you_mean

TEXT_FIELDS = ("title", "lead", "body", "any")
META_FIELDS = ("url", "author", "feed", "tag", "lang")
_OPERATORS = frozenset({"_AND", "_OR", "NOT", "MINUS", "NEAR", "SENT", "PARA", "ATLEAST", "FIELD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryError(Exception):
    """What is wrong with a query, and at which *column* (from 1) it shows."""

    code: str
    message: str
    column: int = 1


def query_error(code: str, message: str, token: Token | int) -> QueryError:
    """The error that shows at *token*, or so many characters into the query."""
    offset = token if isinstance(token, int) else token.start_pos
    return QueryError(code=code, message=message, column=(offset or 0) + 1)


def _unknown_field(token: Token) -> QueryError:
    name = token[:-1]
    known = (*TEXT_FIELDS, *META_FIELDS, "entity")
    message = (
        f"there is no field {name}{did_you_mean(name, known)}: put quotes around it if it is text"
    )
    return query_error("Q005", message, token)


def _small(token: Token) -> QueryError:
    return query_error("Q004", f'write {token.upper()} in capitals, or "{token}" as a word', token)


def _numberless(token: Token) -> QueryError:
    """NEAR, NEAR/x, NEAR5; or W/5 and its like, as other search engines write it."""
    operator = token.split("/")[0].rstrip("0123456789")
    distance = "".join(sign for sign in token if sign.isdigit()) or "5"
    if operator in ("NEAR", "PRE", "ATLEAST"):
        message = f"{operator} needs a number: write {operator}/{distance}"
    else:
        message = f"{operator}/{distance} is no operator here: write NEAR/{distance}"
    return query_error("Q006", message, token)


def _slashed(token: Token) -> QueryError:
    operator = token.split("/")[0]
    return query_error("Q008", f"{operator} takes no slash: write {operator} alone", token)


_ADVICE = {
    "“": "close it with ”", "„": "close it with “", "«": "close it with »", '"': 'add "',
    "”": "it was never opened", "»": "it was never opened",
}  # fmt: skip
_INSTEAD = {
    "|": "write OR", "!": "write NOT", ",": "write OR or AND", ";": "write OR or AND",
    "'": 'use " for a phrase', "‘": 'use " for a phrase', "’": 'use " for a phrase',
    "&": "write AND", "+": "words side by side already mean AND",
    "~": 'write it right behind a phrase: "rate hike"~2',
    "-": "write NOT, or no space behind it",
    "[": "use ( and )", "]": "use ( and )", "{": "use ( and )", "}": "use ( and )",
}  # fmt: skip


def _unclosed(token: Token) -> QueryError:
    return query_error("Q002", f"this quote is not closed: {_ADVICE[token.value]}", token)


def _character(token: Token) -> QueryError:
    advice = _INSTEAD.get(token.value, "put quotes around text that holds it")
    return query_error("Q008", f"{token.value} is not allowed here: {advice}", token)


_REFUSED: dict[str, Callable[[Token], QueryError]] = {
    "SMALL": _small,
    "NUMBERLESS": _numberless,
    "SLASHED": _slashed,
    "NAMELESS": lambda token: query_error(
        "Q007", f"an entity's id is expected after {token}", token
    ),
    "UNKNOWN_FIELD": _unknown_field,
    "UNCLOSED": _unclosed,
    "UNCLOSED_REGEX": lambda token: query_error(
        "Q012", "this pattern is never closed: add /", token
    ),
    "CHARACTER": _character,
}


class Refuser:
    """Between lexer and parser: refuses what is never right, and brackets that do not pair."""

    always_accept = tuple(_REFUSED)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        opened: list[Token] = []
        for token in stream:
            if refuse := _REFUSED.get(token.type):
                raise refuse(token)
            if token.type == "_LPAR":
                opened.append(token)
            elif token.type == "_RPAR":
                if not opened:
                    raise query_error(
                        "Q003", "this bracket was never opened: add ( or take it away", token
                    )
                opened.pop()
            yield token
        if opened:
            raise query_error("Q003", "this bracket is never closed: add )", opened[-1])


def misplaced(token: Token, previous: str, length: int) -> QueryError:
    """The error for a *token* that the grammar has no place for.

    *previous* is the type of the one before it, *length* that of the query.
    """
    if token.type in ("NOT", "MINUS", "ATLEAST") and previous in ("NEAR", "SENT", "PARA"):
        return query_error("Q009", "NEAR joins words and groups only", token)
    if token.type in ("NOT", "MINUS") and previous == "ATLEAST":
        return query_error("Q010", "ATLEAST counts one thing, not what is absent", token)
    if token.type in ("NEAR", "SENT", "PARA") and previous not in _OPERATORS | {"_LPAR", ""}:
        return query_error(
            "Q009", "NEAR joins two words or groups, not a chain: in YAML, near takes more", token
        )
    if token.type == "$END":
        return query_error("Q007", "a word is expected here, the query ends too early", length)
    return query_error("Q007", f"a word is expected here, not {token}", token)
