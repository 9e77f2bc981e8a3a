import pytest

from plancheck.programme.naming import Naming, letters_in_squashed
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary_files import load_vocabulary


def test_labels_that_were_looked_through_at_once_name_what_they_name_alone() -> None:
    columns = load_vocabulary("lv").columns
    texts = ["Pasākums", "Atbildīgais", "Izpildes termiņš", "P a s ā k u m s", "12", ""]
    texts += [
        "Pasākums, izpildes termiņš un atbildīgais",
        "Projekta pasākums (projekts)",
    ]
    alone, expected = Naming(columns), Naming(columns)

    expected.expect(texts)

    assert [*map(expected.letters, texts)] == [*map(alone.letters, texts)]
    assert alone.letters("Pasākums")


@pytest.mark.parametrize(
    ("notation", "squashed", "letters"),
    [
        ("rīcīb* plān*", "3ricibasplans", 12),
        ("rīcīb* un? plān*", "ricibunplani", 12),
        ("rīcīb* plān*", "planotaricib", 0),  # both words, but the other way round
        ("/^rīcīb/", "ricibasplans", 0),
    ],
)
def test_a_term_says_how_many_letters_it_covers_where_spaces_are_lost(
    notation: str, squashed: str, letters: int
) -> None:
    assert letters_in_squashed(Term(notation), squashed) == letters
