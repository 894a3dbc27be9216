"""``tocsin alerts …``: who was told of what, when and why, and once more where somebody asks."""

import asyncio
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from itertools import groupby
from pathlib import Path

import typer
from sqlalchemy import Connection

from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.cli.placements import reasons
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.core.alerting import HOLDS, SOFT, StoryView, Why
from tocsin.core.duration import parse_duration
from tocsin.core.model import Coverage, Match
from tocsin.core.wording import count, did_you_mean, length, reports
from tocsin.notify.clean import clean
from tocsin.notify.wording import marked, pieces
from tocsin.store import alerts, browsing, ledger, operator, stories
from tocsin.store.alerts import AlertLine, Standing, Wanted
from tocsin.store.articles import Placed
from tocsin.store.browsing import WholeStory
from tocsin.store.ledger import Attempt
from tocsin.store.operator import Unheard
from tocsin.store.values import dump


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeAlert:
    """All that is known of a story that somebody is told of."""

    story: WholeStory
    view: StoryView
    standings: tuple[Standing, ...]
    ledger: tuple[Attempt, ...]


def list_alerts(config: Path | None, wanted: Wanted, *, since: str | None, as_json: bool) -> None:
    """Print the alerts that are wanted, and how each stands."""
    settings, now = load(config), SystemClock().now()
    check_channel(settings, wanted.channel)
    wanted = replace(wanted, since=_ago(since, now))
    found, silent = asyncio.run(
        in_store(settings, lambda store: store.read(_listed, settings, wanted, now))
    )
    if silent:
        typer.echo(_unheard(silent, settings.zone, now), err=as_json)
    if as_json:
        typer.echo(json.dumps([dump(line) for line in found], ensure_ascii=False, indent=2))
        return
    for line in found:
        typer.echo("\n".join(_line(line, settings.zone, now)))
    if not found:
        typer.echo(none(wanted))


def show_alert(config: Path | None, story_id: int, *, as_json: bool) -> None:
    """Print all that is known of an alert, with its ledger."""
    settings, now = load(config), SystemClock().now()
    alert = asyncio.run(in_store(settings, lambda store: store.read(_whole, story_id)))
    if as_json:
        typer.echo(json.dumps(dump(alert), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_shown(alert, settings.zone, now)))


def _listed(
    conn: Connection, settings: Settings, wanted: Wanted, now: datetime
) -> tuple[list[AlertLine], Unheard | None]:
    return alerts.listed(conn, wanted), operator.unheard(conn, settings.operator, now)


def _unheard(silent: Unheard, zone: tzinfo, now: datetime) -> str:
    """The one trouble of which no message can tell."""
    since = _at(silent.since, zone, now)
    return f'{silent}\n    untold since {since}: "{silent.title}"'


def check_channel(settings: Settings, channel: str | None) -> None:
    """Refuse a channel that is not configured, with one that is like it."""
    known = [one.name for one in settings.channels]
    if channel is not None and channel not in known:
        hint = did_you_mean(channel, known) or f"; there are {', '.join(known)}"
        raise typer.BadParameter(f"there is no channel {channel}{hint}")


def none(wanted: Wanted) -> str:
    """The words for an empty list."""
    if wanted.dead:
        return f"no alert is dead on {wanted.channel}" if wanted.channel else "no alert is dead"
    narrowed = wanted.channel is not None or wanted.since is not None
    return "there is no such alert" if narrowed else "no story has matched a rule yet"


def _ago(since: str | None, now: datetime) -> datetime | None:
    try:
        return now - parse_duration(since) if since else None
    except (ValueError, OverflowError) as error:
        raise typer.BadParameter(f"--since: {error}") from None


def _whole(conn: Connection, story_id: int) -> WholeAlert:
    return WholeAlert(
        story=browsing.whole(conn, story_id),
        view=stories.view(conn, story_id),
        standings=tuple(alerts.standings(conn, story_id)),
        ledger=tuple(ledger.lines(conn, story_id)),
    )


# --- the list ---------------------------------------------------------------------------------


def _line(line: AlertLine, zone: tzinfo, now: datetime) -> list[str]:
    """The alert, and a line for each channel, together for recipients with whom it stands alike."""
    about = line.moved or f"{', '.join(line.rules)}  {line.severity}"
    head = f"#{line.story_id} {about}   {clean(line.title)}"
    said = [
        (one.channel, _state(one, zone, now), one.recipient)
        for one in sorted(
            _told_somewhere(line.standings), key=lambda one: (one.channel, _state(one, zone, now))
        )
    ]
    alike = groupby(said, key=lambda one: one[:2])
    return [head, *(_alike(key, [one[2] for one in rows]) for key, rows in alike)]


