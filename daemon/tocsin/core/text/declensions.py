"""The case forms of names, by the ending of the nominative.

Names of people and places are in no dictionary.  Those in Cyrillic are declined whatever the
watchlist's languages are, as nothing else is written so; those in Latin letters only in the
languages that the watchlist names, since Tuska may be anything to an English reader.
"""

import re
from collections.abc import Iterable

from tocsin.core.text.fold import fold

Endings = tuple[tuple[str, str], ...]

# Ending of the nominative -> endings of the other cases, Russian and Ukrainian; first match wins.
_CYRILLIC: Endings = (
    (r"(?<=[сцз])ь?кий", "кого кому ким ком ького ькому ьким"),
    (r"(?<=[гкхжшчщ])ий", "ого ому им ом его ему ем"),
    (r"[ыи]й", "ого ому ым им ом его ему ем ія ию ии"),
    (r"ой", "ого ому ым им ом оя ою оем ое"),
    (r"(?<=[аеёиоуыэюяіїє])й", "я ю ем е єм ї еві єві"),
    (r"ів", "ова ову овом ові ева еву евом еві іва іву івом іві"),
    (r"їв", "єва єву євом єві"),
    (r"(?<=[оеёє]в)|(?<=[иыіїй]н)", "а у ым им ом е і ові"),  # Путиным, but Берлином
    (r"(?<=[бвгґджзклмнпрстфхцчшщ])", "а у ом ем е і ові еві"),
    (r"ь", "я ю ем е і ем еві и ью"),
    (r"ая", "ой ую ою"),
    (r"(?<=[и])я", "и ю ей ею"),
    (r"(?<=[і])я", "ї ю єю"),
    (r"я", "и і ю ей ею е"),
    (r"(?<=[гкхжшчщ])а", "и е у ой ою ей і"),
    (r"а", "ы и е і у ой ою"),
    (r"(?<=к)о", "а у ом ові"),
)
_GENITIVE: Endings = ((r"(?<=[^sxzß])", "s"),)
_POLISH: Endings = (
    (r"(?<=[cskz]k)i|(?<=dzk)i", "iego iemu im"),
    (r"(?<=[sc]k)a", "i iej ą ę"),
    (r"(?<=[kgjli])a", "i ę ą"),
    (r"[ao]", "y ę ą"),
    (r"(?<=[kg])", "a owi iem u"),
    (r"(?<=[bcdfhłmnprstwzżź])", "a owi em ie u"),
)
_CZECH_AND_SLOVAK: Endings = (
    (r"ý", "ého ému ým om"),
    (r"(?<=ov)á", "é ou ej"),
    (r"a", "y ovi u ou"),
    (r"o", "a ovi em om"),
    (r"(?<=[^aeiouyáéíóúý])", "a e u ovi em om"),
)
_SOUTH_SLAVIC: Endings = (
    (r"a", "e i u o om"),
    (r"(?<=[^aeiou])", "a u e om em"),
)
_LATIN = {
    **dict.fromkeys(("de", "lb", "sv", "da", "nb", "nn", "no", "nl"), _GENITIVE),
    "pl": _POLISH,
    **dict.fromkeys(("cs", "sk"), _CZECH_AND_SLOVAK),
    **dict.fromkeys(("hbs", "hr", "sr", "bs", "sl"), _SOUTH_SLAVIC),
}
DECLINED = frozenset(_LATIN)

_cyrillic = re.compile("[\u0400-\u04ff][\u0400-\u04ff'’-]+")
_latin = re.compile("[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž'’]+[A-Za-zß-ÿĀ-ž'’]*")


def case_forms(word: str, languages: Iterable[str] = ()) -> frozenset[str]:
    """The folded case forms of a name, itself among them; of what is no name, itself alone."""
    forms = {fold(word)}
    if len(word) > 2:
        tables = [_CYRILLIC] if _cyrillic.fullmatch(word) else _latin_tables(word, languages)
        forms.update(form for table in tables for form in _declined(word.lower(), table))
    return frozenset(forms)


def _latin_tables(word: str, languages: Iterable[str]) -> list[Endings]:
    known = [_LATIN[language] for language in languages if language in _LATIN]
    return known if known and _latin.fullmatch(word) else []


def _declined(word: str, table: Endings) -> Iterable[str]:
    for ending, cases in table:
        if found := re.search(f"(?:{ending})$", word):
            return [fold(word[: found.start()] + case) for case in cases.split()]
    return ()
