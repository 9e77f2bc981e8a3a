"""Hints of a template to its author are not what the programme says."""

import pytest

from plancheck.programme.instructions import (
    load_hints,
    without_hints,
    without_instructions,
)
from plancheck.testing import document, programme

HINTS = load_hints()


@pytest.mark.parametrize(
    "hint",
    [
        "(list any suggested action in relation to it)",
        "(Describe the substance of the intervention)",
        "(Please indicate the method used, e.g. GPC)",
        "[insert name]",
        "<norādīt summu>",
        "[ierakstīt]",
        "(lūdzu, norādiet gadu)",
        "This section should describe the policy, and highlight next steps.",
        "Please describe your role.",
        "1. Aprakstiet esošo situāciju novadā.",
        "Šajā nodaļā jāapraksta vides stāvoklis.",
        "Click or tap here to enter text.",
        "Noklikšķiniet vai pieskarieties šeit, lai ievadītu tekstu.",
    ],
)
def test_a_hint_leaves_nothing(hint: str) -> None:
    assert without_hints(hint, HINTS) == ""


@pytest.mark.parametrize(
    "said",
    [
        "Provide a school for all children.",
        "List historic buildings, and describe each.",
        "Repair the roof (complete renovation, include a lift).",
        "Ielu pārbūve (norādīti 2. pielikumā)",
        "Projects (list of them in annex 2)",
        "The plan should describe what we do.",
        "Please send your proposals by 5 May.",
        "Iedzīvotāju skaits [tūkst.]",
        "Novada mājaslapā aprakstīti [3] pasākumi.",
    ],
)
def test_what_a_programme_says_stays(said: str) -> None:
    assert without_hints(said, HINTS) == said


def test_what_stands_beside_a_hint_stays() -> None:
    assert without_hints("Barriers (list any barrier) by sector", HINTS) == (
        "Barriers by sector"
    )
    assert without_hints(
        "This section should draw conclusions. Ours are two.", HINTS
    ) == ("Ours are two.")


def test_cells_of_hints_are_empty_and_paragraphs_of_them_are_none() -> None:
    text = """\
        # Plan

        This section should list all needs.

        | Need | Action |
        | --- | --- |
        | Heat | (list any suggested action) |
        """

    read = programme(text)

    [table] = read.documents[0].tables
    assert table.row_texts(1) == ("Heat", "")
    assert read.documents[0].paragraphs == ()


def test_a_document_without_hints_is_the_same() -> None:
    whole = document(
        "# Plan\n\nWe list our needs (see annex).\n\n| A |\n| --- |\n| b |\n"
    )

    assert without_instructions(whole, HINTS) is whole
