import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.cache.cache import Cache
from plancheck.cache.folder import CacheFolder
from plancheck.checker import check
from plancheck.engine import judge
from plancheck.model.document import Document
from plancheck.model.report import Outcome, Report, Severity
from plancheck.plugins import declared
from plancheck.plugins.host import Host, load_plugins
from plancheck.programme.programme import Programme
from plancheck.programme.table_reading import TableReader
from plancheck.reader import Reader, ReadingOptions
from plancheck.selection import Selected
from plancheck.settings import Settings
from plancheck.versions import (
    DECLARED,
    method_version,
    program_version,
    reading_version,
    rule_versions,
)
from tests.programmes import SMALL, programme

ASKED = Settings(
    profile="lv-municipality", select=("MO", "DS01"), as_of=dt.date(2026, 1, 1)
)


class Counted:
    """A check by a cache, with counts of what was read and judged for it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = CacheFolder(folder)
        self.host = load_plugins()
        self.read: list[str] = []
        self.judged: list[str] = []
        document = Reader.document

        def read(reader: Reader, path: Path, options: ReadingOptions) -> Document:
            self.read.append(path.name)
            return document(reader, path, options)

        def judging(selected, programme, **options):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ANN003
            codes = [each.rule.code for each in selected]
            self.judged += [code for code in codes if code not in options["known"]]
            return judge(selected, programme, **options)

        monkeypatch.setattr(Reader, "document", read)
        monkeypatch.setattr("plancheck.checker.judge", judging)

    def check(
        self,
        path: Path,
        settings: Settings = ASKED,
        options: ReadingOptions = ReadingOptions(),  # noqa: B008 - it is frozen
        host: Host | None = None,
    ) -> Report:
        """Check, with counts of this check alone."""
        self.read.clear()
        self.judged.clear()
        host = host or self.host
        cache = Cache(self.folder, host)
        return check(path, settings, host=host, options=options, cache=cache)


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(tmp_path / "cache", monkeypatch)


def steady(report: Report) -> Report:
    """The report without how long its rules took."""
    results = tuple(replace(each, seconds=0.0) for each in report.results)
    return replace(report, results=results)


def test_the_same_is_neither_read_nor_judged_again(
    counted: Counted, small: Path
) -> None:
    first = counted.check(small)
    assert counted.read == ["small.md"]
    assert "MO02" in counted.judged

    second = counted.check(small)

    assert (counted.read, counted.judged) == ([], [])
    assert steady(second) == steady(first)


def test_a_moved_file_is_not_read_again(counted: Counted, small: Path) -> None:
    counted.check(small)
    moved = small.rename(small.with_name("moved.md"))

    report = counted.check(moved)

    assert counted.read == []
    assert report.documents[0].name == str(moved)
    assert report.documents[0].blocks[0].location.document == str(moved)


def test_a_changed_file_is_read_and_judged_again(counted: Counted, small: Path) -> None:
    counted.check(small)
    small.write_text(SMALL.replace("Upes", "Kalna"), encoding="utf-8")

    counted.check(small)

    assert counted.read == ["small.md"]
    assert "MO02" in counted.judged


def test_an_option_judges_its_rule_again_and_no_other(
    counted: Counted, small: Path
) -> None:
    counted.check(small)

    counted.check(small, replace(ASKED, rules={"MO02": {"filled": 0.5}}))

    assert (counted.read, counted.judged) == ([], ["MO02"])


def test_a_severity_judges_nothing_again(counted: Counted, small: Path) -> None:
    counted.check(small)

    report = counted.check(small, replace(ASKED, rules={"MO02": {"severity": "info"}}))

    assert counted.judged == []
    severities = {each.code: each.severity.value for each in report.results}
    assert severities["MO02"] == "info"


def test_what_the_profile_says_of_a_rule_now_holds(
    counted: Counted, small: Path
) -> None:
    [known] = counted.check(small, replace(ASKED, select=("MO02",))).results
    selected = Selected(counted.host.rules[0], Severity.INFO, {}, is_mandatory=True)

    [result] = judge([selected], programme(), known={selected.rule.code: known})

    assert (result.severity, result.is_mandatory) == (Severity.INFO, True)


@pytest.mark.parametrize(
    "change", [{"as_of": dt.date(2026, 1, 2)}, {"facts": "Kalnavas novads"}]
)
def test_another_day_or_other_facts_judge_all_again(
    counted: Counted, small: Path, change: dict[str, object]
) -> None:
    counted.check(small)
    if "facts" in change:
        from plancheck.programme.facts import Facts  # noqa: PLC0415

        change = {"facts": Facts(municipality=str(change["facts"]))}

    counted.check(small, replace(ASKED, **change))  # type: ignore[arg-type]  # of several

    assert counted.read == []
    assert "MO02" in counted.judged


def test_what_a_password_opens_is_not_kept(counted: Counted, small: Path) -> None:
    for _ in range(2):
        counted.check(small, options=ReadingOptions(password="secret"))  # noqa: S106

        assert counted.read == ["small.md"]
        assert "MO02" in counted.judged
    assert counted.folder.info().entries == 0


def test_what_ocr_reads_is_kept_apart(counted: Counted, small: Path) -> None:
    counted.check(small)

    counted.check(small, options=ReadingOptions(has_ocr=True))

    assert counted.read == ["small.md"]


@pytest.mark.parametrize(
    ("name", "suffix", "has_ocr"),
    [("soffice", ".odt", False), ("tesseract", ".pdf", True)],
)
def test_another_version_of_a_program_that_reads_renews_what_it_read(
    name: str,
    suffix: str,
    has_ocr: bool,  # noqa: FBT001 - a case of the test
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = load_plugins()
    program = tmp_path / name
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    def versions() -> dict[str, str]:
        program_version.cache_clear()
        found = {
            each: reading_version(reader, has_ocr=has_ocr)
            for reader in host.readers
            for each in reader.suffixes
        }
        return {**found, "audit": method_version(host, has_ocr=has_ocr)}

    before = versions()
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    after = versions()
    program_version.cache_clear()

    changed = {each for each in before if before[each] != after[each]}
    assert {suffix, "audit"} <= changed
    assert not changed & {".docx", ".md", ".xlsx"}


def test_a_damaged_entry_is_dropped_and_made_anew(
    counted: Counted, small: Path
) -> None:
    first = counted.check(small)
    for file in counted.folder.path.glob("*/*"):
        file.write_bytes(file.read_bytes()[:-1])

    second = counted.check(small)

    assert counted.read == ["small.md"]
    assert steady(second) == steady(first)
    counted.check(small)
    assert counted.read == []


def test_a_changed_rule_is_judged_again_and_no_other(
    counted: Counted, small: Path, tmp_path: Path
) -> None:
    def host_of(rules: Path, old: str, new: str) -> Host:
        rules.write_text(RULES.replace(old, new), encoding="utf-8")
        return load_plugins(rule_files=[rules])

    asked = replace(ASKED, select=("MO02", "OWN"))
    rules = tmp_path / "own.py"
    counted.check(small, asked, host=host_of(rules, "", ""))

    report = counted.check(
        small, asked, host=host_of(rules, "Verdict(4", "Verdict(2 - 1")
    )

    assert (counted.read, counted.judged) == ([], ["OWN1"])
    assert [each.score for each in report.results if each.code == "OWN1"] == [1]


RULES = """
from plancheck.sdk import Message, Verdict, rule

