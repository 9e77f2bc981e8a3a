"""The changes by which rules are measured apply, each to the programmes it is for."""

import json
from pathlib import Path

import pytest

from bench.accuracy.changes import Change, load_changes
from bench.accuracy.command import main
from bench.accuracy.generic import generic_changes
from bench.accuracy.measure import changed
from bench.accuracy.plugin import plugin_folder
from bench.accuracy.programmes import Complete, load_programmes
from bench.accuracy.remembering import RememberingHost
from plancheck.builtin import plancheck_rules
from plancheck.plugins.host import load_plugins
from plancheck.reader import ReadingOptions
from plancheck.scaffolds import new_plugin, new_rule
from plancheck.testing.edits import apply_edits
from plancheck.testing.grid import grids, parted, turned
from plancheck.testing.source import EditError

PROGRAMMES = load_programmes()
CHANGES = [
    pytest.param(change, id=f"{change.code}: {change.name}")
    for change in load_changes()
]
TABLE = """\
1. tabula. Plāns

| Nr. | Nauda || Kas |
| ^^ | PB | ES | ^^ |
| --- | --- | --- | --- |
| Prioritāte VTP1 ||||
| 1 | 10 | 20 | AN |
| 2 | 30 | 40 | ^^ |
| Kopā | 40 | 60 |  |
"""


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_applies_to_its_programmes(change: Change) -> None:
    assert change.edits.keys() <= PROGRAMMES.keys()

    for name in change.edits:
        changed(PROGRAMMES[name], change)


@pytest.mark.parametrize("name", ["plancheck-secap"])
def test_the_changes_of_a_plugin_apply_to_its_programmes(name: str) -> None:
    folder = plugin_folder(Path(__file__).parents[1] / "plugins" / name)
    programmes = load_programmes(folder.programmes, folder.path)
    changes = load_changes(folder.changes)

    assert folder.name == name
    assert len(changes) >= 12
    for change in changes:
        for each in change.edits:
            changed(programmes[each], change)


def test_rules_without_a_package_are_measured_by_their_own_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new_rule("XX07", tmp_path)
    (tmp_path / "changes").mkdir()
    change = """
        [[change]]
        name = "nobody is named"
        kind = "break"
        alderbrook = [{ blank_column = "Target group" }]
    """
    (tmp_path / "changes" / "XX07.toml").write_text(change, encoding="utf-8")
    asked = ["--formats", "md", "--programmes", "alderbrook", "--no-generic", "--json"]

    status = main(["--plugin", str(tmp_path), *asked])

    total = json.loads(capsys.readouterr().out)["total"]
    assert status == 0
    assert (total["break"]["right"], total["break"]["total"]) == (1, 1)
    assert (total["complete"]["right"], total["complete"]["total"]) == (1, 1)


def test_a_plugin_that_is_not_installed_is_named(tmp_path: Path) -> None:
    new_plugin("plancheck-nowhere", tmp_path)

    with pytest.raises(SystemExit, match="plancheck-nowhere is not installed"):
        main(["--plugin", str(tmp_path / "plancheck-nowhere"), "--formats", "md"])


def test_changes_are_of_rules_that_there_are() -> None:
    codes = {rule.code for rule in plancheck_rules()}

    assert {change.code for change in load_changes()} <= codes


@pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=PROGRAMMES)
def test_harmless_changes_are_made_in_every_programme(programme: Complete) -> None:
    made = dict(generic_changes(programme.volumes, programme.language))

    assert len(made) >= 10


def test_a_table_is_written_as_it_was_read() -> None:
    [grid] = grids(TABLE)

    written = "\n".join(grid.lines())

    assert [*map(str.split, written.splitlines())] == [
        *map(str.split, TABLE.splitlines()[2:])
    ]


def test_a_share_of_a_column_is_filled_and_totals_are_left() -> None:
    edits = [{"fill_column": "PB", "by": "–", "share": 0.5}]

    [text] = apply_edits({"plans.md": TABLE}, edits).values()

    assert [line for line in text.splitlines() if "–" in line] == [
        "| 2 | – | 40 | ^^ |"
    ]
    assert "| Kopā | 40 | 60 |" in text


def test_a_column_below_a_merged_header_cell_is_taken_out() -> None:
    [text] = apply_edits({"plans.md": TABLE}, [{"drop_column": "PB"}]).values()

    assert "| Nr. | Nauda | Kas |" in text
    assert "| 1 | 20 | AN |" in text


def test_columns_below_one_header_cell_stay_together_in_another_order() -> None:
    [grid] = grids(TABLE)

    new = turned(grid)

    assert new is not None
    assert new.header[0] == ("Nr.", "Kas", "Nauda", None)
    assert new.body[1] == ("1", "AN", "10", "20")


def test_a_table_is_not_parted_below_a_cell_that_reaches_over() -> None:
    [grid] = grids(TABLE)

    pieces = parted(grid, least=1)

    assert pieces is not None
    assert pieces[1].body[0][0] in {"1", "Kopā"}


def test_an_edit_that_finds_nothing_is_an_error() -> None:
    with pytest.raises(EditError, match="0 tables"):
        apply_edits({"plans.md": TABLE}, [{"drop_column": "Termiņš"}])


def test_several_processes_measure_the_same_as_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["MO02", "--programmes", "alderbrook", "--formats", "md", "--json"]

    said = []
    for jobs in ("1", "2"):
        assert main([*asked, "--no-generic", "--jobs", jobs]) == 0
        said.append(capsys.readouterr().out)

    assert json.loads(said[0])["total"]["break"]["total"] > 0
    assert said[0] == said[1]


def test_a_volume_that_no_change_touches_is_read_once(tmp_path: Path) -> None:
    host = RememberingHost.of(load_plugins())
    volume = tmp_path / "programma.md"
    volume.write_text("# Programma\n", encoding="utf-8")
    [reader] = [each for each in host.readers if ".md" in each.suffixes]

    first, again = (reader.document(volume, ReadingOptions()) for _ in range(2))

    assert first is again
