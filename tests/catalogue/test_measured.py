"""How right a rule was measured to be, as its page says it."""

from pathlib import Path

from plancheck.catalogue.measured import Measured, load_measured, read_measured
from plancheck.plugins.host import load_plugins

ROW = """\
[XX01]
faults = [3, 4]
harmless = [9, 10]
findings = [6, 2, 1]
"""


def test_figures_are_read_by_code(tmp_path: Path) -> None:
    file = tmp_path / "measured.toml"
    file.write_text(ROW, "utf-8")

    [measured] = read_measured(file).values()

    assert measured == Measured((3, 4), (9, 10), true=6, false=2, unsure=1)
    assert measured.recall == 0.75
    assert measured.precision == 0.75
    assert [str(each) for each in measured.sentences] == [
        (
            "Of 4 faults put into complete programmes it found 3; 9 of 10 harmless "
            "changes left its outcome as it was."
        ),
        (
            "Of its findings on real documents, read against them by eye, 6 are true, "
            "2 false and 1 a matter of opinion."
        ),
    ]


def test_what_was_not_tried_has_no_figure() -> None:
    measured = Measured()

    assert measured.recall is None
    assert measured.precision is None
    [sentence] = measured.sentences
    assert str(sentence).endswith("its precision on real documents is not known.")


def test_every_rule_in_the_box_was_measured() -> None:
    rules = load_plugins().rules_by_plugin["builtin"]

    assert [rule.code for rule in rules if load_measured(rule) is None] == []
