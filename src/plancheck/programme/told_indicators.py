"""Indicators told line by line: `Homes, number: baseline 4 (2022), target 60 (2028). Source …`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from plancheck.model.document import Document, Paragraph
from plancheck.model.location import Location
from plancheck.model.table import Cell, Table
from plancheck.programme.codes import leading_code
from plancheck.programme.fields import CellPlace, RowContext
from plancheck.programme.indicators import Indicator
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_FEWEST = 3
"""A single such line may be an example in a text."""
_LONGEST = 600
_BULLET = lazy_pattern(r"^[\s•·●▪–»>*o-]{0,4}")
_YEAR = r"(?:19|20)\d\d"
_VALUE = r"[^\n();]{1,40}?"
_FIGURE = r"~?\d[^\n();→>]{0,30}?"
_CODE = lazy_pattern(
    r"^(?P<code>[A-Z]{1,3}-?[a-z]?\d{1,2}(?:[.-]\d{1,2})?)[.:)] +(?P<name>\S.+)$"
)
_UNIT = lazy_pattern(r", (?P<behind>[^,()]{1,40})$|\((?P<within>[^()]{1,40})\)$")
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


class ToldIndicators:
    """Reads the indicators that the lines of a document tell, by the words of a language."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        context: RowContext,
        first_year: int | None = None,
    ) -> None:
        """Keep what lines are read by.

        Args:
            vocabulary: The words of the documents' language.
            context: What the indicators share.
            first_year: Of the programme's period, where it is known.
        """
        self._vocabulary = vocabulary
        self._context = context
        self._first_year = first_year

    def read(self, document: Document) -> Iterator[PlanTable]:
        """The table that the lines make, where three or more of them tell an indicator."""
        lines = (
            block
            for section in document.walk()
            for block in section.blocks
            if isinstance(block, Paragraph) and len(block.text) <= _LONGEST
        )
        rows = [row for line in lines if (row := self._indicator(line)) is not None]
        if len(rows) >= _FEWEST:
            yield _table(rows)

    def _indicator(self, line: Paragraph) -> Indicator | None:
        """The indicator of a line; None where it does not tell baseline and target both."""
        said = self._said(_BULLET.sub("", " ".join(line.text.split())))
        if said is None:
            return None
        coded = _CODE.match(said["indicator"])
        if coded is not None:
            said["indicator"] = coded["name"]
        if unit := _UNIT.search(said["indicator"]):
            said["unit"] = unit["behind"] or unit["within"]
        cells = tuple(Cell(text, 0, index) for index, text in enumerate(said.values()))
        table = _Line(cells, 1, len(cells), line.location, printed=line.text)
        places = {
            concept: CellPlace(table, 0, index) for index, concept in enumerate(said)
        }
        leading = leading_code(coded["code"]) if coded else None
        code = str(leading[0]) if leading else coded["code"] if coded else ""
        return Indicator(
            code,
            said["indicator"],
            places["indicator"],
            MappingProxyType(places),
            self._context,
        )

    def _said(self, text: str) -> dict[str, str] | None:
        """What a line says, by concepts; None where it tells no indicator."""
        folded = fold(text)
        found = self._told.match(folded) or self._changing.match(folded)
        if found is None or not self._is_ahead(found):
            return None
        said = {
            concept: text[slice(*found.span(_told_group(found, group)))].strip(" –—-:")
            for concept, group in _COLUMNS.items()
        }
        for concept, pattern in self._asides.items():
            if aside := pattern.search(folded, found.start("rest")):
                said[concept] = text[slice(*aside.span("said"))].strip()
        return said

    def _is_ahead(self, found: re.Match[str]) -> bool:
        """Whether the target lies behind the baseline, and not before the programme begins."""
        base, target = (
            int(found[_told_group(found, group)])
            for group in ("base_year", "target_year")
        )
        return base < target and target >= (self._first_year or base)

    @cached_property
    def _told(self) -> re.Pattern[str]:
        """A line with its name, its baseline and its target, each with its year, folded.

        `Homes: baseline 4 (2022), target 60 (2028)`, or `Homes: 4 in 2022, target 60 by 2028`.
        """
        return re.compile(
            rf"^(?P<name>[^:\n]{{3,200}}): ?(?:{self._words('told_baseline')}[ :]{{1,2}})?"
            rf"(?P<baseline>{_VALUE}){_when('base')}[,; ]{{1,3}}"
            rf"{self._words('told_target')}[ :]{{1,2}}"
            rf"(?P<target>{_VALUE}){_when('target')}"
            rf"(?P<rest>[^\n]{{0,300}})$"
        )

    @cached_property
    def _changing(self) -> re.Pattern[str]:
        """A line with a value that becomes another: `Homes – 4 (2022) → 60 (2028)`, folded."""
        return re.compile(
            rf"^(?P<name>[^:→\n]{{3,200}}?)(?: ?[:–—-] )(?:{self._words('told_from')} )?"
            rf"(?P<baseline>{_FIGURE}){_when('base')}"
            rf" ?(?:→|->|=>|{self._words('told_to')}) ?"
            rf"(?P<target>{_FIGURE}){_when('target')}"
            rf"(?P<rest>[^\n]{{0,300}})$"
        )

    @cached_property
    def _asides(self) -> Mapping[str, re.Pattern[str]]:
        """What a line may say behind its target, by concepts, on folded text."""
        source = rf"{self._words('told_source')}[ :]{{1,2}}(?P<said>[^\n;.]{{2,120}})"
        frequency = rf"(?P<said>{self._words('told_frequency')})"
        responsible = (
            rf"{self._words('told_responsible')}[ :]{{1,2}}(?P<said>[^\n;.]{{2,80}})"
        )
        return {
            "data source": re.compile(source),
            "frequency": re.compile(frequency),
            "responsible": re.compile(responsible),
        }

    def _words(self, name: str) -> str:
        """A list of words as an expression; one that nothing matches where it is empty."""
        if name not in self._vocabulary.words:
            return "(?!)"
        [pattern] = self._vocabulary.patterns(name) or (re.compile(r"(?!)"),)
        return f"(?:{pattern.pattern})"


def _when(name: str) -> str:
    """The year of a value, in brackets or as `in 2022` and `2022. gada` say it, folded."""
    bracketed = rf" ?\((?:[a-z]{{2,10}} )?(?P<{name}_year>{_YEAR})[^\n()]{{0,20}}\)"
    spoken = (
        rf",? (?:(?:in|by|lidz|uz) )?(?P<{name}_year_spoken>{_YEAR})"
        r"(?:\. ?g\w{0,6}|\.)?(?!\d)"
    )
    return f"(?:{bracketed}|{spoken})"


def _told_group(found: re.Match[str], group: str) -> str:
    """The group that holds what one of the two ways to give a year may have told."""
    return f"{group}_spoken" if found[group] is None else group


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
