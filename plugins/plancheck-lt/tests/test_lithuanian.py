"""A Lithuanian programme is read by its own words, and judged right."""

from pathlib import Path

import pytest
from lithuanian import COMPLETE, read

from plancheck import Report, Settings, check
from plancheck.sdk import Outcome, Result, Stance, year_alone
from plancheck.testing import COMPLETE as LATVIAN
from plancheck.testing import programme
from plancheck.text.clauses import segments
from plancheck_lt.plugin import plancheck_vocabularies

JUDGED = ("DS01", "FF01", "MO01", "TF01")


def report_on(markdown: str, folder: Path) -> Report:
    path = folder / "planas.md"
    path.write_text(markdown, encoding="utf-8")
    return check(path, Settings(profile="eu"))


def results(markdown: str, folder: Path) -> dict[str, Result]:
    return {each.code: each for each in report_on(markdown, folder).results}


def test_lithuanian_is_recognised() -> None:
    assert read(COMPLETE).language == "lt"


def test_latvian_and_english_are_still_recognised() -> None:
    english = "# Development plan\n\nThe road to the school is lit by the council.\n"

    assert programme(LATVIAN, vocabularies=plancheck_vocabularies()).language == "lv"
    assert programme(english, vocabularies=plancheck_vocabularies()).language == "en"


def test_lithuanian_without_diacritics_is_told_by_its_words() -> None:
    text = (
        "# Planas\n\nSeniunija ir miestas yra pagal planus, kad butu geriau su jais.\n"
    )

    assert read(text).language == "lt"


def test_a_place_is_known_whatever_letter_it_begins_with() -> None:
    text = "\n\nGyvena žmonės, kuriems Ėriškių seniūnija yra arti.\n"

    assert "Ėriškių seniūnija" in read(COMPLETE + text).places.units


def test_whose_programme_it_is_is_told_in_the_nominative() -> None:
    assert read(COMPLETE).municipality == "Upynės rajono savivaldybė"


def test_a_year_stands_alone_with_its_noun() -> None:
    assert year_alone("2027 m.", read(COMPLETE).vocabulary) == 2027


def test_sentences_are_cut_by_its_words(tmp_path: Path) -> None:
    report_on(COMPLETE, tmp_path)

    assert len(segments("grupe yra, taciau nariu nera")) == 2


def test_a_hint_to_the_author_is_left_out() -> None:
    hint = "\n\nPrašome aprašykite esamą būklę.\n"

    texts = [each.text for each in read(COMPLETE + hint).passages.passages]

    assert not any("aprašykite" in text for text in texts)


def test_tables_are_read_by_their_columns() -> None:
    planned = read(COMPLETE)

    assert [each.responsible.text for each in planned.measures] == [
        "Infrastruktūros skyrius",
        "Socialinės paramos skyrius",
        "Infrastruktūros skyrius",
    ]
    assert len(planned.indicators) == 10
    assert str(planned.indicators[0].baseline.text) == "10"
    assert len(planned.projects) == 2


@pytest.mark.parametrize("code", JUDGED)
def test_the_complete_programme_passes(code: str, tmp_path: Path) -> None:
    result = results(COMPLETE, tmp_path)[code]

    assert result.outcome is Outcome.PASS, str(result.message)


def test_a_missing_part_is_found(tmp_path: Path) -> None:
    without = COMPLETE[: COMPLETE.index("## 6. Visuomenės dalyvavimas")]

    [finding] = _findings(results(without, tmp_path)["DS01"])

    assert finding == (
        "The part “participation report” was not found in the supplied files."
    )


def test_participation_told_of_elsewhere_is_quoted(tmp_path: Path) -> None:
    elsewhere = COMPLETE.replace("## 6. Visuomenės dalyvavimas", "### Kita")

    [finding] = _findings(results(elsewhere, tmp_path)["DS01"])

    assert "“Gyventojai aptarė planą keturiuose susitikimuose" in finding


def test_an_empty_column_of_data_sources_is_found(tmp_path: Path) -> None:
    without = COMPLETE.replace("| Registrų centras |", "| |").replace(
        "| Pradiniai metai |", "| x |"
    )

    assert any(
        "data source" in each for each in _findings(results(without, tmp_path)["MO01"])
    )


def test_a_measure_without_funding_source_is_named(tmp_path: Path) -> None:
    without = COMPLETE.replace("| 2026 | ES fondai |", "| 2026 | |")

    findings = _findings(results(without, tmp_path)["FF01"])

    assert findings == ["“Įkurti dienos centrą” names no funding source."]


def test_measures_without_place_are_found(tmp_path: Path) -> None:
    without = COMPLETE.replace("| Vieta |", "| Kita |")
    for place in ("Beržynės seniūnija", "Upynės miestas", "Kalnų kaimas"):
        without = without.replace(f"| {place} |", "| |")

    assert results(without, tmp_path)["TF01"].outcome is Outcome.FAIL


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Stebėsenos rodikliai patvirtinti taryboje.", Stance.ASSERTED),
        ("Stebėsenos rodiklių nėra.", Stance.NEGATED),
        ("Stebėsenos rodikliai nenustatyti.", Stance.NEGATED),
        ("Stebėsenos rodikliai bus nustatyti vėliau.", Stance.PROMISED),
    ],
)
def test_denied_and_promised_words_are_told_apart(
    sentence: str, stance: Stance
) -> None:
    mentions = read(f"# Planas\n\n{sentence}\n").mentions("indicator")

    assert {each.stance for each in mentions} == {stance}


def test_a_rule_without_words_is_unsure_and_says_which(tmp_path: Path) -> None:
    report = report_on(COMPLETE, tmp_path)

    unsure = [each for each in report.results if each.outcome is Outcome.UNSURE]
    assert unsure
    assert report.summary[Outcome.ERROR] == 0
    assert all(
        str(each.message).startswith("The vocabulary of the language “lt” has no words")
        for each in unsure
    )


def _findings(result: Result) -> list[str]:
    return [each.text for each in result.verdict.findings] if result.verdict else []
