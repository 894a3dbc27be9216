"""What is known of an article besides its text: where it comes from, its language, its tags."""

import re

from tocsin.core.model import Article
from tocsin.core.rules.regexes import spans
from tocsin.core.rules.tree import Meta, Regex, Scope, Term
from tocsin.core.text.fold import fold
from tocsin.core.text.tokens import joined


def meta_holds(meta: Meta, article: Article) -> bool:
    """Whether what is known of *article* has the term of *meta*."""
    values = {
        "url": (article.url,),
        "author": (article.author,),
        "feed": (article.feed_id,),
        "tag": tuple(article.tags),
        "lang": (article.lang,),
    }[meta.field]
    return any(_has(value, meta) for value in values)


def _has(value: str, meta: Meta) -> bool:
    term = meta.term
    if isinstance(term, Regex):
        return next(spans(term.pattern, value, ignore_case=term.ignore_case), None) is not None
    if meta.field == "lang":
        return speaks(value, term.text)
    if term.wild:
        return re.search(_wild(term), fold(value)) is not None
    if meta.field in ("feed", "tag"):
        return fold(value) == fold(term.text)
    return joined(term.text) in joined(value)


def _wild(term: Term) -> str:
    expression = re.escape(fold(term.text)).replace(r"\*", ".*").replace(r"\?", ".")
    return rf"(?<![^\W_]){expression}(?![^\W_])"


def speaks(language: str, wanted: str) -> bool:
    """Whether *language* (``pt-BR``) is the one *wanted* (``pt`` or ``pt-br``)."""
    have, want = (re.split("[-_]", name.strip().lower()) for name in (language, wanted))
    return have[: len(want)] == want


def in_scope(scope: Scope, article: Article) -> bool:
    """Whether *scope* lets a rule look at *article* at all."""

    def tagged(wanted: frozenset[str]) -> bool:
        return bool(wanted) and not {*map(fold, wanted)}.isdisjoint(map(fold, article.tags))

    def spoken(wanted: frozenset[str]) -> bool:
        return any(speaks(article.lang, language) for language in wanted)

    return (
        (not scope.feeds or article.feed_id in scope.feeds)
        and article.feed_id not in scope.feeds_not
        and (not scope.tags or tagged(scope.tags))
        and not tagged(scope.tags_not)
        and (not scope.lang or spoken(scope.lang))
        and not spoken(scope.lang_not)
    )
