"""The record of a fact sheet while its rows are read, and what gives it its name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plancheck.programme.codes import leading_code
from plancheck.programme.column_contents import are_values
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace
from plancheck.programme.headlines import is_other_code, parted_label
from plancheck.programme.shares import SHARE_COLUMNS
from plancheck.text.folding import squash

VALUED = frozenset({"baseline", "target", "unit"})
_DUTY = frozenset({"responsible", "executor", "term", "start"})
_DATED = frozenset({"baseline", "target"})
_MONEY = SHARE_COLUMNS | {"amount"}
_LABEL_START = 10
_IN_YEAR = "value in year"


@dataclass
class Record:
    """The record that is being put together, and the section that it stands in.

    `columns` tells what a label is about, and `above` is what its heading tells, if that
    names a measure. `is_beside_others` is true where the cells on the right are those of
    the next record.
    """

    columns: ColumnReader
    section: tuple[str, ...]
    title: str | None = None
    headline: CellPlace | None = None
    places: dict[str, CellPlace] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    above: Mapping[str, CellPlace] = field(default_factory=dict)
    is_beside_others: bool = False
    by_year: dict[str, CellPlace] = field(default_factory=dict)
    _last: str = ""

    def is_titled_by(self, concept: str, label: str) -> bool:
        """Whether the title comes again: `Action name`, not `Description of the action`.

        A title with a number comes again with another one: `Action 2` after `Action 1`.
        """
        (own, known), (new, number) = map(
            parted_label, (self.labels.get(concept, ""), label)
        )
        begins_alike = squash(new)[:_LABEL_START] == squash(own)[:_LABEL_START]
        return concept == self.title and begins_alike and bool(known) == bool(number)

    def settle_title(self) -> None:
        """Let the headline name the record, where no field does but that of a reference.

        `OP-01 Station | Measure 1.1.1 Interchange` is a project that serves a measure.
        """
        if self.headline is None:
            self._take_heading()
            return
        is_valued = len(self.places.keys() & VALUED) > 1
        self._describe()
        known = self.places.get("measure")
        refers = known is not None and is_other_code(known.text, self.headline.text)
        is_named = (
            self.title in {"project", "name"}
            or (self.title == "measure" and not refers)
            or (self.title == "indicator" and is_valued)
        )
        if is_named:
            return
        title = "indicator" if is_valued else "project" if refers else "measure"
        self.title = title
        self.places[title] = self.headline
        self.labels[title] = " ".join(self.headline.text.split())

    def _describe(self) -> None:
        """Take a measure without a code below a headline with one for what is done in it.

        `1.1. Room for makers | What we do | Rebuild the old workshop.`
        """
        known = self.places.get("measure")
        is_told = known is not None and leading_code(known.text) is None
        if known and is_told and self.title == "measure" and "task" not in self.places:
            self.places.setdefault("description", self.places.pop("measure"))
            self.labels.setdefault("description", self.labels.pop("measure"))
            self.title = None

    def _take_heading(self) -> None:
        """Let the heading name a record that has no title of its own, but says who or when."""
        if self.title is not None or not _DUTY & self.places.keys():
            return
        if self.above and len(self.places.keys() & VALUED) <= 1:
            is_of_money = not _MONEY.isdisjoint(self.places)
            self.title = (
                "project" if is_of_money and "task" in self.places else "measure"
            )
            for concept, place in self.above.items():
                self.keep(self.title if concept == "measure" else concept, "", place)

    def settle_target(self) -> None:
        """Take what is to be reached, and is a figure, for the target beside a baseline."""
        result = self.places.get("result")
        is_open = "baseline" in self.places and "target" not in self.places
        if is_open and result is not None and are_values([result.text] * 2):
            self.places["target"] = self.places.pop("result")
            self.labels["target"] = self.labels.pop("result")

    def keep(self, concept: str, label: str, place: CellPlace) -> None:
        """Take in a field; the first that is filled counts.

        A year behind a value is its year, though `Year` alone may be a term.
        """
        if concept == _IN_YEAR and self.columns.is_year(label):
            self.by_year.setdefault(label, place)
        if (
            concept == "term"
            and self._last in _DATED
            and self.columns.is_year(place.text)
        ):
            concept = f"{self._last} year"
        self._last = concept
        known = self.places.get(concept)
        if known is None or not known.text.strip():
            self.places[concept] = place
            self.labels[concept] = label

    def settle_years(self) -> None:
        """Take the value in the last year for the target: `Baseline`, `2028`, `2031`.

        Without a baseline the value in the first of several years is that.
        """
        years = sorted(self.by_year)
        if years and "baseline" not in self.places and len(years) > 1:
            self._move(years.pop(0), "baseline")
        if years and "baseline" in self.places and "target" not in self.places:
            self._move(years.pop(), "target")

    def _move(self, year: str, concept: str) -> None:
        """Make the value in a year the field that it is."""
        place = self.by_year.pop(year)
        if self.places.get(_IN_YEAR) == place:
            self.places.pop(_IN_YEAR)
            self.labels.pop(_IN_YEAR)
        self.places[concept], self.labels[concept] = place, year
