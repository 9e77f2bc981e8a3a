from dataclasses import replace

import pytest

from plancheck.model.categories import Category
from plancheck.model.evidence import Absence, Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome
from plancheck.model.scores import RuleScore, Scores
from plancheck.model.source import Source
from plancheck.model.verdict import Finding, Verdict
from plancheck.model.waiver import Waiver
from plancheck.reporters.criteria import Review
from plancheck.reporters.printing import printed
from plancheck.reporters.text import render, render_for_terminal
from plancheck.reporters.words import Voice, clean, cut, without_marks
from plancheck.translation import translator
from tests.conftest import Golden
from tests.reports import REPORT, WAIVER, indicators, result

ROW = Location(
    document="plans/sample.docx",
    section=("II daļa", "5. Uzraudzība"),
    page_number=41,
    page_is_approximate=True,
    table_number=12,
    row_number=7,
)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_whole_report_as_text(language: str, golden: Golden) -> None:
    golden(f"report.{language}.txt", render(REPORT, language))


def test_plain_text_has_no_escape_sequences_and_no_spaces_at_line_ends() -> None:
    lines = render(REPORT, "en").splitlines()

    assert not any("\x1b" in line for line in lines)
    assert not any(line.endswith(" ") for line in lines)
    assert max(map(len, lines)) <= 100


def test_a_narrow_terminal_gets_colour_and_no_lost_words() -> None:
    styled = render_for_terminal(REPORT, "en", 50, has_colour=True)

    assert "\x1b[" in styled
    assert "…" not in styled
    assert "ends" not in styled


def test_escape_sequences_of_a_document_never_reach_the_terminal() -> None:
    evil = "x\x1b]0;owned\x07y\x9b31mz\u202e"
    verdict = Verdict(
        2,
        Message.of("{name}", name=evil),
        (Finding(Message(evil), (Quote(evil, ROW),)),),
    )
    report = replace(
        REPORT,
        programme=replace(REPORT.programme, title=evil, municipality=evil),
        results=(result("MO01", Outcome.FAIL, verdict=verdict),),
    )

    text = render(report, "en")

    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
    assert "x]0;ownedy31mz" in text


def voice(language: str = "en", *documents: str) -> Voice:
    return Voice(language, translator(language), documents or ("a.md",))


def test_a_place_reads_as_each_language_says_it() -> None:
    assert voice("lv", "a.docx", "plans/sample.docx").place(ROW) == (
        "sample.docx, ≈ 41. lpp., 5. Uzraudzība, 12. tabula, 7. rinda"
    )
    assert voice("en").place(ROW) == "p. ≈41, 5. Uzraudzība, table 12, row 7"


def test_a_printed_page_label_goes_before_the_counted_page() -> None:
    location = Location("a.pdf", page_number=9, page_label="iv", column_number=2)

    assert voice().place(location) == "p. iv, column 2"


def test_a_place_with_nothing_known_is_its_document() -> None:
    assert voice().place(Location("b/a.md")) == "a.md"


def test_a_long_heading_does_not_fill_the_line() -> None:
    place = voice().place(Location("a.md", ("vārds " * 50,)))

    assert len(place) < 100
    assert place.endswith(" […]")


def test_a_long_quote_is_cut_between_words() -> None:
    text = voice("lv").quote("vārds " * 100)

    assert text.startswith("„vārds")
    assert text.endswith("vārds […]”")
    assert len(text) < 260
    assert cut("short", 5) == "short"


@pytest.mark.parametrize(
    ("places", "documents", "sentence"),
    [
        ((), ("a.md",), "Sought: x, y"),
        (("a.md",), ("a.md",), "Sought in the whole document: x, y"),
        (("b.md", "a.md"), ("a.md", "b.md"), "Sought in all volumes: x, y"),
        (
            ("4. Uzraudzība", "v/b.md"),
            ("a.md", "b.md"),
            "Sought in 4. Uzraudzība, b.md: x, y",
        ),
    ],
)
def test_what_was_sought_is_told_with_its_place(
    places: tuple[str, ...], documents: tuple[str, ...], sentence: str
) -> None:
    assert voice("en", *documents).sought(Absence(("x", "y"), places)) == sentence


def test_nothing_is_shown_twice() -> None:
    quote = Quote("Mērķteritorijas nav noteiktas.", ROW)
    absence = Absence(("mērķteritorija",), ("a.md",), quote)
    message = Message.of("The programme says: “{quote}”", quote=quote.text)
    verdict = Verdict(1, message, (Finding(message, (quote, absence)),), (), absence)
    report = replace(REPORT, results=(result("TF01", Outcome.FAIL, verdict=verdict),))

    text = render(report, "en")

    assert text.count("Mērķteritorijas nav noteiktas.") == 1
    assert text.count("Sought") == 1
    assert text.count("table 12, row 7") == 1


