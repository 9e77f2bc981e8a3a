"""The profiles that come in the box name rules and options that there are."""

from pathlib import Path

import pytest

from plancheck import profiles
from plancheck.builtin import plancheck_rules
from plancheck.checker import check
from plancheck.model.report import Severity
from plancheck.reporters import html, sarif
from plancheck.selection import select_rules
from plancheck.settings import Profile, Settings, Stage, load_profile, parse_settings
from plancheck.sources.citing import references
from plancheck.sources.register import register
from plancheck.testing import AS_OF, COMPLETE_ENGLISH
from tests.programmes import SMALL

RULES = tuple(plancheck_rules())
PROFILES = {
    path.stem: load_profile(path)
    for path in sorted(Path(profiles.__path__[0]).glob("*.toml"))
}
EACH = [pytest.param(profile, id=name) for name, profile in PROFILES.items()]
ORDER = list(Severity)


def severities(profile: Profile, stage: Stage) -> dict[str, Severity]:
    selected = select_rules(RULES, profile, Settings(stage=stage))
    return {each.rule.code: each.severity for each in selected}


@pytest.mark.parametrize("profile", EACH)
def test_its_options_are_those_of_the_rules(profile: Profile) -> None:
    known = {rule.code for rule in RULES}
    given = {code: options for code, options in profile.rules.items() if code in known}
    settings = parse_settings(
        {"rules": {code: dict(options) for code, options in given.items()}}, "x"
    )

    assert select_rules(RULES, profile, settings)


@pytest.mark.parametrize("profile", EACH)
def test_a_later_stage_is_never_milder(profile: Profile) -> None:
    draft, consultation, adoption = (severities(profile, stage) for stage in Stage)

    for code in adoption:
        assert ORDER.index(adoption[code]) <= ORDER.index(consultation[code])
        assert ORDER.index(consultation[code]) <= ORDER.index(draft[code])


@pytest.mark.parametrize("profile", EACH)
def test_a_draft_may_lack_the_result_of_its_public_discussion(
    profile: Profile,
) -> None:
    assert severities(profile, Stage.DRAFT)["PA03"] is Severity.INFO
    assert severities(profile, Stage.ADOPTION)["PA03"] is not Severity.INFO


def test_a_region_has_no_yearly_update_and_no_revenue() -> None:
    codes = severities(PROFILES["lv-region"], Stage.ADOPTION)

    assert not {"LG05", "FF05"} & set(codes)
    assert "LG01" in codes


def test_latvian_law_is_not_asked_of_others() -> None:
    codes = severities(PROFILES["eu"], Stage.ADOPTION)

    assert not {"LG01", "LG05", "LG06"} & set(codes)


@pytest.mark.parametrize(
    "text", [COMPLETE_ENGLISH, COMPLETE_ENGLISH[: len(COMPLETE_ENGLISH) // 9]]
)
@pytest.mark.parametrize("language", ["en", "lv"])
def test_no_report_names_a_latvian_act_to_others(
    tmp_path: Path, text: str, language: str
) -> None:
    programme = tmp_path / "plan.md"
    programme.write_text(text, encoding="utf-8")
    acts = register().acts.values()
    foreign = [act.names[language] for act in acts if act.jurisdiction == "lv"]

    report = check(programme, Settings(profile="eu", as_of=AS_OF))
    told = sarif.render(report, language) + html.render(report, language)

    assert foreign
    assert not [name for name in foreign if name in told]


def test_a_programme_of_a_planning_region_is_judged_as_one(tmp_path: Path) -> None:
    programme = tmp_path / "region.md"
    programme.write_text(
        SMALL.replace(
            "Lejasupes novada attīstības", "Lejaszemes plānošanas reģiona attīstības", 1
        ),
        encoding="utf-8",
    )

    report = check(programme, Settings(as_of=AS_OF))

    assert report.programme.kind == "lv-region"
    assert report.profile.name == "lv-region"


@pytest.mark.parametrize("profile", EACH)
def test_every_rule_that_it_names_is_there(profile: Profile) -> None:
    stages = [code for severities_ in profile.stages.values() for code in severities_]

    assert {*profile.rules, *profile.ignore, *stages} <= {rule.code for rule in RULES}


@pytest.mark.parametrize("profile", EACH)
def test_what_is_mandatory_rests_on_law_that_was_read(profile: Profile) -> None:
    by_code = {rule.code: rule for rule in RULES}

    for code in profile.mandatory:
        cited = [register().find(each) for each in references(by_code[code].source)]
        clauses = [clause for found in cited if found and (clause := found[1])]
        assert clauses
        assert all(clause.is_verified for clause in clauses)


def test_what_latvian_law_demands_is_mandatory_for_municipalities_only() -> None:
    selected = select_rules(RULES, PROFILES["lv-municipality"], Settings())

    assert [each.rule.code for each in selected if each.is_mandatory] == [
        "DS03",
        "LG02",
        "PA01",
        "PA03",
    ]
    assert PROFILES["eu"].mandatory == ()
