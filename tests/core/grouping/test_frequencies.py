"""How common a word is, from the first article on."""

from tocsin.core.grouping import Frequencies
from tocsin.core.grouping.vocabulary import Keys, columns


def keys(*words: str) -> Keys:
    return columns(words).keys


def test_an_empty_store_knows_common_words_from_rare_ones() -> None:
    the, parliament, unheard = Frequencies().weights(keys("the", "parliament", "Zugspitzbahn"))
    assert the < parliament < unheard


def test_a_word_that_is_seen_often_tells_less() -> None:
    live = Frequencies()
    before = live.weights(keys("zephyr"))
    for number in range(1, 200):
        live.add(number, keys("zephyr"))
    assert live.weights(keys("zephyr")) < before - 2


def test_an_article_counts_once_however_often_the_index_is_rebuilt() -> None:
    live = Frequencies()
    live.add(1, keys("zephyr"))
    live.add(1, keys("zephyr"))
    assert live.articles == 1


def test_frequencies_come_back_as_they_were_kept() -> None:
    live = Frequencies()
    live.add(7, keys("zephyr", "heater"))
    restored = Frequencies.restore(live.snapshot())
    assert (restored.articles, restored.last_id) == (1, 7)
    assert (restored.weights(keys("zephyr")) == live.weights(keys("zephyr"))).all()


def test_an_empty_snapshot_starts_afresh() -> None:
    assert Frequencies.restore(b"").articles == 0
