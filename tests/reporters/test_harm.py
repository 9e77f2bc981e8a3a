"""What holds of every format that is installed, whoever wrote it."""

import pytest

from plancheck.builtin import plancheck_reporters
from plancheck.reporter import Reporter
from tests.reporters.harm import FORBIDDEN, HARMFUL, report_full_of
from tests.reports import REPORT

REPORTERS = {each.name: each for each in plancheck_reporters()}


@pytest.mark.parametrize("harm", HARMFUL)
@pytest.mark.parametrize("name", REPORTERS)
def test_no_format_lets_through_what_a_terminal_obeys_or_no_file_holds(
    name: str, harm: str
) -> None:
    content = REPORTERS[name].render(report_full_of(HARMFUL[harm]), "lv")

    if isinstance(content, str):
        assert not FORBIDDEN & set(content)
        content.encode("utf-8")
    assert content


@pytest.mark.parametrize("reporter", REPORTERS.values(), ids=REPORTERS)
def test_a_format_says_beforehand_whether_it_is_binary(reporter: Reporter) -> None:
    assert isinstance(reporter.render(REPORT, "en"), bytes) is reporter.is_binary


@pytest.mark.parametrize("reporter", REPORTERS.values(), ids=REPORTERS)
def test_the_same_report_gives_the_same_bytes(reporter: Reporter) -> None:
    assert reporter.render(REPORT, "lv") == reporter.render(REPORT, "lv")
