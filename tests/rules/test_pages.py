"""Every rule has a page in both languages, and its examples fail and pass as they say."""

import re
from contextlib import suppress

import pytest

from plancheck.builtin import plancheck_rules
from plancheck.catalogue import load_pages
from plancheck.sdk import NotApplicable, Rule, RulePage, Unsure
from plancheck.testing import programme

HEADINGS = {
    "en": (
        "Why",
        "What counts",
        "How to mend it",
        "Fails",
        "Passes",
        "Known problems",
        "Source",
    ),
    "lv": (
        "Kāpēc",
        "Kas tiek vērtēts",
        "Kā labot",
        "Neatbilst",
        "Atbilst",
        "Zināmās nepilnības",
        "Avots",
    ),
}
RULES = {rule.code: rule for rule in plancheck_rules()}
PAGES = [
    pytest.param(rule, page, id=f"{rule.code}.{page.language}")
    for rule in RULES.values()
    for page in load_pages(rule)
]
_BLOCK = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _examples(heading: str) -> list[object]:
    index = HEADINGS["en"].index(heading)
    return [
        pytest.param(rule, page.language, block, id=f"{rule.code}.{page.language}-{n}")
        for rule in RULES.values()
        for page in load_pages(rule)
        for n, block in enumerate(
            _BLOCK.findall(page.section(HEADINGS[page.language][index]) or ""), start=1
        )
    ]


def _score(rule: Rule, language: str, markdown: str) -> int:
    return rule(programme(markdown, language=language)).score


@pytest.mark.parametrize(("rule", "page"), PAGES)
def test_how_to_mend_it_begins_with_a_sentence_that_a_report_can_show(
    rule: Rule, page: RulePage
) -> None:
    remedy = page.remedy or ""

    assert remedy[:1].isupper(), rule.code
    assert remedy.endswith((".", ":")), rule.code
    assert "```" not in remedy


@pytest.mark.parametrize(("rule", "language", "markdown"), _examples("Fails"))
def test_what_a_page_shows_as_failing_fails(
    rule: Rule, language: str, markdown: str
) -> None:
    assert _score(rule, language, markdown) <= 2


@pytest.mark.parametrize(("rule", "language", "markdown"), _examples("Passes"))
def test_what_a_page_shows_as_passing_passes(
    rule: Rule, language: str, markdown: str
) -> None:
    assert _score(rule, language, markdown) >= 3


@pytest.mark.parametrize(("rule", "page"), PAGES)
def test_a_page_has_all_its_headings(rule: Rule, page: RulePage) -> None:
    assert tuple(heading for heading, _ in page.sections) == HEADINGS[page.language]
    assert all(text for _, text in page.sections)
    assert page.remedy
    assert rule.code in page.text.splitlines()[0]


@pytest.mark.parametrize(("rule", "page"), PAGES)
def test_a_page_shows_an_example_of_each_kind(rule: Rule, page: RulePage) -> None:
    for index in (3, 4):
        text = page.section(HEADINGS[page.language][index]) or ""
        assert _BLOCK.search(text), rule.code


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_a_page_in_both_languages(rule: Rule) -> None:
    assert {page.language for page in load_pages(rule)} == {"en", "lv"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_english_title_of_a_page_is_the_rules(rule: Rule) -> None:
    [title] = [page.title for page in load_pages(rule) if page.language == "en"]

    assert title == rule.title


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_programme_of_nothing_passes_no_rule(rule: Rule) -> None:
    nothing = programme("# Minutes\n\nNothing is planned here.\n")
    with suppress(NotApplicable, Unsure):
        verdict = rule(nothing)
        assert not verdict.passes
        assert verdict.findings
