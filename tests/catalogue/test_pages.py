import pytest

from plancheck.catalogue import load_pages, parse_page
from plancheck.model.page import page_in
from plancheck.plugins.host import load_plugins
from plancheck.rule import Rule

PAGE = """# MO02: Indicators have a baseline.

## Why

Nobody can tell otherwise.

## How to mend it

Write the value
of each indicator.

Then its year.
"""


def test_a_page_is_taken_apart_at_its_headings() -> None:
    page = parse_page("MO02", "en", PAGE)

    assert page.title == "Indicators have a baseline."
    assert [heading for heading, _text in page.sections] == ["Why", "How to mend it"]
    assert page.section("why") == "Nobody can tell otherwise."
    assert page.section("Known problems") is None


def test_the_remedy_is_the_first_paragraph_of_how_to_mend() -> None:
    assert parse_page("MO02", "en", PAGE).remedy == "Write the value of each indicator."
    assert parse_page("MO02", "en", "# MO02: Title\n").remedy is None


def test_a_page_without_a_title_is_called_by_its_code() -> None:
    assert parse_page("MO02", "en", "Text.").title == "MO02"


def test_a_page_is_taken_in_the_language_or_in_english() -> None:
    english, latvian = parse_page("MO02", "en", PAGE), parse_page("MO02", "lv", PAGE)

    assert page_in((english, latvian), "lv") == latvian
    assert page_in((english,), "lv") == english
    assert page_in((latvian,), "en") == latvian
    assert page_in((), "en") is None


@pytest.mark.parametrize("rule", load_plugins().rules, ids=lambda rule: str(rule.code))
def test_every_built_in_rule_has_pages_with_title_and_remedy_in_both_languages(
    rule: Rule,
) -> None:
    pages = {page.language: page for page in load_pages(rule)}

    assert set(pages) == {"en", "lv"}
    for page in pages.values():
        assert page.title != page.code
        assert page.remedy


@pytest.mark.parametrize("rule", load_plugins().rules, ids=lambda rule: str(rule.code))
def test_the_english_page_states_the_requirement_as_the_rule_does(rule: Rule) -> None:
    page = page_in(load_pages(rule), "en")

    assert page
    assert page.title.rstrip(".") == rule.title.rstrip(".")
