"""The configuration file: what is understood, and how what is wrong is told."""

import os
import subprocess
import sys
from datetime import time, timedelta
from pathlib import Path

import pytest

from tocsin.config import Settings, as_yaml, find_config, read_config
from tocsin.config.settings import Heartbeat
from tocsin.core.alerting import Quiet, Rate, Route, Timing
from tocsin.core.errors import ConfigError
from tocsin.core.model import Severity

SMALLEST = """\
feeds:
  - https://example.org/world.rss
  - {id: example-politics, url: "https://example.com/p.xml", outlet: Example News, every: 10m}
watchlist:
  entities:
    putin: {name: Vladimir Putin, type: person, short: [Putin]}
  rules:
    - id: putin-sanctions
      severity: high
      match: {all: [entity: putin, sanctions]}
"""


def read(folder: Path, text: str = SMALLEST, **environ: str) -> Settings:
    path = folder / "tocsin.yaml"
    path.write_text(text, "utf-8")
    return read_config(path, environ)


def wrong(folder: Path, text: str, **environ: str) -> list[str]:
    """What is said to be wrong, without the folder's name."""
    with pytest.raises(ConfigError) as caught:
        read(folder, text, **environ)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_the_smallest_file_is_enough(tmp_path: Path) -> None:
    settings = read(tmp_path)

    world, politics = settings.feeds.values()
    assert (world.id, world.outlet, world.every) == ("example-org-world", "example.org", None)
    assert (politics.outlet, politics.every) == ("Example News", timedelta(minutes=10))
    assert [channel.kind for channel in settings.channels] == ["console"]
    assert settings.store == tmp_path / "tocsin.db"
    assert world.first_sight is None


def test_an_unknown_key_is_told_with_its_place_and_a_guess(tmp_path: Path) -> None:
    found = wrong(tmp_path, SMALLEST + "fetch:\n  alow: [10.0.0.0/8]\n")

    assert found == ['tocsin.yaml:12:3 unknown key: alow (did you mean "allow"?)']


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = """\
feeds:
  - {url: "ftp://example.org/", every: soon}
watchlist: {rules: [{id: a, match: word}]}
alerts: {wait_before_first: 10 parsecs}
feed: []
"""
    found = wrong(tmp_path, text)

    assert [problem.split(" ")[0] for problem in found] == [
        "tocsin.yaml:2:11",
        "tocsin.yaml:2:40",
        "tocsin.yaml:4:29",
        "tocsin.yaml:5:1",
    ]
    assert 'did you mean "feeds"?' in found[3]


def test_a_rule_that_is_wrong_is_told_with_its_place_and_code(tmp_path: Path) -> None:
    found = wrong(tmp_path, SMALLEST.replace("entity: putin", "entity: puttin"))

    assert len(found) == 1
    assert found[0].startswith("tocsin.yaml:10:")
    assert "R020" in found[0]


def test_a_key_given_twice_is_an_error(tmp_path: Path) -> None:
    assert wrong(tmp_path, SMALLEST + "feeds: []\n") == [
        'tocsin.yaml:11:1 R022 the key "feeds" stands here already in line 1'
    ]


def test_anchors_are_refused(tmp_path: Path) -> None:
    found = wrong(tmp_path, "feeds: &a [x]\nwatchlist: *a\n")

    assert found[0].startswith("tocsin.yaml:1:8 anchors and aliases")


def test_what_is_no_yaml_is_told_with_its_place(tmp_path: Path) -> None:
    assert wrong(tmp_path, "feeds: [a\nwatchlist: {}\n")[0].startswith("tocsin.yaml:2:")


def test_a_directory_in_place_of_the_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"directory.*container"):
        read_config(tmp_path, {})


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        read_config(tmp_path / "none.yaml", {})


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yaml"
    path.write_bytes(b"feeds:\n  - caf\xe9\n")

    with pytest.raises(ConfigError, match=r"tocsin\.yaml:2:1 this is not UTF-8"):
        read_config(path, {})


