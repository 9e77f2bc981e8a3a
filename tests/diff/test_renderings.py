"""A diff as text, page and JSON: whole, clean, and by its schema."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from plancheck.diff import Diff, compare, side_of
from plancheck.diff.data import render_json
from plancheck.diff.page import render_html
from plancheck.diff.text import render_text
from plancheck.model.message import Message
from plancheck.model.report import Outcome
from tests.conftest import Golden
from tests.reports import REPORT, result
from tests.waiving.reports import ROADS, failing, report, row

SCHEMA = json.loads((files("plancheck") / "schema/diff-1.json").read_text("utf-8"))
NEW = replace(
    REPORT,
    results=(
        *(each for each in REPORT.results if each.code not in {"MO02", "CL01"}),
        failing(ROADS, code="MO02"),
        result("CL01", Outcome.UNSURE, reason=Message("A page could not be read.")),
    ),
)


def diff(language: str = "en") -> Diff:
    old = side_of(REPORT, "2025", language)
    return compare(old, side_of(NEW, "2026", language))


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_comparison_as_text(language: str, golden: Golden) -> None:
    golden(f"diff.{language}.txt", render_text(diff(language), language))


def test_a_comparison_as_a_page(golden: Golden) -> None:
    golden("diff.lv.html", render_html(diff("lv"), "lv"))


def test_the_schema_is_one_and_is_kept() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    data = json.loads(render_json(diff(), "en"))

    Draft202012Validator(SCHEMA).validate(data)
    assert data["summary"]["new"] == sum(
        each["status"] == "new" for each in data["changes"]
    )


def test_two_equal_drafts_have_nothing_new() -> None:
    same = side_of(REPORT, "x", "en")
    data = json.loads(render_json(compare(same, same), "en"))

    assert (data["summary"]["new"], data["summary"]["mended"]) == (0, 0)
    assert data["summary"]["still"] > 0
    assert data["rules"] == []


def test_a_brief_text_has_only_what_changed() -> None:
    text = render_text(diff(), "en", is_brief=True)

    assert "New: 1" in text
    assert "\nStill there" not in text
    assert "Old draft" not in text


def hostile() -> Diff:
    evil = "<script>alert(1)</script>\x1b[31m\u202e=HYPERLINK() {0} %s " + "x" * 10_000
    bad = report(failing(row(evil, evil)))
    named = replace(bad, programme=replace(REPORT.programme, title=evil))
    return compare(
        side_of(report(), "<b>old", "en"), side_of(named, "\x1b[2Jnew", "en")
    )


@pytest.mark.parametrize("render", [render_text, render_html, render_json])
def test_a_hostile_programme_does_no_harm(
    render: Callable[[Diff, str], str],
) -> None:
    assert not {"\x1b", "\u202e"} & set(render(hostile(), "en"))


def test_a_page_is_whole_in_itself() -> None:
    page = render_html(diff(), "en")

    assert not re.findall(r"(?:src|href)=\"(?!#)", page)
    assert "<script" not in render_html(hostile(), "en")
    assert "<script" not in page
    assert page.count("<h1>") == 1
    assert '<html lang="en">' in page
    assert all(
        f'id="{target}"' in page for target in re.findall(r'href="#([a-z]+)"', page)
    )
    assert page.count("<th ") == page.count("<th scope=")
