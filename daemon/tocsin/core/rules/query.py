"""The query line: ``(Putin OR Kremlin) AND sanction* NOT title:podcast``.

The grammar is lark's (LALR).  Its basic lexer reads every word once and for all, so that an
operator is never quietly taken for a word; what only looks like one is a token of its own, whose
one purpose is to be refused with the right advice.
"""

from collections.abc import Callable, Collection
from functools import cache

from lark import Lark, Token, Transformer, Tree, UnexpectedToken, v_args
from lark.exceptions import VisitError

from tocsin.core.rules import regexes
from tocsin.core.rules.query_errors import TEXT_FIELDS, QueryError, Refuser, misplaced, query_error
from tocsin.core.rules.terms import Refusal, quoted_term, word_term
from tocsin.core.rules.tree import (
    And,
    EntityRef,
    InField,
    Mentions,
    Meta,
    Near,
    Node,
    Not,
    Or,
    Regex,
    Term,
    Unit,
)
from tocsin.core.wording import did_you_mean

_GRAMMAR = r"""
start: or
?or: and (_OR and)*
?and: not (_AND? not)*
?not: (NOT | MINUS) not -> negation
    | near
?near: unary ((NEAR | SENT | PARA) unary)?
?unary: FIELD unary   -> field
    | ATLEAST unary   -> atleast
    | _LPAR or _RPAR
    | PHRASE          -> phrase
    | REGEX           -> regex
    | ENTITY          -> entity
    | WORD            -> word

_LPAR: "("
_RPAR: ")"
_AND.9: /AND(?=[\s()"“„«]|$)/
_OR.9: /OR(?=[\s()"“„«]|$)/
NOT.9: /NOT(?=[\s()"“„«]|$)/
SENT.9: /SENT(?=[\s()"“„«]|$)/
PARA.9: /PARA(?=[\s()"“„«]|$)/
NEAR.9: /(NEAR|PRE)\/\d{1,4}(?=[\s()"“„«]|$)/
ATLEAST.9: /ATLEAST\/\d{1,4}(?=[\s()"“„«]|$)/
MINUS.9: /-(?=[^\s\-]|$)/
ENTITY.9: /(@|entity:)[\w-]+/
FIELD.8: /(title|lead|body|any|url|author|feed|tag|lang):/
PHRASE.8: /("[^"]*"|“[^”"]*[”"]|„[^“”"]*[“”"]|«[^»]*»)(~\d{1,3}(?=[\s()]|$))?/
REGEX.8: /\/([^\/\\]|\\.)*\/\w*/s
WORD.1: /=?[\w#$€£¥.*?\xad\u0300-\u036f\u0900-\u0dff\u200b-\u200f]/ _INNER*
_INNER: /(?<=\d),(?=\d)|[^\s()":,;|{}\[\]<>^!~\\“”„«»@]/

SMALL.7: /(?!AND|OR|NOT)(?i:and|or|not)(?=[\s()"“„«]|$)/
    | /(?!NEAR|PRE|ATLEAST)(?i:near|pre|atleast)\/\d+/
NUMBERLESS.7: /(NEAR|PRE|ATLEAST)(\/[^\s()]*|\d{1,4})?(?=[\s()"“„«]|$)/
    | /(W|N|WITHIN|ADJ)\/\d{1,4}(?=[\s()"“„«]|$)/
SLASHED.7: /(AND|OR|NOT|SENT|PARA)\/\S*/
NAMELESS.7: /@|entity:/
UNKNOWN_FIELD.7: /[^\W_][\w-]*:/
UNCLOSED.6: /["“„«”»]/
UNCLOSED_REGEX.6: /\//
CHARACTER.0: /./s
%ignore /[\s\ufeff]+/
"""
_DEEPEST = 60


def parse_query(text: str, entities: Collection[str] | None = None) -> Node:
    """The tree of a query line; *entities* are the known ids, None checks no names.

    Raises:
        QueryError: The first thing that is wrong with it.
    """
    if not text.strip():
        raise QueryError(code="Q001", message="this query is empty: write at least one word")
    try:
        tree = _parser().parse(text)
    except UnexpectedToken as error:
        previous = _type_before(text, error.token)
        raise misplaced(error.token, previous, len(text)) from None
    if _depth(tree) > _DEEPEST:
        raise QueryError(
            code="Q003", message=f"brackets and signs are nested deeper than {_DEEPEST}"
        )
    try:
        node: Node = _Builder(entities).transform(tree)
    except VisitError as error:
        raise error.orig_exc from None
    return node


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer="basic", postlex=Refuser(), propagate_positions=True)


