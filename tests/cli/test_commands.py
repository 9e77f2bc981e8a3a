import json
import subprocess
import sys
from pathlib import Path

import pytest

from plancheck import __version__
from plancheck.cli import main
from plancheck.cli.table import render_table


def test_help_lists_every_command_with_its_summary(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0

    printed = capsys.readouterr().out
    for command in ("check", "outline", "rules", "explain", "plugins"):
        assert f"\n  {command} " in printed


def test_help_speaks_the_language_of_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "lv")

    main(["--help"])

    assert "Novērtēt vienu programmu" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"plancheck {__version__}\n"


def test_an_unknown_command_exits_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chek"]) == 2
    assert "chek" in capsys.readouterr().err


def test_help_imports_nothing_that_help_does_not_need() -> None:
    script = (
        "import sys; from plancheck.cli import main; main(['--help']); "
        "heavy = {'rich', 'lxml', 'docx', 'pluggy', 'importlib.metadata', "
        "'plancheck.checker', 'plancheck.programme', 'plancheck.model.report'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )

    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.returncode == 0


def test_errors_follow_the_language_option(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "nav.md", "--lang", "lv"])

    assert "Nav faila vai mapes nav.md" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_rules_are_listed_with_severity_and_title(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules"]) == 0
    listed = " ".join(capsys.readouterr().out.split())
    assert "EXW1 warning Climate" in listed


@pytest.mark.usefixtures("folder")
def test_rules_in_json_have_their_options(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "--format", "json"])

    [found] = [
        each for each in json.loads(capsys.readouterr().out) if each["code"] == "EXE1"
    ]
    assert found["options"] == {"share": 0.5}
    assert found["source"] == "A law"


@pytest.mark.usefixtures("folder")
def test_a_rule_without_a_page_is_explained_by_its_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "exe1"]) == 0

    assert capsys.readouterr().out == (
        "# EXE1: The programme has it.\n\nSeverity: error\n\nSource: A law\n\n"
        "Option: `share` = 0.5\n"
    )


@pytest.mark.usefixtures("folder")
def test_an_unknown_rule_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "EXE"]) == 2
    assert "did you mean “EX" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_plugins_are_listed_with_version_and_rules(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["plugins", "--format", "json"]) == 0

    plugins = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert plugins["builtin"]["version"] == __version__
    assert plugins["extra"] == {
        "name": "extra",
        "version": "1.2",
        "hooks": ["plancheck_rules"],
        "rules": ["EXE1", "EXW1", "EXP1", "EXC1"],
    }


@pytest.mark.usefixtures("folder")
def test_plugins_in_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    main(["plugins"])

    assert "extra    1.2      4      plancheck_rules" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_an_outline_shows_sections_tables_and_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["outline", "small.md"]) == 0

    printed = capsys.readouterr().out
    assert "    3. Rīcības plāns  [words: 4]\n      table 1  3 x 6  action" in printed
    assert "measure = Pasākums; responsible = Atbildīgais" in printed
    assert "action plan: 3. Rīcības plāns" in printed


@pytest.mark.usefixtures("folder")
def test_an_outline_in_json_has_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    main(["outline", "small.md", "--format", "json"])

    [document] = json.loads(capsys.readouterr().out)["documents"]
    tables = [table for section in document["sections"] for table in section["tables"]]
    assert [table["roles"] for table in tables] == [["action"], ["indicator"]]
    assert tables[0]["header"][1] == "Pasākums"


def test_a_table_pads_all_columns_but_the_last() -> None:
    assert (
        render_table(("A", "B"), [("x", "yy"), ("xxx", "")])
        == "A    B\n---  --\nx    yy\nxxx\n"
    )


def test_an_output_file_is_not_left_half_written(tmp_path: Path) -> None:
    (tmp_path / "small.md").write_text("# Vēstule\n", encoding="utf-8")
    (tmp_path / "out.json").mkdir()

    status = main(
        [
            "check",
            str(tmp_path / "small.md"),
            "--profile=eu",
            f"--format=json={tmp_path / 'out.json'}",
        ]
    )

    assert status == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "small.md"]


def test_a_rule_is_explained_with_the_editions_of_its_acts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "DS06", "--lang", "en"]) == 0

    printed = capsys.readouterr().out
    assert "Severity: error\n" in printed
    assert (
        "- Spatial Development Planning Law: in force since 2011-12-01; edition read: "
        "2023-05-18; read in a copy (noted on 2026-11-22). "
        "https://likumi.lv/ta/id/238807\n"
    ) in printed


def test_a_rule_is_explained_to_a_profile_without_acts_of_other_states(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "PA03", "--lang", "en", "--profile", "eu"]) == 0

    printed = capsys.readouterr().out
    assert "## Source\n\nGood practice.\n" in printed
    assert "Cabinet" not in printed
    assert "## Acts" not in printed


def test_a_rule_is_explained_to_no_profile_that_there_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "PA03", "--profile", "ue"]) == 2
    assert "“eu”" in capsys.readouterr().err


def test_the_cache_says_how_much_it_holds_and_forgets_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCHECK_CACHE", str(folder / "cache"))
    main(["check", "small.md", "--select", "MO02", "--as-of", "2026-01-01"])
    capsys.readouterr()

    assert main(["cache", "info"]) == 0
    # The document, what it says of itself, its plan tables, and the rule's result.
    assert "4 entries" in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert main(["cache", "info"]) == 0
    assert "0 entries" in capsys.readouterr().out


def test_without_the_cache_nothing_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCHECK_CACHE", str(folder / "cache"))

    main(["check", "small.md", "--select", "MO02", "--no-cache"])

    assert not (folder / "cache").exists()
