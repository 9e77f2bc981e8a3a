import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from plancheck.reporters.md import escaped, render
from tests.conftest import Golden
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT


def tokens(text: str) -> list[Token]:
    """All tokens of a Markdown text, those within lines too."""
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [each for token in parsed for each in (token, *(token.children or ()))]


@pytest.mark.parametrize("language", ["en", "lv"])
def test_the_whole_report_in_markdown(language: str, golden: Golden) -> None:
    golden(f"report.{language}.md", render(REPORT, language))


def test_the_head_comes_first_and_then_the_scores_and_all_rules() -> None:
    headings = [
        after.content
        for token, after in zip(
            tokens(render(REPORT, "en")), tokens(render(REPORT, "en"))[1:], strict=False
        )
        if token.type == "heading_open" and token.tag in {"h1", "h2"}
    ]

    assert headings == [
        "Lejasupes novada attīstības programma",
        "Criteria of a peer review",
        "Rules",
        "Governance",
        "Monitoring",
        "Climate",
    ]


def test_every_rule_has_a_row_in_the_list() -> None:
    text = render(REPORT, "en")

    for result in REPORT.results:
        assert f"| {result.code} | " in text


@pytest.mark.parametrize("harm", HARMFUL)
def test_text_of_a_document_is_nothing_but_text(harm: str) -> None:
    text = render(report_full_of(HARMFUL[harm]), "en")

    found = {token.type for token in tokens(text)}
    assert not found & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "fence",
    }
    kinds = [token.type for token in tokens(text) if token.level == 0]
    assert kinds == [
        token.type
        for token in tokens(render(report_full_of("x"), "en"))
        if token.level == 0
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("2*3*4 _x_", r"2\*3\*4 \_x\_"),
        ("1. tabula", r"1\. tabula"),
        ("- x", r"\- x"),
        ("https://a.lv www.a.lv", r"https\://a.lv www\.a.lv"),
        ("@mayor, dome@novads.lv", "@\u2060mayor, dome@novads.lv"),
        ("85 % no 4.5", "85 % no 4.5"),
    ],
)
def test_a_text_is_escaped_no_more_than_it_needs(text: str, shown: str) -> None:
    assert escaped(text) == shown
