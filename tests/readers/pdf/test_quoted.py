from collections.abc import Sequence

import pytest

from plancheck.readers.pdf.quoted import WordFinder, lines_of
from plancheck.readers.pdf.words import Word


def words(*lines: str) -> list[Word]:
    """Words on lines ten points apart, each letter five wide."""
    found = []
    for row, line in enumerate(lines):
        left = 0.0
        for text in line.split(" "):
            right = left + 5 * len(text)
            found.append(Word(left, 20.0 * row, right, 20.0 * row + 10, text, 0))
            left = right + 5
    return found


def found(
    lines: Sequence[str],
    quote: str,
    *,
    box: tuple[float, float, float, float] | None = None,
    is_row: bool = False,
) -> list[str]:
    finder = WordFinder(words(*lines))
    return [word.text for word in finder.find(quote, box, is_row=is_row)]


@pytest.mark.parametrize(
    ("lines", "quote", "expected"),
    [
        (["Ceļu garums ir 9 km."], "garums ir 9", ["garums", "ir", "9"]),
        (["Ceļu pār\x02", "būve sākas"], "Ceļu pārbūve", ["Ceļu", "pār\x02", "būve"]),
        (["R ī c ī b a s plāns"], "Rīcības plāns", [*"Rīcība", "s", "plāns"]),
        (["2023 un 3 km"], "3", ["3"]),
        (["Te nav nekā."], "uzraudzība", []),
        (["Te nav nekā."], "– …", []),
    ],
)
def test_a_quote_is_found_by_its_letters(
    lines: list[str], quote: str, expected: list[str]
) -> None:
    assert found(lines, quote) == expected


def test_of_equal_words_those_in_the_box_are_meant() -> None:
    finder = WordFinder(words("Nav datu.", "Nav datu."))

    [first, *_] = finder.find("Nav datu.", (0, 15, 100, 35), is_row=False)

    assert first.top == 20


def test_a_quote_that_goes_on_elsewhere_is_known_by_its_beginning() -> None:
    quote = "Programmas īstenošanu uzrauga vadības grupa nākamajā lapā"

    assert found(["Programmas īstenošanu uzrauga"], quote)[0] == "Programmas"


def test_the_parts_of_a_shortened_quote_are_found_each() -> None:
    lines = ["Uzraudzību veic reizi gadā komisija."]

    assert found(lines, "Uzraudzību veic […] komisija.") == [
        "Uzraudzību",
        "veic",
        "komisija.",
    ]


def test_a_row_is_its_cells_beside_one_another() -> None:
    lines = ["9 km skolas", "9 km ielas", "9 km ceļi"]
    finder = WordFinder(words(*lines))

    row = finder.find("9 | km | ielas", None, is_row=True)

    assert sorted(word.text for word in row) == ["9", "ielas", "km"]
    assert {word.top for word in row} == {20}


def test_of_rows_with_one_name_that_with_the_other_cells_is_meant() -> None:
    finder = WordFinder(words("Iedzīvotāji 12", "Iedzīvotāji 40"))

    row = finder.find("Iedzīvotāji | 40", None, is_row=True)

    assert {word.top for word in row} == {20}


def test_cells_that_say_the_same_are_each_found() -> None:
    row = found(
        ["Nosaukums skat. plānu skat. plānu"],
        "Nosaukums | skat. plānu | skat. plānu",
        is_row=True,
    )

    assert sorted(row) == ["Nosaukums", "plānu", "plānu", "skat.", "skat."]


def test_words_of_one_line_have_one_box() -> None:
    assert lines_of(words("viens divi", "trīs")) == [(0, 0, 50, 10), (0, 20, 20, 30)]


def test_words_far_apart_have_a_box_each() -> None:
    one, _, other = words("a bbbbbbbbbbbbbbbbbbbb c")

    assert len(lines_of([one, other])) == 2
