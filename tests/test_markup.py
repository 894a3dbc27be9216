"""HTML as people read it."""

import pytest

from tocsin.markup import one_line, paragraphs


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("Bridge <!-- draft --> closed<!-- b -->", "Bridge closed"),
        ("Bridge <!-- <b>draft</b>\n --> <b>closed</b>", "Bridge closed"),
        ("a <!-- is how a comment begins", "a <!-- is how a comment begins"),
        ("a --> b <!-- c", "a --> b <!-- c"),
    ],
)
def test_comments_are_not_read_and_what_is_none_is(markup: str, read: str) -> None:
    assert one_line(markup) == read


def test_a_title_that_opens_a_comment_at_every_turn_and_closes_none_is_read_in_one_go() -> None:
    opened = "<!--" * 20_000
    assert one_line(f"--> {opened}") == f"--> {opened}"
    assert paragraphs("<p>One<p>Two <!-- three") == "One\nTwo"
