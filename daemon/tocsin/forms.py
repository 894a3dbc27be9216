"""Word forms from simplemma's dictionaries: sanction, sanctions, sanctioned, sanctioning.

A dictionary maps forms to lemmas.  It is gone through once for the lemmas that the watchlist
uses, and dropped: inverted whole it would take 48 MB (English) to 804 MB (Polish).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from simplemma.strategies.dictionaries.dictionary_factory import (
    SUPPORTED_LANGUAGES,
    DefaultDictionaryFactory,
)


class SimplemmaForms:
    """The `Forms` port on simplemma."""

    def forms(
        self, words: Collection[str], languages: tuple[str, ...]
    ) -> Mapping[str, frozenset[str]]:
        """Every dictionary form of each word's lemmas, casefolded, the word itself among them."""
        found: dict[str, set[str]] = {word: {word} for word in words}
        for language in languages:
            if language in SUPPORTED_LANGUAGES and words:
                dictionary = DefaultDictionaryFactory(1).get_dictionary(language)
                for word, forms in _forms(dictionary, words).items():
                    found[word] |= forms
        return {word: frozenset(forms) for word, forms in found.items()}


def _forms(dictionary: Mapping[str, str], words: Collection[str]) -> dict[str, set[str]]:
    lemmas = {word: dictionary.get(word) for word in words}
    wanted = set(lemmas.values())
    of_lemma: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in dictionary.items():
        if lemma in wanted:
            of_lemma[lemma].add(form.casefold())
    return {word: of_lemma[lemma] for word, lemma in lemmas.items() if lemma is not None}
