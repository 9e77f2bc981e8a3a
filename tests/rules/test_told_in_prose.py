"""Rules on links and partners hear sentences as a planner writes them, and no others."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from plancheck.rules.audiences import audiences
from plancheck.rules.coherence import vertical_coherence
from plancheck.rules.cooperation import neighbours
from plancheck.rules.integration import cross_cutting_themes, links_across_sectors
from plancheck.rules.levels import multi_level_roles
from plancheck.rules.sector_plans import sector_plans
from plancheck.sdk import Programme, Unsure, Verdict
from plancheck.testing import programme

HERE = Path(__file__).parent / "prose"
RULES: Mapping[str, Callable[[Programme], Verdict]] = {
    "CI01": links_across_sectors,
    "CI02": cross_cutting_themes,
    "CI03": sector_plans,
    "GV03": neighbours,
    "GV04": multi_level_roles,
    "LG02": vertical_coherence,
    "PA05": audiences,
}
LANGUAGES = ("lv", "en")


def cases(*, met: bool) -> Iterator[Any]:
    """The programmes that meet a rule, or only seem to: rule, its text, what to expect."""
    for language in LANGUAGES:
        base = (HERE / f"base.{language}.md").read_text(encoding="utf-8")
        told = tomllib.loads((HERE / f"cases.{language}.toml").read_text("utf-8"))
        for number, case in enumerate(told["case"]):
            if case["met"] is met:
                said = {**told["default"], **case}
                text = re.sub(r"\{(\w+)\}", lambda slot: said.get(slot[1], ""), base)  # noqa: B023 - called at once
                name = f"{case['rule']}-{language}-{number}"
                yield pytest.param(
                    case["rule"], text, case.get("unsure", False), id=name
                )


@pytest.mark.parametrize(("code", "text", "is_unsure"), tuple(cases(met=True)))
def test_what_a_planner_tells_in_sentences_is_heard(
    code: str, text: str, *, is_unsure: bool
) -> None:
    rule = RULES[code]

    if is_unsure:
        with pytest.raises(Unsure):
            rule(programme(text))
    else:
        assert rule(programme(text)).passes


@pytest.mark.parametrize(("code", "text", "is_unsure"), tuple(cases(met=False)))
def test_what_only_looks_like_it_does_not_pass(
    code: str, text: str, *, is_unsure: bool
) -> None:
    assert not is_unsure
    assert not RULES[code](programme(text)).passes
