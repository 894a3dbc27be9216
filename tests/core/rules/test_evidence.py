"""What a match is told by: its hits, its relevance and the snippet."""

from hypothesis import given
from hypothesis import strategies as st

from core.rules.watching import FewForms, article, watch, watchlist
from tocsin.core.model import Article, Match
from tocsin.core.rules import compile_watchlist

FILLER = "Filler words go here. " * 20


def only(rule: object, read: Article, **keys: object) -> Match:
    (match,) = watch(rule, **keys).match(read)
    return match


def marked(match: Match) -> list[str]:
    return [match.snippet.text[low:high] for low, high in match.snippet.marks]


def test_a_hit_names_its_clause_and_the_form_that_stood_there() -> None:
    read = article("First.\nThey were sanctioned.", "Putin speaks")
    hits = only("Putin AND sanction", read).hits
    assert [(hit.clause, hit.via, hit.field, hit.paragraph) for hit in hits] == [
        ("Putin", "putin", "title", 0),
        ("sanction", "sanctioned", "body", 1),
    ]
    assert [read.text[low:high] for low, high in hits[1].spans] == ["sanctioned"]


def test_the_snippet_is_the_sentence_that_shows_every_clause() -> None:
    match = only("Putin AND sanction", article(f"Putin. {FILLER}Sanctions on Putin. Sanctions."))
    assert match.snippet.text == "Sanctions on Putin."
    assert marked(match) == ["Sanctions", "Putin"]


def test_clauses_far_apart_are_shown_by_a_sentence_each() -> None:
    match = only("Putin AND sanction", article(f"Putin left. {FILLER}Sanctions came."))
    assert match.snippet.text == "Putin left. … Sanctions came."


def test_both_ends_of_a_nearness_are_shown() -> None:
    match = only("Putin NEAR/9 sanction", article("Putin left. Sanctions came."))
    assert marked(match) == ["Putin", "Sanctions"]


@given(
    st.lists(st.sampled_from(["Putin", "sanctions", "word. Next", "\n", "x" * 40]), max_size=200)
)
def test_the_snippet_shows_every_clause_whatever_the_text(words: list[str]) -> None:
    read = article(" ".join((*words, "Putin", "sanctions")))
    match = only("Putin AND sanction", read)
    assert {text.lower() for text in marked(match)} == {"putin", "sanctions"}
    assert len(match.snippet.text) <= 400


def test_exclusions_and_masked_regions_are_told() -> None:
    match = only("Putin NOT title:podcast NOT hockey", article("Putin.\nRelated: Xi"))
    assert match.absent == ("title:podcast", "hockey")
    assert match.masked == (("body", (7, 18)),)


def test_relevance_grows_with_place_repetition_and_closeness() -> None:
    rule = "Putin AND sanction"
    far = only(rule, article(f"{FILLER}Putin. {FILLER}Sanctions.")).relevance
    close = only(rule, article(f"{FILLER}Putin and sanctions. {FILLER}")).relevance
    lead = only(rule, article("Putin and sanctions.")).relevance
    title = only(rule, article("", "Putin and sanctions")).relevance
    assert [far, close, lead, title] == [30, 45, 75, 100]


def test_the_weakest_clause_weighs_as_much_as_the_mean() -> None:
    match = only("Putin AND sanction", article(f"{FILLER}Sanctions.", "Putin"))
    assert match.relevance == round(100 * (0.3 + (1 + 0.3) / 2) / 2)


def test_low_relevance_goes_elsewhere_and_is_never_dropped() -> None:
    keys = {"notify": ["desk"], "relevance": {"below": "45", "notify": ["mail"]}}
    assert only("Putin", article(f"{FILLER}Putin."), **keys).notify == ("mail",)
    assert only("Putin", article("", "Putin"), **keys).notify == ("desk",)


def test_the_hash_of_a_rule_changes_with_its_wording_and_its_entities() -> None:
    def wording(name: str, rule: str) -> str:
        text = (
            f"entities:\n  e: {{name: {name}}}\nrules:\n  - {{id: one, match: {{query: '{rule}'}}}}"
        )
        (match,) = compile_watchlist(watchlist(text), FewForms()).match(article("Putin. Xi."))
        return match.rule_hash

    hashes = {wording("Putin", "@e"), wording("Xi", "@e"), wording("Putin", "@e OR x")}
    assert len(hashes) == 3
    assert wording("Putin", "@e") in hashes
