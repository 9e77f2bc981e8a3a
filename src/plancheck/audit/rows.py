"""What a check says, as rows of the database."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plancheck.audit.columns import Record, Records, storable
from plancheck.audit.schema import (
    CRITERIA,
    DOCUMENTS,
    EVIDENCE,
    FINDINGS,
    GAPS,
    RESULTS,
)
from plancheck.extraction import BETWEEN, planned_records
from plancheck.model.report import Report, Result
from plancheck.programme.programme import Programme
from plancheck.reporters.json import to_json


def records_of(report: Report, language: str) -> Records:
    """The rows of one check that tell what was judged.

    Args:
        report: What the check says.
        language: The language that sentences are kept in.
    """
    said: Mapping[str, Any] = to_json(report, language)
    made: dict[str, Iterable[Record]] = {
        DOCUMENTS.name: _documents(report, said),
        GAPS.name: _gaps(said),
        RESULTS.name: map(_result, report.results, said["results"]),
        FINDINGS.name: _findings(said),
        EVIDENCE.name: _evidence(said),
        CRITERIA.name: map(_criterion, said["criteria"]),
    }
    return _stored(made)


def plans_of(programme: Programme) -> Records:
    """The rows that tell what the programme plans, whatever it is judged by."""
    planned = planned_records(programme)
    return _stored({name: _numbered(rows) for name, rows in planned.items()})


def _stored(made: Mapping[str, Iterable[Record]]) -> Records:
    return {name: list(map(_stored_record, rows)) for name, rows in made.items()}


def _stored_record(record: Record) -> Record:
    return {
        name: storable(value) if isinstance(value, str) else value
        for name, value in record.items()
    }


def _numbered(records: Iterable[Record]) -> Iterator[Record]:
    for number, record in enumerate(records, 1):
        yield {"number": number, **record}


def _documents(report: Report, said: Mapping[str, Any]) -> Iterator[Record]:
    pairs = zip(report.documents, said["programme"]["documents"], strict=True)
    return _numbered(
        {
            "path": each["path"],
            "format": each["format"],
            "sha256": each["sha256"],
            "pages": each["pages"],
            "language": document.language,
            "text_pages": each["health"]["text_pages"],
            "damaged": each["health"]["damaged"],
            "parts": ", ".join(each["parts"]),
        }
        for document, each in pairs
    )


def _gaps(said: Mapping[str, Any]) -> Iterator[Record]:
    return _numbered(
        {"reason": gap["reason"], **_place(gap["location"])}
        for document in said["programme"]["documents"]
        for gap in document["gaps"]
    )


def _result(result: Result, said: Mapping[str, Any]) -> Record:
    same = ("code", "title", "category", "severity", "certainty", "outcome", "score")
    return {
        **{name: said[name] for name in same},
        "message": said["message"],
        "remedy": said["remedy"],
        "source": said["source"],
        "seconds": result.seconds,
    }


def _findings(said: Mapping[str, Any]) -> Iterator[Record]:
    for result in said["results"]:
        for number, item in enumerate(result["items"], 1):
            waiver = item["waiver"] or {}
            yield {
                "code": result["code"],
                "number": number,
                "message": item["message"],
                "fingerprint": item["fingerprint"],
                "is_waived": int(bool(waiver)),
                "waived_by": waiver.get("author"),
                "waived_because": waiver.get("reason"),
                "waived_until": waiver.get("until"),
            }


def _evidence(said: Mapping[str, Any]) -> Iterator[Record]:
    for result in said["results"]:
        for finding, each in enumerate((result, *result["items"])):
            for number, evidence in enumerate(_pieces(each), 1):
                yield {
                    "code": result["code"],
                    "finding": finding,
                    "number": number,
                    **evidence,
                }


def _pieces(said: Mapping[str, Any]) -> Iterator[Record]:
    """The quotes of a result or a finding, then what was sought and came nearest."""
    for quote in said["evidence"]:
        yield _piece("quote", quote["quote"], quote["location"])
    if searched := said["searched"]:
        terms, places = ", ".join(searched["terms"]), ", ".join(searched["where"])
        yield {**_piece("absence", terms, {}), "searched": places}
        if nearest := searched["nearest"]:
            yield _piece("nearest", nearest["quote"], nearest["location"])


def _piece(kind: str, text: str, place: Mapping[str, Any]) -> Record:
    return {"kind": kind, "text": text, "searched": None, **_place(place)}


def _place(said: Mapping[str, Any]) -> Record:
    return {
        "document": said.get("document"),
        "page": said.get("page"),
        "section": BETWEEN.join(said.get("section") or ()) or None,
        "table_number": said.get("table"),
        "row_number": said.get("row"),
    }


def _criterion(said: Mapping[str, Any]) -> Record:
    return {
        "criterion": said["id"],
        "category": said["category"],
        "title": said["title"],
        "score": said["score"],
        "mean": said["mean"],
        "rules": ", ".join(said["rules"]),
    }
