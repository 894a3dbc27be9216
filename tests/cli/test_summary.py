"""What one round is told as."""

import json
from datetime import UTC, datetime

import pytest

from tocsin.cli.summary import Summary, to_json
from tocsin.store import ledger
from tocsin.store.ledger import Attempt
from tocsin.store.report import Rung
from world.alerts import alert

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(("dry", "outcome"), [(True, "would be sent"), (False, "sent")])
def test_only_what_was_sent_is_called_so(dry: bool, outcome: str) -> None:
    sent = Attempt(at=NOON, channel="desk", recipient="", outcome=ledger.SENT, revision=1,
                   detail="first report", reference="m")  # fmt: skip
    summary = Summary(polls=(), placed=(), rung=(Rung(alert=alert(), ledger=(sent,)),))

    (told,) = json.loads(to_json(summary, dry=dry))["alerts"]

    assert told["deliveries"][0]["outcome"] == outcome
