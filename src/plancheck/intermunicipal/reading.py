"""One run of an audit, read from its database: programmes with scores, results and plans."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, Protocol

from plancheck.errors import PlancheckError
from plancheck.model.location import Location

BETWEEN = " › "
"""What the database puts between the headings that a row stands under."""


class Questions(Protocol):
    """What is asked of a database."""

    def rows(
        self, question: str, values: Mapping[str, object] | None = None
    ) -> list[dict[str, Any]]:
        """The rows that answer a question."""
        ...


class NothingToCompareError(PlancheckError):
    """The database has no such run, or no programme in it was judged."""

    def __init__(self, name: str, run: int | None) -> None:
        super().__init__(
            "{name} has nothing to compare: no programme of the run {run} was judged."
            if run
            else "{name} has nothing to compare: no programme was judged.",
            name=name,
            run=run,
        )


@dataclass(frozen=True, slots=True)
class Scored:
    """A criterion of one programme; `score` and `mean` are None where nothing was judged."""

    id: str
    category: str
    title: str
    score: int | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class Ended:
    """How one rule ended on one programme."""

    code: str
    title: str
    category: str
    severity: str
    outcome: str
    score: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of a plan: `kind` is "measure" or "project", `text` the row as printed."""

    kind: str
    code: str
    name: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Judged:
    """A programme of a run; `region` is empty where its facts name none.

    `has_namesake` says that another programme of the run is of the same municipality.
    `failure` is the reason for which there is no report; all else is empty then.
    `number` is that of the programme in the database, `check` that of its check.
    """

    path: str
    municipality: str
    region: str
    language: str
    profile: str = ""
    period: tuple[int, int] | None = None
    failure: str = ""
    criteria: tuple[Scored, ...] = ()
    results: tuple[Ended, ...] = ()
    planned: tuple[Planned, ...] = ()
    documents: tuple[str, ...] = ()
    has_namesake: bool = False
    number: int = 0
    check: int = 0

    @property
    def name(self) -> str:
        """What it is called in tables: its municipality, else its file; both if need be."""
        if self.municipality and self.has_namesake:
            return f"{self.municipality} ({PurePath(self.path).name})"
        return self.municipality or self.path


@dataclass(frozen=True, slots=True)
class Run:
    """A run of an audit with its programmes by name; `started` is ISO 8601."""

    number: int
    started: str
    as_of: str
    programmes: tuple[Judged, ...]


def read_audit(
    database: Questions, name: str, run: int | None = None, *, with_plans: bool = False
) -> Run:
    """A run of an audit.

    Args:
        database: Where the audit is kept.
        name: What it is called in errors.
        run: The number of the run; without it the newest.
        with_plans: Whether to read the rows of the plans too.

    Raises:
        NothingToCompareError: There is no such run, or no programme in it was judged.
    """
    question = "SELECT id, started, as_of FROM runs ORDER BY id"
    known = {each["id"]: each for each in database.rows(question)}
    number = max(known, default=0) if run is None else run
    if number not in known:
        raise NothingToCompareError(name, run)
    found = _told_apart(_programmes(database, number, with_plans=with_plans))
    if not any(not each.failure for each in found):
        raise NothingToCompareError(name, run)
    said = known[number]
    return Run(number, said["started"] or "", said["as_of"] or "", found)


def run_before(database: Questions, run: int) -> int | None:
    """The run before one; None where there is none."""
    question = "SELECT max(id) AS id FROM runs WHERE id < :run"
    [row] = database.rows(question, {"run": run})
    return row["id"] if row["id"] is None else int(row["id"])


_CHECKS = """
SELECT c.*, p.path AS path FROM run_programmes AS r
JOIN programmes AS p ON p.id = r.programme_id
JOIN checks AS c ON c.id = r.check_id
WHERE r.run_id = :run ORDER BY p.path
"""
_OF_CHECKS = """
SELECT t.* FROM {table} AS t JOIN run_programmes AS r ON r.check_id = t.check_id
WHERE r.run_id = :run
"""
"""The rows of a table that belong to a run; the name of the table is always our own."""


def _programmes(
    database: Questions, run: int, *, with_plans: bool
) -> tuple[Judged, ...]:
    def rows_of(table: str) -> Mapping[int, list[dict[str, Any]]]:
        return _by_check(database.rows(_OF_CHECKS.format(table=table), {"run": run}))

    criteria, results, documents = (
        rows_of(each) for each in ("criteria", "results", "documents")
    )
    measures = rows_of("measures") if with_plans else {}
    projects = rows_of("projects") if with_plans else {}
    return tuple(
        Judged(
            path=each["path"],
            municipality=each["municipality"] or "",
            region=each["region"] or "",
            language=each["language"] or "",
            profile=each["profile"] or "",
            period=_period(each["period_first"], each["period_last"]),
            failure="" if each["state"] == "checked" else each["reason"] or "–",
            criteria=tuple(map(_scored, criteria.get(each["id"], ()))),
            results=tuple(map(_ended, results.get(each["id"], ()))),
            planned=(
                *(_planned("measure", row) for row in measures.get(each["id"], ())),
                *(_planned("project", row) for row in projects.get(each["id"], ())),
            ),
            documents=tuple(row["path"] for row in documents.get(each["id"], ())),
            number=each["programme_id"],
            check=each["id"],
        )
        for each in database.rows(_CHECKS, {"run": run})
    )


def _told_apart(programmes: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """The same, but those of one municipality know that they are."""
    counts = Counter(each.municipality for each in programmes)
    return tuple(
        replace(each, has_namesake=counts[each.municipality] > 1) for each in programmes
    )


def _by_check(rows: Iterable[dict[str, Any]]) -> Mapping[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["check_id"], []).append(row)
    for own in found.values():
        own.sort(key=_order)
    return found


def _order(row: Mapping[str, Any]) -> tuple[int, str]:
    """By its number where it has one, else by its code: databases promise no order."""
    return row.get("number") or 0, row.get("criterion") or row.get("code") or ""


def _period(first: int | None, last: int | None) -> tuple[int, int] | None:
    return (first, last) if first is not None and last is not None else None


def _scored(row: Mapping[str, Any]) -> Scored:
    return Scored(
        row["criterion"], row["category"], row["title"], row["score"], row["mean"]
    )


def _ended(row: Mapping[str, Any]) -> Ended:
    return Ended(
        row["code"],
        row["title"],
        row["category"],
        row["severity"],
        row["outcome"],
        row["score"],
        row["message"],
    )


def location_of(row: Mapping[str, Any]) -> Location:
    """The place that the columns of a row say."""
    section = row["section"]
    return Location(
        document=row["document"] or "",
        section=tuple(section.split(BETWEEN)) if section else (),
        page_number=row["page"],
        table_number=row["table_number"],
        row_number=row["row_number"],
    )


def _planned(kind: str, row: Mapping[str, Any]) -> Planned:
    said = (row["code"] or "", row["name"] or "", row["quote"] or "")
    return Planned(kind, *said, location_of(row))
