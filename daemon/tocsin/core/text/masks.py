"""Regions of an article that are not its text: links to others, credits, the dateline.

Only what the article itself shows counts, so that whether it matches depends on the article and
the rule alone.  A region is masked where its form gives it away; a sentence that merely begins
with such a word stays.
"""

import re
from collections.abc import Iterator

from tocsin.core.model import Span

_SHORT_LINE = 160


def masked_regions(text: str) -> tuple[Span, ...]:
    """The spans of a body *text* that are not searched, ascending, no two overlapping."""
    regions: list[Span] = []
    for low, high in sorted({*_dateline(text), *_lines(text), *_credits(text)}):
        if regions and low < regions[-1][1]:
            regions[-1] = (regions[-1][0], max(high, regions[-1][1]))
        else:
            regions.append((low, high))
    return tuple(regions)


# --- lines that lead elsewhere ---------------------------------------------------------------

_OPENINGS = (
    # English
    "read more(?! than)", "read also", "also read", "see also", "subscribe", "click here",
    # French, German, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Turkish
    "lire aussi", "à lire aussi", "lire la suite", "voir aussi", "abonnez[- ]vous",
    "lesen sie auch", "mehr zum thema", "siehe auch", "jetzt abonnieren", "abonnieren sie",
    "lea también", "lea más", "leer también", "leer más", "lee también", "lee más",
    "vea también", "ver también",
    "suscríbase", "suscríbete", "leggi anche", "vedi anche", "iscriviti", "abbonati",
    "leia também", "leia mais", "veja também", "assine", "lees ook", "lees meer", "zie ook",
    "abonneer je", "czytaj także", "czytaj też", "zobacz też", "zobacz także", "läs också",
    "läs mer", "prenumerera", "ayrıca bakınız", "ayrıca okuyun", "devamını oku", "abone ol",
    # Russian, Ukrainian, Arabic, Hebrew
    "читайте также", "читайте ещё", "читать далее", "смотрите также", "подпишитесь",
    "подписывайтесь", "читайте також", "дивіться також", "підписуйтесь", "підпишіться",
    "اقرأ أيضا", "اقرأ أيضًا", "شاهد أيضا", "اشترك في", "קראו גם",
)  # fmt: skip
_UNSPACED_OPENINGS = (
    "相关阅读", "相关新闻", "延伸阅读", "相關新聞", "延伸閱讀", "点击此处", "订阅", "訂閱",
    "関連記事", "続きを読む", "関連ニュース", "관련 기사", "관련기사", "더 읽기",
)  # fmt: skip
_RELATED = (
    "related", "more on this(?: story)?", "à lire", "sur le même sujet", "zum thema",
    "relacionad[oa]s?",
    "noticias relacionadas", "notícias relacionadas", "correlati", "gerelateerd", "relaterat",
    "powiązane", "ilgili haber(?:ler)?", "по теме", "за темою",
)  # fmt: skip
_opening = re.compile(
    rf"\W*(?:(?:{'|'.join(_OPENINGS)})\b|{'|'.join(_UNSPACED_OPENINGS)}"
    r"|©|copyright (?:©|\(c\)|\d{4})"
    rf"|(?:{'|'.join(_RELATED)})\s*(?:[:|–—>»-]|$)"
    r"|related (?:articles?|stories|story|news|coverage|content|posts?|topics?|links?|videos?)\b)",
    re.IGNORECASE,
)
_CREDITED = (
    "photo", "photograph", "image", "picture", "photo credit", "image credit", "credit", "foto",
    "bild", "crédit photo", "crédits? photo", "imagen", "immagine", "фото", "fotograf",
)  # fmt: skip
_credit_line = re.compile(
    r"\W*(?:(?:file )?(?:photo|photograph|image|picture)s? (?:by|via|credit|courtesy)\b"
    rf"|(?:file )?(?:{'|'.join(_CREDITED)})\s?:)",
    re.IGNORECASE,
)
# How all of these begin: a line that begins otherwise is passed over without a look at each.
_QUOTES = " \"'“”„‘’«»"
_HEADS = frozenset(
    words[:3]
    for words in (*_OPENINGS, *_UNSPACED_OPENINGS, *_RELATED, *_CREDITED, "copyright", "file")
) | {"i̇l"}  # İl


