"""What a life left behind: is the store whole, and what was under way that had arrived?

Looks at a copy, so that the next life finds the store as the last one left it.
"""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from faults.desk import HOOK, MAIL, SLACK, Taken
from faults.outcome import Figure, below, none
from tocsin.core.model import Alert, Bulletin
from tocsin.notify.webhook import message_id
from tocsin.store.values import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Autopsy:
    """*arrived* counts, by channel, messages left as being sent which the channel had taken: the
    end fell between their yes and our commit, so where nobody can be asked they are sent again."""

    whole: bool
    arrived: Counter[str]


def examine(store: Path, taken: Sequence[Taken]) -> Autopsy:
    """What the life that is over left in *store*, where channels took *taken* from it."""
    copy = _copied(store)
    try:
        with closing(sqlite3.connect(copy)) as conn:
            (said,) = conn.execute("PRAGMA integrity_check").fetchone()
            arrived = Counter(one.channel for one in _sending(conn) if _in(one, taken))
            return Autopsy(whole=said == "ok", arrived=arrived)
    finally:
        for left in copy.parent.glob(f"{copy.name}*"):
            left.unlink()


def doubles(doubled: Counter[str], arrived: Counter[str]) -> tuple[Figure, ...]:
    """What channels took more than once: on Slack nothing, elsewhere what its causes explain."""
    explained = (
        below(f"doubled by {channel}", doubled[channel], arrived[channel])
        for channel in (HOOK, MAIL)
    )
    return (none("doubled on Slack by bot", doubled[SLACK]), *explained)


def _copied(store: Path) -> Path:
    copy = store.with_name("copy.db")
    for end in ("", "-wal"):
        left = store.with_name(store.name + end)
        if left.exists():
            shutil.copyfile(left, copy.with_name(copy.name + end))
    return copy


def _sending(conn: sqlite3.Connection) -> list[Alert | Bulletin]:
    """What is being sent; nothing in a store whose tables are not made yet."""
    known = {name for (name,) in conn.execute("SELECT name FROM sqlite_master")}
    kinds: dict[str, type[Alert | Bulletin]] = {"outbox": Alert, "bulletins": Bulletin}
    return [
        load(kind, json.loads(payload))
        for table, kind in kinds.items()
        if table in known
        for (payload,) in conn.execute(
            f"SELECT payload FROM {table} WHERE status = 'sending' AND payload IS NOT NULL"
        )
    ]


def _in(message: Alert | Bulletin, taken: Sequence[Taken]) -> bool:
    mail = f"<{message.id}.{message.revision}." if isinstance(message, Alert) else "<bulletin."
    idents = (message_id(message.key), mail)
    return any(one.channel == message.channel and one.ident.startswith(idents) for one in taken)
