import datetime as dt
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from bench.audit.contents import contents
from plancheck.audit.found import UnreadableFolderError
from plancheck.audit.run import NothingToResumeError
from tests.audit.conftest import ASKED, Folder
from tests.audit.hanging import SUFFIX, install
from tests.programmes import SMALL

QUOTED = ("programmes/ā one.md", '"programmes/two, 2.md"')
"""Paths as a list has them, where a comma parts its columns."""

NOBODY = 65534
"""The user who may do least, on every Linux."""


def ask(folder: Folder, question: str) -> list[tuple[Any, ...]]:
    """What the database answers."""
    connection = sqlite3.connect(folder.database)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def test_every_file_and_folder_is_a_programme_in_the_database(folder: Folder) -> None:
    folder.write("one.md")
    folder.write("two/1.md")

    folder.audit()

    assert ask(
        folder, "SELECT programme, state, municipality FROM current_programmes"
    ) == [
        ("one.md", "checked", "Lejasupes novads"),
        ("two", "checked", "Lejasupes novads"),
    ]
    assert ask(
        folder, "SELECT name, baseline_number, baseline_year FROM indicators LIMIT 1"
    ) == [("Iedzīvotāju skaits", 12400.0, 2021)]


def test_a_second_run_with_nothing_changed_judges_nothing(folder: Folder) -> None:
    folder.write("one.md")
    folder.audit()

    progress = folder.audit()

    assert (progress.done, progress.unchanged) == (1, 1)
    assert ask(folder, "SELECT count(*) FROM checks") == [(1,)]
    assert ask(folder, "SELECT count(*) FROM run_programmes") == [(2,)]
    [before, after] = ask(folder, "SELECT count(*) FROM rules GROUP BY run_id")
    assert before == after


def test_a_changed_file_is_judged_anew_and_the_old_check_stays(folder: Folder) -> None:
    folder.write("one.md")
    folder.write("two.md")
    folder.audit()
    folder.write("one.md", SMALL.replace("| 12 400 | 12 500 |", "| | 12 500 |"))

    progress = folder.audit()

    assert progress.unchanged == 1
    assert ask(
        folder, "SELECT programme, code, outcome_before, outcome FROM changed_results"
    ) == [("one.md", "MO02", "pass", "fail")]


def test_another_choice_of_rules_judges_all_anew(folder: Folder) -> None:
    folder.write("one.md")
    folder.audit()

    progress = folder.audit(replace(ASKED, select=("MO01",)))

    assert progress.unchanged == 0
    assert ask(folder, "SELECT code FROM current_results") == [("MO01",)]


RULE = """
[[section]]
code = "OWN01"
category = "structure"
severity = "info"
source = "Our handbook"
title = {{ en = "A part speaks of digital services." }}
remedy = {{ en = "Write which services go on line." }}
terms = ["digitāl* pakalpojum*"]
words = {words}
"""
BASELINE = '{{"schema": "plancheck/baseline/1", "date": "{date}", "findings": []}}'


@pytest.mark.parametrize(
    ("setting", "name", "before", "after"),
    [
        (
            'baseline = "known.json"',
            "known.json",
            BASELINE.format(date="2026-01-01"),
            BASELINE.format(date="2026-01-02"),
        ),
        (
            'facts = "facts.toml"',
            "facts.toml",
            'neighbours = ["Kalnavas novads"]\n',
            'neighbours = ["Upesciema novads"]\n',
        ),
        (
            'rules = ["own.toml"]',
            "own.toml",
            RULE.format(words=150),
            RULE.format(words=100),
        ),
    ],
    ids=["baseline", "facts", "rules"],
)
def test_a_file_that_the_settings_name_counts_by_what_it_holds(
    folder: Folder, setting: str, name: str, before: str, after: str
) -> None:
    folder.write("one.md")
    (folder.path / "plancheck.toml").write_text(f"{setting}\n", "utf-8")
    (folder.path / name).write_text(before, "utf-8")
    folder.audit()
    (folder.path / name).write_text(before, "utf-8")

    assert folder.audit().unchanged == 1

    (folder.path / name).write_text(after, "utf-8")

    assert folder.audit().unchanged == 0
    assert ask(folder, "SELECT DISTINCT state FROM current_programmes") == [
        ("checked",)
    ]