def _depth(tree: Tree[Token]) -> int:
    deepest, level = 0, [tree]
    while level:
        deepest += 1
        level = [child for parent in level for child in parent.children if isinstance(child, Tree)]
    return deepest


def _type_before(text: str, token: Token) -> str:
    """The type of the token before *token*, or nothing at the start."""
    before = ""
    for other in _parser().lex(text):
        if token.type != "$END" and other.start_pos == token.start_pos:
            break
        before = other.type
    return before


# --- from lark's tree to ours ----------------------------------------------------------------


@v_args(inline=True)
class _Builder(Transformer[Token, Node]):
    """Builds our nodes, checking what a grammar cannot."""

    def __init__(self, entities: Collection[str] | None) -> None:
        super().__init__()
        self._entities = entities

    def start(self, node: Node) -> Node:
        return node

    @v_args(inline=False)
    def or_(self, nodes: list[Node]) -> Node:
        return Or(nodes=tuple(nodes))

    @v_args(inline=False)
    def and_(self, nodes: list[Node]) -> Node:
        return And(nodes=tuple(nodes))

    def negation(self, _: Token, node: Node) -> Node:
        return Not(node=node)

    def near(self, left: Node, token: Token, right: Node) -> Node:
        for operand in (left, right):
            if not is_countable(operand):
                raise query_error("Q009", "NEAR joins words and groups of alternatives only", token)
        operator, _, number = token.partition("/")
        unit = {"SENT": Unit.SENTENCE, "PARA": Unit.PARAGRAPH}.get(operator, Unit.WORDS)
        return Near(
            terms=(left, right), unit=unit, words=int(number or 0), in_order=operator == "PRE"
        )

    def field(self, token: Token, node: Node) -> Node:
        name = token[:-1]
        if name == "any":
            return node
        return InField(field=name, node=node) if name in TEXT_FIELDS else _meta(name, node, token)

    def atleast(self, token: Token, node: Node) -> Node:
        count = int(token.partition("/")[2])
        if count < 1:
            raise query_error("Q006", "ATLEAST needs a number of 1 or more", token)
        if not is_countable(node):
            raise query_error(
                "Q010", "ATLEAST counts one thing: a word, a phrase, an entity, or (a OR b)", token
            )
        return Mentions(count=count, node=node)

    def phrase(self, token: Token) -> Node:
        text, _, slop = token.rpartition("~") if token[-1].isdigit() else (token, "", "0")
        return _refusing(token, lambda: quoted_term(text[1:-1], int(slop)))

    def regex(self, token: Token) -> Node:
        pattern, _, flags = token[1:].rpartition("/")
        if flags not in ("", "i"):
            raise query_error("Q012", f"the only flag of a pattern is i, not {flags}", token)
        try:
            regexes.check(pattern)
        except regexes.RegexError as error:
            raise query_error("Q012", f"this pattern cannot be used: {error}", token) from None
        return Regex(pattern=pattern, ignore_case=flags == "i")

    def entity(self, token: Token) -> Node:
        name = token.removeprefix("@").removeprefix("entity:")
        if self._entities is not None and name not in self._entities:
            message = f"there is no entity {name}{did_you_mean(name, self._entities)}"
            raise query_error("R020", message, token)
        return EntityRef(id=name)

    def word(self, token: Token) -> Node:
        return _refusing(token, lambda: word_term(token.value))


# `or`, `and` are words of Python's, so that a method cannot be called so.
setattr(_Builder, "or", _Builder.or_)
setattr(_Builder, "and", _Builder.and_)


def _refusing(token: Token, term: Callable[[], Term]) -> Term:
    try:
        return term()
    except Refusal as refusal:
        raise query_error(refusal.code, refusal.message, token) from None


def is_countable(node: Node) -> bool:
    """Whether *node* has places in the text: a term, or alternatives of such, in a field or any."""
    if isinstance(node, InField):
        return is_countable(node.node)
    if isinstance(node, Or):
        return all(is_countable(child) for child in node.nodes)
    return isinstance(node, Term | Regex | EntityRef)


def _meta(name: str, node: Node, token: Token) -> Node:
    """*node* with its terms looked for in what is known of the article."""
    match node:
        case Term() | Regex():
            return Meta(field=name, term=node)
        case Or(nodes=nodes):
            return Or(nodes=tuple(_meta(name, child, token) for child in nodes))
        case And(nodes=nodes):
            return And(nodes=tuple(_meta(name, child, token) for child in nodes))
        case Not(node=child):
            return Not(node=_meta(name, child, token))
        case _:
            raise query_error("Q007", f"a word is expected after {name}:", token)
