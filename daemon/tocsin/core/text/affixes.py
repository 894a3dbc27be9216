"""What an apostrophe separates: l'Ukraine, Putin's, Erdoğan'ın, O'Brien."""

from collections.abc import Iterator

from tocsin.core.text.fold import listed

# French and Italian words that lose their vowel before another word.
_ELIDED = listed("""
    l d qu j m t s c n jusqu lorsqu puisqu quoiqu quelqu presqu dell all nell dall sull coll
    quell quest un bell sant cent anch gl
""")
_CONTRACTED = frozenset(("s", "ll", "re", "ve", "d", "m"))
_TURKISH_AFTER_CONSONANT = listed("""
    a e i u in un da de ta te dan den tan ten la le li lu ca ce ya ye dir dur tir tur lik luk
    lar ler deki daki teki taki ki
""")
_TURKISH_AFTER_VOWEL = listed("""
    ya ye yi yu nin nun da de dan den la le li lu yla yle ydi ydu lik luk lar ler deki daki nda
    nde ndan nden ni nu na ne ki dir dur
""")
_VOWELS = frozenset("aeiou")


def without_affixes(word: str) -> Iterator[tuple[str, int, int]]:
    """The words that a folded *word* with apostrophes stands for, with their places in it."""
    at = 0
    while (mark := word.find("'", at)) >= 0:
        if word[at:mark] not in _ELIDED or word[mark + 1 : mark + 4] in _CONTRACTED:
            break
        yield word[at:mark], at, mark
        at = mark + 1
    rest = word[at:]
    end = _end_of_stem(rest) if mark >= 0 else len(rest)
    yield rest[:end].replace("'", ""), at, at + end


def _end_of_stem(word: str) -> int:
    stem, _, suffix = word.rpartition("'")
    return len(stem) if suffix in _CONTRACTED or _is_turkish(stem, suffix) else len(word)


def _is_turkish(stem: str, suffix: str) -> bool:
    """Whether *suffix* is a Turkish case ending, as names take them after an apostrophe."""
    if len(stem) < 2 or "'" in stem:
        return False
    if stem[-1] in _VOWELS:
        return len(stem) > 2 and suffix in _TURKISH_AFTER_VOWEL
    return suffix in _TURKISH_AFTER_CONSONANT
