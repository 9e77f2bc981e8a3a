from dataclasses import replace

import pytest

from plancheck.model.document import Document
from plancheck.model.evidence import Absence, Quote
from plancheck.model.message import Message
from plancheck.model.note import Note
from plancheck.model.report import Outcome, Report, Result
from plancheck.model.verdict import Finding, Verdict
from plancheck.model.waiver import Waiver
from plancheck.noting import notes_of
from plancheck.testing import document
from tests.reports import REPORT, result

PLAN = document(
    """\
# Lejasupes novada attīstības programma

## 5. Uzraudzība

| Rādītājs | Mērvienība | Bāze |
| --- | --- | --- |
| Ceļi | km | |
| Tilti | skaits | |
| Rindas | bērni | |
"""
)
ROWS = tuple(
    Finding(
        Message.of("Indicator “{name}” has no baseline.", name=name),
        (Quote(f"{name} |", PLAN.tables[0].location_of(row)),),
    )
    for row, name in enumerate(("Ceļi", "Tilti", "Rindas"), start=1)
)
FAILED = result("MO02", Outcome.FAIL, verdict=Verdict(1, Message("Few have it."), ROWS))


def report(*results: Result, documents: tuple[Document, ...] = (PLAN,)) -> Report:
    return replace(REPORT, documents=documents, results=results)


def notes(*results: Result, language: str = "en", most: int = 10) -> tuple[Note, ...]:
    return notes_of(report(*results), language, most)[PLAN.name]


def test_each_finding_has_a_note_at_its_words() -> None:
    found = notes(FAILED)

    assert [each.quote for each in found] == ["Ceļi |", "Tilti |", "Rindas |"]
    assert [each.location.row_number for each in found] == [2, 3, 4]


def test_a_note_says_what_is_wrong_why_and_how_to_mend_it() -> None:
    first = notes(FAILED)[0]

    assert first.paragraphs == (
        "Indicator “Ceļi” has no baseline.",
        "MO02 (error, 1/4): Indicators have a baseline.",
        "Why: Without a start nobody can judge.",
        "How to mend it: Write the last known value of each indicator with its year.",
        "To paste and fill in:\nIndicators\nIndicator | Baseline (2021)\nRoads | 41",
    )


def test_the_notes_after_the_first_of_a_rule_say_only_how_to_mend_it() -> None:
    assert notes(FAILED)[1].paragraphs == (
        "Indicator “Tilti” has no baseline.",
        "MO02 (error, 1/4): Indicators have a baseline.",
        "How to mend it: Write the last known value of each indicator with its year.",
    )


def test_notes_speak_the_readers_language() -> None:
    first = notes(FAILED, language="lv")[0]

    assert first.title == "Rādītājiem ir bāzes vērtība."
    assert first.paragraphs[1].startswith("MO02 (kļūda, 1/4): Rādītājiem")


def test_the_last_note_of_a_rule_tells_of_the_findings_beyond_the_limit() -> None:
    found = notes(FAILED, most=2)

    assert len(found) == 2
    assert found[1].paragraphs[-2:] == (
        "Findings of this rule without a comment of their own: 1.",
        "• Indicator “Rindas” has no baseline.",
    )


@pytest.mark.parametrize(
    "outcome",
    [Outcome.PASS, Outcome.NOT_APPLICABLE, Outcome.ERROR, Outcome.WAIVED],
)
def test_only_what_fails_or_is_unsure_is_noted(outcome: Outcome) -> None:
    assert notes(replace(FAILED, outcome=outcome)) == ()


def test_what_somebody_accepted_is_not_noted() -> None:
    waiver = Waiver("MO02", Message("The road is new."), "A. Bērziņa")

    found = notes(replace(FAILED, waivers=((ROWS[1], waiver),)))

    assert [each.quote for each in found] == ["Ceļi |", "Rindas |"]


def test_what_is_unsure_is_noted_once_as_such() -> None:
    sought = Absence(("grupa",), (PLAN.name,))
    unsure = result(
        "MO09",
        Outcome.UNSURE,
        verdict=Verdict.absent("No section says who coordinates.", sought),
        reason=Message("A page could not be read."),
    )

    [note] = notes(unsure)

    assert note.paragraphs == (
        "Not sure: No section says who coordinates.",
        "MO09 (error): Requirement MO09 holds.",
        "A page could not be read.",
        "Sought in the whole document: grupa",
    )


def test_what_was_nearest_is_told_where_it_does_not_stand_beside_the_note() -> None:
    near = ROWS[0].evidence[0]
    assert isinstance(near, Quote)
    absence = Absence(("bāze",), (PLAN.name,), near)
    at_its_place = Verdict.absent("No baseline.", absence)
    elsewhere = Verdict(
        0,
        Message("No baseline."),
        (Finding(Message("None."), (ROWS[1].evidence[0], absence)),),
    )

    [here] = notes(result("MO09", Outcome.FAIL, verdict=at_its_place))
    [there] = notes(result("MO09", Outcome.FAIL, verdict=elsewhere))

    assert here.paragraphs[-1] == "Nearest to it is what this comment stands at."
    assert (
        there.paragraphs[-1]
        == "Nearest to it: “Ceļi |” (5. Uzraudzība, table 1, row 2)"
    )


def test_a_failed_rule_without_findings_is_noted_by_its_sentence() -> None:
    [note] = notes(result("MO09", Outcome.FAIL, verdict=Verdict(1, Message("Little."))))

    assert note.paragraphs[0] == "Little."
    assert note.quote == "Lejasupes novada attīstības programma"


def test_text_that_a_terminal_or_a_page_would_obey_stands_as_words_only() -> None:
    hostile = "<script>x</script>\x1b[31m\u202egnorw " + "a" * 10_000
    finding = Finding(Message.of("“{what}” is odd.", what=hostile), ROWS[0].evidence)
    verdict = Verdict(1, Message("Odd."), (finding,))

    [note] = notes(result("MO09", Outcome.FAIL, verdict=verdict))

    assert note.paragraphs[0].startswith("“<script>x</script>[31mgnorw")
    assert max(map(len, note.paragraphs)) < 400


def test_what_is_found_in_a_file_without_notes_is_noted_in_another() -> None:
    other = document("# Rīcības plāns\n\nPasākumi.\n", name="2.docx")
    both = report(FAILED, documents=(PLAN, other))

    found = notes_of(both, "en", most=1, holding=("2.docx",))

    assert list(found) == ["2.docx"]
    [note] = found["2.docx"]
    assert note.quote == "Rīcības plāns"
    assert "See also programme.md, 5. Uzraudzība, table 1, row 2: “Ceļi |”" in (
        note.paragraphs
    )
