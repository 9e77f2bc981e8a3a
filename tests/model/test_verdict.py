"""A verdict's score, finding and evidence belong together, however it is made."""

from plancheck.model.evidence import Absence, Quote
from plancheck.model.location import Location
from plancheck.model.verdict import Verdict

SOUGHT = Absence(("uzraudzība",), ("programma.docx",))


def test_what_is_only_mentioned_scores_1_and_shows_the_words_before_what_was_sought() -> (
    None
):
    quote = Quote("Uzraudzība ir svarīga.", Location())

    verdict = Verdict.only_mentioned("Monitoring is only mentioned.", SOUGHT, quote)

    [finding] = verdict.findings
    assert verdict.score == 1
    assert finding.text == str(verdict.message) == "Monitoring is only mentioned."
    assert finding.evidence == (quote, SOUGHT)
    assert verdict.absence == SOUGHT


def test_what_is_absent_scores_0_and_shows_what_was_sought() -> None:
    verdict = Verdict.absent("No section says how it is monitored.", SOUGHT)

    [finding] = verdict.findings
    assert verdict.score == 0
    assert finding.evidence == (SOUGHT,)
    assert verdict.absence == SOUGHT
