"""What the columns of a plan table are about, told by all of them and by what they hold."""

from plancheck.programme.column_contents import are_codes
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fragments import JoinedTable
from plancheck.programme.headers import Header

_CALLED = frozenset({"measure", "project", "name", "indicator"})
_FEWEST = 2
_VALUED = frozenset({"baseline", "target"})
_MAY_BE_INDICATOR = frozenset({"result", "unit"})


def settled(
    header: Header, first_year: int | None, columns: ColumnReader
) -> tuple[str | None, ...]:
    """First and last value of an indicator table are its baseline and target.

    Years alone head statistics too: they plan only where the label says "value", or
    where the last of them lies within the programme's own period. The level beside a
    climate hazard is that of its risk.
    """
    if "hazard" in header.concepts and "risk level" not in header.concepts:
        return tuple(
            "risk level" if each == "level" else each for each in header.concepts
        )
    concepts = _with_ends(header, first_year, columns)
    return _with_indicator(concepts, header.labels, columns)


def _with_indicator(
    concepts: tuple[str | None, ...], labels: tuple[str, ...], columns: ColumnReader
) -> tuple[str | None, ...]:
    """What has a baseline and a target is an indicator, though its label says more.

    `Result indicator` alone heads what a measure brings, `Indicator and unit` a unit.
    """
    if "indicator" in concepts or not _VALUED.issubset(concepts):
        return concepts
    for index, concept in enumerate(concepts):
        if concept in _MAY_BE_INDICATOR and columns.names(labels[index], "indicator"):
            return (*concepts[:index], "indicator", *concepts[index + 1 :])
    return concepts


def _with_ends(
    header: Header, first_year: int | None, columns: ColumnReader
) -> tuple[str | None, ...]:
    """The columns with the first and last value for baseline and target."""
    ends = {"first value": "baseline", "last value": "target"}
    indexes = [
        index for index, concept in enumerate(header.concepts) if concept in ends
    ]
    if not indexes:
        return header.concepts
    last_year = header.year(indexes[-1]) or 0
    plans = any(not columns.is_year(header.labels[index]) for index in indexes)
    if plans or (first_year is not None and last_year > first_year):
        return tuple(ends.get(concept or "", concept) for concept in header.concepts)
    return header.concepts


def with_codes(
    concepts: tuple[str | None, ...], joined: JoinedTable
) -> tuple[str | None, ...]:
    """A column that is called after what it numbers is one of codes: `Action | Operation`.

    The names beside it are then those of what it numbers: `Operation | Title | Measure`.
    The first column is one of codes too where nothing says so but what it holds; beside
    projects these are the measures that each belongs to: `Rīc. Nr.` over `1.1.2.`.
    """
    if "code" in concepts:
        return concepts
    if concepts and concepts[0] is None and are_codes(joined.texts(0), are_deep=True):
        is_of_measures = "project" in concepts and "measure" not in concepts
        return ("measure" if is_of_measures else "code", *concepts[1:])
    called = [each for each in concepts if each in _CALLED]
    if len(called) < _FEWEST:
        return concepts
    index = next(index for index, each in enumerate(concepts) if each in _CALLED)
    if not are_codes(joined.texts(index)):
        return concepts
    rest = list(concepts[index + 1 :])
    own = concepts[index]
    if own not in rest and "name" in rest:
        rest[rest.index("name")] = own
    return (*concepts[:index], "code", *rest)
