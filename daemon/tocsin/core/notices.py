"""Words on the service itself: when the operator is told, and how many notices become one message.

One cause has many effects (a network that is down fails every feed), so a notice waits a little for
others, and messages keep a distance; what comes together is told together.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that who runs Tocsin should know, told once per *key*.

    The key is ``kind/what/since``, such as ``feed-down/courier/2026-03-02T12:00:00+00:00``: notices
    of a kind are counted together where many come at once.  *title* is one sentence that stands
    alone ("courier is down: 403 Forbidden for 2 days"), *lines* are details.  *ends* is the key of
    the notice that this one takes back ("courier answers again").
    """

    key: str
    title: str
    lines: tuple[str, ...] = ()
    ends: str = ""

    @property
    def kind(self) -> str:
        """What it is about, for counting like ones together."""
        return self.key.partition("/")[0]
