import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plancheck.cli import main
from tests.readers.test_locked import write_locked
from tests.sites import Site

pytestmark = pytest.mark.usefixtures("folder")


def test_findings_exit_with_one_and_stand_on_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["check", "small.md", "--select", "EXE1", "--lang", "en"])

    printed = capsys.readouterr()
    assert status == 1
    assert printed.out.startswith("Lejasupes novada attīstības programma")
    assert "• Row “Upes iela” lacks it." in printed.out
    assert "“plancheck explain EXE1”" in printed.out
    assert not printed.err


def test_a_report_speaks_the_documents_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["check", "small.md", "--select", "EXE1"])

    assert "neatbilst" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--select", "EXP1"], 0),
        (["--select", "EXW1"], 0),
        (["--select", "EXW1", "--fail-on", "warning"], 1),
        (["--select", "EXE1", "--fail-on", "never"], 0),
        (["--select", "EXC1"], 3),
        (["--select", "EXC1,EXE1"], 3),
        (["--select", "EX", "--ignore", "EXC1,EXE"], 0),
        (["--select", "EXC1", "--fail-on", "never"], 3),
    ],
)
def test_the_exit_status_says_how_it_went(arguments: list[str], status: int) -> None:
    assert main(["check", "small.md", *arguments]) == status


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["small.md", "--profile", "ue"], "no profile “ue”; did you mean “eu”"),
        (["small.md", "--format", "jsn"], "no format “jsn”; did you mean “json”"),
        (["small.md", "--select", "EXZ9"], "no rule “EXZ9”"),
        (["small.md", "--without", "nobody"], "no plugin nobody"),
        (["small.md", "--stage", "drafty"], "'drafty' is not one of"),
        (["small.md", "--nope"], "No such option"),
        (["missing.md"], "no file or folder missing.md"),
        (["small.odt"], "no file or folder small.odt"),
        (
            ["small.md", "--format", "json=no/such/x.json"],
            "no/such/x.json cannot be written",
        ),
        (["small.md", "--format", "json=small.md"], "small.md is one of the files"),
        (["small.md", "--format", "json", "--format", "text"], "Only one format"),
        (
            ["small.md", "--format", "json=x.out", "--format", "csv=./x.out"],
            "Only one format can go to x.out",
        ),
        (["small.md", "--format", "json=small.md/x.json"], "x.json cannot be written"),
        ([], "Missing argument"),
    ],
)
def test_a_wrong_call_exits_with_two_and_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", *arguments])

    printed = capsys.readouterr()
    assert status == 2
    assert sentence in printed.err
    assert not printed.out
    assert "Traceback" not in printed.err


def test_a_wrong_settings_file_exits_with_two(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plancheck.toml").write_text('profil = "eu"\n', encoding="utf-8")

    assert main(["check", "small.md"]) == 2
    assert "did you mean “profile”" in capsys.readouterr().err


def test_settings_of_the_file_hold_where_the_command_line_is_silent(
    folder: Path,
) -> None:
    (folder / "plancheck.toml").write_text(
        'select = ["EXW1"]\nfail-on = "warning"\n', encoding="utf-8"
    )

    assert main(["check", "small.md"]) == 1
    assert main(["check", "small.md", "--fail-on", "error"]) == 0


@pytest.mark.parametrize("is_in_environment", [True, False])
def test_a_locked_file_is_opened_by_its_password(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_in_environment: bool,
) -> None:
    write_locked(folder / "a.docx", "Zāle-2027")
    options = ["--profile", "lv-municipality", "--select", "EXP1"]

    assert main(["check", "a.docx", *options]) == 3
    assert "--password" in capsys.readouterr().err
    if is_in_environment:
        monkeypatch.setenv("PLANCHECK_PASSWORD", "Zāle-2027")
    else:
        options += ["--password", "Zāle-2027"]
    assert main(["check", "a.docx", *options]) == 0
    assert "Zāle" not in capsys.readouterr().out


def test_several_formats_are_written_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(
        [
            "check",
            "small.md",
            "--select",
            "EXP1",
            "--format",
            "json=out.json",
            "--format",
            "text",
        ]
    )

    data = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    assert data["summary"]["pass"] == 1
    assert "EXP1" in capsys.readouterr().out
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_the_suffix_of_the_file_chooses_among_formats_of_one_name(folder: Path) -> None:
    main(["check", "small.md", "--format", "brief=b.md", "--format", "brief=b.docx"])

    assert (folder / "b.md").read_text("utf-8").startswith("# ")
    assert (folder / "b.docx").read_bytes().startswith(b"PK")


def test_a_document_that_is_no_programme_is_said_to_be_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "letter.md").write_text("# Vēstule\n\nLabdien!\n", encoding="utf-8")

    status = main(["check", "letter.md"])

    printed = capsys.readouterr()
    assert status == 3
    assert "letter.md does not look like a development programme" in printed.err
    assert not printed.out


