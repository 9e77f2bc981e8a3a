from pathlib import Path

import pytest

from plancheck.errors import UnknownFormatError
from plancheck.model.document import Document
from plancheck.reader import Reader
from plancheck.settings import Settings
from plancheck.settings.checked_toml import SettingsError
from plancheck.volumes import (
    MissingFileError,
    NoDocumentsError,
    SeveralFoldersError,
    find_volumes,
    given_parts,
    reader_for,
    unread_documents,
    unread_note,
)


def read_nothing(path: Path) -> Document:
    return Document(str(path), "word", ())


READERS = (
    Reader("word", (".docx",), read_nothing),
    Reader("markdown", (".md",), read_nothing),
)


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("x", encoding="utf-8")


def test_a_folders_documents_are_its_volumes_by_name(tmp_path: Path) -> None:
    touch(tmp_path, "2_ricibas.DOCX", "1_situacija.docx", "3.md", "map.png")

    volumes = find_volumes([tmp_path], READERS)

    assert [path.name for path in volumes] == [
        "1_situacija.docx",
        "2_ricibas.DOCX",
        "3.md",
    ]


def test_hidden_files_lock_files_and_own_output_are_no_volumes(tmp_path: Path) -> None:
    touch(tmp_path, "a.docx", ".a.docx", "~$a.docx", "a.plancheck.docx")

    assert [path.name for path in find_volumes([tmp_path], READERS)] == ["a.docx"]


def test_files_stand_as_named_and_each_once(tmp_path: Path) -> None:
    touch(tmp_path, "b.md", "a.md")
    one, two = tmp_path / "b.md", tmp_path / "a.md"

    assert find_volumes([one, two, one], READERS) == (one, two)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"no file or folder .*plans\.docx"):
        find_volumes([tmp_path / "plans.docx"], READERS)


def test_a_folder_without_documents_says_what_could_be_read(tmp_path: Path) -> None:
    touch(tmp_path, "map.png")

    with pytest.raises(NoDocumentsError, match=r"no documents to read.*\.docx, \.md"):
        find_volumes([tmp_path], READERS)


def test_two_folders_are_not_one_programme(tmp_path: Path) -> None:
    with pytest.raises(SeveralFoldersError):
        find_volumes([tmp_path, tmp_path], READERS)


def test_a_file_that_no_reader_is_for_says_which_are(tmp_path: Path) -> None:
    touch(tmp_path, "plan.odt")

    with pytest.raises(UnknownFormatError, match=r"plan\.odt.*\.docx, \.md"):
        find_volumes([tmp_path / "plan.odt"], READERS)


def test_a_plugins_reader_goes_before_our_own() -> None:
    plugins = Reader("better", (".docx",), read_nothing)

    assert reader_for(Path("a.docx"), (*READERS, plugins)) == plugins


def test_suffixes_are_told_without_case() -> None:
    assert reader_for(Path("A.DOCX"), READERS).name == "word"


def test_parts_are_given_to_volumes_by_file_name(tmp_path: Path) -> None:
    touch(tmp_path, "1_daļa.md", "plani.md")
    settings = Settings(
        bundle={
            "current situation": ("1_dal\u0327a.md",),  # as macOS spells it
            "action plan": ("plani.md",),
            "investment plan": ("plani.md",),
        },
        origin=str(tmp_path / "plancheck.toml"),
    )
    volumes = find_volumes([tmp_path], READERS)

    assert given_parts(volumes, settings) == {
        str(tmp_path / "1_daļa.md"): ("current situation",),
        str(tmp_path / "plani.md"): ("action plan", "investment plan"),
    }


def test_a_volume_of_the_settings_that_is_not_there_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "1_dala.md", "2.md")
    settings = Settings(
        bundle={"current situation": ("1_daļa.md",)},
        origin=str(tmp_path / "plancheck.toml"),
    )

    with pytest.raises(
        SettingsError,
        match=r"\[bundle\]: there is no file “1_daļa.md”; did you mean “1_dala",
    ):
        given_parts([tmp_path / "1_dala.md", tmp_path / "2.md"], settings)


def test_a_volume_of_the_settings_that_is_not_supplied_is_no_mistake(
    tmp_path: Path,
) -> None:
    touch(tmp_path, "1.md", "2.md")
    settings = Settings(
        bundle={"current situation": ("1.md",)},
        origin=str(tmp_path / "plancheck.toml"),
    )

    assert given_parts([tmp_path / "2.md"], settings) == {}


def test_what_may_hold_a_volume_and_is_not_read_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "1.docx", "2. sējums.ZIP", "karte.png", "lēmums.edoc", "~$x.zip")

    assert unread_documents(tmp_path, READERS) == ("2. sējums.ZIP", "lēmums.edoc")


def test_a_format_that_a_plugin_reads_is_not_named(tmp_path: Path) -> None:
    touch(tmp_path, "1.docx", "2.edoc")
    readers = (*READERS, Reader("signed", (".edoc",), read_nothing))

    assert unread_documents(tmp_path, readers) == ()


def test_a_note_names_no_more_than_can_be_read() -> None:
    note = str(unread_note([f"{number}.zip" for number in range(12)]))

    assert "9.zip, …. If it holds" in note
    assert "10.zip" not in note
