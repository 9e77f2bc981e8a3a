"""Indicators told line by line: `Homes, number: baseline 4 (2022), target 60 (2028). Source …`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from plancheck.model.document import Document, Paragraph
from plancheck.model.location import Location
from plancheck.model.table import Cell, Table
from plancheck.programme.codes import leading_code
from plancheck.programme.fields import CellPlace, RowContext
from plancheck.programme.indicators import Indicator
from plancheck.programme.plan_tables import PlanTable
from plancheck.text.patterns import lazy_pattern

_FEWEST = 3
"""A single such line may be an example in a text."""
_LONGEST = 600
_TOLD = lazy_pattern(
    r"^[\s•·●▪–»>*o-]{0,4}(?P<name>[^:\n]{3,200}): ?"
    r"(?:bāzes vērtība|bāze|esošā vērtība|sākuma vērtība|baseline(?: value)?)[ :]{1,2}"
    r"(?P<baseline>[^\n();]{1,40}) ?\((?P<base_year>(?:19|20)\d\d)[^\n()]{0,20}\)"
    r"[,; ]{1,3}(?:mērķis|mērķa vērtība|plānotā vērtība|target(?: value)?)[ :]{1,2}"
    r"(?P<target>[^\n();]{1,40}) ?\((?P<target_year>(?:19|20)\d\d)[^\n()]{0,20}\)"
    r"(?P<rest>[^\n]{0,300})$"
)
_SOURCE = lazy_pattern(
    r"(?:Datu avots|Avots|Avoti|Data source|Source)[ :]{1,2}(?P<said>[^\n;.]{2,120})"
)
_RHYTHM = lazy_pattern(
    r"(?P<said>(?:reizi|ik|katru|divreiz|once|twice|every|each) [^\n;.,]{2,40}|"
    r"\w*ceturkš\w+|ikgadēj\w+|ikmēneš\w+|yearly|annual\w*|quarterly|monthly)"
)
_CODE = lazy_pattern(
    r"^(?P<code>[A-Z]{1,3}-?[a-z]?\d{1,2}(?:[.-]\d{1,2})?)[.:)] +(?P<name>\S.+)$"
)
_COLUMNS = MappingProxyType(
    {
        "indicator": "name",
        "baseline": "baseline",
        "baseline year": "base_year",
        "target": "target",
        "target year": "target_year",
    }
)


@dataclass(frozen=True)
class _Line(Table):
    """A line of text as a table of one row, whose place and words are those of the line."""

    printed: str = ""

    def row_texts(self, row_index: int) -> tuple[str, ...]:
        """The line as printed, which is the only row."""
        del row_index
        return (self.printed,)

    def location_of(self, row_index: int, column_index: int | None = None) -> Location:
        """The place of the line: a row or a cell of it is no place that a reader finds."""
        del row_index, column_index
        return self.location


def told_indicators(document: Document, context: RowContext) -> Iterator[PlanTable]:
    """The table that the lines of a document make, where three or more tell an indicator."""
    lines = (
        block
        for section in document.walk()
        for block in section.blocks
        if isinstance(block, Paragraph) and len(block.text) <= _LONGEST
    )
    rows = [row for line in lines if (row := _indicator(line, context)) is not None]
    if len(rows) >= _FEWEST:
        yield _table(rows)


def _table(rows: Sequence[Indicator]) -> PlanTable:
    columns = {concept: "" for row in rows for concept in row.cells}
    return PlanTable(
        ("indicator",),
        MappingProxyType(columns),
        tuple(rows),
        (),
        (),
        tuple(row.place.table for row in rows),
        rows[0].quote,
    )


def _indicator(line: Paragraph, context: RowContext) -> Indicator | None:
    """The indicator that a line tells with its baseline and its target; None without both."""
    found = _TOLD.match(" ".join(line.text.split()))
    if found is None:
        return None
    said = {concept: found[group].strip() for concept, group in _COLUMNS.items()}
    coded = _CODE.match(said["indicator"])
    if coded is not None:
        said["indicator"] = coded["name"]
    _, comma, unit = said["indicator"].rpartition(", ")
    said |= {"unit": unit} if comma else {}
    for concept, pattern in (("data source", _SOURCE), ("frequency", _RHYTHM)):
        if (told := pattern.search(found["rest"])) is not None:
            said[concept] = told["said"].strip()
    cells = tuple(Cell(text, 0, index) for index, text in enumerate(said.values()))
    table = _Line(cells, 1, len(cells), line.location, printed=line.text)
    places = {concept: CellPlace(table, 0, index) for index, concept in enumerate(said)}
    leading = leading_code(coded["code"]) if coded else None
    code = str(leading[0]) if leading else coded["code"] if coded else ""
    place = places["indicator"]
    return Indicator(code, said["indicator"], place, MappingProxyType(places), context)
