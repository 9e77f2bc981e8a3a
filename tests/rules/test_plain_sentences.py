"""What planners say in plain sentences and bullets is read, and what looks like it is not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from plancheck.rules.affordability import affordability
from plancheck.rules.capacity import capacity_and_risks
from plancheck.rules.climate import local_risks
from plancheck.rules.climate_choice import climate_choice
from plancheck.rules.exposure import exposure
from plancheck.rules.focus import focus
from plancheck.rules.functional_links import functional_links
from plancheck.rules.funding import budget_linkage
from plancheck.rules.needs import needs_to_tasks
from plancheck.rules.reporting_cycle import reporting_cycle
from plancheck.rules.situation import situation
from plancheck.rules.target_groups import target_group
from plancheck.sdk import Programme, Unsure, Verdict
from plancheck.testing import programme

HERE = Path(__file__).parent
SAID: list[dict[str, Any]] = tomllib.loads(
    (HERE / "plain_sentences.toml").read_text(encoding="utf-8")
)["said"]
RULES = {
    "CL02": (local_risks, "climate"),
    "CL03": (exposure, "climate"),
    "CL04": (climate_choice, "climate"),
    "DS02": (situation, "situation"),
    "FF05": (affordability, "afford"),
    "FF06": (budget_linkage, "budget"),
    "GV05": (capacity_and_risks, "risks"),
    "MO07": (reporting_cycle, "monitoring"),
    "SD02": (focus, "focus"),
    "SD03": (needs_to_tasks, "needs"),
    "TF02": (target_group, "measure"),
    "TF03": (functional_links, "links"),
}
"""The rule of a code, and the place that is for what it asks."""


def told(language: str, **places: str) -> Programme:
    """A programme that says this at these places, and nothing at the others."""
    text = (HERE / f"plain.{language}.md").read_text(encoding="utf-8")
    known = {place for _, place in RULES.values()} | {"strategy"}
    for place in known:
        text = text.replace("{" + place + "}", places.get(place, ""))
    if measure := places.get("measure"):
        rows = text.partition("U1.1.1 |" if language == "lv" else "A1.1.1 |")
        after = rows[2][rows[2].index(" | ") :].partition("\n\n")
        first = after[0].partition("\n")[0]
        text = f"{rows[0]}{rows[1]} {measure}{first}\n\n{after[2]}"
    return programme(text)


def outcome(told_programme: Programme, code: str) -> str:
    """What a rule makes of a programme."""
    try:
        verdict: Verdict = RULES[code][0](told_programme)
    except Unsure:
        return "unsure"
    return "pass" if verdict.passes else "fail"


@pytest.mark.parametrize(
    "said", SAID, ids=lambda said: f"{said['rule']}: {said['text'][:50]}"
)
def test_a_plain_sentence_is_read_for_what_it_says(said: dict[str, Any]) -> None:
    places = {RULES[said["rule"]][1]: said["text"]}
    places["strategy"] = said.get("strategy", "")

    found = outcome(told(said["language"], **places), said["rule"])

    assert found == said["is"]


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize(
    "code", sorted(RULES.keys() - {"FF05", "TF02"})
)  # these judge the table of measures, and what facts tell of revenue
def test_without_the_sentences_nothing_is_read(language: str, code: str) -> None:
    assert outcome(told(language), code) == "fail"
