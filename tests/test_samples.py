"""The samples in `config/` work as shipped, and so does what they show in comments."""

import re
from pathlib import Path

from tocsin.config import read_config

SAMPLES = Path(__file__).parent.parent / "config"
SHOWN = re.compile(r"^# (?=(?:channels|store|fetch):)(?:.+\n)+", re.MULTILINE)


def test_the_sample_works_as_shipped_without_any_secret() -> None:
    settings = read_config(SAMPLES / "tocsin.yaml", {})
    assert settings.watchlist.warnings == ()


def test_what_the_sample_shows_in_comments_works(tmp_path: Path) -> None:
    sample, shown = SHOWN.subn(
        lambda part: re.sub(r"^# ?", "", part[0], flags=re.MULTILINE),
        (SAMPLES / "tocsin.yaml").read_text(encoding="utf-8"),
    )
    (tmp_path / "tocsin.yaml").write_text(sample, encoding="utf-8")
    (tmp_path / "watchlist.yaml").write_bytes((SAMPLES / "watchlist.yaml").read_bytes())
    webhook = "https://hooks.slack.com/services/T0/B0/secret"
    settings = read_config(tmp_path / "tocsin.yaml", {"SLACK_WEBHOOK": webhook})
    assert shown == 3
    assert {channel.name for channel in settings.channels} == {"desk", "mail"}
