import importlib.util
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from plancheck.errors import UnknownFormatError, UnreadableDocumentError
from plancheck.translation import LOCALE, error_sentence, translator

ROOT = Path(__file__).parent.parent
CATALOGUE = LOCALE / "lv" / "LC_MESSAGES" / "plancheck.po"


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "messages", ROOT / "tools" / "messages.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


messages = load_tool()


def fields(template: str) -> set[str]:
    return {name for _text, name, _format, _turn in Formatter().parse(template) if name}


def test_every_sentence_of_the_source_has_a_latvian_translation() -> None:
    catalogue = messages.updated(CATALOGUE, messages.extract())

    assert [each.id for each in catalogue if each.id and not each.string] == []


def test_translations_name_the_same_values() -> None:
    catalogue = messages.updated(CATALOGUE, messages.extract())

    different = [
        each.id
        for each in catalogue
        if each.id and each.string and fields(each.id) != fields(each.string)
    ]
    assert different == []


def test_the_compiled_catalogue_agrees_with_the_one_that_people_edit() -> None:
    catalogue = messages.updated(CATALOGUE, messages.extract())

    assert CATALOGUE.with_suffix(".mo").read_bytes() == messages.mo_bytes(catalogue), (
        "run: python tools/messages.py"
    )
    assert CATALOGUE.read_bytes() == messages.po_bytes(catalogue), (
        "run: python tools/messages.py"
    )


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_language_without_a_catalogue_speaks_english(language: str) -> None:
    assert translator(language)("Source") == "Source"


def test_an_empty_sentence_stays_empty() -> None:
    assert translator("lv")("") == ""


def test_an_error_is_told_in_latvian_with_its_clauses() -> None:
    error = UnreadableDocumentError(
        "a.docx", "it is protected by a password", "give it its own suffix"
    )

    assert error_sentence(error, "lv") == (
        "a.docx nevar nolasīt: tas ir aizsargāts ar paroli; piešķiriet tam pareizo paplašinājumu."
    )
    assert error_sentence(error, "en") == str(error)


def test_names_in_an_error_are_not_translated() -> None:
    assert "error nav" in error_sentence(UnknownFormatError("error", (".md",)), "lv")
