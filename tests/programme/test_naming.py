from plancheck.programme.naming import Naming
from plancheck.programme.vocabulary_files import load_vocabulary


def test_labels_that_were_looked_through_at_once_name_what_they_name_alone() -> None:
    columns = load_vocabulary("lv").columns
    texts = ["Pasākums", "Atbildīgais", "Izpildes termiņš", "P a s ā k u m s", "12", ""]
    alone, expected = Naming(columns), Naming(columns)

    expected.expect(texts)

    assert [*map(expected.letters, texts)] == [*map(alone.letters, texts)]
    assert alone.letters("Pasākums")
