"""Adds feeds to a configuration file as a careful person would: a line for each, nothing else.

Strategy: the place is found in the YAML, the lines are put into the text, and the new text must be
read as the old configuration with just these feeds more; else the file stays as it is.  A library
that writes YAML back keeps comments too, but not a file's own way of being laid out.
"""

import contextlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from tocsin.config.access import bare
from tocsin.config.reading import read_config
from tocsin.config.settings import Settings
from tocsin.core.errors import ConfigError

Line = Mapping[str, str | Sequence[str]]
"""A feed as a file says it: its keys and what stands under them; `url` is always there."""

_PLAIN_URL = re.compile(r"https?://[\w./?&=%~+;@,:#!-]*[\w/=-]", re.ASCII)
_PLAIN_WORD = re.compile(r"[\w.-]*[A-Za-z][\w.-]*(?: [\w.-]*[A-Za-z][\w.-]*)*", re.ASCII)


class Edit(StrEnum):
    """What came of an edit."""

    DONE = "written"
    READ_ONLY = "the file is read-only"
    UNSURE = "the file is laid out in a way that is not safe to edit"


def add_feeds(settings: Settings, added: Sequence[Line], environ: Mapping[str, str]) -> Edit:
    """Write the feeds *added* behind those that stand in the file of *settings*."""
    path = settings.path.resolve()
    if not os.access(path, os.W_OK):
        return Edit.READ_ONLY
    text = with_feeds(path.read_bytes().decode("utf-8"), [line_for(line) for line in added])
    if not _says(text, settings, added, environ):
        return Edit.UNSURE
    try:
        _write(path, text.encode("utf-8"))
    except OSError:
        return Edit.READ_ONLY
    return Edit.DONE


def line_for(line: Line) -> str:
    """The feed in one line of YAML, without the dash."""
    if list(line) == ["url"] and _PLAIN_URL.fullmatch(str(line["url"])):
        return str(line["url"])
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in line.items()) + "}"


def _value(value: str | Sequence[str]) -> str:
    if not isinstance(value, str):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    return value if _PLAIN_WORD.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def with_feeds(text: str, lines: Sequence[str]) -> str:
    """*text* with *lines* behind its last feed; it may not be YAML any more, nor say the same."""
    start = text.removeprefix("\ufeff")
    root: Any = yaml.compose(start, Loader=yaml.BaseLoader)
    feeds = next((value for key, value in root.value if key.value == "feeds"), None)
    if feeds is None:
        at, written = _block(start, len(start), ["feeds:", *(f"  - {line}" for line in lines)])
    elif feeds.flow_style:
        at = feeds.value[-1].end_mark.index if feeds.value else feeds.end_mark.index - 1
        written = ", ".join([*([""] if feeds.value else []), *map(_flow, lines)])
    else:
        indent = " " * feeds.start_mark.column
        at, written = _block(start, _end(feeds), [f"{indent}- {line}" for line in lines])
    return text[: len(text) - len(start)] + start[:at] + written + start[at:]


def _block(text: str, after: int, lines: Sequence[str]) -> tuple[int, str]:
    """Where the line that holds *after* has ended, and *lines* as they may stand there."""
    ending = "\r\n" if "\r\n" in text else "\n"
    at = text.find("\n", after) + 1 or len(text)
    before = "" if text[:at].endswith("\n") else ending
    return at, before + "".join(line + ending for line in lines)


def _flow(line: str) -> str:
    """A line as it may stand between brackets."""
    return line if line.startswith("{") else json.dumps(line)


def _end(node: yaml.Node) -> int:
    """Where the last word of *node* ends; what a block ends with may be comments."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        index: int = node.end_mark.index
        return index
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _says(text: str, old: Settings, added: Sequence[Line], environ: Mapping[str, str]) -> bool:
    """Whether *text* says what *old* says and, after that, what is *added*."""
    try:
        new = read_config(old.path, environ, text)
    except ConfigError:
        return False
    more = [feed.url for feed_id, feed in new.feeds.items() if feed_id not in old.feeds]
    kept = {feed_id: feed for feed_id, feed in new.feeds.items() if feed_id in old.feeds}
    watchlist = replace(new.watchlist, places=old.watchlist.places)  # lines below have moved
    same = replace(new, feeds=kept, watchlist=watchlist, warnings=old.warnings) == old
    return same and more == [bare(str(line["url"])) for line in added]


def _write(path: Path, body: bytes) -> None:
    """Put *body* in the place of *path* whole; in place where nothing else may stand there, as in
    a container into which the one file is mounted."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as new:
            new.write(body)
        try:
            shutil.copystat(path, new.name)
            with contextlib.suppress(PermissionError):
                shutil.chown(new.name, path.stat().st_uid, path.stat().st_gid)
            os.utime(new.name)
            Path(new.name).replace(path)
        except OSError:
            Path(new.name).unlink()
            raise
    except OSError:
        path.write_bytes(body)