def test_variables_come_from_the_environment(tmp_path: Path) -> None:
    text = SMALLEST.replace("https://example.org", "${SITE:-https://example.org}")

    assert next(iter(read(tmp_path, text).feeds.values())).outlet == "example.org"
    filled = read(tmp_path, text, SITE="http://other.example")
    assert next(iter(filled.feeds.values())).outlet == "other.example"


def test_a_variable_that_is_not_set_is_told_with_its_column(tmp_path: Path) -> None:
    text = SMALLEST + 'channels:\n  desk: {type: slack, webhook: "${HOOK}"}\n'

    found = wrong(tmp_path, text)

    assert found[0].startswith("tocsin.yaml:12:33 the variable HOOK is not set")


def test_a_secret_may_come_from_a_file_but_not_twice(tmp_path: Path) -> None:
    (tmp_path / "hook").write_text("https://hooks.example/services/T/B/x\n")
    one = SMALLEST + "channels:\n  desk: {type: slack, webhook_file: hook}\n"
    two = one.replace("webhook_file", "webhook: https://h.example/x, webhook_file")

    options = read(tmp_path, one).channels[0].options
    assert options.webhook.get_secret_value() == "https://hooks.example/services/T/B/x"
    assert "keep one of them" in wrong(tmp_path, two)[0]


def test_a_secret_never_stands_in_an_error(tmp_path: Path) -> None:
    text = SMALLEST + "channels:\n  desk: {type: slack, webhook: s3cr3t, extra: 1}\n"

    assert "s3cr3t" not in "\n".join(wrong(tmp_path, text))


def test_an_unknown_kind_of_channel_names_the_known_ones(tmp_path: Path) -> None:
    found = wrong(tmp_path, SMALLEST + "channels:\n  desk: {type: slak}\n")

    assert found[0].startswith('tocsin.yaml:12:16 channel "desk": `type` must be one of ')
    assert 'did you mean "slack"?' in found[0]


def test_two_feeds_of_one_id_are_an_error(tmp_path: Path) -> None:
    text = SMALLEST.replace("id: example-politics", "id: example-org-world")

    assert "two feeds" in wrong(tmp_path, text)[0]


def test_a_watchlist_may_be_a_file_or_a_folder(tmp_path: Path) -> None:
    feeds, _, watchlist = SMALLEST.partition("watchlist:\n")
    (tmp_path / "rules.yaml").write_text(watchlist)
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.yaml").write_text(watchlist)
    (tmp_path / "lists" / "b.yaml").write_text("rules: [{id: b, match: bridge}]")

    of_file = read(tmp_path, feeds + "watchlist: rules.yaml\n").watchlist
    of_folder = read(tmp_path, feeds + "watchlist: lists\n").watchlist

    assert [rule.id for rule in of_file.rules] == ["putin-sanctions"]
    assert [rule.id for rule in of_folder.rules] == ["putin-sanctions", "b"]


def test_the_store_is_where_the_environment_says_unless_the_file_does(tmp_path: Path) -> None:
    elsewhere = "sqlite:////data/t.db"

    assert read(tmp_path, TOCSIN_STORE=elsewhere).store == Path("/data/t.db")
    own = SMALLEST + "store: sqlite:///own.db\n"
    assert read(tmp_path, own, TOCSIN_STORE=elsewhere).store == tmp_path / "own.db"


def test_the_file_is_the_named_one_or_an_error(tmp_path: Path) -> None:
    assert find_config(tmp_path, {"TOCSIN_CONFIG": "x"}) == tmp_path
    assert find_config(None, {"TOCSIN_CONFIG": "x"}) == Path("x")


@pytest.mark.parametrize(
    "text", ["", "feeds", "- a", "{}", "feeds: []\nwatchlist: {}", "\0", "a: b: c"]
)
def test_whatever_the_file_holds_it_is_understood_or_told(tmp_path: Path, text: str) -> None:
    assert wrong(tmp_path, text)


