"""What the commands print, run as the program runs them."""

import asyncio
import json
from pathlib import Path

import pytest
from sqlalchemy import Connection

from sample import article
from tocsin.clock import SystemClock
from tocsin.config import read_config
from tocsin.core.model import Join, Placement
from tocsin.store import articles
from tocsin.store.sqlite import open_sqlite
from typed import typed

CONFIG = """\
feeds:
  - https://courier.example/feed
watchlist:
  entities:
    varga: {name: Ilse Varga, type: person, short: [Varga]}
  rules:
    - id: bridges
      match: {all: [entity: varga, bridge]}
      examples: {match: [Varga closed the bridges], ignore: [a bridge too far]}
    - {id: roads, match: road}
"""


def tocsin(folder: Path, *arguments: str, code: int = 0, config: str = CONFIG) -> str:
    """What ``tocsin …`` says in *folder*, if it ends with *code*."""
    (folder / "tocsin.yaml").write_text(config)
    return typed(folder, *arguments, code=code)


def keep(conn: Connection, title: str) -> None:
    one = article(first_seen=SystemClock().now(), title=title)
    articles.add(conn, one, Placement(how=Join.OPENED))


async def fill(path: Path, title: str = "Old bridge closed after inspection") -> None:
    store = open_sqlite(path)
    await store.write(keep, title)
    await store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose store holds one article that no rule has seen yet."""
    asyncio.run(fill(tmp_path / "tocsin.db"))
    return tmp_path


def test_a_new_configuration_passes_its_check(tmp_path: Path) -> None:
    assert "next: tocsin check" in tocsin(tmp_path, "init", "new")
    assert "is right" in tocsin(tmp_path, "check", "--config", "new/tocsin.yaml")


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    assert "is there already; nothing was written" in tocsin(tmp_path, "init", code=1)
    assert (tmp_path / "tocsin.yaml").read_text() == CONFIG


def test_init_says_where_it_may_not_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert "cannot write to file/new: " in tocsin(tmp_path, "init", "file/new", code=1)


def test_init_says_where_it_may_not_even_look(tmp_path: Path) -> None:
    unlikely = "n" * 300  # too long for a name: of permissions, root needs none

    assert f"cannot write to {unlikely}: " in tocsin(tmp_path, "init", unlikely, code=1)


def test_a_configuration_shown_is_the_same_configuration(tmp_path: Path) -> None:
    shown = tocsin(tmp_path, "config", "show")
    (tmp_path / "again.yaml").write_text(shown)

    again = tocsin(tmp_path, "config", "show", "--config", "again.yaml")

    assert again == shown
    assert "update_at_most_every: 10m" in shown


def test_a_rule_shown_names_every_form_it_looks_for(tmp_path: Path) -> None:
    shown = tocsin(tmp_path, "rules", "show", "bridges")

    assert "bridge, bridged, bridges, bridging" in shown
    assert "entity:varga: " in shown


def test_an_unknown_rule_is_told_with_one_that_is_like_it(tmp_path: Path) -> None:
    said = tocsin(tmp_path, "rules", "show", "bridge", code=1)

    assert said.startswith('there is no rule bridge (did you mean "bridges"?)')


def test_examples_are_run(tmp_path: Path) -> None:
    said = tocsin(tmp_path, "rules", "test")

    assert said == "2 examples of 1 rule tried: all do what they say\nwithout examples: roads\n"


def test_a_rule_is_applied_to_open_stories_once(folder: Path) -> None:
    first = tocsin(folder, "rules", "apply", "bridges")
    again = tocsin(folder, "rules", "apply", "bridges")

    assert "newly matches 1 open story: #1." in first
    assert "newly matches 0 open stories." in again
    listed = json.loads(tocsin(folder, "rules", "list", "--json"))
    assert [(rule["id"], rule["stories"]) for rule in listed] == [("bridges", 1), ("roads", 0)]


def test_an_article_of_the_store_is_explained(folder: Path) -> None:
    said = tocsin(folder, "explain", "1")

    assert "bridges: matches" in said
    assert "**bridge**" in said
    assert "story: #1, opened a story" in said
    assert said == tocsin(folder, "explain", "https://courier.example/bridge?utm_source=x")


def test_a_near_miss_names_the_clause_that_failed(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("A title\nVarga spoke at length of other matters.")

    said = tocsin(tmp_path, "explain", "text")

    assert "clause 2 of 2 missing: no form of bridge (" in said
    assert "far from matching: 1 other rule\n" in said
    assert "it would open a new one" in said


def test_a_page_on_this_machine_is_explained(tmp_path: Path) -> None:
    paragraph = "<p>Ilse Varga has closed the bridge, which is old, to all lorries for now.</p>"
    page = f"<html><head><title>News</title></head><body><article>{paragraph * 9}</article></body>"
    (tmp_path / "page.html").write_text(page)

    assert "bridges: matches" in tocsin(tmp_path, "explain", "page.html", "--rule", "bridges")


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("77", "77: no article has this id, and no file has this name"),
        ("9" * 25, ": no article has this id, and no file has this name"),
        ("nowhere.txt", "nowhere.txt: no address of the web, and no file has this name"),
        (".", "cannot read .: Is a directory"),
    ],
)
def test_what_cannot_be_found_is_told(subject: str, said: str, tmp_path: Path) -> None:
    assert said in tocsin(tmp_path, "explain", subject, code=1)


@pytest.mark.parametrize(
    "command",
    [("stories", "show"), ("alerts", "show"), ("alerts", "resend"), ("silence", "expire")],
)
def test_a_number_that_no_store_has_is_misuse(command: tuple[str, ...], tmp_path: Path) -> None:
    assert "a number as `list` shows it" in tocsin(tmp_path, *command, "9" * 25, code=2)


def test_a_rule_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    assert "there is no rule x" in tocsin(tmp_path, "explain", "1", "--rule", "x", code=2)


def test_an_empty_store_says_that_it_has_no_story(tmp_path: Path) -> None:
    assert tocsin(tmp_path, "stories", "list") == "no article has been read yet\n"


def test_stories_are_listed_shown_split_and_merged(folder: Path) -> None:
    asyncio.run(fill(folder / "tocsin.db", title="A report of its own"))

    assert "A report of its own" in tocsin(folder, "stories", "list")
    assert "#1 has the articles of both now" in tocsin(folder, "stories", "merge", "2", "1")
    assert "by hand" in tocsin(folder, "stories", "show", "1")
    assert "merged into #1" in tocsin(folder, "stories", "show", "2")
    assert "#3 has 1 article of #1 now" in tocsin(folder, "stories", "split", "1", "2")
    shown = json.loads(tocsin(folder, "stories", "show", "3", "--json"))
    assert [placed["article"]["id"] for placed in shown["placed"]] == [2]
    assert "there is no story #9" in tocsin(folder, "stories", "show", "9", code=1)


WRONG = [
    ("feeds: [https://a.example/x]\nwatchlist: {rulez: []}\n", "tocsin.yaml:2:13"),
    ("feeds: ['https://a.example/${NOT_SET}']\nwatchlist: {}\n", "NOT_SET is not set"),
    (CONFIG.replace("a bridge too far", "Varga and the bridge"), "R040"),
]


@pytest.mark.parametrize("command", [("check",), ("run",), ("run", "--once")])
@pytest.mark.parametrize(("text", "said"), WRONG, ids=["key", "variable", "example"])
def test_a_wrong_configuration_is_told_and_nothing_starts(
    text: str, said: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    assert said in tocsin(tmp_path, *command, code=1, config=text)


def test_options_that_do_not_go_together_are_misuse(tmp_path: Path) -> None:
    assert "need --once" in tocsin(tmp_path, "run", "--json", code=2)


ROUTED = """\
channels: {desk: {type: console}, idle: {type: console, at_most: 20/h}}
routes: [{rules: [bridges], channels: [desk], quiet: "22:00-07:00", digest: "08:00"}]
"""


IN_VAIN = """\
channels:
  desk: {type: slack, webhook: "https://hooks.example/services/T/B/x"}
  mail: {type: email, to: [desk@example.org], smtp: "smtp://mail.example.org:587"}
