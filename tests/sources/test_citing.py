"""A source says what is sure, by the act that held on a day; the rest is good practice."""

import datetime as dt
import re
from pathlib import Path

import pytest

from plancheck import rules
from plancheck.builtin import plancheck_rules
from plancheck.model.source import CLAUSE_END
from plancheck.rule import Rule
from plancheck.sources.citing import cite, references
from plancheck.sources.register import register
from plancheck.translation import translator

DAY = dt.date(2022, 2, 24)
PAGES = sorted((Path(rules.__path__[0]) / "pages").glob("*.md"))
RULES = [pytest.param(rule, id=rule.code) for rule in plancheck_rules()]
UNSURE = [
    f"{act.id} {name}"
    for act in register().acts.values()
    for name, clause in act.clauses.items()
    if not clause.is_verified
]

CLAUSE = re.compile(
    r"(?:§|\bArt\.|\bSections?|\bpoints?) ?(\d+(?:\.\d+)*)"
    r"|(?<![\d.])(\d+(?:\.\d+)*)\. ?(?:un [\d.]+ )?(?:pant|punkt|apakšp|sadaļ)"
)
"""Clauses as pages cite them, by their first number."""
READ = {
    number
    for act in register().acts.values()
    for name, clause in act.clauses.items()
    if clause.is_verified
    for number in (name, *re.findall(r"\d+", name))
}
"""Numbers of clauses that somebody read, whole and in parts: 29 and 1 of 29(1)."""


def test_a_verified_clause_is_named_with_its_edition() -> None:
    source = cite("[TAPL 1(1)]: a programme sets medium-term priorities", DAY)

    assert str(source) == (
        "Spatial Development Planning Law, Section 1(1), as in force on 2022-02-24: "
        "a programme sets medium-term priorities"
    )
    assert source.acts == ("TAPL",)


@pytest.mark.parametrize("reference", UNSURE)
def test_a_clause_that_nobody_read_is_good_practice_without_its_number(
    reference: str,
) -> None:
    found = register().find(reference)
    assert found is not None
    act, clause = found
    assert clause is not None

    for language in ("en", "lv"):
        said = cite(f"[{reference}]", DAY).text(translator(language))
        assert clause.names[language] not in said
        assert act.names[language] in said
    assert str(cite(f"[{reference}]", DAY)).startswith("Good practice, probably")


def test_an_act_that_nobody_read_is_good_practice() -> None:
    assert str(cite("[MK 402/2013]", DAY)).startswith("Good practice, probably")


def test_good_practice_is_said_once_in_a_source() -> None:
    said = str(cite("Good practice: lists; [MK 402/2013]; [TAPL 22]", DAY))

    assert said.casefold().count("good practice") == 1
    assert said.count("; probably also asked for by ") == 2


def test_a_programme_is_judged_by_the_act_that_held() -> None:
    before = str(cite("[MK 639/2024 2]", DAY))
    after = str(cite("[MK 639/2024 2]", dt.date(2025, 3, 1)))

    assert before == (
        "Cabinet Regulation No. 970 of 25 August 2009, which held on 2022-02-24 in place "
        "of Cabinet Regulation No. 639 of 15 October 2024"
    )
    assert after == (
        "Cabinet Regulation No. 639 of 15 October 2024, point 2, as in force on "
        "2025-03-01"
    )


def test_an_act_that_did_not_hold_yet_is_said_not_to() -> None:
    assert "not yet in force on 2022-02-24" in str(cite("[MK 284/2024]", DAY))


def test_a_method_has_no_edition() -> None:
    assert str(cite("[SWD(2021) 198 3.3.5] for funds", DAY)) == (
        "Commission staff working document SWD(2021) 198, section 3.3.5 for funds"
    )


SENTENCE = "[TAPL 1(1)] on plans; of use: [SAT4SUD]; good practice"


def test_a_clause_on_an_act_of_another_state_is_left_out() -> None:
    source = cite(SENTENCE, DAY, ["eu"])

    assert str(source) == (
        "Of use: the self-assessment tool for sustainable urban development strategies; "
        "good practice"
    )
    assert source.acts == ("SAT4SUD",)
    assert not source.is_whole


def test_where_no_jurisdiction_is_said_all_acts_are_cited() -> None:
    assert cite(SENTENCE, DAY).acts == ("TAPL", "SAT4SUD")
    assert cite(SENTENCE, DAY, ["lv", "eu"]).is_whole


@pytest.mark.parametrize("language", ["en", "lv"])
def test_a_source_of_foreign_acts_alone_is_good_practice(language: str) -> None:
    said = cite("[MK 628/2014 2.2]; [TAPL]", DAY, ["eu"]).text(translator(language))

    assert said == {"en": "Good practice", "lv": "Laba prakse"}[language]


@pytest.mark.parametrize("rule", RULES)
def test_every_clause_of_a_source_keeps_its_acts_in_latvian(rule: Rule) -> None:
    latvian = translator("lv")(rule.source).split(CLAUSE_END)

    assert [references(each) for each in latvian] == [
        references(each) for each in rule.source.split(CLAUSE_END)
    ]


@pytest.mark.parametrize("text", ["Good practice", "A plugin's own list [1], p. 3"])
def test_free_text_stays_as_it_is(text: str) -> None:
    assert str(cite(text, DAY)) == text


def test_an_act_is_called_by_its_latvian_name_in_latvian() -> None:
    said = cite("[MK 628/2014 2.3]", DAY).text(translator("lv"))

    assert said.startswith(
        "Ministru kabineta 2014. gada 14. oktobra noteikumi Nr. 628, 2.3. apakšpunkts"
    )
    assert "2022-02-24" in said


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_refers_to_acts_of_the_register(rule: Rule) -> None:
    for reference in references(rule.source):
        assert register().find(reference), reference


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_cites_a_clause_past_the_register(rule: Rule) -> None:
    free = re.sub(r"\[[^\]]*\]", "", rule.source)

    assert not re.search(r"§|\bArt\b|Section \d|\bpoint \d|\bNo\.|\d\.\d|\(\d\)", free)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_clause_that_nobody_read(page: Path) -> None:
    for number in CLAUSE.findall(page.read_text(encoding="utf-8")):
        assert "".join(number) in READ