def test_a_profile_by_hand_judges_it_all_the_same(folder: Path) -> None:
    (folder / "letter.md").write_text("# Vēstule\n\nLabdien!\n", encoding="utf-8")

    status = main(
        ["check", "letter.md", "--profile", "lv-municipality", "--select", "EXP1"]
    )

    assert status == 0


def test_a_plugin_that_does_not_load_stops_the_run(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.install("broken", "import no_such_module\n")

    assert main(["check", "small.md"]) == 2
    assert "--without broken" in capsys.readouterr().err
    assert main(["check", "small.md", "--without", "broken", "--select", "EXP1"]) == 0


def test_debug_shows_where_a_rule_crashed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "small.md", "--select", "EXC1", "--debug"])

    printed = capsys.readouterr()
    assert "KeyError: 'x'" in printed.err
    assert "Traceback" in printed.err
    assert "Traceback" not in printed.out


def test_a_mistake_of_plancheck_itself_is_a_sentence_and_an_incomplete_check(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.install(
        "odd",
        "from plancheck.sdk import Reporter, hookimpl\n"
        "@hookimpl\ndef plancheck_reporters():\n"
        "    return [Reporter('odd', '.odd', lambda report, language: 1 / 0)]\n",
    )

    status = main(["check", "small.md", "--select", "EXP1", "--format", "odd"])

    printed = capsys.readouterr()
    assert status == 3
    assert (
        "plancheck itself has crashed (ZeroDivisionError: division by zero)"
        in printed.err
    )
    assert "Traceback" not in printed.err


def test_debug_shows_where_an_error_comes_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "missing.md", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_timings_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "small.md", "--select", "EXP1", "--format", "json", "--timings"])

    printed = capsys.readouterr()
    assert "ms  EXP1" in printed.err
    json.loads(printed.out)


def test_an_interrupt_is_no_traceback(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.install("stop", "raise KeyboardInterrupt\n")

    assert main(["check", "small.md"]) == 130
    assert "Interrupted." in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_traceback(folder: Path) -> None:
    command = f"{sys.executable} -m plancheck check small.md --select DS | true"

    done = subprocess.run(  # noqa: S602 - a pipe is what is tested
        command, shell=True, cwd=folder, capture_output=True, text=True, check=False
    )

    assert not done.stderr


def test_utf8_comes_out_in_the_bare_locale_too(folder: Path) -> None:
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
    }

    done = subprocess.run(
        [sys.executable, "-m", "plancheck", "check", "small.md", "--select", "DS01"],
        cwd=folder,
        env={**environment, "PLANCHECK_PLUGINS": ""},
        capture_output=True,
        check=False,
    )

    assert "attīstības programma" in done.stdout.decode("utf-8")


@pytest.mark.usefixtures("folder")
def test_the_day_of_the_check_can_be_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "small.md", "--as-of", "2024-05-01", "--format", "json"])
    fixed = json.loads(capsys.readouterr().out)

    assert (fixed["as_of"], fixed["settings"]["as_of"]) == ("2024-05-01",) * 2
    assert main(["check", "small.md", "--as-of", "May"]) == 2


def test_facts_are_said_as_they_were_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lejasupe.toml").write_text(
        'municipality = "Kalnavas novads"\n[climate_risk]\nsnow_depth = 3\n',
        encoding="utf-8",
    )

    main(["check", "small.md", "--facts", "lejasupe.toml", "--format", "json"])
    report = json.loads(capsys.readouterr().out)

    assert report["programme"]["municipality"] == "Kalnavas novads"
    assert report["settings"]["facts"] == {
        "municipality": "Kalnavas novads",
        "climate_risk": {"snow_depth": 3},
    }
    assert main(["check", "small.md", "--facts", "gone.toml"]) == 2
