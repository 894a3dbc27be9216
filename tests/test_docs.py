"""What the documents tell a user holds: configurations are read, commands and files exist."""

import re
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from tocsin.cli import app
from tocsin.config import read_config
from tocsin.notify.slack_api import SCOPES

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
SECRETS = {
    "SLACK_TOKEN": "x",
    "SLACK_WEBHOOK": "https://hooks.slack.com/services/T/B/x",
    "MAIL_PASSWORD": "x",
    "HOOK_SECRET": f"whsec_{'A' * 32}",
}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str, starting: str) -> list[str]:
    return [
        text
        for page in PAGES
        for found, text in BLOCK.findall(page.read_text("utf-8"))
        if found == language and re.search(starting, text, re.MULTILINE)
    ]


@pytest.mark.parametrize("text", blocks("yaml", r"^feeds:"))
def test_every_configuration_in_the_documents_is_understood(text: str, tmp_path: Path) -> None:
    (tmp_path / "tocsin.yaml").write_text(text)

    assert read_config(tmp_path / "tocsin.yaml", SECRETS).feeds


def test_the_manifest_in_the_documents_asks_for_what_a_bot_needs() -> None:
    (manifest,) = blocks("yaml", r"^oauth_config:")

    assert tuple(yaml.safe_load(manifest)["oauth_config"]["scopes"]["bot"]) == SCOPES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))

    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]

    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_in_the_documents_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    named = set(re.findall(r"(?<=`)make ([a-z]+)|^make ([a-z]+)", page.read_text("utf-8"), re.M))

    assert {one or other for one, other in named} <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_in_the_documents_exists(page: Path) -> None:
    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    code = "\n".join(re.findall(r"`([^`\n]+)`", page.read_text("utf-8")) + shell(page))

    named = set(re.findall(r"^(?:\.venv/bin/)?tocsin ([a-z]+)", code, re.MULTILINE))

    assert named <= known


def shell(page: Path) -> list[str]:
    return [text for found, text in BLOCK.findall(page.read_text("utf-8")) if not found]