@rule("OWN1", category="climate", severity="error", source="A law")
def own(programme):
    '''The programme has it.'''
    return Verdict(4, Message("It is so."))
"""


def test_a_rule_that_crashed_is_run_again(
    counted: Counted, small: Path, tmp_path: Path
) -> None:
    rules = tmp_path / "own.py"
    rules.write_text(
        RULES.replace("return Verdict", "raise ValueError; Verdict"), "utf-8"
    )
    host = load_plugins(rule_files=[rules])
    asked = replace(ASKED, select=("OWN",))

    for _ in range(2):
        counted.check(small, asked, host=host)

        assert counted.judged == ["OWN1"]


def test_a_rules_version_is_that_of_its_module_and_what_it_imports() -> None:
    versions = rule_versions(load_plugins())

    assert len(set(versions.values())) > 30
    assert versions["MO02"] != versions["DS01"]


def test_rules_that_a_file_declares_are_known_by_their_module() -> None:
    assert declared.__name__ == DECLARED


def test_what_is_made_of_a_programme_is_made_once(tmp_path: Path) -> None:
    cache = Cache(CacheFolder(tmp_path / "cache"), load_plugins())
    made = iter(range(9))

    def make() -> list[int]:
        return [next(made)]

    assert cache.made("key", "first", make) == [0]
    assert cache.made("key", "first", make) == [0]
    assert cache.made("key", "second", make) == [1]
    assert cache.made("other", "first", make) == [2]
    assert cache.made(None, "first", make) == [3]
    assert cache.made(None, "first", make) == [4]


def test_a_kept_programme_says_of_itself_what_it_said(
    counted: Counted, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = counted.check(small)
    monkeypatch.setattr(Programme, "kind", property(lambda _self: 1 / 0))

    second = counted.check(small)

    assert second.programme == first.programme
    assert second.parts == first.parts


def test_a_rule_with_another_threshold_judges_the_tables_that_were_read_before(
    counted: Counted, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted.check(small)
    monkeypatch.setattr(TableReader, "read", lambda _self, _document: 1 / 0)
    asked = replace(ASKED, rules={"MO02": {"filled": 0.1}})

    report = counted.check(small, asked)

    assert counted.judged == ["MO02"]
    [result] = [each for each in report.results if each.code == "MO02"]
    assert result.outcome is Outcome.PASS
