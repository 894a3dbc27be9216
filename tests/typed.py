"""A command as a user types it."""

import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from shared_forms import share_forms
from tocsin.cli import main


def typed(folder: Path, *arguments: str, code: int = 0) -> str:
    """What ``tocsin …`` says in *folder*, if it ends with *code*."""
    share_forms(folder)
    out, err = StringIO(), StringIO()
    sys.argv = ["tocsin", *arguments]
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
            ended: object = 0
        except SystemExit as end:
            ended = end.code or 0
    assert ended == code, err.getvalue()
    return (err if code else out).getvalue()
