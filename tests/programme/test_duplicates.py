"""A volume that is supplied in two formats is used once."""

from dataclasses import replace
from pathlib import Path

from plancheck.programme.duplicates import without_duplicates
from plancheck.testing import document

SOURCE = Path(__file__).parents[2] / "sample_docs" / "source" / "english.md"


def test_same_volume_in_two_formats_is_used_once_in_the_better_one() -> None:
    text = SOURCE.read_text("utf-8")
    printed = replace(document(text, "plan.pdf"), format="pdf")
    written = replace(document(text, "plan.docx"), format="docx")

    [used] = without_duplicates((printed, written))

    assert used.format == "docx"
    assert "plan.pdf holds the same volume" in str(used.notes[-1])


def test_two_volumes_of_one_programme_are_both_used() -> None:
    text = SOURCE.read_text("utf-8")
    middle = text.index("# 3. Action plan")
    volumes = (document(text[:middle], "1.md"), document(text[middle:], "2.md"))

    assert without_duplicates(volumes) == volumes


def test_short_files_are_never_taken_for_the_same() -> None:
    volumes = (document("# Annex\n", "1.md"), document("# Annex\n", "2.md"))

    assert without_duplicates(volumes) == volumes