def _lines(text: str) -> Iterator[Span]:
    shouting: list[Span] = []
    end = -1
    for line in text.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        if line.isupper() and _shouts(line):
            shouting.append((start, end))
        head = line.lstrip(_QUOTES)[:3].casefold()[:3]
        if (head in _HEADS or not head[:1].isalpha()) and _leads_elsewhere(line):
            yield start, end
    if shouting and text.upper() != text:
        yield from shouting


def _leads_elsewhere(line: str) -> bool:
    if not line or len(line) > _SHORT_LINE:
        return False
    return bool(_opening.match(line) or _credit_line.match(line))


def _shouts(line: str) -> bool:
    """Whether *line*, all in capitals, is four words or more."""
    return sum(any(letter.isalpha() for letter in word) for word in line.split()) >= 4


# --- photo credits ---------------------------------------------------------------------------

_AGENCY = (
    r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Getty Images|AFP/Getty Images|Sputnik|TASS|Xinhua"
    r"|Shutterstock|dpa|DPA|ANSA|EFE|Bloomberg|Alamy|PA|Kyodo|Anadolu(?: Agency)?)"
)
_CREDIT = (
    r"(?:"
    r"[^()\[\]]{0,150}\b(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|[Pp]icture|[Cc]redit)s?"
    r"(?:\s(?:by|via|from|courtesy|credit|illustration)\b|\s?[:/])"
    rf"|[^()\[\]]{{0,150}}(?:\bvia\s|/\s?){_AGENCY}\b"
    rf"|{_AGENCY}(?:\s(?:[Pp]hoto|[Ff]ile)\b|/)"
    r"|(?:Getty(?: Images)?|Shutterstock|Alamy|iStock)(?=[)\]])"
    r"|(?:Foto|Bild|Фото|Crédit|Crédits)\s?:"
    r")[^()\[\]]{0,150}[)\]]"
)
# two patterns, since one that begins with a plain letter is looked for far quicker
_credits_of = tuple(re.compile(sign + _CREDIT) for sign in (r"\(", r"\["))
# REUTERS/Jane Doe, behind a caption
_caption_credit = re.compile(r"REUTERS/[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}")


def _credits(text: str) -> Iterator[Span]:
    for credit in (*_credits_of, _caption_credit):
        yield from (found.span() for found in credit.finditer(text))


# --- the dateline ----------------------------------------------------------------------------

_PLACE = r"[^\W\d_a-zа-яёіїєґ][^\W\d_a-zа-яёіїєґ.'’ -]*[^\W\d_a-zа-яёіїєґ]"
_dash = r"\s*[-–—]{1,2}\s"
_datelines = tuple(
    re.compile(pattern)
    for pattern in (
        # MOSCOW, March 3 (Reuters) -     КИЕВ, 12 мая (ТАСС).
        rf"\s*{_PLACE}(?:, ?[\w.,' ]{{1,40}})?\s?\([^()\n]{{2,40}}\)(?:{_dash}|\s*[.:])",
        # KYIV, Ukraine —
        rf"\s*{_PLACE}, ?[^\W\d_][\w.' ]{{1,30}}\s[–—]\s",
        # PARIS —     NEW YORK —
        r"\s*(?:[A-ZÀ-Þ]{5,20}|[A-ZÀ-Þ]{2,12}(?: [A-ZÀ-Þ]{2,12}){1,2})\s(?:[–—]|--)\s",
        # Berlin (dpa) -
        rf"\s*[^\W\d_a-z][\w.,'/ -]{{2,50}}\s\({_AGENCY}(?:/[\w ]{{2,15}})?\)(?:{_dash}|\s*[.:])",
    )
)


def _dateline(text: str) -> Iterator[Span]:
    for dateline in _datelines:
        if found := dateline.match(text):
            yield found.span()
            return
