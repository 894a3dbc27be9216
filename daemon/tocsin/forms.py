"""Word forms from simplemma's dictionaries: sanction, sanctions, sanctioned, sanctioning.

A dictionary maps forms to lemmas.  It is gone through once for the lemmas that a watchlist uses,
and dropped: inverted whole it would take 48 MB (English) to 804 MB (Polish).  What was found may be
kept in a folder, so that an unchanged watchlist starts without opening a dictionary at all.
"""

import contextlib
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import simplemma
from simplemma.strategies.dictionaries.dictionary_factory import (
    SUPPORTED_LANGUAGES,
    DefaultDictionaryFactory,
)

from tocsin.core.text.fold import listed

Found = dict[str, frozenset[str]]  # each word with its forms

_SCHEME = "5"  # changes whenever the rules below do, so that no older cache is believed
_KEPT = 4
_CAPITAL_NOUNS = frozenset(("de", "lb"))
# Words that only hold a sentence together: `us` would yield `we`, `may` would yield `might`.
_FUNCTION_WORDS = listed("""
    i me my mine we us our ours you your yours he him his she her hers it its they them their
    theirs who whom whose which that this these those be am is are was were been being have has
    had having do does did done doing will would shall should can could may might must ought a
    an the and or but nor not no yes if then than as at by for from in into of off on onto out
    over to up with what when where why how here there all any both each few more most other
    some such only own same so too very
""")
# -ing words that mean something else than the verb: markets are not marketing.
_NOUNS_IN_ING = listed("""
    banking bearing being building ceiling clothing dressing evening filing hearing heading
    housing icing lining lodging marketing meaning morning nursing offering outing painting
    planing rating reading shilling sibling stocking string thing wedding wing
""")
# English pasts that the dictionary takes for words of their own; not those that mostly are, such as
# `ground`, `wound` and `bound`.
_PASTS = {
    "awake": "awoken", "break": "broke", "drink": "drunk", "feel": "felt", "go": "gone",
    "leave": "left", "rise": "rose", "shake": "shook", "shoot": "shot", "swear": "swore",
    "think": "thought", "tread": "trod", "win": "won",
}  # fmt: skip

# How Romance verbs of each ending form their participle, which dictionaries take for an adjective.
_ROMANCE_PARTICIPLES = {
    "fr": {"er": "é ée és ées", "ir": "i ie is ies"},
    "es": {"ar": "ado ada ados adas", "er": "ido ida idos idas", "ir": "ido ida idos idas"},
    "pt": {"ar": "ado ada ados adas", "er": "ido ida idos idas", "ir": "ido ida idos idas"},
    "it": {"are": "ato ata ati ate", "ere": "uto uta uti ute", "ire": "ito ita iti ite"},
}
# How the participles end that are filed under their verb, and their own forms under them.
_PARTICIPLE_ENDINGS = {
    "pl": ("ny", "ty"), "cs": ("ný", "tý"), "sk": ("ný", "tý"), "ru": ("нный", "тый"),
    "uk": ("ний", "тий"), "it": ("to", "so"),
}  # fmt: skip

_doubling = re.compile(r"[a-z]*[aeiou][a-z]*[^aeiou](?:ic|[aeiou][lpt])").fullmatch


