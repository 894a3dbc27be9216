"""Whether an extracted text is the article, or what stands in its place."""

import re

SHORT = 250
"""Characters below which a text is no article by itself."""

_CONSENT = re.compile(
    r"\b(?:we (?:and our (?:\d+ )?partners )?(?:use|value|store)\b.{0,60}\b(?:cookies|privacy)"
    r"|accept (?:all )?cookies|before you continue to|cookie (?:consent|settings))",
    re.IGNORECASE,
)


def problem_with(text: str, page: str) -> str:
    """Why *text* is not to be trusted as the whole article of *page*, or nothing."""
    if not text:
        return "no text found"
    if len(text) < 1500 and _CONSENT.search(text):
        return "consent wall"
    if len(text) < SHORT:
        return "stub"
    return ""
