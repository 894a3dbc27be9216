"""Single terms: what one word of a query, or one item of a YAML list, stands for."""

import re
from dataclasses import dataclass

from tocsin.core.rules.tree import Term
from tocsin.core.text.tokens import words

_quotes = re.compile('["“”„«»]')
_LEAST_LETTERS = 3
# A piece of a term between separators; ``*`` and ``?`` belong to it.
_wild_piece = re.compile(r"(?:[^\W_]|['’.]|[*?])+")
_inner_wildcard = re.compile(r"[^\W_]\*|[^\W_]\?(?=[^\W_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Exception):
    """A term that cannot be what its author meant: *code* and what to do about it."""

    code: str
    message: str


def word_term(text: str) -> Term:
    """The term that an unquoted *text* stands for: ``=exact``, ``stem*``, or words.

    Raises:
        Refusal: Too few letters before a wildcard, or no letter at all.
    """
    if text.startswith("="):
        return exact_term(text[1:])
    if wild := _is_wild(text):
        _check_wildcards(text)
    _check_words(text)
    return Term(text=text, wild=wild, forms=not wild)


def exact_term(text: str) -> Term:
    """The term of just these letters, accents and capitals."""
    _check_words(text)
    return Term(text=text.strip(), exact=True, forms=False)


def quoted_term(text: str, slop: int = 0) -> Term:
    """The literal phrase *text*, with up to *slop* words inside it.

    Raises:
        Refusal: No word in it, or a wildcard, which quotes would switch off.
    """
    if not words(text):
        raise Refusal(code="Q011", message="this phrase is empty: write words between the quotes")
    if _inner_wildcard.search(text):
        raise Refusal(
            code="Q008",
            message="* and ? are no wildcards between quotes: take the quotes away, and join "
            "words as in climat* PRE/0 change",
        )
    return Term(
        text=" ".join(re.sub(r"[*?]", " ", _quotes.sub(" ", text)).split()), forms=False, slop=slop
    )


def _is_wild(text: str) -> bool:
    return "*" in text or bool(re.search(r"\?(?=[^\W_])", text))


def _check_wildcards(text: str) -> None:
    for piece in _wild_piece.findall(text):
        stem = re.split(r"[*?]", piece)[0]
        if stem != piece and sum(map(str.isalnum, stem)) < _LEAST_LETTERS:
            raise Refusal(
                code="Q013",
                message=f"{piece} stands for too much: write at least three letters before * or ?",
            )


def _check_words(text: str) -> None:
    if not words(text):
        raise Refusal(code="Q008", message=f"there is no letter or digit in {text.strip()!r}")
