import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.folding import fold, squash, squash_with_offsets, tidy

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_folding_drops_capitals_and_diacritics() -> None:
    assert fold("ĀČĒĢĪĶĻŅŠŪŽ āčēģīķļņšūž") == "acegiklnsuz acegiklnsuz"


def test_folding_keeps_what_has_no_single_letter_behind_it() -> None:
    assert fold("ﬁ ½ ß") == "ﬁ ½ ß"


def test_folding_makes_plain_spaces_hyphens_and_small_digits() -> None:
    assert fold("CO₂\u00a0ne\u2011AER") == "co2 ne-aer"


def test_every_character_folds_to_one_that_folds_to_itself() -> None:
    characters = "".join(map(chr, range(0x20000)))
    folded = fold(characters)

    assert len(folded) == len(characters)
    assert fold(folded) == folded


@given(ANY_TEXT)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_a_long_plan_takes_a_moment() -> None:
    text = "Ilgtspējīgas enerģētikas un klimata rīcības plāns " * 14_000
    start = time.process_time()
    fold(text)

    assert time.process_time() - start < 0.5


def test_tidying_spells_out_ligatures_and_joins_soft_hyphens() -> None:
    assert tidy("ﬁ\u00adnan\u200bsējums\ufeff") == "finansējums"


def test_tidying_makes_single_plain_spaces_and_keeps_lines() -> None:
    assert tidy(" a\u00a0\u2009\tb \r\n\r c\u2028d ") == "a b\n\nc\nd"


def test_tidying_composes_letters() -> None:
    assert tidy(unicodedata.normalize("NFD", "Rīcības plāns")) == "Rīcības plāns"


def test_a_hyphen_that_does_not_break_becomes_a_plain_one() -> None:
    assert tidy("ne\u2011AER") == "ne-AER"


@given(ANY_TEXT)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_squashing_survives_spaces_in_and_between_words() -> None:
    assert squash("PAŠREIZ ĒJĀS SITU ĀCIJAS") == squash("Pašreizējās-situācijas.")


@given(ANY_TEXT)
def test_squashed_characters_are_found_at_their_offsets(text: str) -> None:
    squashed, offsets = squash_with_offsets(text)

    assert squashed == squash(text)
    assert [fold(text)[offset] for offset in offsets] == list(squashed)
