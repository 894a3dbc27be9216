"""``tocsin explain``: why an article matches or does not, where it was grouped, what was sent."""

import asyncio
import html
import re
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path

import typer
from sqlalchemy import Connection

from tocsin.app import make_matcher
from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.cli.options import MOST
from tocsin.cli.placements import reasons
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.core.errors import FetchError, TocsinError
from tocsin.core.model import Article, Extraction, Placement
from tocsin.core.ports import Request, Response
from tocsin.core.rules import Matcher
from tocsin.core.wording import count
from tocsin.extract import WARM, Selectors, WorkerExtractor
from tocsin.fetch import open_fetcher
from tocsin.intake import PAGE_BYTES, PAGE_TYPES
from tocsin.intake.placing import LiveStories
from tocsin.notify.clean import clean
from tocsin.store import articles, ledger
from tocsin.store.articles import Placed
from tocsin.store.ledger import Attempt
from tocsin.store.sqlite import SqliteStore
from tocsin.workers import Workers

_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article to explain: one of the store, with its *ledger*, or one from outside."""

    article: Article
    placement: Placement
    story_id: int | None
    ledger: tuple[Attempt, ...] = ()


def explain_subject(config: Path | None, subject: str, rule: str | None) -> None:
    """Print why the rules match *subject* or not, and the story that it is in or would be."""
    settings = load(config)
    if rule and rule not in {known.id for known in settings.watchlist.rules}:
        raise typer.BadParameter(f"there is no rule {rule}; see `tocsin rules list`")
    found = asyncio.run(in_store(settings, lambda store: _find(settings, store, subject)))
    matcher = make_matcher(settings)
    lines = [*_article(found.article), *_rules(matcher, found.article, rule)]
    typer.echo("\n".join([*lines, *_story(found), *_sent(found, settings.zone)]))


# --- finding it ------------------------------------------------------------------------------


async def _find(settings: Settings, store: SqliteStore, subject: str) -> Found:
    placed = await store.read(_stored, subject)
    if placed is not None:
        sent = await store.read(ledger.lines, placed.story_id)
        return Found(
            article=placed.article,
            placement=placed.placement,
            story_id=placed.story_id,
            ledger=tuple(sent),
        )
    article = await _outside(settings, subject, SystemClock().now())
    placement = await store.read(_would_be, article)
    return Found(article=article, placement=placement, story_id=placement.story_id)


def _stored(conn: Connection, subject: str) -> Placed | None:
    """The stored article that *subject* names by its id or its address."""
    if subject.isdecimal():
        return articles.placed(conn, int(subject)) if int(subject) <= MOST else None
    return articles.placed_at(conn, subject) if "://" in subject else None


def _would_be(conn: Connection, article: Article) -> Placement:
    live = LiveStories()
    live.catch_up(conn, article.first_seen)
    return live.index.decide(article, article.when)


async def _outside(settings: Settings, subject: str, now: datetime) -> Article:
    """The article that *subject* names on the web or on this machine.

    Raises:
        TocsinError: There is none.
    """
    blank = Article(feed_id="", outlet="", url="", title="", text="", first_seen=now)
    if "://" in subject:
        async with open_fetcher(settings.fetch) as fetcher:
            request = Request(url=subject, accept=PAGE_TYPES, max_bytes=PAGE_BYTES)
            try:
                answer = await fetcher.fetch(request)
            except FetchError as error:
                raise TocsinError(f"{subject}: {error}") from error
            return await _of_page(replace(blank, url=subject), answer, settings.extract)
    try:
        content = await asyncio.to_thread(Path(subject).read_bytes)
    except FileNotFoundError:
        what = "article has this id" if subject.isdecimal() else "address of the web"
        raise TocsinError(f"{subject}: no {what}, and no file has this name") from None
    except OSError as error:
        raise TocsinError(f"cannot read {subject}: {error.strerror}") from None
    if content.lstrip()[:1] == b"<":
        return await _of_page(blank, Response(url="", status=200, body=content))
    title, _, text = content.decode("utf-8-sig", "replace").partition("\n")
    return replace(blank, title=title.strip(), text=text.strip())


async def _of_page(
    blank: Article, page: Response, selectors: tuple[Selectors, ...] = ()
) -> Article:
    async with Workers(1, warm=WARM) as workers:
        extraction: Extraction = await WorkerExtractor(workers, selectors).extract(page)
    title = _TITLE.search(page.body[:100_000].decode("utf-8", "replace"))
    return replace(
        blank,
        title=html.unescape(title[1]).strip() if title else "",
        text=extraction.text,
        lang=extraction.lang,
        summary_only=extraction.problem,
    )


# --- telling it ------------------------------------------------------------------------------


def _article(article: Article) -> list[str]:
    words = len(article.text.split())
    how = f"summary only: {article.summary_only}" if article.summary_only else "read in full"
    head = f"#{article.id} " if article.id else ""
    where = [f"  {article.url}"] if article.url else []
    return [
        f"article {head}{clean(article.title) or '(no title)'}",
        *where,
        f"  {how}: {words} words, {len(article.text.splitlines())} paragraphs,"
        f" language {article.lang or 'unknown'}",
        "",
    ]


def _rules(matcher: Matcher, article: Article, rule: str | None) -> list[str]:
    """What matches or nearly does, in full; of the others only how many there are."""
    ids = [rule] if rule else [known.id for known in matcher.watchlist.rules]
    told = [matcher.explain(article, one) for one in ids]
    shown = [one for one in told if rule or one.holds or (one.in_scope and one.near_miss)]
    lines = [line for one in shown for line in (*one.lines(), "")]
    rest = count(len(told) - len(shown), "other rule" if shown else "rule")
    return [*lines, f"far from matching: {rest}", ""] if len(told) > len(shown) else lines


def _story(found: Found) -> list[str]:
    placement = found.placement
    if placement.story_id is None and found.story_id is None:
        lines = ["story: it would open a new one"]
    elif found.article.id:
        lines = [f"story: #{found.story_id}, {placement.how}"]
    else:
        lines = [f"story: it would join #{found.story_id}, {placement.how}"]
    return [*lines, *(f"  {reason}" for reason in reasons(placement))]


def _sent(found: Found, zone: tzinfo) -> list[str]:
    if not found.article.id:
        return []
    if not found.ledger:
        return ["sent: nothing"]
    return ["sent:", *(f"  {_attempt(attempt, zone)}" for attempt in found.ledger)]


def _attempt(attempt: Attempt, zone: tzinfo) -> str:
    at = f"{attempt.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    whom = f"{attempt.channel} {attempt.recipient}".strip()
    why = f": {attempt.detail}" if attempt.detail else ""
    return f"{at} {whom} {attempt.outcome}{why}"
