"""A finding is known again in the next draft, and told from every other."""

from dataclasses import replace

import pytest

from plancheck.model.evidence import Absence, Quote
from plancheck.model.fingerprint import fingerprint, fingerprints
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Result
from plancheck.model.verdict import Finding, Verdict
from tests.reports import result

ROW = Location(
    document="volumes/2_plans.docx",
    section=("II daļa", "5. Uzraudzība"),
    page_number=41,
    table_number=12,
    row_number=3,
)
LACKING = "Indicator “{name}” has no baseline."


def lacking(name: str, place: Location = ROW) -> Finding:
    return Finding(Message.of(LACKING, name=name), (Quote(f"{name} | km", place),))


def of(*findings: Finding, code: str = "MO02") -> Result:
    verdict = Verdict(2, Message("Some lack it."), findings)
    return result(code, Outcome.FAIL, verdict=verdict)


def mark(finding: Finding, code: str = "MO02") -> str:
    return fingerprint(of(finding, code=code), finding)


ROADS = lacking("3.1. Ceļu garums")


@pytest.mark.parametrize(
    "moved",
    [
        lacking("3.1. Ceļu garums", replace(ROW, page_number=57, row_number=9)),
        lacking("3.1. Ceļu garums", replace(ROW, table_number=2, page_number=None)),
        lacking("3.1. Ceļu garums", replace(ROW, document="jauns/programma.pdf")),
        lacking("3.1. Ceļu garums", replace(ROW, section=("6. Uzraudzība",))),
        lacking("3.1. Ceļu garums", replace(ROW, section=("VI. UZRAUDZĪBA",))),
        lacking("3.1. Ceļu garums", replace(ROW, section=("6. U Z R A U D Z Ī B A",))),
        lacking("4.2. Ceļu garums"),
        lacking("CEĻU GA RUMS"),
        lacking("Ceļu ga\u00adrums"),
    ],
)
def test_a_finding_is_known_again_where_it_moved(moved: Finding) -> None:
    assert mark(moved) == mark(ROADS)


@pytest.mark.parametrize(
    "other",
    [
        lacking("Ielu garums"),
        lacking("3.1. Ceļu garums", replace(ROW, section=("5. Pielikums",))),
        replace(ROADS, message=Message.of("“{name}” has no unit.", name="Ceļu garums")),
    ],
)
def test_another_finding_of_the_rule_is_another(other: Finding) -> None:
    assert mark(other) != mark(ROADS)


def test_the_same_sentence_of_another_rule_is_another_finding() -> None:
    assert mark(ROADS, "MO03") != mark(ROADS)


def test_equal_findings_are_counted() -> None:
    first, second = lacking("Posms 1"), lacking("Posms 2")
    both = of(first, ROADS, second)

    assert len(set(fingerprints(both))) == 3
    assert fingerprints(both) == tuple(
        fingerprint(both, each) for each in both.findings
    )
    assert fingerprint(both, second).endswith("-2")


@pytest.mark.parametrize(
    ("template", "before", "after"),
    [
        ("The sum is {sum}, not {stated}.", {"sum": "1 200"}, {"sum": "1 450,00"}),
        ("{count} of {total} lack it.", {"count": 7}, {"count": 3}),
        ("It is only mentioned: “{quote}”", {"quote": "kaut kas"}, {"quote": "cits"}),
        ("{count} are vague, as “{name}”.", {"name": "Celt"}, {"name": "Veicināt"}),
        ("Not named: {names}.", {"names": "Cēsis, Ogre"}, {"names": "Ogre"}),
        ("“{document}” is damaged.", {"document": "a.docx"}, {"document": "b.pdf"}),
    ],
)
def test_what_is_mended_in_part_is_still_the_same_finding(
    template: str, before: dict[str, object], after: dict[str, object]
) -> None:
    old, new = (Finding(Message.of(template, **each)) for each in (before, after))

    assert mark(old) == mark(new)


def test_facets_tell_findings_apart_in_any_language() -> None:
    who, when = (
        Finding(Message.of("Not said: {facet}.", facet=Message(facet)))
        for facet in ("who leads it", "how often it meets")
    )

    assert mark(who) != mark(when)
    assert mark(who) == mark(replace(who, evidence=(Absence(("vada",), ("a.docx",)),)))


def test_a_rule_that_names_no_cause_has_its_sum_for_a_finding() -> None:
    bare = of()

    [finding] = bare.findings
    assert finding.message == Message("Some lack it.")
    assert fingerprint(bare, finding).startswith("MO02-")


def test_a_value_without_a_hash_is_no_obstacle() -> None:
    rows, others = (
        Finding(Message.of("Rows {rows} of “{name}”.", rows=rows, name="Ceļi"))
        for rows in ([1, 2], [3])
    )

    assert mark(rows) == mark(others)


def test_text_that_no_file_can_hold_has_a_fingerprint() -> None:
    assert mark(lacking("\ud800 Ceļš")) == mark(lacking("Ceļš"))
