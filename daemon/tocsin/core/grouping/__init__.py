"""Same news or not, and why: grouping coverage of one event into one story."""

from tocsin.core.grouping.addresses import canonical_url
from tocsin.core.grouping.frequencies import Frequencies
from tocsin.core.grouping.growing import LONGEST, QUIET
from tocsin.core.grouping.index import StoryIndex
from tocsin.core.grouping.reasons import tell
from tocsin.core.grouping.sketch import content_hash

__all__ = [
    "LONGEST",
    "QUIET",
    "Frequencies",
    "StoryIndex",
    "canonical_url",
    "content_hash",
    "tell",
]
