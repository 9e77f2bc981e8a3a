import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from plancheck.catalogue import parse_page
from plancheck.model.evidence import Quote
from plancheck.model.message import Message
from plancheck.model.report import Outcome
from plancheck.model.scores import Scores
from plancheck.model.verdict import Finding, Verdict
from plancheck.reporters.html import FOLDER, render
from plancheck.reporters.html.rows import FINDINGS_KEPT
from tests.conftest import Golden
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import PLAN, REPORT, indicators, place, result


class _Outline(HTMLParser):
    """The start tags of a page with their attributes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(page: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    outline = _Outline()
    outline.feed(page)
    yield from outline.tags


def words(page: str) -> str:
    """What stands on a page, without its tags, on one line."""
    body = re.sub(r"(?s)<(script|style)>.*?</\1>", "", page)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_whole_report_as_html(language: str, golden: Golden) -> None:
    golden(f"report.{language}.html", render(REPORT, language))


def test_two_renderings_are_the_same() -> None:
    assert render(REPORT, "lv") == render(REPORT, "lv")


def test_every_rule_stands_in_the_checklist_with_its_outcome() -> None:
    rows = [attributes for tag, attributes in tags(render(REPORT, "en")) if tag == "tr"]

    outcomes = {row["id"]: row["data-outcome"] for row in rows if "data-outcome" in row}
    assert outcomes == {f"rule-{each.code}": each.outcome for each in REPORT.results}


def test_a_rule_has_what_the_filters_ask_for() -> None:
    [row] = [
        attributes
        for _tag, attributes in tags(render(REPORT, "en"))
        if attributes.get("id") == "rule-MO02"
    ]

    assert row["data-category"] == "monitoring"
    assert row["data-severity"] == "error"
    assert row["data-volumes"] == "1"


def test_a_sought_absence_counts_for_the_volumes_it_was_sought_in() -> None:
    [row] = [
        attributes
        for _tag, attributes in tags(render(REPORT, "en"))
        if attributes.get("id") == "rule-CL01"
    ]

    assert row["data-volumes"] == "0 1"


def test_each_criterion_shows_its_arithmetic() -> None:
    page = words(render(REPORT, "lv"))

    assert "MO01 4 MO02 2 MO03 – MO04 – (4 + 2) ÷ 2 = 3,00 3 /4" in page


def test_what_could_not_be_read_is_said_with_its_place() -> None:
    page = words(render(REPORT, "en"))

    assert "Parts that could not be read: 1." in page
    assert "2_ricibas_plans.docx, p. 7: the page is a picture" in page


def test_waived_findings_are_shown_with_reason_author_and_end() -> None:
    page = words(render(REPORT, "en"))

    assert "~ waived" in page
    assert (
        "Waived by A. Bērziņa until 2027-03-01: Rādītāji ir 2. sējumā. "
        "(volumes/plancheck.toml)" in page
    )


def test_a_waived_rule_is_no_task_to_begin_with() -> None:
    waived = [each for each in REPORT.results if each.outcome is Outcome.WAIVED]

    page = render(replace(REPORT, results=tuple(waived), scores=Scores()), "en")

    assert 'id="begin"' not in page


def test_words_of_the_document_in_another_language_are_marked() -> None:
    page = render(REPORT, "en")

    assert '<q dir="auto" lang="lv">“Rādītājs 1 | km | | 9”</q>' in page
    assert 'Indicator “<span lang="lv">Rādītājs 1</span>” has no baseline.' in page


def test_a_heading_in_a_place_is_marked_too() -> None:
    page = render(REPORT, "en")

    assert 'p. ≈41, <span lang="lv">5. Uzraudzība</span>, table 12, row 2' in page


def test_in_the_language_of_the_document_quotes_are_not_marked() -> None:
    page = render(REPORT, "lv")

    assert '<q dir="auto">„Rādītājs 1 | km | | 9”</q>' in page


def test_a_sentence_without_a_translation_is_marked_as_english() -> None:
    page = render(REPORT, "lv")

    assert '<span lang="en">No section is about climate.</span>' in page


def test_headings_skip_no_level() -> None:
    levels = [
        int(tag[1])
        for tag, _attributes in tags(render(REPORT, "en"))
        if re.fullmatch("h[1-6]", tag)
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_head_of_a_column_or_row_has_a_scope() -> None:
    heads = [each for tag, each in tags(render(REPORT, "en")) if tag == "th"]

    assert heads
    assert all(each["scope"] in {"col", "row", "rowgroup"} for each in heads)


def test_no_id_stands_twice() -> None:
    ids = [each["id"] for _tag, each in tags(render(REPORT, "en")) if "id" in each]

    assert len(ids) == len(set(ids))


def test_the_page_names_nothing_outside_itself() -> None:
    for _tag, attributes in tags(render(REPORT, "en")):
        assert not {"src", "srcset", "action", "data"} & attributes.keys()
        assert (attributes.get("href") or "#").startswith("#")
    assert "@import" not in render(REPORT, "en")
    assert "url(" not in (FOLDER / "style.css").read_text("utf-8")


def test_an_example_becomes_a_table_that_can_be_copied() -> None:
    page = (
        "# X\n\n## How to mend it\n\nDo.\n\n```markdown\n"
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n```\n"
    )
    results = tuple(
        replace(each, pages=(parse_page(each.code, "en", page),))
        for each in REPORT.results
        if each.code == "MO02"
    )

    html = render(replace(REPORT, results=results), "en")

    assert '<th scope="col">A</th><th scope="col">B</th>' in re.sub(
        r"\s*\n\s*", "", html
    )
    assert "data-copy" in html


def test_one_cause_is_not_said_twice() -> None:
    message = Message("Nothing is there.")
    verdict = Verdict(0, message, (Finding(message, (Quote("x y z", place(2)),)),))
    report = replace(
        REPORT,
        results=(result("MO03", Outcome.FAIL, verdict=verdict),),
        scores=Scores(),
    )

    page = render(report, "en").split('<h2 id="rules">')[1]

    assert page.count("Nothing is there.") == 1


def test_what_a_gap_makes_doubtful_is_said_once() -> None:
    rows = render(REPORT, "en").split('id="rule-GV01"')[1].split("</tr>")[0]

    assert rows.count("No section says who coordinates.") == 1


def test_a_rule_to_begin_with_is_named_once() -> None:
    begin = render(REPORT, "lv").split('id="begin"')[1].split("</section>")[0]

    assert begin.count("Rādītājiem ir bāzes vērtība.") == 1


def test_a_thousand_findings_are_folded_and_counted() -> None:
    many = Verdict(0, Message("None has it."), indicators(1000))
    report = replace(REPORT, results=(result("MO03", Outcome.FAIL, verdict=many),))

    page = render(report, "en")

    assert f"and {FINDINGS_KEPT - 5} more" in page
    assert f"and {1000 - FINDINGS_KEPT} more (--format json has all)" in words(page)
    assert "Findings (1000) and details" in page


def test_sixty_rules_with_findings_stay_under_two_megabytes() -> None:
    long = tuple(
        Finding(
            Message.of(
                "Indicator “{name}” has no baseline.", name="ā" * 200 + str(number)
            ),
            (Quote(f"{number} " + "vārdi un vēl " * 40, place(number)),),
        )
        for number in range(15)
    )
    verdict = Verdict(1, Message("Few have it."), long)
    results = tuple(
        result(f"MO{number:02}", Outcome.FAIL, verdict=verdict) for number in range(60)
    )

    page = render(replace(REPORT, results=results), "lv")

    assert len(page.encode()) < 2_000_000


@pytest.mark.parametrize("harm", HARMFUL)
def test_harmful_text_stays_text(harm: str) -> None:
    page = render(report_full_of(HARMFUL[harm]), "en")

    found = list(tags(page))
    names = {name for _tag, attributes in found for name in attributes}
    assert [tag for tag, _attributes in found].count("script") == 1
    assert not {"img", "iframe", "object", "base"} & {tag for tag, _ in found}
    assert not {name for name in names if name.startswith("on")}


def test_a_report_without_criteria_has_rules_all_the_same() -> None:
    page = render(replace(REPORT, scores=Scores()), "en")

    assert 'id="dimensions"' not in page
    assert "rule-MO02" in page
    assert "MO02" in page.split('id="begin"')[1].split("</section>")[0]


def test_the_volume_s_name_is_said_where_there_are_several() -> None:
    assert PLAN.rsplit("/", maxsplit=1)[-1] in words(render(REPORT, "en"))
