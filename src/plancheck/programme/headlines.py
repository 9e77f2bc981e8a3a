"""Lines and headings over fact sheets that give them their names: `M1 Farm shops`."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from plancheck.model.table import Cell, Table
from plancheck.programme.codes import leading_code
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace
from plancheck.programme.fragments import JoinedTable
from plancheck.text.folding import squash
from plancheck.text.patterns import lazy_pattern

_FEWEST_FIELDS = 3
_FEWEST_OF_SERIES = 3
_WIDEST = 4
_NAMED = frozenset({"measure", "project", "task", "indicator"})
_LONGEST_HEADLINE = 25
"""Words of a line that gives a sheet its name."""
_LETTERS = lazy_pattern(r"[^\W\d_]{3}")
_DIGIT = lazy_pattern(r"\d")
_KIND = lazy_pattern(r"[^\W\d_]{3,25}\.? (?:[Nn]r?\. ?)?(?=[^\W\d_]{0,4}[ .-]?\d)")


def headline_of(table: Table, columns: ColumnReader) -> CellPlace | None:
    """The first row where it is a code and a name across the sheet: `M1 Farm shops`.

    What it is may be said before its code, which is no part of the name then:
    `Initiative 1.1. Farm shops`, but not `Table 1.1. Farm shops`.
    """
    text = _first_line(table)
    if table.row_count <= _FEWEST_FIELDS or len(text.split()) > _LONGEST_HEADLINE:
        return None
    kind = _KIND.match(text)
    kind = kind if kind and columns.concept(kind[0]) in _NAMED else None
    coded = text[kind.end() :] if kind else text
    leading = leading_code(coded)
    if leading is None:
        return None
    code, name = leading
    is_own = bool(code.prefix) or code.depth > 1
    if not is_own or not _LETTERS.search(name):
        return None
    return CellPlace(table, 0, 0, said=coded if kind else None)


def is_other_code(one: str, other: str) -> bool:
    """Whether two texts begin with different codes."""
    first, second = leading_code(one), leading_code(other)
    return first is not None and second is not None and first[0] != second[0]


def template_lines(tables: Iterable[Table]) -> frozenset[str]:
    """The first rows that several tables have, as `B-2.2: Outline of individual actions`.

    They are those of the form that the sheets are filled into, and name none of them.
    """
    counted = Counter(
        line for table in tables if table.row_count and (line := _first_line(table))
    )
    return frozenset(line for line, count in counted.items() if count > 1)


def _first_line(table: Table) -> str:
    """The first row where it says one thing; empty where it says several."""
    texts = {" ".join(text.split()) for text in table.row_texts(0)} - {""}
    return texts.pop() if len(texts) == 1 else ""


def parted_label(label: str) -> tuple[str, str]:
    """A label and the number or code at its end: `Measure M2` is `Measure` and `M2`."""
    words, _, last = label.strip().rpartition(" ")
    return (words, last) if words and _DIGIT.search(last) else (label, "")


def told_above(
    joined: JoinedTable, headed: AbstractSet[tuple[str, ...]] = frozenset()
) -> dict[str, CellPlace]:
    """The measure that a sheet's heading names, with the text between: `M1.1 Repair lab`.

    A heading whose code has no letters may be that of a chapter, and names a measure only
    where it is one of `headed`.
    """
    section = joined.first.location.section
    leading = leading_code(section[-1]) if section else None
    is_coded = leading is not None and bool(leading[0].prefix) and bool(leading[1])
    if not is_coded and section not in headed:
        return {}
    told = {"measure": _alone(section[-1], joined.first)}
    lines = [each.text for each in joined.between if each.location.section == section]
    if lines:
        told["description"] = _alone("\n".join(lines), joined.first)
    return told


def sheet_headings(tables: Iterable[Table]) -> frozenset[tuple[str, ...]]:
    """The sections side by side that hold one sheet each, all sheets of one make.

    Three or more make a series, and the heading of each is the name of what its sheet is
    about: `1.1.1. Repair the bridge` over `Lead | Roads Office`.
    """
    held: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        held.setdefault(table.location.section, []).append(table)
    series: dict[tuple[tuple[str, ...], str], list[tuple[str, ...]]] = {}
    for section, own in held.items():
        if len(section) > 1 and len(own) == 1 and own[0].column_count <= _WIDEST:
            make = squash(own[0].text_at(0, 0))
            series.setdefault((section[:-1], make), []).append(section)
    return frozenset(
        section
        for (_, make), sections in series.items()
        if make and len(sections) >= _FEWEST_OF_SERIES
        for section in sections
    )


def _alone(text: str, table: Table) -> CellPlace:
    """A text that stands above a table, as a line of its own across two columns."""
    line = Table((Cell(text, 0, 0, column_span=2),), 1, 2, table.location)
    return CellPlace(line, 0, 1)
