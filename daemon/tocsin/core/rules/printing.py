"""A rule as YAML: what is printed reads back as the same rule."""

from tocsin.core.rules.labels import label
from tocsin.core.rules.tree import (
    And,
    AtLeast,
    Case,
    Entity,
    EntityRef,
    InField,
    Mentions,
    Meta,
    Near,
    Node,
    Not,
    Or,
    Regex,
    Rule,
    Scope,
    Term,
    Unit,
)

Value = "str | int | bool | list[Value] | dict[str, Value]"


def print_rule(rule: Rule) -> str:
    """*rule* as a YAML mapping, a key a line; what is left at its default is left out."""
    keys: dict[str, object] = {"id": rule.id}
    keys |= {"name": rule.name} if rule.name else {}
    keys["severity"] = str(rule.severity)
    keys |= {"notify": list(rule.notify)} if rule.notify else {}
    keys |= {"scope": _scope(rule.scope)} if rule.scope != Scope() else {}
    keys["match"] = _node(rule.match)
    if rule.relevance:
        keys["relevance"] = {"below": rule.relevance.below, "notify": list(rule.relevance.notify)}
    keys |= {"boilerplate": "include"} if rule.boilerplate else {}
    keys |= {} if rule.enabled else {"enabled": False}
    keys |= {"note": rule.note} if rule.note else {}
    keys |= {"examples": _examples(rule)} if rule.examples.match or rule.examples.ignore else {}
    return "".join(f"{key}: {_flow(value)}\n" for key, value in keys.items())


def print_entity(entity: Entity) -> str:
    """*entity* as a YAML mapping on one line."""
    keys: dict[str, object] = {"name": entity.name, "type": entity.type, "case": entity.case}
    lists = ("aliases", "short", "roles", "context", "not_part_of")
    keys |= {name: list(getattr(entity, name)) for name in lists if getattr(entity, name)}
    if entity.short_always is not None:
        keys["short_when"] = "always" if entity.short_always else "full_name"
    keys |= {"roles_when": "always"} if entity.roles_always else {}
    keys |= {"context_within": entity.context_within} if entity.context_within is not None else {}
    return f"{entity.id}: {_flow(keys)}\n"


def _scope(scope: Scope) -> dict[str, object]:
    sets = {name: sorted(getattr(scope, name)) for name in Scope.__slots__}
    return {name: values for name, values in sets.items() if values}


def _examples(rule: Rule) -> dict[str, object]:
    both = {"match": list(rule.examples.match), "ignore": list(rule.examples.ignore)}
    return {name: texts for name, texts in both.items() if texts}


# --- conditions ------------------------------------------------------------------------------


def _node(node: Node) -> object:
    match node:
        case Term():
            return _term(node)
        case Regex(pattern=pattern, ignore_case=ignore_case):
            return {"regex": f"/{pattern}/{'i' if ignore_case else ''}"}
        case EntityRef(id=name):
            return {"entity": name}
        case InField(field=field, node=child):
            return {field: _node(child)}
        case Meta(field=field, term=term):
            return {"query": f"{field}:{label(term) if isinstance(term, Regex) else _quoted(term)}"}
        case And(nodes=nodes):
            return {"all": [_node(child) for child in nodes]}
        case Or(nodes=nodes):
            return {"any": [_node(child) for child in nodes]}
        case Not(node=Or(nodes=nodes)):
            return {"none": [_node(child) for child in nodes]}
        case Not(node=child):
            return {"none": [_node(child)]}
        case _:
            return _counting(node)


def _counting(node: Node) -> object:
    match node:
        case AtLeast(count=count, nodes=nodes):
            return {"at_least": {"count": count, "of": [_node(child) for child in nodes]}}
        case Mentions(count=count, node=child):
            inner = _node(child)
            return {
                "min_mentions": count,
                **(inner if isinstance(inner, dict) else {"word": inner}),
            }
        case Near(terms=terms, unit=Unit.WORDS, words=words, in_order=in_order):
            how: dict[str, object] = {"words": words}
        case Near(terms=terms, unit=unit, in_order=in_order):
            how = {"same": str(unit)}
        case _:
            raise TypeError(node)
    order: dict[str, object] = {"in_order": True} if in_order else {}
    return {"near": {"terms": [_node(term) for term in terms], **how, **order}}


def _term(term: Term) -> dict[str, object]:
    if term.exact:
        return {"exact": term.text}
    keys: dict[str, object] = {"word": term.text}
    keys |= {"forms": False} if not term.forms and not term.wild else {}
    keys |= {"slop": term.slop} if term.slop else {}
    keys |= {"case": str(term.case)} if term.case is not Case.AUTO else {}
    return keys


def _quoted(term: Term) -> str:
    """A term of a query as it was written there: with quotes where it was literal."""
    if term.exact:
        return f"={term.text}"
    slop = f"~{term.slop}" if term.slop else ""
    return f'"{term.text}"{slop}' if not term.forms and not term.wild else term.text


# --- YAML ------------------------------------------------------------------------------------


def _flow(value: object) -> str:
    """*value* in YAML's flow style, every text in quotes."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{"".join(map(_escaped, value))}"' if isinstance(value, str) else str(value)


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
