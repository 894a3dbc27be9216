"""An alert as a mail, in text and HTML.

Deterministic: the same alert makes the same mail, to the byte, so that a mail sent twice can be
told by its Message-ID.  Updates answer the mail before them (RFC 5322, 3.6.4) under one subject.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any

from tocsin.core.model import Alert, Receipt
from tocsin.notify.clean import clean, cut
from tocsin.notify.wording import word
from tocsin.notify.written import as_html, as_text

SUBJECT = 150  # characters of a title that a subject shows
REPORTS = 30  # outlets that a mail lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What all mails of one channel have in common."""

    sender: Address
    prefix: str
    channel: str
    zone: tzinfo

    @property
    def domain(self) -> str:
        return self.sender.domain

    @property
    def list_id(self) -> str:
        """RFC 2919: the channel's name as far as a host name may hold it."""
        name = re.sub(r"[^a-z0-9]+", "-", self.channel.lower()).strip("-") or "channel"
        return f"<{name}.tocsin.{self.domain}>"


class _Folding(EmailPolicy):
    """Folds subjects itself: before Python 3.13 the library loses blanks of what is not ASCII."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name != "Subject" or str(value).isascii():
            return super().fold_binary(name, value)
        header = Header(str(value), "utf-8", header_name=name, maxlinelen=76)
        return f"{name}: {header.encode(linesep=self.linesep)}{self.linesep}".encode("ascii")


_FOLDING = _Folding(linesep="\r\n")


def compose(alert: Alert, before: Receipt | None, head: Letterhead) -> EmailMessage:
    """The mail that tells *alert* to its recipient; a reply where there was one *before*."""
    mail = EmailMessage(policy=_FOLDING)
    mail["From"] = head.sender
    mail["To"] = Address(addr_spec=alert.recipient)
    mail["Subject"] = _subject(alert, before, head)
    if (date := _date(alert)) is not None:
        mail["Date"] = date
    mail["Message-ID"] = _message_id(alert, head)
    if before is not None:
        mail["In-Reply-To"] = before.reference
        mail["References"] = " ".join(dict.fromkeys((before.thread, before.reference)))
    mail["List-Id"] = head.list_id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no absence notes, please
    _fill(mail, alert, head)
    return mail


def _fill(mail: EmailMessage, alert: Alert, head: Letterhead) -> None:
    """Text, and HTML beside it for whoever shows that."""
    told, channel = word(alert, head.zone), clean(head.channel)
    text = f"{as_text(told, REPORTS)}\n-- \nTocsin, channel {channel}\n"
    mail.set_content(text, cte="quoted-printable")
    page = as_html(told, REPORTS, channel)
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    mail.set_boundary(f"tocsin-{_digest(alert)}")  # by default it is random


def _subject(alert: Alert, before: Receipt | None, head: Letterhead) -> str:
    # The library would decode what looks like an encoded word (RFC 2047) in a title.
    title = cut(clean(alert.title).strip() or "(no title)", SUBJECT).replace("=?", "=\u200b?")
    base = f"{clean(head.prefix)} {title}".strip()
    return f"Re: {base}" if before is not None else base


def _date(alert: Alert) -> datetime | None:
    """When the alert was frozen, so that a mail sent again bears the same date."""
    seen = (report.first_seen for report in alert.coverage)
    return alert.frozen_at or max(seen, default=None)


def _message_id(alert: Alert, head: Letterhead) -> str:
    return f"<{alert.id}.{alert.revision}.{_digest(alert)}@{head.domain}>"


def _digest(alert: Alert) -> str:
    """What tells this message to this recipient from all others, in 24 hexadecimal digits."""
    return hashlib.sha256(f"{alert.key}\0{alert.recipient}".encode()).hexdigest()[:24]
