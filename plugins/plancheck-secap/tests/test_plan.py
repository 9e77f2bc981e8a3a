"""Each rule does what its page says; the profile judges by them."""

import os
from pathlib import Path

import pytest

from plancheck import Settings, check
from plancheck.sdk import Outcome, Rule
from plancheck.testing import assert_page_holds, assert_translated, programme
from plancheck_secap.plugin import (
    plancheck_rules,
    plancheck_sentences,
    plancheck_vocabularies,
)
from plancheck_secap.rules.adaptation import adaptation
from plancheck_secap.rules.plan import inventory
from plancheck_secap.rules.target import target

RULES = {rule.code: rule for rule in plancheck_rules()}
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", "../../../shared/corpus"))
REAL = CORPUS / "plans" / "lv" / "liepaja_secap_2023-2030_lv.docx"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_examples_on_a_page_hold(rule: Rule) -> None:
    assert_page_holds(rule, vocabularies=plancheck_vocabularies())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_a_rule_says_is_translated(rule: Rule) -> None:
    assert_translated(
        rule, sentences=plancheck_sentences(), vocabularies=plancheck_vocabularies()
    )


def score(rule: Rule, markdown: str) -> int:
    return rule(programme(markdown, vocabularies=plancheck_vocabularies())).score


def test_an_inventory_that_is_promised_is_none() -> None:
    text = (
        "# Plāns\n\n## Emisijas\n\nBāzes emisiju uzskaite tiks izstrādāta 2025. gadā.\n"
    )

    assert score(inventory, text) <= 1


def test_sectors_outside_the_inventory_are_not_those_of_the_inventory() -> None:
    text = (
        "# Plāns\n\n## Ievads\n\nNovadā ir transports, mājokļi, pašvaldības ēkas un "
        "siltumapgāde.\n\n## Bāzes emisiju uzskaite\n\nEmisijas ir saskaitītas.\n"
    )

    assert score(inventory, text) <= 2


def test_a_share_without_a_year_is_half_a_target() -> None:
    text = "# Plāns\n\n## Mērķi\n\nPašvaldība samazina CO2 emisijas par 55 %.\n"

    assert score(target, text) == 2


def test_adaptation_described_in_its_chapter_counts() -> None:
    table = (
        "| Nr. | Pasākums | Atbildīgais | Termiņš | Izmaksas, EUR |\n"
        "| --- | --- | --- | --- | --- |\n| 1. | Siltināt skolu | Nodaļa | 2025 | 9 |\n"
    )
    works = (
        "## Klimata pielāgošanās pasākumi\n\n- Ierīkot agrīnās brīdināšanas sistēmu\n"
        "- Noēnot skolas pagalmu\n- Izbūvēt pretplūdu dambi\n"
    )

    assert score(adaptation, f"# Plāns\n\n## Pasākumi\n\n{table}\n{works}") >= 3


def test_the_introduction_to_the_adaptation_actions_is_no_action() -> None:
    table = (
        "| Nr. | Pasākums | Atbildīgais | Termiņš | Izmaksas, EUR |\n"
        "| --- | --- | --- | --- | --- |\n| 1. | Siltināt skolu | Nodaļa | 2025 | 9 |\n"
    )
    introduction = (
        "## Klimata pielāgošanās pasākumi\n\nPilsētā plūdu pasākumi ir svarīgi.\n\n"
        "Kopenhāgena ir ieviesusi zaļo infrastruktūru.\n\n"
        "Karstuma viļņi kļūst biežāki.\n"
    )

    assert score(adaptation, f"# Plāns\n\n## Pasākumi\n\n{table}\n{introduction}") == 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Latvija līdz 2030. gadam samazina CO2 emisijas par 55 %.", 1),
        (
            "Pievienojoties ES mērķim, pašvaldība līdz 2030. gadam samazina CO2 emisijas par 55 %.",
            4,
        ),
    ],
)
def test_a_target_of_the_state_is_not_the_plans_own(
    sentence: str, expected: int
) -> None:
    assert score(target, f"# Plāns\n\n## Mērķi\n\n{sentence}\n") == expected


@pytest.mark.skipif(not REAL.is_file(), reason="The real plan is not here.")
def test_the_real_plan_of_liepaja_passes_what_it_has() -> None:
    report = check(REAL, Settings(profile="secap", select=("SE",)))

    assert report.profile.name == "secap"
    assert {each.code: each.outcome for each in report.results} == dict.fromkeys(
        RULES, Outcome.PASS
    )
