"""What the operator is to be told: once per key, and not of what is over before anybody heard."""

from datetime import datetime

import pytest
from sqlalchemy import Connection

from sample import MINUTE, NOON
from tocsin.core.notices import Notice
from tocsin.store import notices
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

DOWN = Notice(key="feed-down/courier/1", title="courier is down: 403 for 2 days", lines=("a", "b"))
UP = Notice(key="feed-up/courier/1", title="courier answers again", ends=DOWN.key)


def waiting(conn: Connection) -> list[str]:
    return [posted.notice.title for posted in notices.waiting(conn)]


def settle_all(conn: Connection, now: datetime) -> None:
    notices.settle(conn, [posted.id for posted in notices.waiting(conn)], now)


async def test_a_notice_is_told_once_per_key(store: SqliteStore) -> None:
    assert await store.write(notices.post, DOWN, NOON)
    assert not await store.write(notices.post, DOWN, NOON + MINUTE)

    (posted,) = await store.read(notices.waiting)
    assert (posted.notice, posted.at) == (DOWN, NOON)

    await store.write(settle_all, NOON)
    assert not await store.write(notices.post, DOWN, NOON)
    assert await store.read(waiting) == []


async def test_what_is_over_before_anybody_heard_of_it_is_not_told(store: SqliteStore) -> None:
    await store.write(notices.post, DOWN, NOON)
    await store.write(notices.post, UP, NOON + MINUTE)

    assert await store.read(waiting) == []


async def test_the_end_of_what_was_told_is_told(store: SqliteStore) -> None:
    await store.write(notices.post, DOWN, NOON)
    await store.write(settle_all, NOON)
    await store.write(notices.post, UP, NOON + MINUTE)

    assert await store.read(waiting) == [UP.title]
