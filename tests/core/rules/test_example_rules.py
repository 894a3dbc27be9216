"""The fifteen rules that users write do what their comments say, where the corpus is at hand."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.rules.watching import article
from tocsin.config.document import read_document
from tocsin.core.model import Match
from tocsin.core.rules import Matcher, compile_watchlist, read_watchlist
from tocsin.forms import SimplemmaForms

EXAMPLES = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data")) / "rules" / "examples.yaml"
pytestmark = pytest.mark.skipif(
    not EXAMPLES.is_file(), reason="TOCSIN_CORPUS holds no rules/examples.yaml"
)
GERMAN: dict[str, Any] = {"lang": "de", "feed_id": "dw"}


@cache
def matcher() -> Matcher:
    channels, feeds = {"slack-desk", "email-daily"}, {"dw", "spiegel"}
    watchlist = read_watchlist(read_document(EXAMPLES), channels=channels, feeds=feeds)
    return compile_watchlist(watchlist, SimplemmaForms())


def found(text: str, title: str = "", **known: Any) -> dict[str, Match]:
    return {match.rule_id: match for match in matcher().match(article(text, title, **known))}


@pytest.mark.parametrize(
    ("rule", "title", "text"),
    [
        ("putin-sanctions", "Putin speaks", "Nobody lifts travel bans, he said."),
        ("putin-sanctions", "", "Poutine a parlé. The sanctioned bank closed."),
        ("putin-sanctions-short", "", "Putin spoke. An asset freeze came."),
        ("apple-antitrust", "", "Apple faces a lawsuit over the App Store."),
        ("rate-decisions", "Bank of England rates rise", ""),
        ("rate-decisions", "ECB’s inflation worry", ""),
        ("rate-decisions", "Fed leaves rates alone", ""),
        ("acme-deal", "Acme Corp bids", "The merger may end as a takeover."),
        ("ceo-leaves", "", "The chairman, aged sixty, has quit."),
        ("ceo-leaves", "", "She will step down. The next chief executive is her son."),
        ("quake", "", "The quake off the coast had a magnitude of six."),
        ("cve", "", "CVE-2026-12345 is a zero day."),
        ("nvidia-focus", "Nvidia rises", "Nvidia said so. Nvidia’s chips sell."),
        ("us-exact", "", "The US thanked its Polish ally."),
        ("fuzzy-phrase", "", "A rate or tax hike is near."),
        ("fuzzy-phrase", "", "They raised all their rates."),
        ("recall-watch", "", "Recalling half a million vehicles is dear."),
        ("cyrillic", "", "О Путине: новые санкции введены."),
        ("passing-mention-digest", "", "Fuel cells are dear."),
    ],
)
def test_a_rule_finds_what_its_comment_says(rule: str, title: str, text: str) -> None:
    assert rule in found(text, title)


@pytest.mark.parametrize(
    ("rule", "title", "text"),
    [
        ("putin-sanctions", "Podcast: the week", "Putin scorns the embargo."),
        ("putin-sanctions", "", "Lyudmila Putin scorns the embargo."),
        ("putin-sanctions", "", "The Russian leader scorns the embargo."),
        ("putin-sanctions-short", "Podcast", "Putin scorns the embargo."),
        ("putin-sanctions-short", "", "Putin spoke. He froze. An asset was sold. A freeze came."),
        ("apple-antitrust", "", "A lawsuit over Apple juice, told on his iPad."),
        ("apple-antitrust", "", "Apple farms face a lawsuit."),
        ("rate-decisions", "Banks fall", "The ECB raised its rates."),
        ("rate-decisions", "He fed the cat at all rates", ""),
        ("acme-deal", "Acme Corp bids", "It bid and bid again."),
        (
            "ceo-leaves",
            "",
            "The chairman spoke at length of the good year behind us. A clerk quit.",
        ),
        ("quake", "", "The quake came at noon. Of the dead nothing was known."),
        ("cve", "", "CVE-2026-123 is exploited."),
        ("cve", "", "CVE-2026-12345 was fixed."),
        ("nvidia-focus", "", "Nvidia rose and AMD fell. Nvidia said so."),
        ("us-exact", "", "They told us of the Polish ally."),
        ("us-exact", "", "The US thanked those who polish shoes."),
        ("fuzzy-phrase", "", "The hike lifts the rate."),
        ("fuzzy-phrase", "", "Rates that they raise."),
        ("recall-watch", "", "He recalls the day well: nobody had yet thought of any car at all."),
        ("cyrillic", "", "Путинка и санкции."),
        ("passing-mention-digest", "", "Fuel is sold. The cell is empty."),
    ],
)
def test_a_rule_leaves_what_its_comment_excludes(rule: str, title: str, text: str) -> None:
    assert rule not in found(text, title)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (GERMAN, True),
        ({**GERMAN, "feed_id": "spiegel"}, True),
        ({**GERMAN, "lang": "en"}, False),
        ({**GERMAN, "feed_id": "bbc"}, False),
        ({**GERMAN, "tags": frozenset(("sport",))}, False),
    ],
)
def test_a_rule_reads_its_own_feeds_and_language(known: dict[str, Any], expected: bool) -> None:
    assert ("russia-in-german" in found("Der Kreml in Russland schweigt.", **known)) is expected


def test_a_passing_mention_goes_to_the_digest_alone() -> None:
    passing = found("It rained. " * 80 + "Hydrogen is dear.")["passing-mention-digest"]
    assert passing.notify == ("email-daily",)
    assert passing.relevance < 45
    assert found("Hydrogen is dear.", "Hydrogen")["passing-mention-digest"].notify == ()
