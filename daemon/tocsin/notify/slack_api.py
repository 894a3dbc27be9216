"""Slack's Web API: one method called, its answer judged.

Slack says in the body whether it did what it was asked to; the HTTP status is 200 either way.
"""

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from datetime import timedelta
from typing import Any

from pydantic import SecretStr

from tocsin.core.errors import DeliveryError, Refused, Unavailable
from tocsin.notify.http import DEADLINE, Answer, Peer

Said = dict[str, Any]

SCOPES = ("chat:write", "channels:read", "groups:read", "channels:history", "groups:history")
"""What a bot must be allowed: to write, to find its channel by name, to be asked after a crash."""

TOO_MUCH = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}
)
"""What a shorter form of the message may mend."""

MOST_ASKED = 3
"""So often in all Slack is asked for what does no harm when it is done twice.  A message that takes
several requests would hardly ever have all of them pass at a Slack that fails often, if a failed
one began them anew."""

LEAST_WAIT = timedelta(seconds=1)  # where it asks us to wait and says not how long

# What no repetition mends, and what to do about it (docs.slack.dev/reference/methods).  Whatever
# else Slack calls an error may pass: a missing scope can be granted within the day.
_PERMANENT = {
    "channel_not_found": "there is no such channel, or the bot cannot see it: invite it",
    "not_in_channel": "invite the bot to the channel",
    "is_archived": "the channel is archived",
    "invalid_auth": "the token is not valid; make a new one",
    "token_revoked": "the token was revoked; make a new one",
    "account_inactive": "the bot was removed or switched off",
    "invalid_blocks": "Slack cannot read the message, not even its short form",
    "invalid_blocks_format": "Slack cannot read the message, not even its short form",
    "msg_blocks_too_long": "the message is too long, even in its short form",
    "msg_too_long": "the message is too long, even in its short form",
}
_CODE = re.compile(r"[a-z][a-z0-9_:]{0,60}")
_HINTS = {
    "missing_scope": "; the bot lacks the scope {needed}",
    "not_authed": "; the token did not arrive",
}
# "Some aspect of the operation may have succeeded before the error" (as Slack puts it).
_UNCERTAIN = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable"})


class SlackApi:
    """Calls methods with one bot's token; *deadline* is for each exchange."""

    def __init__(
        self, token: SecretStr, url: str, whom: str, deadline: timedelta = DEADLINE
    ) -> None:
        self.whom = whom
        self._token = token
        self._url = url.rstrip("/")
        self._peer = Peer(whom, deadline)

    async def write(self, method: str, arguments: dict[str, Any]) -> Said:
        """What Slack said to a method that takes JSON, be it yes or no (see `judge`).

        Raises:
            Unavailable: Slack said nothing that can be understood, or not now.
        """
        return self._parsed(await self._call(method, json=arguments))

    async def read(
        self, method: str, part: str, but: Collection[str] = (), **arguments: str
    ) -> Said:
        """The same for a method that reads, asked as `insist` does: those take a form, no JSON."""

        async def ask() -> Said:
            return self._parsed(await self._call(method, data=arguments))

        return await self.insist(ask, part, but)

    async def insist(
        self, ask: Callable[[], Awaitable[Said]], part: str, but: Collection[str] = ()
    ) -> Said:
        """What Slack says when asked for something that may be done twice: its yes with *part*, or
        one of the errors *but* which its caller knows what to do about.

        Raises:
            DeliveryError: As `judge` does.
        """
        asked = 0
        while True:
            asked += 1
            try:
                said = await ask()
                if _code(said.get("error")) not in but:
                    self.judge(said, part)
                return said
            except Unavailable as error:
                if asked == MOST_ASKED or error.retry_after is not None:
                    raise

    async def who_am_i(self) -> Said:
        """Whose token it is (`user`, `team`).

        Raises:
            DeliveryError: As `judge` does; `Refused` too where the token lacks a scope.
        """
        answer = await self._call("auth.test", data={})
        said = self._parsed(answer)
        self.judge(said, "user")
        granted = answer.headers.get("x-oauth-scopes", ",".join(SCOPES)).replace(" ", "").split(",")
        if missing := [scope for scope in SCOPES if scope not in granted]:
            add = f"add {', '.join(missing)} to its scopes and install the app again"
            raise Refused(f"{self.whom}: the bot may not do all that it must; {add}")
        return said

    async def each(self, method: str, part: str, **arguments: str) -> AsyncIterator[Said]:
        """Everything that a method that reads lists under *part*, page by page.

        Nothing is listed of a thread that is gone.

        Raises:
            DeliveryError: As `judge` does.
        """
        cursor = ""
        while True:
            page = {**arguments, **({"cursor": cursor} if cursor else {})}
            said = await self.read(method, part, ("thread_not_found",), **page)
            for listed in said.get(part, ()):
                yield listed
            cursor = (said.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def judge(self, said: Said, part: str) -> None:
        """Return if Slack did it, and tells *part*.

        Raises:
            Refused: No repetition will mend it.
            Unavailable: It may pass.
        """
        if said.get("ok") is not True:
            raise self._failure(said)
        if part not in said:
            raise Unavailable(f"{self.whom} said yes, but without {part}", uncertain=True)

    async def aclose(self) -> None:
        await self._peer.aclose()

    async def _call(self, method: str, **body: Any) -> Answer:
        headers = {"authorization": f"Bearer {self._token.get_secret_value()}"}
        answer = await self._peer.call("POST", f"{self._url}/{method}", headers=headers, **body)
        if answer.status == 429:
            wait = answer.retry_after or LEAST_WAIT
            raise Unavailable(f"{self.whom} asks us to wait", retry_after=wait)
        return answer

    def _parsed(self, answer: Answer) -> Said:
        said = _json(answer)
        if said is None:
            what = f"{self.whom} answered {answer.status} with something that is not Slack's"
            raise Unavailable(what, retry_after=answer.retry_after, uncertain=True)
        return said

    def _failure(self, said: Said) -> DeliveryError:
        error = _code(said.get("error"))
        if error in _PERMANENT:
            return Refused(f"{self.whom} refused: {error} ({_PERMANENT[error]})")
        hint = _HINTS.get(error, "").format(needed=_code(said.get("needed")))
        return Unavailable(f"{self.whom} said: {error}{hint}", uncertain=error in _UNCERTAIN)


def _code(said: object) -> str:
    """A name that Slack gives to an error or a scope; what is no name is not repeated."""
    return said if isinstance(said, str) and _CODE.fullmatch(said) else "an error without a name"


def _json(answer: Answer) -> Said | None:
    try:
        said = json.loads(answer.body)
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("ok"), bool) else None
