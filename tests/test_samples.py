"""The samples in `config/` work as shipped, and so does what they show in comments."""

import re
from datetime import timedelta
from pathlib import Path

from tocsin.config import read_config

SAMPLES = Path(__file__).parent.parent / "config"
KEYS = ("channels", "reminder_every", "routes", "operator", "store", "fetch", "extract")
SHOWN = re.compile(rf"^ *# (?=(?:{'|'.join(KEYS)}):)(?:.+\n)+", re.MULTILINE)


def test_the_sample_works_as_shipped_without_any_secret() -> None:
    settings = read_config(SAMPLES / "tocsin.yaml", {})
    assert settings.watchlist.warnings == ()


def test_what_the_sample_shows_in_comments_works(tmp_path: Path) -> None:
    sample, shown = SHOWN.subn(
        lambda part: re.sub(r"^( *)# ?", r"\1", part[0], flags=re.MULTILINE),
        (SAMPLES / "tocsin.yaml").read_text(encoding="utf-8"),
    )
    (tmp_path / "tocsin.yaml").write_text(sample, encoding="utf-8")
    (tmp_path / "watchlist.yaml").write_bytes((SAMPLES / "watchlist.yaml").read_bytes())
    webhook = "https://hooks.slack.com/services/T0/B0/secret"
    secrets = {"SLACK_WEBHOOK": webhook, "HEARTBEAT_URL": "https://hc.example/ping"}
    settings = read_config(tmp_path / "tocsin.yaml", secrets)
    assert shown == len(KEYS)
    assert {channel.name for channel in settings.channels} == {"desk", "mail"}
    assert settings.timing.reminder_every == timedelta(hours=12)
