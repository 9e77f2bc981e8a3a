import datetime as dt
from pathlib import Path

import pytest

from plancheck.model.report import Severity
from plancheck.settings import (
    FailOn,
    Settings,
    Stage,
    find_settings,
    find_settings_file,
    load_profile,
    load_settings,
    parse_settings,
)
from plancheck.settings.checked_toml import SettingsError, nearest


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_settings_file_is_read_into_typed_values(tmp_path: Path) -> None:
    file = write(
        tmp_path / "plancheck.toml",
        'profile = "eu"\nstage = "adoption"\nselect = ["MO"]\nfail-on = "warning"\n'
        'lang = "lv"\n[rules.MO02]\nfilled = 0.9\nseverity = "info"\n',
    )

    settings = load_settings(file)

    assert settings == Settings(
        profile="eu",
        stage=Stage.ADOPTION,
        select=("MO",),
        fail_on=FailOn.WARNING,
        language="lv",
        rules={"MO02": {"filled": 0.9, "severity": "info"}},
        origin=str(file),
    )


def test_the_bundle_says_which_files_hold_a_part() -> None:
    table = {"situation": "1.pdf", "action-plan": ["2.docx", "2a.xlsx"]}

    assert parse_settings({"bundle": table}, "x.toml").bundle == {
        "current situation": ("1.pdf",),
        "action plan": ("2.docx", "2a.xlsx"),
    }


def test_an_unknown_key_names_the_nearest_known_one(tmp_path: Path) -> None:
    file = write(tmp_path / "plancheck.toml", 'profil = "eu"\n')

    with pytest.raises(
        SettingsError, match="no setting “profil”; did you mean “profile”"
    ):
        load_settings(file)


def test_the_day_of_the_check_is_a_date() -> None:
    as_of = dt.date(2026, 6, 30)

    assert parse_settings({"as-of": as_of}, "x.toml").as_of == as_of
    with pytest.raises(SettingsError, match=r"“as-of” must be a date such as"):
        parse_settings({"as-of": "yesterday"}, "x.toml")


def test_a_key_like_no_other_lists_the_known_ones() -> None:
    with pytest.raises(
        SettingsError, match="Known: as-of, baseline, bundle, facts, fail-on"
    ):
        parse_settings({"zzz": 1}, "x.toml")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"profile": 3}, "“profile” must be a text in quotes, not 3"),
        ({"select": "MO"}, "“select” must be a list of texts in quotes, not 'MO'"),
        ({"ignore": [1]}, "“ignore” must be a list of texts in quotes"),
        ({"rules": 1}, "“rules” must be a list of texts"),
        ({"rules": {"MO02": 1}}, "“MO02” must be a table"),
        ({"bundle": "a.pdf"}, "“bundle” must be a table"),
        ({"bundle": {"situation": 1}}, "“situation” must be a list of texts"),
        ({"bundle": {"situaton": "a.pdf"}}, "did you mean “situation”"),
        ({"stage": "drafts"}, "did you mean “draft”"),
        ({"fail-on": "errors"}, "did you mean “error”"),
        ({"rules": {"MO02": {"severity": "warn"}}}, "did you mean “warning”"),
    ],
)
def test_a_wrong_value_is_refused_with_what_it_must_be(
    data: dict[str, object], sentence: str
) -> None:
    with pytest.raises(SettingsError, match=sentence):
        parse_settings(data, "x.toml")


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    file = write(tmp_path / "plancheck.toml", "profile = eu\n")

    with pytest.raises(SettingsError, match=r"cannot be read as TOML: .*line 1"):
        load_settings(file)


def test_settings_are_found_above_the_programme(tmp_path: Path) -> None:
    file = write(tmp_path / "plancheck.toml", 'profile = "eu"\n')
    document = write(tmp_path / "volumes" / "a.md", "# A\n")

    assert find_settings_file(document) == file
    assert find_settings(document).profile == "eu"


def test_a_pyproject_counts_only_with_its_own_table(tmp_path: Path) -> None:
    outer = write(tmp_path / "pyproject.toml", '[tool.plancheck]\nlang = "en"\n')
    write(tmp_path / "inner" / "pyproject.toml", "[tool.other]\n")
    write(tmp_path / "broken" / "pyproject.toml", "[tool\n")

    assert find_settings_file(tmp_path / "inner") == outer
    assert find_settings_file(tmp_path / "broken") == outer
    assert load_settings(outer).language == "en"


def test_the_command_line_goes_over_the_file() -> None:
    file = Settings(profile="eu", select=("MO",), rules={"MO02": {"filled": 0.5}})
    line = Settings(select=("CL",), rules={"MO02": {"severity": "info"}})

    merged = file.overlaid(line)

    assert merged.profile == "eu"
    assert merged.select == ("CL",)
    assert merged.rules == {"MO02": {"filled": 0.5, "severity": "info"}}


def test_a_profile_has_titles_kinds_and_severities_by_stage(tmp_path: Path) -> None:
    file = write(
        tmp_path / "town.toml",
        'edition = "2026"\n[title]\nen = "Town"\nlv = "Pilsēta"\n'
        '[stage.draft]\nMO02 = "info"\n',
    )

    profile = load_profile(file)

    assert profile.name == "town"
    assert profile.kinds == ("town",)
    assert profile.titles == {"en": "Town", "lv": "Pilsēta"}
    assert profile.stages == {"draft": {"MO02": Severity.INFO}}


def test_a_profile_with_an_unknown_stage_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "town.toml", '[stage.drafts]\nMO02 = "info"\n')

    with pytest.raises(SettingsError, match=r"\[stage\].*did you mean “draft”"):
        load_profile(file)


@pytest.mark.parametrize(
    ("fail_on", "counted"),
    [
        (FailOn.ERROR, [Severity.ERROR]),
        (FailOn.WARNING, [Severity.ERROR, Severity.WARNING]),
        (FailOn.INFO, [Severity.ERROR, Severity.WARNING, Severity.INFO]),
        (FailOn.NEVER, []),
    ],
)
def test_fail_on_counts_its_severity_and_graver_ones(
    fail_on: FailOn, counted: list[Severity]
) -> None:
    assert [each for each in Severity if fail_on.counts(each)] == counted


def test_nearest_takes_no_notice_of_case() -> None:
    assert nearest("mo2", ["MO02", "CL01"]) == "MO02"
    assert nearest("xyz", ["MO02"]) is None
