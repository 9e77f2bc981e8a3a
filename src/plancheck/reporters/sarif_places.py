"""Places of a programme as SARIF has them: files, headings and tables, lines where known.

A page of a Word file is no line. Its places are logical: the headings that they stand
under, the table and its row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded

from plancheck.reporters.items import Item
from plancheck.reporters.words import Voice, clean
from plancheck.sdk import Location, Quote, Report

Json = dict[str, object]

RELATED_SHOWN = 5
"""Quotes beside the first."""


def uri(name: str) -> str:
    """A path as a URI: relative as it was given, its odd characters escaped.

    >>> uri("volumes/2 plāns.docx"), uri("C:/x/a#1.pdf"), uri("/srv/a.pdf")
    ('volumes/2%20pl%C4%81ns.docx', 'file:///C:/x/a%231.pdf', 'file:///srv/a.pdf')
    """
    path = name.replace("\\", "/")
    escaped = percent_encoded(path, safe="/", errors="surrogateescape")
    if path.startswith("/"):
        return f"file://{escaped}"
    drive = path[:1].isalpha() and path[1:3] == ":/"
    return f"file:///{path[0]}:{escaped[4:]}" if drive else escaped


@dataclass(frozen=True, slots=True)
class Places:
    """Places in the volumes of a report; with `has_line` each has one, as GitHub asks."""

    report: Report
    voice: Voice
    has_line: bool = False

    def main(self, item: Item) -> Json:
        """Where the first quote stands, or what was searched in vain."""
        if item.quotes:
            return self._quoted(item.quotes[0])
        return self.of(Location(self._searched(item)))

    def related(self, item: Item) -> list[Json]:
        """The other quotes, and what came nearest to what is not there."""
        quotes = list(item.quotes[1 : RELATED_SHOWN + 1])
        if item.absence and item.absence.nearest:
            quotes.append(item.absence.nearest)
        placed: list[Json] = []
        for place in map(self._quoted, quotes):
            if place not in placed:  # the standard asks for a set
                placed.append(place)
        return placed

    def of(self, location: Location) -> Json:
        """A place, with what a person calls it."""
        return {
            "physicalLocation": self._physical(location),
            **self._logical(location),
            "message": {"text": self.voice.place(location)},
        }

    def _quoted(self, quote: Quote) -> Json:
        location = quote.location
        place = self.voice.place(location)
        known = {
            "page": location.page_number,
            "pageLabel": location.page_label and clean(location.page_label),
            "table": location.table_number,
            "row": location.row_number,
            "column": location.column_number,
        }
        return {
            **self.of(location),
            "message": {"text": f"{place}: {self.voice.quote(quote.text)}"},
            "properties": {
                **{name: value for name, value in known.items() if value is not None},
                "quote": clean(quote.text),
            },
        }

    def _searched(self, item: Item) -> str:
        """The volume that was searched; the first where it was no single one."""
        names = [each.name for each in self.report.documents]
        places = item.absence.places if item.absence else ()
        return next((each for each in places if each in names), (*names, "")[0])

    def _physical(self, location: Location) -> Json:
        indexes = self._indexes()
        name = location.document or next(iter(indexes), "")
        known = {"index": indexes[name]} if name in indexes else {}
        # A file without lines begins with its first one, where GitHub shows the alert.
        region = {"region": {"startLine": 1}} if self.has_line else {}
        return {"artifactLocation": {"uri": uri(name), **known}, **region}

    def _indexes(self) -> Mapping[str, int]:
        names = (document.name for document in self.report.documents)
        return {name: index for index, name in enumerate(names)}

    def _logical(self, location: Location) -> Json:
        steps = list(self._steps(location))
        if not steps:
            return {}
        kind, name = steps[-1]
        path = "/".join(step.replace("/", "∕") for _, step in steps)
        return {
            "logicalLocations": [
                {"name": name, "fullyQualifiedName": path, "kind": kind}
            ]
        }

    def _steps(self, location: Location) -> Iterator[tuple[str, str]]:
        """The headings from the outermost, the table and the row, each with its kind."""
        yield from (("section", clean(each)) for each in location.section)
        if location.table_number is not None:
            yield "table", f"table {location.table_number}"
        if location.row_number is not None:
            yield "row", f"row {location.row_number}"
