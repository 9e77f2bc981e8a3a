"""Rules without packaging: Python files, TOML files, folders, and who may name them."""

from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.cli import main
from plancheck.plugins.host import DuplicateRuleError, load_plugins
from plancheck.plugins.rule_files import RuleFileError
from plancheck.settings.checked_toml import SettingsError
from tests.programmes import SMALL

RULE = '''
from plancheck.sdk import Programme, Verdict, rule


@rule("XX01", category="monitoring", severity="error", source="Our own practice")
def names_data_source(programme: Programme) -> Verdict:
    """Indicators name their data source."""
    return Verdict.of_share(
        programme.indicators,
        having=lambda indicator: indicator.data_source,
        missing="“{name}” has none.",
        pass_at=0.8,
    )
'''
PAGE = """# XX01: Rādītājiem ir datu avots

## Kā labot

Norādiet avotu.
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules" / "ours.py"
    path.parent.mkdir()
    path.write_text(RULE, encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "documents" / "small.md"
    path.parent.mkdir()
    path.write_text(SMALL, encoding="utf-8")
    return path


def codes(*files: Path) -> list[str]:
    return [rule.code for rule in load_plugins((), files).rules if rule.code[0] in "XZ"]


def test_a_file_brings_its_rules(rules: Path) -> None:
    assert codes(rules) == ["XX01"]


def test_a_folder_brings_the_rules_of_its_files_but_not_of_its_tests(
    rules: Path,
) -> None:
    other = RULE.replace("XX01", "XX02")
    (rules.parent / "more.py").write_text(other, encoding="utf-8")
    (rules.parent / "test_more.py").write_text("raise SystemError", encoding="utf-8")

    assert codes(rules.parent) == ["XX02", "XX01"]


def test_the_rules_judge_and_the_report_says_by_which_version(
    rules: Path, small: Path
) -> None:
    report = check(small, host=load_plugins((), [rules]))

    [result] = [each for each in report.results if each.code == "XX01"]
    assert result.title == "Indicators name their data source."
    [plugin] = [each for each in report.plugins if each.name == "ours"]
    assert plugin.version.startswith("sha256:")


def test_another_text_is_another_version(rules: Path) -> None:
    before = load_plugins((), [rules]).versions["ours"]
    rules.write_text(RULE + "# changed\n", encoding="utf-8")

    assert load_plugins((), [rules]).versions["ours"] != before


def test_pages_beside_the_file_are_shown(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = rules.parent / "pages"
    pages.mkdir()
    (pages / "XX01.lv.md").write_text(PAGE, encoding="utf-8")

    assert main(["explain", "XX01", "--rules", str(rules), "--lang", "lv"]) == 0

    assert "Norādiet avotu." in capsys.readouterr().out


def test_what_a_lone_file_says_in_latvian_stands_beside_it(rules: Path) -> None:
    said = rules.with_name("ours.lv.toml")
    said.write_text(
        'language = "lv"\n[sentences]\n"“{name}” has none." = "„{name}” tā nav."\n',
        encoding="utf-8",
    )
    rules.with_name("other.lv.toml").write_text(said.read_text("utf-8"), "utf-8")

    assert load_plugins((), [rules]).sentences == (said,)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("import no_such_module", "ModuleNotFoundError"),
        ("x = (", "SyntaxError"),
        ("x = 1", "no rule stands in it"),
    ],
)
def test_a_file_that_does_not_load_is_named_with_its_cause(
    rules: Path, text: str, detail: str
) -> None:
    rules.write_text(text, encoding="utf-8")

    with pytest.raises(RuleFileError, match=f"ours.py.*{detail}"):
        load_plugins((), [rules])


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no such file"):
        load_plugins((), [tmp_path / "none.py"])


def test_two_files_with_one_code_are_both_named(rules: Path) -> None:
    other = rules.with_name("other.py")
    other.write_text(RULE, encoding="utf-8")

    with pytest.raises(DuplicateRuleError, match=r"ours.*other"):
        load_plugins((), [rules, other]).rules_by_plugin  # noqa: B018 - asked for when first needed


def test_the_settings_of_the_own_folder_may_name_rules(
    rules: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(rules.parents[1])
    Path("plancheck.toml").write_text('rules = ["rules/ours.py"]', encoding="utf-8")

    assert "XX01" in {each.code for each in check(small).results}


def test_rules_and_their_options_stand_in_one_table(
    rules: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(rules.parents[1])
    Path("plancheck.toml").write_text(
        '[rules]\nfiles = ["rules/ours.py"]\n[rules.XX01]\nseverity = "info"\n',
        encoding="utf-8",
    )

    severity = {each.code: each.severity for each in check(small).results}

    assert severity["XX01"] == "info"


def test_settings_that_came_with_documents_run_nothing(
    rules: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(rules.parent)
    text = f'rules = ["{rules.as_posix()}"]'
    (small.parent / "plancheck.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match="--rules if you trust them"):
        check(small)
