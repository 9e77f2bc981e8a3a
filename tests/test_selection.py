import pytest

from plancheck.model.message import Message
from plancheck.model.report import Severity
from plancheck.model.verdict import Verdict
from plancheck.rule import Rule, rule
from plancheck.selection import Selected, select_rules
from plancheck.settings import Profile, Settings, Stage
from plancheck.settings.checked_toml import SettingsError

PROFILE = Profile("town", "2026", {})


def make(code: str, category: str) -> Rule:
    @rule(code, category=category, severity="error", source="A law")
    def judged(
        programme: object,
        *,
        filled: float = 0.8,
        needed: int = 3,
        strict: bool = False,
        words: tuple[str, ...] = (),
    ) -> Verdict:
        """It holds."""
        return Verdict(
            4, Message.of("{all}", all=(programme, filled, needed, strict, words))
        )

    return judged


RULES = (
    make("CL01", "climate"),
    make("MO02", "monitoring"),
    make("MO01", "monitoring"),
)


def select(settings: Settings, profile: Profile = PROFILE) -> tuple[Selected, ...]:
    return select_rules(RULES, profile, settings)


def codes(settings: Settings, profile: Profile = PROFILE) -> list[str]:
    return [each.rule.code for each in select(settings, profile)]


def test_rules_stand_by_category_then_code_whatever_order_they_came_in() -> None:
    assert codes(Settings()) == ["MO01", "MO02", "CL01"]
    assert select_rules(RULES[::-1], PROFILE, Settings()) == select(Settings())


def test_a_prefix_selects_and_ignores() -> None:
    assert codes(Settings(select=("MO",))) == ["MO01", "MO02"]
    assert codes(Settings(select=("MO",), ignore=("MO02",))) == ["MO01"]
    assert codes(Settings(ignore=("MO",))) == ["CL01"]


def test_a_profile_chooses_until_the_user_selects() -> None:
    profile = Profile("eu", "2026", {}, select=("MO",), ignore=("MO02",))

    assert codes(Settings(), profile) == ["MO01"]
    assert codes(Settings(select=("MO02", "CL")), profile) == ["MO02", "CL01"]


@pytest.mark.parametrize(
    "settings", [Settings(select=("MO9",)), Settings(ignore=("MO9",))]
)
def test_a_selection_that_meets_no_rule_is_an_error(settings: Settings) -> None:
    with pytest.raises(SettingsError, match="no rule “MO9”; did you mean “MO0"):
        codes(settings)


def test_a_selection_that_is_ignored_as_a_whole_is_an_error() -> None:
    with pytest.raises(SettingsError, match="No rule is left to judge by"):
        codes(Settings(select=("MO",), ignore=("M",)))


def test_the_later_word_on_severity_holds() -> None:
    profile = Profile(
        "town",
        "2026",
        {},
        rules={"MO02": {"severity": "info"}, "CL01": {"severity": "info"}},
        stages={"draft": {"MO02": Severity.WARNING, "CL01": Severity.WARNING}},
    )
    settings = Settings(rules={"CL01": {"severity": "error"}})

    severities = {each.rule.code: each.severity for each in select(settings, profile)}

    assert severities == {
        "MO01": Severity.ERROR,  # the rule's own
        "MO02": Severity.WARNING,  # the stage over the profile
        "CL01": Severity.ERROR,  # the settings over all
    }


def test_severities_of_another_stage_do_not_count() -> None:
    profile = Profile("town", "2026", {}, stages={"draft": {"MO02": Severity.INFO}})

    selected = select(Settings(stage=Stage.ADOPTION), profile)

    assert {each.severity for each in selected} == {Severity.ERROR}


def test_options_of_the_settings_go_over_those_of_the_profile() -> None:
    profile = Profile("town", "2026", {}, rules={"MO02": {"filled": 0.5, "needed": 2}})

    selected = select(Settings(rules={"MO02": {"filled": 1}}), profile)

    assert {each.rule.code: dict(each.options) for each in selected}["MO02"] == {
        "filled": 1,
        "needed": 2,
    }


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("fillde", 0.5, "no option “fillde”; did you mean “filled”"),
        ("filled", "0.5", "“filled” must be a number from 0 to 1, not '0.5'"),
        ("filled", True, "“filled” must be a number from 0 to 1, not True"),
        ("filled", 80, "“filled” must be a number from 0 to 1, not 80"),
        ("filled", -0.1, "“filled” must be a number from 0 to 1, not -0.1"),
        ("needed", 2.5, "“needed” must be a whole number from 0, not 2.5"),
        ("needed", -1, "“needed” must be a whole number from 0, not -1"),
        ("strict", 1, "“strict” must be true or false, not 1"),
        ("words", "a", "“words” must be a list, not 'a'"),
    ],
)
def test_an_option_must_fit_the_rules_signature(
    option: str, value: object, sentence: str
) -> None:
    with pytest.raises(SettingsError, match=sentence):
        select(Settings(rules={"MO02": {option: value}}))


def test_options_of_a_rule_that_is_not_there_are_an_error() -> None:
    with pytest.raises(SettingsError, match="no rule “MO3”"):
        select(Settings(rules={"MO3": {"filled": 1}}))