routes:
  - {mention: "<!here>"}
  - {rules: [roads], severity: critical, quiet: "22:00-07:00"}
  - {channels: [desk], mention: "@here", digest: "08:00", reminder_every: 2h}
"""


def warnings(folder: Path) -> list[str]:
    """What is likely a slip in the configuration there, each with its line and column."""
    found = read_config(folder / "tocsin.yaml", {}).warnings
    return [str(problem).removeprefix(f"{problem.where.file}:") for problem in found]


def test_check_warns_of_what_a_route_asks_for_in_vain(tmp_path: Path) -> None:
    (tmp_path / "tocsin.yaml").write_text(CONFIG + IN_VAIN)

    assert warnings(tmp_path) == [
        "15:5 warning: route 1: `mention` does nothing on mail: a mail calls nobody",
        "16:5 warning: route 2: `quiet` does nothing: what is critical passes quiet hours",
        "17:5 warning: route 3: `mention` does nothing on desk: "
        "Slack takes @here for plain text; write <!here> or <@U0123ABCD>",
        "17:5 warning: route 3: its times do nothing: "
        "a digest is sent when it says, one entry a story",
    ]


def test_check_warns_of_a_critical_rule_that_only_digests_tell(tmp_path: Path) -> None:
    critical = CONFIG.replace("match: road", "match: road, severity: critical")
    (tmp_path / "tocsin.yaml").write_text(critical + "routes: [{digest: '08:00'}]\n")

    assert warnings(tmp_path) == [
        "10:12 warning: rule roads is critical, but waits for a digest: give it a route of its own"
    ]


def test_check_says_what_the_routes_do_and_what_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "tocsin.yaml").write_text(CONFIG + ROUTED)

    said = typed(tmp_path, "check")

    assert "route 1: rules bridges → desk; in a digest at 08:00; held 22:00-07:00" in said
    assert "at most 20/h, then the rest in one message" in said
    assert warnings(tmp_path) == [
        "10:12 warning: rule roads: no route takes it: what it matches is told nowhere",
        "11:41 warning: channel idle: no rule leads to it",
    ]


COMMANDS = [
    ("stories", "list"), ("stories", "show", "1"), ("explain", "1"), ("rules", "apply", "bridges"),
    ("alerts", "list"), ("alerts", "show", "1"),
]  # fmt: skip


def test_no_headline_commands_the_terminal(tmp_path: Path) -> None:
    asyncio.run(fill(tmp_path / "tocsin.db", title="Old \x1b[2Jbridge \u202eclosed\x9b2J"))

    said = "".join(tocsin(tmp_path, *command) for command in COMMANDS)

    assert said.count("bridge closed") > 4
    assert not set(said) & {"\x1b", "\x9b", "\u202e"}