def test_feeds_of_one_host_on_several_ports_are_several_outlets(tmp_path: Path) -> None:
    feeds = "feeds: ['http://127.0.0.1:8001/a', 'http://127.0.0.1:8002/a', 'https://c.example/a']"
    text = feeds + SMALLEST[SMALLEST.index("\nwatchlist") :]

    outlets = [feed.outlet for feed in read(tmp_path, text).feeds.values()]

    assert outlets == ["127.0.0.1:8001", "127.0.0.1:8002", "c.example"]


def test_a_file_that_may_not_be_read_is_told_in_our_words(tmp_path: Path) -> None:
    (tmp_path / "rules").symlink_to("rules")  # a loop of links: nobody can read it

    found = wrong(tmp_path, "feeds: ['https://a.example/']\nwatchlist: rules\n")

    assert "cannot be read" in found[0]


@pytest.mark.parametrize("text", ["feeds:\n\t- a\n", "feeds:\n  - a: 1\n\tb: 2\n"])
def test_a_tab_is_told_as_such(tmp_path: Path, text: str) -> None:
    assert "this is a tab: indent with spaces" in wrong(tmp_path, text)[0]


def test_a_watchlist_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    found = wrong(tmp_path, "feeds: ['https://a.example/']\nwatchlist: rules.yaml\n")

    assert "2:12 there is no file or folder" in found[0]


TWO = SMALLEST + "channels: {desk: {type: console}, mail: {type: console}}\n"


def test_the_operator_is_who_is_named_or_the_only_channel(tmp_path: Path) -> None:
    assert read(tmp_path).operator == "console"
    assert read(tmp_path, SMALLEST + "channels: {desk: {type: console}}\n").operator == "desk"
    assert read(tmp_path, TWO).operator is None
    assert read(tmp_path, TWO + "operator: mail\n").operator == "mail"


def test_an_operator_that_is_no_channel_is_told_with_its_place_and_a_guess(tmp_path: Path) -> None:
    assert wrong(tmp_path, TWO + "operator: dekk\n") == [
        'tocsin.yaml:12:11 `operator` must be one of the channels desk, mail (did you mean "desk"?)'
    ]


def test_a_heartbeat_is_an_address_a_daily_line_or_both(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("https://hc.example/uuid\n")
    both = read(tmp_path, SMALLEST + 'heartbeat: {url_file: secret, daily: "09:00"}\n').heartbeat

    assert both.url is not None
    assert both.url.get_secret_value() == "https://hc.example/uuid"
    assert both.daily == time(9)
    assert "uuid" not in repr(both)
    assert read(tmp_path).heartbeat == Heartbeat()


@pytest.mark.parametrize(
    ("heartbeat", "said"),
    [
        ("{}", "give an address"),
        ("{daily: noon}", '12:20 a time of the day is written like "09:00"'),
        ('{url: "hc.example"}', "12:18 an address starts with http"),
        ("{dialy: '09:00'}", 'did you mean "daily"?'),
        ('{daily: "09:00"}', "12:20 a daily line needs a channel"),
    ],
)
def test_a_heartbeat_that_cannot_be_is_told_with_its_place(
    heartbeat: str, said: str, tmp_path: Path
) -> None:
    assert said in wrong(tmp_path, TWO + f"heartbeat: {heartbeat}\n")[0]


ROUTED = (
    TWO
    + """\
alerts: {wait_before_first: 30s}
routes:
  - rules: putin-sanctions
    severity: high
    channels: [desk]
    quiet: "22:00-07:00"
    digest: ["08:00", 18:30]
    mention: "<!here>"
    reminder_every: 6h
"""
)


def test_a_route_says_what_goes_where_and_when(tmp_path: Path) -> None:
    (route,) = read(tmp_path, ROUTED).routes

    assert route == Route(
        rules=frozenset({"putin-sanctions"}),
        severity=Severity.HIGH,
        channels=("desk",),
        quiet=Quiet(start=time(22), end=time(7)),
        digest=(time(8), time(18, 30)),
        mention="<!here>",
        timing=Timing(wait_before_first=timedelta(seconds=30), reminder_every=timedelta(hours=6)),
    )


def test_what_config_show_prints_of_routes_and_rates_reads_back(tmp_path: Path) -> None:
    text = ROUTED.replace("mail: {type: console}", "mail: {type: console, at_most: 5/10m}")
    settings = read(tmp_path, text)

    again = read(tmp_path, as_yaml(settings))

    assert (again.routes, again.channels) == (settings.routes, settings.channels)


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("rules: [putin-sanction]", '14:13 there is no rule putin-sanction (did you mean "putin-s'),
        ("channels: [mial]", '14:16 there is no channel mial (did you mean "mail"?)'),
        ("tags: sport", "14:11 there is no tag sport"),
        (
            "severity: hihg",
            '14:15 a severity is one of low, medium, high, critical (did you mean "',
        ),
        ('quiet: "22-7"', '14:12 quiet hours are written like "22:00-07:00"'),
        ('quiet: "07:00-07:00"', "14:12 quiet hours that end when they start"),
        ("digest: noon", "14:13 a time of the day is written like"),
        ("reminder_every: often", "14:21 a length of time is written like"),
        ("rule: [a]", '14:5 unknown key: rule (did you mean "rules"?)'),
    ],
)
def test_a_route_that_cannot_be_is_told_with_its_place_and_a_guess(
    route: str, said: str, tmp_path: Path
) -> None:
    found = wrong(tmp_path, TWO + f"routes:\n  # no\n  - {route}\n")

    assert found[0].startswith(f"tocsin.yaml:{said}"), found