def test_an_interrupted_run_goes_on_where_it_was(folder: Folder) -> None:
    for name in "abcd":
        folder.write(f"{name}.md")
    with pytest.raises(KeyboardInterrupt):
        folder.audit(stop_after=2)
    assert ask(folder, "SELECT state FROM runs") == [("interrupted",)]

    progress = folder.audit(is_resumed=True)

    assert (progress.done, progress.unchanged) == (4, 2)
    assert ask(folder, "SELECT id, state FROM runs") == [(1, "complete")]
    assert ask(folder, "SELECT count(*) FROM checks") == [(4,)]


def test_unchanged_programmes_stand_in_a_run_that_is_interrupted(
    folder: Folder,
) -> None:
    for name in "abcd":
        folder.write(f"{name}.md")
    folder.audit()

    with pytest.raises(KeyboardInterrupt):
        folder.audit(stop_after=2)

    standing = "SELECT count(check_id) FROM run_programmes WHERE run_id = 2"
    assert ask(folder, standing) == [(2,)]


def test_an_interrupted_run_keeps_what_one_in_one_go_keeps(
    folder: Folder, tmp_path: Path
) -> None:
    for name in "abc":
        folder.write(f"{name}.md", SMALL.replace("Upes", f"Upes {name}"))
    folder.write("broken.pdf", "none")
    folder.audit()
    whole = contents(folder.database)
    folder.database.unlink()
    for count in (1, 2, 3):
        with pytest.raises(KeyboardInterrupt):
            folder.audit(stop_after=count)

    folder.audit()

    assert contents(tmp_path / folder.database) == whole


def test_a_run_that_goes_on_judges_by_the_day_it_began(folder: Folder) -> None:
    folder.write("one.md")
    folder.write("two.md")
    with pytest.raises(KeyboardInterrupt):
        folder.audit(stop_after=1)

    folder.audit(replace(ASKED, as_of=None))

    assert ask(folder, "SELECT DISTINCT as_of FROM checks") == [("2026-01-01",)]


def test_the_day_counts_where_nothing_is_left_to_go_on_with(folder: Folder) -> None:
    folder.write("one.md")
    folder.audit()

    progress = folder.audit(replace(ASKED, as_of=dt.date(2026, 2, 1)))

    assert progress.unchanged == 0


def test_there_must_be_something_to_go_on_with(folder: Folder) -> None:
    folder.write("one.md")

    with pytest.raises(NothingToResumeError, match="no audit in"):
        folder.audit(is_resumed=True)


def test_what_cannot_be_read_is_recorded_with_its_reason(folder: Folder) -> None:
    folder.write("broken.pdf", "no PDF")
    (folder.programmes / "empty").mkdir()
    (folder.programmes / "gone.docx").symlink_to("nowhere")
    (folder.programmes / "ring").symlink_to(folder.programmes.resolve())
    folder.write("notes.md", "# Sanāksmes protokols\n\nPiedalījās pieci.\n")

    folder.audit(replace(ASKED, profile=None))

    found = ask(folder, "SELECT programme, failure, reason FROM failed_programmes")
    assert [each[:2] for each in found] == [
        ("broken.pdf", "unreadable"),
        ("empty", "unreadable"),
        ("gone.docx", "unreadable"),
        ("notes.md", "no-programme"),
        ("ring", "unreadable"),
    ]
    assert "it is not a PDF" in found[0][2]
    assert found[4][2] == "It is a link to a folder that it stands in."


