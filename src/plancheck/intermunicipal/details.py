"""What the page of one programme shows beside its scores, read from the database of an audit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plancheck.intermunicipal.reading import Judged, Questions, location_of
from plancheck.model.location import Location


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote with its place, what was sought in vain, or what came nearest to it.

    `kind` is "quote", "absence" or "nearest"; `searched` says where it was sought.
    """

    kind: str
    text: str
    searched: str
    location: Location


@dataclass(frozen=True, slots=True)
class Detail:
    """A finding, or what a rule says of the whole programme; each with its evidence."""

    message: str
    is_waived: bool
    evidence: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class RuleDetail:
    """How a rule ended, with all that it found; `details` begins with the rule's own."""

    code: str
    title: str
    outcome: str
    score: int | None
    remedy: str
    source: str
    details: tuple[Detail, ...]


def read_details(database: Questions, programme: Judged) -> tuple[RuleDetail, ...]:
    """Every rule that was run on a programme, in the order of the codes."""
    check = {"check": programme.check}
    ask = "SELECT * FROM {table} WHERE check_id = :check ORDER BY {order}"
    found = _grouped(
        database.rows(ask.format(table="findings", order="code, number"), check), "code"
    )
    evidence = _grouped(
        database.rows(
            ask.format(table="evidence", order="code, finding, number"), check
        ),
        *("code", "finding"),
    )
    rows = database.rows(ask.format(table="results", order="code"), check)
    return tuple(
        RuleDetail(
            *(row["code"], row["title"], row["outcome"], row["score"]),
            *(row["remedy"] or "", row["source"] or ""),
            (
                _detail(row, evidence.get((row["code"], 0), ())),
                *(
                    _detail(each, evidence.get((row["code"], each["number"]), ()))
                    for each in found.get((row["code"],), ())
                ),
            ),
        )
        for row in rows
    )


def _grouped(
    rows: Iterable[dict[str, Any]], *names: str
) -> Mapping[tuple[Any, ...], list[dict[str, Any]]]:
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    return groups


def _detail(row: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]]) -> Detail:
    return Detail(
        row["message"] or "",
        bool(row.get("is_waived")),
        tuple(
            Shown(
                each["kind"],
                each["text"] or "",
                each["searched"] or "",
                location_of(each),
            )
            for each in evidence
        ),
    )