def test_a_place_whose_words_were_quoted_is_told_once() -> None:
    quotes = tuple(Quote(f"Sentence {n} speaks of the world.", ROW) for n in range(3))
    first, second = (
        Finding(Message(sentence), quotes)
        for sentence in ("Too little is local.", "Too much is on the nation.")
    )
    verdict = Verdict(1, first.message, (first, second))
    report = replace(REPORT, results=(result("CL08", Outcome.FAIL, verdict=verdict),))

    _, below = render(report, "en").split("Too much is on the nation.")

    assert below.count("table 12, row 7") == 1


def test_a_long_source_is_not_cut() -> None:
    long = Source(f"Good practice: {'of many towns ' * 30}and of the county")
    failing = replace(
        result("CL08", Outcome.FAIL, verdict=Verdict(0, Message("None."))), source=long
    )
    report = replace(REPORT, results=(failing,))

    assert "and of the county" in " ".join(render(report, "en").split())


def test_a_long_list_of_weak_criteria_keeps_its_indentation() -> None:
    criterion = REPORT.criteria[0]
    given = (RuleScore("CI02", 0),)
    low = tuple(replace(criterion, id=f"C{n}", given=given) for n in range(1, 9))

    text = printed(Review(Scores(low), voice("en")).lines(), 60)

    _, *wrapped = text.partition("  1. ")[2].splitlines()
    assert wrapped
    assert all(line.startswith("     ") for line in wrapped)


def test_lines_and_control_characters_become_one_clean_line() -> None:
    assert clean("a\n b\t\x00c\u00ad") == "a b c"


def test_marks_of_markdown_are_not_shown() -> None:
    assert (
        without_marks("**Bold**, `code`, *slanted*, a_name")
        == "Bold, code, slanted, a_name"
    )


def test_a_report_without_failures_says_so() -> None:
    report = replace(
        REPORT,
        results=(
            result(
                "MO01",
                Outcome.PASS,
                category=Category.MONITORING,
                verdict=Verdict(4, Message("It is there.")),
            ),
        ),
    )

    assert "No rule fails." in render(report, "en")


def test_a_programme_that_says_nothing_of_itself_still_has_a_head() -> None:
    report = replace(
        REPORT,
        programme=replace(REPORT.programme, title=None, municipality=None, period=None),
        profile=replace(REPORT.profile, is_given=True),
    )

    text = render(report, "en")

    assert text.startswith("Programme without a title\nJudged by the profile")
    assert "(given)" in text


def test_the_arithmetic_of_each_criterion_is_shown_when_asked_for() -> None:
    plain = render_for_terminal(REPORT, "en", 100, has_colour=False)
    detailed = render_for_terminal(
        REPORT, "en", 100, has_colour=False, is_detailed=True
    )

    arithmetic = (
        "M2 Indicators with baseline and target: MO01 4, MO02 2, MO03 –, MO04 –; "
        "mean 3.00, score 3"
    )
    assert arithmetic not in plain
    assert arithmetic in detailed


def test_low_and_high_criteria_are_counted_and_the_weakest_named() -> None:
    printed = " ".join(render(REPORT, "en").split())

    assert "Of 2 criteria 1 are low (0–2) and 1 high (3–4); 0 do not apply" in printed
    assert "1. C4 Cross-cutting themes built into sectors 0/4" in printed
    assert "not its official wording" in printed


def partly_waived() -> str:
    findings = indicators(3)
    verdict = Verdict(2, Message("Only half of it is there."), findings)
    waived = result(
        "MO02", Outcome.FAIL, verdict=verdict, waivers=((findings[1], WAIVER),)
    )
    return render(replace(REPORT, results=(waived,)), "en")


def test_a_waived_finding_is_shown_with_reason_author_and_end() -> None:
    text = " ".join(partly_waived().split())

    assert (
        "Waived by A. Bērziņa until 2027-03-01: Rādītāji ir 2. sējumā. "
        "(volumes/plancheck.toml) ~ Indicator “Rādītājs 2” has no baseline." in text
    )


def test_what_is_left_of_a_rule_with_waivers_still_fails() -> None:
    text = partly_waived()

    assert text.count("•") == 2
    assert "fail: 1, are waived: 0" in " ".join(text.split())


def test_a_reason_of_a_waiver_does_no_harm() -> None:
    evil = Waiver(
        "MO02", Message("x\x1b]0;owned\x07{0}\u202e" + "y" * 10_000), "\x1b[2J"
    )
    verdict = Verdict(2, Message("Half."), indicators(1))
    waived = result(
        "MO02",
        Outcome.WAIVED,
        verdict=verdict,
        waivers=((verdict.findings[0], evil),),
    )

    text = render(replace(REPORT, results=(waived,)), "en")

    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "x]0;owned{0}yyy" in text
    assert len(text) < 3000
