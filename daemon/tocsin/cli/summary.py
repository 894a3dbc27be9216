"""What one round of the whole way brought, for people and for programs."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from tocsin.core.model import Coverage
from tocsin.core.wording import count, length
from tocsin.intake import Outcome, Poll
from tocsin.notify.lines import INDENT, plain, render
from tocsin.notify.wording import marked, pieces
from tocsin.store import ledger
from tocsin.store.articles import Placed
from tocsin.store.ledger import Attempt
from tocsin.store.report import Held, Rung


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one round brought."""

    polls: tuple[Poll, ...]
    placed: tuple[Placed, ...]
    rung: tuple[Rung, ...]
    held: tuple[Held, ...] = ()

    @property
    def failing(self) -> tuple[Poll, ...]:
        return tuple(poll for poll in self.polls if poll.outcome is Outcome.FAILED)

    @property
    def baseline(self) -> int:
        return sum(poll.entries.baseline for poll in self.polls)

    @property
    def in_full(self) -> int:
        return sum(not placed.article.summary_only for placed in self.placed)


# --- for people ------------------------------------------------------------------------------


def to_text(summary: Summary, zone: tzinfo, *, dry: bool) -> str:
    """The summary as a person reads it."""
    lines = [_counts(summary), *_failing(summary), *_baseline(summary)]
    would = " that would be sent" if dry else ""
    lines.append(f"{count(len(summary.rung), 'alert')}{would}")
    alerts = [_alert(rung, zone, dry=dry) for rung in summary.rung]
    return "\n".join(lines) + "\n" + "\n".join([*alerts, *_held(summary, zone)])


def _counts(summary: Summary) -> str:
    polls, failing, placed = summary.polls, summary.failing, summary.placed
    feeds = f"{count(len(polls), 'feed')}  {len(polls) - len(failing)} ok"
    feeds += f"  {len(failing)} failing" if failing else ""
    feeds += f" ({_failure(failing[0])})" if len(failing) == 1 else ""
    articles = f"{count(len(placed), 'new article')}  {summary.in_full} in full"
    short = len(placed) - summary.in_full
    return f"{feeds}     {articles}" + (f"  {short} summary only" if short else "")


def _failing(summary: Summary) -> list[str]:
    """A line for each failing feed, unless the one is named in the counts already."""
    failing = summary.failing if len(summary.failing) > 1 else ()
    return [f"  failing: {_failure(poll)}" for poll in failing]


def _failure(poll: Poll) -> str:
    return f"{poll.feed_id}: {poll.why}{_so_long(poll.failing_for)}"


def _so_long(failing: timedelta) -> str:
    """`` for 2 days``, `` for 3 hours``; nothing below an hour."""
    return f" for {length(failing)}" if failing >= timedelta(hours=1) else ""


def _baseline(summary: Summary) -> list[str]:
    if not summary.baseline:
        return []
    return [f"  {count(summary.baseline, 'entry')} taken as baseline: not news"]


def _held(summary: Summary, zone: tzinfo) -> list[str]:
    return [
        f"  {count(held.alerts, 'alert')} held: {held.why},"
        f" until {held.until.astimezone(zone):%a %H:%M}\n"
        for held in summary.held
    ]


def _alert(rung: Rung, zone: tzinfo, *, dry: bool) -> str:
    text = plain(render(rung.alert, zone))
    if dry:
        told = (attempt for attempt in rung.ledger if attempt.outcome not in ledger.KEPT)
        channels = dict.fromkeys(_who(attempt) for attempt in told)
        return text + f"{INDENT}would go to {', '.join(channels)}\n"
    by_channel: dict[str, list[str]] = {}
    for attempt in rung.ledger:
        if attempt.outcome not in ledger.KEPT:
            by_channel.setdefault(_who(attempt), []).append(_said(attempt, zone))
    return text + "".join(f"{INDENT}{who} {', '.join(said)}\n" for who, said in by_channel.items())


def _who(attempt: Attempt) -> str:
    return f"{attempt.channel} {attempt.recipient}".strip()


def _said(attempt: Attempt, zone: tzinfo) -> str:
    at = f"{attempt.outcome} {attempt.at.astimezone(zone):%H:%M}"
    failed = attempt.outcome in (ledger.PUT_OFF, ledger.REFUSED)
    return f"{at} ({attempt.detail})" if failed else at


# --- for programs ----------------------------------------------------------------------------


def to_json(summary: Summary, *, dry: bool) -> str:
    """The summary as one JSON object."""
    return json.dumps(
        {
            "feeds": {
                "total": len(summary.polls),
                "ok": len(summary.polls) - len(summary.failing),
                "failing": [_failing_data(poll) for poll in summary.failing],
            },
            "articles": {
                "new": len(summary.placed),
                "in_full": summary.in_full,
                "summary_only": len(summary.placed) - summary.in_full,
                "baseline": summary.baseline,
            },
            "alerts": [_alert_data(rung, dry=dry) for rung in summary.rung],
        },
        ensure_ascii=False,
        indent=2,
    )


def _failing_data(poll: Poll) -> dict[str, Any]:
    return {
        "id": poll.feed_id,
        "why": poll.why,
        "failing_for_seconds": round(poll.failing_for.total_seconds()),
    }


def _alert_data(rung: Rung, *, dry: bool) -> dict[str, Any]:
    alert = rung.alert
    return {
        "id": alert.id,
        "revision": alert.revision,
        "rules": list(alert.rules),
        "severity": alert.severity.value,
        "title": alert.title,
        "articles": [_coverage_data(coverage) for coverage in alert.coverage],
        "why_matched": [marked(pieces(snippet)) for snippet in alert.why_matched],
        "why_together": alert.why_together,
        "deliveries": [_delivery_data(attempt, dry=dry) for attempt in rung.ledger],
    }


def _coverage_data(coverage: Coverage) -> dict[str, Any]:
    return {
        "outlet": coverage.outlet,
        "url": coverage.url,
        "title": coverage.title,
        "independent": coverage.independent,
        "published": _iso(coverage.published),
        "first_seen": _iso(coverage.first_seen),
    }


def _delivery_data(attempt: Attempt, *, dry: bool) -> dict[str, Any]:
    would = dry and attempt.outcome not in ledger.KEPT
    return {
        "channel": attempt.channel,
        "recipient": attempt.recipient,
        "outcome": "would be sent" if would else attempt.outcome,
        "revision": attempt.revision,
        "at": _iso(attempt.at),
        "detail": attempt.detail,
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
