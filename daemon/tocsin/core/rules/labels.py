"""What a node is called when people are told of it: the clause as its author would write it."""

from tocsin.core.rules.tree import (
    And,
    AtLeast,
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


def label(node: Node) -> str:
    """*node* on one line, in the words of the query language where it has one."""
    match node:
        case Term():
            return _term(node)
        case Regex(pattern=pattern, ignore_case=ignore_case):
            return f"/{pattern}/{'i' if ignore_case else ''}"
        case EntityRef(id=name):
            return f"entity:{name}"
        case InField(field=field, node=child) | Meta(field=field, term=child):
            return f"{field}:{_grouped(child)}"
        case And(nodes=nodes):
            return " AND ".join(map(_grouped, nodes))
        case Or(nodes=nodes):
            return " OR ".join(label(child) for child in nodes)
        case Not(node=child):
            return f"NOT {_grouped(child)}"
        case _:
            return _counting(node)


def _counting(node: AtLeast | Mentions | Near) -> str:
    match node:
        case AtLeast(count=count, nodes=nodes):
            return f"{count} of ({', '.join(map(label, nodes))})"
        case Mentions(count=count, node=child):
            return f"ATLEAST/{count} {_grouped(child)}"
        case Near(terms=terms):
            return f" {_operator(node)} ".join(map(_grouped, terms))


def _term(term: Term) -> str:
    if term.exact:
        return f"={term.text}"
    slop = f"~{term.slop}" if term.slop else ""
    return f'"{term.text}"{slop}' if " " in term.text else term.text


def _grouped(node: Node) -> str:
    inner = label(node)
    return f"({inner})" if isinstance(node, And | Or | Near) else inner


def _operator(near: Near) -> str:
    if near.unit is Unit.WORDS:
        return f"{'PRE' if near.in_order else 'NEAR'}/{near.words}"
    return "SENT" if near.unit is Unit.SENTENCE else "PARA"
