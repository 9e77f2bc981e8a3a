import pytest

from plancheck.web.checking import volume_name


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("1. sējums.docx", "1. sējums.docx"),
        ("C:\\Plāni\\1.docx", "1.docx"),
        ("../../etc/passwd", "passwd"),
        ("--rules=x.md", "rules=x.md"),
        (".plancheck.toml", "plancheck.toml"),
        ("a\0b.md", "ab.md"),
        ("..", "1"),
    ],
)
def test_a_volume_is_named_by_its_file_alone(given: str, name: str) -> None:
    assert volume_name(given, ()) == name


def test_files_of_one_name_are_told_apart() -> None:
    taken = ["a.md", "a (2).md"]

    assert volume_name("x/a.md", taken) == "a (3).md"
