"""An alert or a bulletin as a mail, in text and HTML.

Deterministic: the same message makes the same mail, to the byte, so that a mail sent twice can be
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

from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.notify.clean import clean, cut
from tocsin.notify.wording import round_up, word
from tocsin.notify.written import as_html, as_text, bulletin_as_html, bulletin_as_text

SUBJECT = 150  # characters of a title that a subject shows
REPORTS, STORIES = 30, 50  # outlets that a mail lists, stories that a bulletin tells in full


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
    """Folds subjects itself: before Python 3.13 the library loses blanks of what is not ASCII, and
    it leaves the first line of a long one empty."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name != "Subject":
            return super().fold_binary(name, value)
        charset = "us-ascii" if str(value).isascii() else "utf-8"
        header = Header(str(value), charset, header_name=name, maxlinelen=76)
        return f"{name}: {header.encode(linesep=self.linesep)}{self.linesep}".encode("ascii")


_FOLDING = _Folding(linesep="\r\n")


def compose(alert: Alert, before: Receipt | None, head: Letterhead) -> EmailMessage:
    """The mail that tells *alert* to its recipient; a reply where there was one *before*."""
    reply = "Re: " if before is not None else ""
    mail = _envelope(alert, f"{reply}{_subject(alert.title, head)}", head)
    if (date := _date(alert)) is not None:
        mail["Date"] = date
    mail["Message-ID"] = f"<{alert.id}.{alert.revision}.{_digest(alert)}@{head.domain}>"
    if before is not None:
        mail["In-Reply-To"] = before.reference
        mail["References"] = " ".join(dict.fromkeys((before.thread, before.reference)))
    told, channel = word(alert, head.zone), clean(head.channel)
    _fill(mail, as_text(told, REPORTS), as_html(told, REPORTS, channel), channel)
    mail.set_boundary(f"tocsin-{_digest(alert)}")  # by default it is random
    return mail


def compose_bulletin(bulletin: Bulletin, head: Letterhead) -> EmailMessage:
    """The mail that tells *bulletin* to its recipient; it answers no other."""
    mail = _envelope(bulletin, _subject(bulletin.title, head), head)
    mail["Date"] = bulletin.frozen_at
    mail["Message-ID"] = f"<bulletin.{_digest(bulletin)}@{head.domain}>"
    told, channel = round_up(bulletin, head.zone), clean(head.channel)
    text = bulletin_as_text(told, STORIES, len(told.stories))
    _fill(mail, text, bulletin_as_html(told, STORIES, channel), channel)
    mail.set_boundary(f"tocsin-{_digest(bulletin)}")
    return mail


def _envelope(message: Alert | Bulletin, subject: str, head: Letterhead) -> EmailMessage:
    mail = EmailMessage(policy=_FOLDING)
    mail["From"] = head.sender
    mail["To"] = Address(addr_spec=message.recipient)
    mail["Subject"] = subject
    mail["List-Id"] = head.list_id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no absence notes, please
    return mail


def _fill(mail: EmailMessage, text: str, page: str, channel: str) -> None:
    """Text, and HTML beside it for whoever shows that."""
    signed = f"{text}\n-- \nTocsin, channel {channel}\n"
    mail.set_content(signed, cte="quoted-printable")
    mail.add_alternative(page, subtype="html", cte="quoted-printable")


def _subject(told: str, head: Letterhead) -> str:
    # The library would decode what looks like an encoded word (RFC 2047) in a title.
    title = cut(clean(told).strip() or "(no title)", SUBJECT).replace("=?", "=\u200b?")
    return f"{clean(head.prefix)} {title}".strip()


def _date(alert: Alert) -> datetime | None:
    """When the alert was frozen, so that a mail sent again bears the same date."""
    seen = (report.first_seen for report in alert.coverage)
    return alert.frozen_at or max(seen, default=None)


def _digest(message: Alert | Bulletin) -> str:
    """What tells this message to this recipient from all others, in 24 hexadecimal digits."""
    return hashlib.sha256(f"{message.key}\0{message.recipient}".encode()).hexdigest()[:24]