class SimplemmaForms:
    """The `Forms` port on simplemma.

    *cache* is a folder for what was found; it is made if missing, and a file in it that is damaged
    or cannot be written costs no more than the time to look the words up again.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache

    def forms(
        self, words: Collection[str], languages: tuple[str, ...]
    ) -> Mapping[str, frozenset[str]]:
        """Every dictionary form of each word's lemmas, casefolded, the word itself among them.

        A language without a dictionary adds none.
        """
        wanted = sorted(set(words))
        known = [language for language in languages if language in SUPPORTED_LANGUAGES]
        path = self._cache and self._cache / f"forms-{_digest(wanted, known)}.json"
        found = _read(path, wanted) if path else None
        if found is None:
            found = _look_up(wanted, known)
            if path:
                _write(path, found)
        return found


# --- the cache -------------------------------------------------------------------------------


def _digest(words: list[str], languages: list[str]) -> str:
    asked = json.dumps([_SCHEME, simplemma.__version__, languages, words])
    return hashlib.sha256(asked.encode()).hexdigest()[:24]


def _read(path: Path, words: list[str]) -> Found | None:
    """What an earlier start found, or None where that cannot be told."""
    try:
        stored = json.loads(path.read_bytes())
        found = {word: frozenset(map(str, stored[word])) for word in words}
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return found if all(word in forms for word, forms in found.items()) else None


def _write(path: Path, found: Found) -> None:
    stored = json.dumps({word: sorted(forms) for word, forms in found.items()})
    temporary = path.with_suffix(".new")
    with contextlib.suppress(OSError):  # a cache that cannot be written is only slower
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(stored, encoding="utf-8")
        temporary.replace(path)
        older = sorted(path.parent.glob("forms-*.json"), key=lambda each: each.stat().st_mtime)
        for each in older[:-_KEPT]:
            each.unlink()


# --- the dictionaries ------------------------------------------------------------------------


def _look_up(words: list[str], languages: list[str]) -> Found:
    found: dict[str, set[str]] = {word: {word} for word in words}
    inflected = [word for word in words if len(word) > 1 and word not in _FUNCTION_WORDS]
    for language in languages if inflected else ():
        dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
        for word, lemma, forms in _forms(dictionary, inflected, language):
            found[word] |= forms
            found[word] |= _romance_participles(dictionary, lemma, language)
            if language == "en":
                found[word] |= _participles(dictionary, lemma, forms)
                found[word] |= {_PASTS[lemma]} if lemma in _PASTS else set()
    return {word: frozenset(forms) for word, forms in found.items()}


def _forms(
    dictionary: Mapping[str, str], words: list[str], language: str
) -> Iterator[tuple[str, str, set[str]]]:
    """Each of *words* that the *dictionary* knows, its lemma, and all forms of that."""
    lemmas = [(word, lemma) for word in words for lemma in _lemmas(dictionary, word, language)]
    wanted = {lemma for _, lemma in lemmas}
    doubled = {_doubled(lemma, language): lemma for lemma in wanted}
    participles = _PARTICIPLE_ENDINGS.get(language, ())
    of_lemma: defaultdict[str, set[str]] = defaultdict(set)
    for form, its_lemma in dictionary.items():
        if its_lemma in wanted:
            of_lemma[its_lemma].add(form.casefold())
        elif its_lemma in doubled and form.endswith(("ed", "ing")):
            of_lemma[doubled[its_lemma]].add(form.casefold())
        elif participles and its_lemma.endswith(participles) and its_lemma in dictionary:
            of_lemma[dictionary[its_lemma]].add(form.casefold())
    for word, lemma in lemmas:
        yield word, lemma, of_lemma[lemma]


def _doubled(lemma: str, language: str) -> str:
    """What the dictionary takes for the lemma of panicked and cancelled: panick, cancell.

    Only for words of two syllables: bloc and block are two words.
    """
    return lemma + lemma[-1].replace("c", "k") if language == "en" and _doubling(lemma) else ""


def _lemmas(dictionary: Mapping[str, str], word: str, language: str) -> set[str]:
    """What *word* is a form of, as it is or else as a name; a German noun may be a verb too.

    The dictionary knows one lemma of each form.  Where it takes a word for a form of another
    (shooting of shoot, lay of lie), that word is still the lemma of its own forms.
    """
    small, capital = dictionary.get(word), dictionary.get(word.capitalize())
    if language in _CAPITAL_NOUNS:  # Krieg, not only kriegen
        return {lemma for lemma in (small, capital, word, word.capitalize()) if lemma}
    return {lemma for lemma in (small or capital, word) if lemma}


def _romance_participles(dictionary: Mapping[str, str], lemma: str, language: str) -> set[str]:
    """The participle of a Romance verb in both genders and numbers, where the dictionary has it."""
    for ending, participles in _ROMANCE_PARTICIPLES.get(language, {}).items():
        stem = lemma.removesuffix(ending)
        forms = [stem + participle for participle in participles.split()]
        if stem != lemma and all(form in dictionary for form in forms[:2]):
            return {form for form in forms if form in dictionary}
    return set()


def _participles(dictionary: Mapping[str, str], lemma: str, forms: set[str]) -> set[str]:
    """The -ing forms of an English verb that the dictionary files under lemmas of their own.

    A verb is told by a form that is no plural.  Freezing belongs to freeze; marketing has gone its
    own way from market.
    """
    plurals = {lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies"}
    if forms <= plurals:
        return set()
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    double = lemma[-1].replace("c", "k")
    candidates = {f"{stem}ing", f"{lemma}{double}ing"} - _NOUNS_IN_ING
    return {candidate for candidate in candidates if dictionary.get(candidate) == candidate}
