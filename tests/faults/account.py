"""What a store knows of a report of which a channel was not told: whose loss it is can be seen."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

_REPORT = """
    SELECT e.status AS entry, e.tries, a.story_id, a.independent, a.summary_only
    FROM entries e LEFT JOIN articles a ON a.id = e.article_id
    WHERE e.address LIKE '%/' || ? || '%' OR a.address LIKE '%/' || ? || '%'
"""
_ROWS = """
    SELECT o.id, o.status, o.why, o.tries, o.bulletin_id, b.status AS bulletin
    FROM outbox o LEFT JOIN bulletins b ON b.id = o.bulletin_id
    WHERE o.story_id = ? AND o.channel = ?
"""
_TRIES = "SELECT outcome, revision, detail FROM attempts WHERE outbox_id = ? ORDER BY id"


def account(store: Path, channel: str, name: str) -> str:
    """Of the report of that *name*: its entries, its story, what is due and what was tried."""
    with closing(sqlite3.connect(f"file:{quote(str(store))}?mode=ro", uri=True)) as conn:
        conn.row_factory = sqlite3.Row
        found = conn.execute(_REPORT, (name, name)).fetchall()
        said = [_said(one) for one in found] or ["no entry"]
        for story in dict.fromkeys(one["story_id"] for one in found):
            for row in conn.execute(_ROWS, (story, channel)).fetchall():
                tries = conn.execute(_TRIES, (row["id"],)).fetchall()
                said += [f"row {_said(row)}", *map(_said, tries)]
    return f"{channel} was not told of {name}: {'; '.join(said)}"


def _said(row: sqlite3.Row) -> str:
    return ", ".join(
        f"{name} {value}"
        for name, value in zip(row.keys(), row, strict=True)
        if value not in (None, "")
    )