def test_a_channel_takes_what_its_kind_takes_unless_told_otherwise(tmp_path: Path) -> None:
    hook = 'slack, webhook: "https://hooks.example/services/T/B/x"'

    def at_most(channel: str) -> Rate | None:
        return (
            read(tmp_path, SMALLEST + f"channels: {{desk: {{type: {channel}}}}}")
            .channels[0]
            .at_most
        )

    assert at_most("console") is None
    assert at_most(hook) == Rate(messages=30, per=timedelta(hours=1))
    assert at_most(f"{hook}, at_most: 5/10m") == Rate(messages=5, per=timedelta(minutes=10))
    assert at_most(f"{hook}, at_most: none") is None


def test_a_rate_that_cannot_be_is_told_with_its_place(tmp_path: Path) -> None:
    found = wrong(tmp_path, SMALLEST + "channels: {desk: {type: console, at_most: lots}}")

    assert found == [
        "tocsin.yaml:11:43 a rate is written like 20/h or 5/10m; none is without limit"
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("feeds: ['https://a.example/two words']", "an address has no blanks"),
        ("feeds: ['https://a.example:99999/']", "no host has such a name or port"),
        ("feeds: [{url: 'https://a.example/', headers: {x-name: Zoë}}]", "it is not ASCII"),
        ("fetch: {timeout: 0s}", "after no time at all nothing has answered: write it like 30s"),
        ("fetch: {user_agent: ' '}", "a user agent begins with a name"),
        ("fetch: {user_agent: Zürich}", "it is not ASCII"),
    ],
)
def test_what_would_fail_at_every_fetch_is_told(line: str, said: str, tmp_path: Path) -> None:
    key = line.partition(":")[0]
    rest = [one for one in SMALLEST.splitlines() if key != "feeds" or "example" not in one]
    text = "\n".join(one for one in rest if one != "feeds:" or key != "feeds")
    assert said in wrong(tmp_path, f"{text}\n{line}\n")[0]


def test_a_machine_that_does_not_name_its_time_zone_is_told_what_to_set(tmp_path: Path) -> None:
    (tmp_path / "tocsin.yaml").write_text(SMALLEST)
    command = (sys.executable, "-c", "from tocsin.cli import main; main()", "check")
    environ = os.environ | {"TZ": "CET-1CEST"}

    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True)

    assert (done.returncode, "set `timezone`" in done.stderr) == (1, True)


def test_a_watchlist_in_a_file_that_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    found = wrong(tmp_path, f"feeds: [https://a.example/x]\nwatchlist: {'w' * 300}\n")

    assert found[0].endswith("www cannot be read: File name too long")
