"""Objectives that a cell names one a line, as Word tables do."""

from dataclasses import replace

from plancheck.programme.facts import Facts
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.sdk import Document, Table
from plancheck.testing import document
from plancheck.testing.programmes import AS_OF

PLAN = """
# Development plan of Otterbury County 2024–2030

# Strategy

| Priority | Directions |
| --- | --- |
| PR1 Homes | DA1.1 Flats to let / DA1.2 Empty houses / DA1.3 Warm rooms |
| PR2 Work | DA2.1 Plots by the railway |
"""


def in_lines(one: Document) -> Document:
    """The document, a new line in cells where the notation has a stroke."""
    blocks = [
        replace(
            block,
            cells=tuple(
                replace(cell, text=cell.text.replace(" / ", "\n"))
                for cell in block.cells
            ),
        )
        if isinstance(block, Table)
        else block
        for block in one.blocks
    ]
    return replace(one, blocks=tuple(blocks))


def test_each_line_of_a_cell_may_name_an_objective() -> None:
    plan = Programme((in_lines(document(PLAN)),), load_vocabulary("en"), Facts(), AS_OF)

    assert [(each.code, each.name, each.parent_code) for each in plan.objectives] == [
        ("PR1", "Homes", ""),
        ("DA1.1", "Flats to let", "PR1"),
        ("DA1.2", "Empty houses", "PR1"),
        ("DA1.3", "Warm rooms", "PR1"),
        ("PR2", "Work", ""),
        ("DA2.1", "Plots by the railway", "PR2"),
    ]
