"""What of an article is not its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.masks import masked_regions


def masked(text: str) -> list[str]:
    return [text[low:high].strip() for low, high in masked_regions(text)]


@given(st.text(alphabet=st.sampled_from("AB ab.()-–\nPhoto:/via ©")))
def test_masked_regions_lie_within_the_text(text: str) -> None:
    assert all(0 <= low < high <= len(text) for low, high in masked_regions(text))


@pytest.mark.parametrize(
    "line",
    [
        "Related: Putin meets Xi",
        "RELATED STORIES",
        "Read more: Putin speaks",
        "See also Putin in Beijing",
        "More on this story: Putin in Beijing",
        "Subscribe to our newsletter.",
        "CLICK HERE TO READ MORE",
        "© 2026 Example News",
        "Copyright 2026 Example News",
        "Leer también: Putin en Pekín",
        "Ayrıca okuyun: Putin Pekin'de",
        "Lire aussi : Poutine à Pékin",
        "Lesen Sie auch: Putin in Peking",
        "Читайте также: Путин в Пекине",
        "関連記事 プーチン",
        "PUTIN CHALLENGES BIDEN TO DEBATE",
        "Photo: Kremlin press service",
    ],
)
def test_a_line_that_leads_elsewhere_is_masked(line: str) -> None:
    assert masked(f"It rained.\n{line}\nIt snowed.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Related companies of Putin fell.",
        "Read more than one book, he said.",
        "Subscribers fled.",
        "Copyright law is strict.",
        "PUTIN AND XI",
        "NATO — the alliance — met.",
        "US - China talks resumed.",
        "(Photos showed Putin in Beijing)",
    ],
)
def test_a_sentence_that_only_begins_so_is_read(line: str) -> None:
    assert masked(f"{line}\nIt snowed.") == []


def test_a_text_all_in_capitals_is_read() -> None:
    assert masked("PUTIN MET XI TODAY\nTHEY TALKED OF TRADE") == []


@pytest.mark.parametrize(
    "dateline",
    [
        "MOSCOW (Reuters) -",
        "LONDON, March 3 (Reuters) –",
        "KYIV, Ukraine (AP) —",
        "PARIS —",
        "Berlin (dpa) -",
        "МОСКВА, 12 мая (ТАСС).",
    ],
)
def test_the_dateline_is_masked(dateline: str) -> None:
    assert masked(f"{dateline} Wheat rose in Moscow.") == [dateline]


@pytest.mark.parametrize(
    "credit",
    [
        "(Alexei Druzhinin, Sputnik, Kremlin Pool Photo via AP)",
        "(AP Photo/Jane Doe)",
        "(Photo by John Doe)",
        "(John Doe/Getty Images)",
        "(Getty Images)",
        "REUTERS/Jane Doe",
    ],
)
def test_a_photo_credit_is_masked(credit: str) -> None:
    assert masked(f"They went hiking. {credit}") == [credit]
