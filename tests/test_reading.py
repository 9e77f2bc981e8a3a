from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.errors import UnreadableDocumentError
from plancheck.reading import NothingReadableError, read
from tests.programmes import SMALL

COMPLETE = Path(__file__).parents[1] / "sample_docs/source/complete.md"
BROKEN = b"PK\x03\x04 this is no Word file"


def test_volumes_are_ordered_and_named_by_their_parts(small: Path) -> None:
    middle = SMALL.index("# 3")
    folder = small.parent
    small.unlink()
    (folder / "a.md").write_text(SMALL[middle:], encoding="utf-8")
    (folder / "b.md").write_text(SMALL[:middle], encoding="utf-8")

    documents = check(folder).documents

    assert [Path(each.name).name for each in documents] == ["b.md", "a.md"]
    assert documents[0].parts[0].concept == "current situation"


def test_the_settings_say_the_parts_of_volumes(small: Path) -> None:
    (small.parent / "kartes.md").write_text("# Kartes\n\nTeksts.\n", encoding="utf-8")
    (small.parent / "plancheck.toml").write_text(
        '[bundle]\nsituation = "kartes.md"\n', encoding="utf-8"
    )

    programme = read(small.parent)

    part = programme.part("current situation")
    assert part is not None
    assert (part.found_by, part.quote.text) == ("settings", "kartes.md")
    assert Path(programme.documents[0].name).name == "kartes.md"


def test_a_volume_in_two_formats_is_used_once_wherever_it_stands(small: Path) -> None:
    text = COMPLETE.read_text(encoding="utf-8")
    (small.parent / "z.md").write_text(text, encoding="utf-8")
    (small.parent / "a.txt").write_text(text, encoding="utf-8")
    small.unlink()

    [used] = check(small.parent).documents

    assert used.name.endswith("z.md")
    assert "a.txt holds the same volume" in str(used.notes[-1])


def test_nothing_readable_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(BROKEN)

    with pytest.raises(NothingReadableError, match=r"a\.docx cannot be read") as info:
        check(tmp_path)

    assert isinstance(info.value.__cause__, UnreadableDocumentError)


def test_reading_judges_nothing(small: Path) -> None:
    programme = read(small)

    assert len(programme.measures) == 2
    assert len(programme.indicators) == 2
