"""Rules declared in TOML judge as others do, and their mistakes are named."""

from pathlib import Path
from textwrap import dedent

import pytest

from plancheck.checker import check
from plancheck.plugins.declared import declared_rules
from plancheck.plugins.host import load_plugins
from plancheck.reporters import text
from plancheck.sdk import NotApplicable, Rule
from plancheck.settings.checked_toml import SettingsError
from plancheck.testing import programme
from tests.programmes import SMALL

SECTION = """
    [[section]]
    code = "DG01"
    category = "structure"
    severity = "warning"
    source = "Good practice"
    title = { en = "A part speaks of digital services.", lv = "Ir daļa par e-pakalpojumiem." }
    remedy = { en = "Write which go on line.", lv = "Uzrakstiet, kuri būs internetā." }
    terms = ["digitāl* pakalpojum*", "digital service*"]
    words = 12
"""
TABLE = """
    [[table]]
    code = "DG02"
    category = "monitoring"
    severity = "error"
    source = "Good practice"
    title = { en = "Indicators have a source." }
    remedy = { en = "Add the column." }
    role = "indicator"
    columns = ["indicator", "data source"]
    filled = 0.9
"""
INDICATORS = """
    # Programme

    ## Indicators

    | Indicator | Unit | Baseline | Target | Data source |
    | --- | --- | --- | --- | --- |
    | Jobs | count | 5 | 9 | Statistics |
    | Buses | count | 2 | 4 | {source} |
"""


@pytest.fixture
def declare(tmp_path: Path) -> "Declare":
    return Declare(tmp_path / "rules.toml")


class Declare:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, text: str) -> Rule:
        self.path.write_text(dedent(text), encoding="utf-8")
        [rule] = declared_rules(self.path)
        return rule


def with_section(heading: str, words: int) -> str:
    return f"# Programma\n\n## {heading}\n\n" + "vārds " * words


@pytest.mark.parametrize(
    ("heading", "words", "score"),
    [
        ("Digitālo pakalpojumu attīstība", 12, 4),
        ("D I G I T Ā L I E  P A K A L P O J U M I", 12, 4),
        ("Digitālie pakalpojumi", 6, 2),
        ("Digitālie pakalpojumi", 1, 1),
        ("Ceļi", 50, 0),
    ],
)
def test_a_section_is_judged_by_its_heading_and_its_words(
    declare: Declare, heading: str, words: int, score: int
) -> None:
    assert declare(SECTION)(programme(with_section(heading, words))).score == score


def test_an_absent_section_says_what_was_sought(declare: Declare) -> None:
    verdict = declare(SECTION)(programme(with_section("Ceļi", 50)))

    assert verdict.absence is not None
    assert verdict.absence.terms == ("digitāl* pakalpojum*", "digital service*")


@pytest.mark.parametrize(("source", "score"), [("Survey", 4), ("", 2)])
def test_columns_are_judged_by_how_many_rows_fill_them(
    declare: Declare, source: str, score: int
) -> None:
    judged = programme(INDICATORS.format(source=source))

    assert declare(TABLE)(judged).score == score


def test_a_table_that_is_not_there_is_not_judged(declare: Declare) -> None:
    with pytest.raises(NotApplicable, match="no indicator table"):
        declare(TABLE)(programme("# Programme\n"))


def test_a_threshold_is_an_option_as_of_any_rule(declare: Declare) -> None:
    rule = declare(SECTION)

    assert dict(rule.options) == {"words": 12}
    assert rule(programme(with_section("Digitālie pakalpojumi", 3)), words=3).passes


def test_the_report_speaks_both_languages(
    declare: Declare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(SECTION)
    (tmp_path / "small.md").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    report = check("small.md", host=load_plugins((), [declare.path]))

    assert "Ir daļa par e-pakalpojumiem." in text.render(report, "lv")
    assert "Uzrakstiet, kuri būs internetā." in text.render(report, "lv")
    assert "A part speaks of digital services." in text.render(report, "en")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("terms = ", "term = ", "did you mean “terms”"),
        ('    code = "DG01"\n', "", "lacks “code”"),
        ("words = 12", 'words = "12"', "whole number"),
        ('"structure"', '"structur"', "did you mean “structure”"),
        ('{ en = "A part', '{ fr = "A part', "lacks “en”"),
    ],
)
def test_a_mistake_is_named_with_its_file(
    declare: Declare, old: str, new: str, message: str
) -> None:
    with pytest.raises(SettingsError, match=message) as error:
        declare(SECTION.replace(old, new))

    assert "rules.toml" in str(error.value)
