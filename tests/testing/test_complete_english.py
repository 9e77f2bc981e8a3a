"""The English programme of `plancheck.testing` passes every rule of its profile."""

from pathlib import Path

from plancheck import Settings, check
from plancheck.sdk import Outcome, Programme
from plancheck.testing import AS_OF, COMPLETE, COMPLETE_ENGLISH, programme


def test_the_english_programme_passes_every_rule_of_its_profile(tmp_path: Path) -> None:
    path = tmp_path / "programme.md"
    path.write_text(COMPLETE_ENGLISH, encoding="utf-8")

    report = check(path, Settings(profile="eu", as_of=AS_OF))

    assert report.programme.municipality == "Alderbrook Municipality"
    assert {
        result.code: result.outcome
        for result in report.results
        if result.outcome is not Outcome.PASS
    } == {}


def test_the_english_programme_is_a_fixture(
    complete_english_programme: Programme,
) -> None:
    assert complete_english_programme.language == "en"
    assert len(complete_english_programme.measures) == len(programme(COMPLETE).measures)