def _told_somewhere(standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Without the word that no route led anywhere, once one does."""
    return tuple(one for one in standings if one.channel) or standings


def _alike(standing: tuple[str, str], recipients: list[str]) -> str:
    channel, state = standing
    whom = recipients[0] if len(recipients) == 1 else count(len(recipients), "recipient")
    return f"    {f'{channel} {whom}'.strip()}: {state}"


def _state(one: Standing, zone: tzinfo, now: datetime) -> str:
    """``told 14:03``, ``waiting: quiet hours, until 07:00``, ``dead: token_revoked``."""
    changed = one.outcome == ledger.EDITED and one.why in SOFT
    how = "changed in place" if changed else "told"
    told = f"{how} {_at(one.told_at, zone, now)}" if one.told_at else ""
    until = f", until {_at(one.until, zone, now)}" if one.until and one.until > now else ""
    match one.status:
        case "dead":
            state = f"dead since {_at(one.at, zone, now)}: {one.detail}"
        case "sending" if one.outcome == ledger.PUT_OFF:
            state = f"put off after try {one.tries}: {one.detail}{until}"
        case "sending":
            state = one.why if one.why == Why.IN_DOUBT else "being sent"
        case "due":
            state = f"waiting: {one.why}{until}" if one.why in HOLDS else "due now"
        case _:
            return told or f"not told: {one.why}"
    return f"{told}; {state}" if told else state


# --- one alert --------------------------------------------------------------------------------


def _shown(alert: WholeAlert, zone: tzinfo, now: datetime) -> list[str]:
    coverage = {report.article_id: report for report in alert.view.coverage}
    lines = [*_head(alert, zone, now), "coverage:"]
    for placed in alert.story.placed:
        lines += _article(placed, coverage[placed.article.id], zone, now)
    lines += ["why it matched:", *_matched(alert.view.matches)]
    lines += ["told:" if alert.standings else "told: nobody was to be told"]
    for standing in alert.standings:
        lines += _told(standing, alert, zone, now)
    return lines


def _head(alert: WholeAlert, zone: tzinfo, now: datetime) -> list[str]:
    story, view = alert.story, alert.view
    title = next((report.title for report in view.coverage if report.title), "(no title)")
    rules = ", ".join(view.rules)
    severity = f"{view.severity}   " if view.matches else ""
    independent = sum(report.independent for report in view.coverage)
    outlets = len({report.outlet for report in view.coverage})
    opened = f"opened {_at(story.opened_at, zone, now)}"
    watched = f"watched since {_at(story.watched_at, zone, now)}" if story.watched_at else ""
    links = [
        f"follows #{story.follows}" if story.follows else "",
        f"split from #{story.split_from}" if story.split_from else "",
        view.moved,
    ]
    counts = reports(outlets, independent)
    known = ", ".join(fact for fact in (opened, watched, *links, counts) if fact)
    return [f"#{story.id} {rules or 'no rule'}  {severity}{clean(title)}", f"  {known}"]


def _article(placed: Placed, report: Coverage, zone: tzinfo, now: datetime) -> list[str]:
    article = placed.article
    seen = f"first seen {article.first_seen.astimezone(zone):%H:%M:%S}"
    copy = "" if report.independent else ", a copy"
    matched = ", matched" if report.matched else ""
    return [
        f"  {_at(report.when, zone, now)} {article.outlet}: {clean(article.title) or '(no title)'}",
        f"      {article.url}",
        f"      article #{article.id}, {seen}{matched}{copy}; {placed.placement.how}",
        *(f"      {reason}" for reason in reasons(placed.placement)),
    ]


def _matched(found: tuple[tuple[int, Match], ...]) -> list[str]:
    return [
        f"  {match.rule_id} (article #{article_id}, relevance {match.relevance}): "
        + marked(pieces(match.snippet))
        for article_id, match in found
    ] or ["  no rule matches it"]


def _told(standing: Standing, alert: WholeAlert, zone: tzinfo, now: datetime) -> list[str]:
    """A recipient, and all that the ledger has of them."""
    whom = f"{standing.channel} {standing.recipient}".strip()
    mine = [
        line
        for line in alert.ledger
        if (line.channel, line.recipient) == (standing.channel, standing.recipient)
    ]
    waits = alerts.waits(mine, alert.view.coverage)
    lines = [_attempt(line, wait, zone) for line, wait in zip(mine, waits, strict=True)]
    return [f"  {whom}: {_state(standing, zone, now)}", *lines]


def _attempt(line: Attempt, waited: timedelta | None, zone: tzinfo) -> str:
    at = f"{line.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    why = f": {line.detail}" if line.detail else ""
    after = f", {length(waited)} after it was seen" if waited is not None else ""
    reference = f"  [{line.reference}]" if line.reference else ""
    return f"      {at} {line.outcome}{why}{after}{reference}"


def _at(at: datetime | None, zone: tzinfo, now: datetime) -> str:
    """The time of a day, with the day where that is not today's."""
    if at is None:
        return ""
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    return f"{here:%H:%M}" if here.date() == today else f"{here:%Y-%m-%d %H:%M}"