def test_links_in_a_circle_pipes_and_devices_cost_themselves_alone(
    folder: Folder,
) -> None:
    folder.write("one.md")
    (folder.programmes / "a.md").symlink_to("b.md")
    (folder.programmes / "b.md").symlink_to("a.md")
    (folder.programmes / "self").symlink_to("self")
    (folder.programmes / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(folder.programmes / "pipe.md")

    folder.audit()

    assert ask(folder, "SELECT programme, reason FROM failed_programmes") == [
        ("a.md", "It is a link to something that is not there."),
        ("b.md", "It is a link to something that is not there."),
        ("pipe.md", "It is neither a file nor a folder."),
        ("self", "It is a link to something that is not there."),
        ("zero.md", "It is neither a file nor a folder."),
    ]
    assert folder.audit().unchanged == 6


def test_what_may_not_be_read_is_recorded_and_read_when_it_may(
    open_folder: Folder,
) -> None:
    folder = open_folder
    locked = folder.write("locked/1.md").parent
    file = folder.write("file.md")
    folder.audit()
    locked.chmod(0)
    file.chmod(0)

    as_nobody(folder, folder.audit)

    reasons = ask(folder, "SELECT programme, reason FROM failed_programmes")
    assert [each[0] for each in reasons] == ["file.md", "locked"]
    assert all("permission" in str(reason) for _name, reason in reasons)
    locked.chmod(0o755)
    file.chmod(0o644)
    as_nobody(folder, folder.audit)
    assert ask(folder, "SELECT * FROM failed_programmes") == []


def test_a_folder_that_may_not_be_looked_into_is_said(open_folder: Folder) -> None:
    open_folder.audit(source=str(open_folder.write("one.md")))
    open_folder.programmes.chmod(0)

    def refused() -> None:
        with pytest.raises(UnreadableFolderError, match="you may look into it"):
            open_folder.audit()

    as_nobody(open_folder, refused)


@pytest.fixture
def open_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    """A folder that everybody may get to, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        monkeypatch.chdir(name)
        made = Folder(Path())
        made.programmes.mkdir()
        yield made
        monkeypatch.undo()


def as_nobody(folder: Folder, work: Callable[[], object]) -> None:
    """Do something as one who may not read everything; root does it in another process.

    All that it imports should be imported before: nobody may not read that either.
    """
    if os.geteuid() != 0:
        work()
        return
    out = folder.database.parent
    for path in (out, *out.iterdir()):
        os.chown(path, NOBODY, NOBODY)
    process = get_context("fork").Process(target=_without_rights, args=(work,))
    process.start()
    process.join()
    assert process.exitcode == 0


def _without_rights(work: Callable[[], object]) -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    work()


def test_failures_are_tried_again_only_when_asked(folder: Folder) -> None:
    folder.write("broken.pdf", "no PDF")
    folder.audit()

    assert folder.audit().unchanged == 1
    assert folder.audit(is_retried=True).unchanged == 0


def test_names_of_any_kind_are_kept(folder: Folder) -> None:
    folder.write("новый\nплан.md")
    name = os.fsdecode(b"bad\xff.md")
    folder.write(name)

    folder.audit()

    assert ask(folder, "SELECT programme, state FROM current_programmes") == [
        ("bad\\udcff.md", "checked"),
        ("новый\nплан.md", "checked"),
    ]


def test_a_programme_that_is_gone_is_no_part_of_the_run(folder: Folder) -> None:
    folder.write("one.md")
    file = folder.write("two.md")
    with pytest.raises(KeyboardInterrupt):
        folder.audit(stop_after=2)
    file.unlink()

    folder.audit()

    assert ask(folder, "SELECT programme FROM current_programmes") == [("one.md",)]


@pytest.mark.parametrize(
    "listed",
    [
        "path\n{0}\n{1}\n",
        "\ufeffnovads;path;gads\r\nA;{0};2022\r\nB;{1};2022\r\n",
        "path\tnovads\n{0}\tA\n{1}\tB\n",
        "{0};A\n{1};B\n",
        '"{0}","A, B"\n"{1}",C\n',
        "{0}\n\n{1}\n{0}\n",
    ],
)
def test_a_list_may_have_its_columns_parted_as_excel_parts_them(
    folder: Folder, listed: str
) -> None:
    paths = ("programmes/ā one.md", "programmes/two, 2.md")
    for path in paths:
        folder.write(Path(path).name)
    named = paths if '"' in listed or ";" in listed or "\t" in listed else QUOTED
    Path("list.csv").write_text(listed.format(*named), encoding="utf-8")

    folder.audit(source="list.csv")

    assert ask(folder, "SELECT programme, state FROM current_programmes") == [
        (path, "checked") for path in paths
    ]


def test_a_broken_settings_file_costs_its_programme_alone(folder: Folder) -> None:
    folder.write("one.md")
    folder.write("two/1.md")
    folder.write("two/plancheck.toml", "profle = 1\n")

    folder.audit()

    assert ask(folder, "SELECT programme, failure FROM failed_programmes") == [
        ("two", "settings")
    ]


def test_two_workers_keep_what_one_process_keeps(folder: Folder) -> None:
    for name in "abc":
        folder.write(f"{name}.md", SMALL.replace("Upes", f"Upes {name}"))
    folder.write("broken.pdf", "none")
    folder.audit()
    alone = contents(folder.database)
    folder.database.unlink()

    folder.audit(jobs=2)

    assert contents(folder.database) == alone


def test_what_hangs_its_reader_costs_itself_alone(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "plugin", monkeypatch)
    folder.write(f"bomb{SUFFIX}")
    folder.write("one.md")

    folder.audit(jobs=1, seconds=1.5)

    assert ask(folder, "SELECT programme, state, failure FROM current_programmes") == [
        ("bomb.endless", "failed", "time"),
        ("one.md", "checked", None),
    ]
