"""Rules that a TOML file declares: a section that must be there, columns to be filled.

```toml
[[section]]
code = "DG01"
category = "structure"
severity = "warning"
source = "Good practice: residents expect services on line"
title = { en = "A part speaks of digital services.", lv = "…" }
remedy = { en = "Write which services go on line, and when.", lv = "…" }
terms = ["digitāl* pakalpojum*", "digital service*"]
words = 150

[[table]]
code = "DG02"
…
role = "action"
columns = ["responsible", "term"]
filled = 0.9
```
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from plancheck.model.categories import Category
from plancheck.model.document import Section
from plancheck.model.evidence import Absence, Quote
from plancheck.model.message import Message
from plancheck.model.page import HOW_TO_MEND, RulePage
from plancheck.model.report import Certainty, Severity
from plancheck.model.verdict import (
    COMPLETE,
    MENTIONED,
    Facet,
    Finding,
    Verdict,
    not_applicable,
    share_score,
)
from plancheck.programme.fields import Row
from plancheck.programme.headed import sections_headed
from plancheck.programme.programme import Programme
from plancheck.rule import Rule, RuleFunction
from plancheck.settings.checked_toml import CheckedTable, load_toml
from plancheck.translation import LANGUAGES

ROLES = ("action", "investment", "indicator", "proposals", "risk")
"""The roles of tables that a rule may be declared for."""

_REQUIRED = ("code", "category", "severity", "source", "title", "remedy")
_ALLOWED = (*_REQUIRED, "criteria", "certainty")
_QUOTED = 3


def declared_rules(path: Path) -> tuple[Rule, ...]:
    """The rules that a TOML file declares, in its order; it may be a profile too.

    Raises:
        SettingsError: An entry lacks something, or has what there is not.
    """
    data = load_toml(path)
    makers = {"section": _section_rule, "table": _table_rule}
    return tuple(
        make(CheckedTable(entry, f"{path}, [[{key}]]"))
        for key, make in makers.items()
        for entry in CheckedTable(data, str(path)).tables(key)
    )


def _section_rule(entry: CheckedTable) -> Rule:
    entry.allow(*_ALLOWED, "terms", "words")
    entry.require(*_REQUIRED, "terms")
    terms = entry.texts("terms") or ()
    least = entry.count("words") or 0

    def judge(programme: Programme, *, words: int = least) -> Verdict:
        sections = sections_headed(programme.documents, terms)
        return _of_sections(sections, words) if sections else _absent(programme, terms)

    return _rule(entry, judge)


def _absent(programme: Programme, terms: tuple[str, ...]) -> Verdict:
    places = tuple(document.name for document in programme.documents)
    return Verdict.absent(
        "No section of such a heading was found in the supplied files.",
        Absence(terms, places),
    )


def _of_sections(sections: Sequence[Section], words: int) -> Verdict:
    """The longest section decides: a heading may stand in a summary too."""
    section = max(sections, key=lambda each: each.word_count)
    message = Message.of(
        "The section “{heading}” has {count} words; the least are {needed}.",
        heading=section.title,
        count=section.word_count,
        needed=words,
    )
    quote = Quote(section.title, section.location)
    if section.word_count >= words:
        return Verdict(COMPLETE, message, quotes=(quote,))
    score = max(share_score(section.word_count, words, 1.0), MENTIONED)
    return Verdict(score, message, (Finding(message, (quote,)),), (quote,))


def _table_rule(entry: CheckedTable) -> Rule:
    entry.allow(*_ALLOWED, "role", "columns", "filled")
    entry.require(*_REQUIRED, "role", "columns")
    role = entry.choice("role", ROLES) or ""
    columns = entry.texts("columns") or ()
    share = entry.share("filled")

    def judge(
        programme: Programme, *, filled: float = 0.8 if share is None else share
    ) -> Verdict:
        tables = programme.tables_of(role)
        rows = [row for table in tables for row in table.rows]
        if not rows:
            not_applicable(_NO_TABLES[role])
        return Verdict.of_checklist(
            [_facet(programme, rows, column, filled) for column in columns],
            needed=len(columns),
            found="{having} of {total} columns are there and filled.",
            missing="The column “{facet}” is not there, or too few of its rows are filled.",
        )

    return _rule(entry, judge)


_NO_TABLES = {
    "action": "The programme has no action table.",
    "investment": "The programme has no investment table.",
    "indicator": "The programme has no indicator table.",
    "proposals": "The programme has no table of proposals.",
    "risk": "The programme has no table of risks.",
}


def _facet(
    programme: Programme, rows: Sequence[Row], column: str, filled: float
) -> Facet:
    """The first filled field of a column that is filled in so large a share of rows."""
    label = Message(programme.vocabulary.concept(column).label)
    fields = [field for row in rows if (field := row.field(column))]
    if not fields or len(fields) < filled * len(rows):
        return Facet(label)
    return Facet(label, fields[0].quote)


def _rule(entry: CheckedTable, judge: RuleFunction) -> Rule:
    code = entry.text("code") or ""
    titles, remedies = entry.text_table("title"), entry.text_table("remedy")
    for texts, key in ((titles, "title"), (remedies, "remedy")):
        CheckedTable(texts, f"{entry.where}, {key}").require("en")
    judge.__doc__ = titles["en"]
    category = entry.choice("category", Category)
    severity = entry.choice("severity", Severity)
    certainty = entry.choice("certainty", Certainty) or Certainty.HIGH
    return Rule(
        code,
        Category(category or ""),
        entry.texts("criteria") or (),
        Severity(severity or ""),
        entry.text("source") or "",
        judge,
        Certainty(certainty),
        pages=tuple(
            _page(code, language, titles, remedies)
            for language in LANGUAGES
            if language in titles
        ),
    )


def _page(
    code: str, language: str, titles: Mapping[str, str], remedies: Mapping[str, str]
) -> RulePage:
    heading = HOW_TO_MEND[language]
    remedy = remedies.get(language, remedies["en"])
    text = f"# {code}: {titles[language]}\n\n## {heading}\n\n{remedy}\n"
    return RulePage(code, language, titles[language], ((heading, remedy),), text)
