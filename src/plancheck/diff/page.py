"""A diff as one page: no script, no other file, readable by a screen reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from plancheck.diff.changes import Diff, Status
from plancheck.diff.sides import Side
from plancheck.diff.words import MARKS, STATUS_WORDS, Words, step
from plancheck.reporters.words import SEVERITY_WORDS, clean

_HEAD_WORDS = {
    "rule": "Rule",
    "severity": "Severity",
    "finding": "Finding",
    "place": "Place",
    "asks": "What it asks",
    "dimension": "Dimension",
    "criterion": "Criterion",
    "old": "Old draft",
    "new": "New draft",
}
"""What the columns of tables are headed."""

_LONG = frozenset({"finding", "place", "asks"})
"""Columns of sentences, which break anywhere; the others stay on one line."""

_STYLE = """
:root{color-scheme:light dark;--line:#767676;--soft:#f2f2f2}
@media (prefers-color-scheme:dark){:root{--soft:#262626}}
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:.25rem 0}
th,td{border-bottom:1px solid var(--line);padding:.35rem .6rem;text-align:left;
vertical-align:top;overflow-wrap:anywhere}
thead th{background:var(--soft)}
.short{white-space:nowrap;overflow-wrap:normal}
nav ul{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;list-style:none;padding:0}
.note{border-left:.3rem solid var(--line);padding-left:.7rem}
@media print{nav{display:none}h2{break-after:avoid}tr{break-inside:avoid}}
"""


def render_html(diff: Diff, language: str) -> str:
    """The diff as one HTML file."""
    page = _Page(diff, Words.of(diff, language))
    return "\n".join(page.lines(language)) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    diff: Diff
    words: Words

    def lines(self, language: str) -> Iterator[str]:
        say = self.words.say
        title = say("What changed from draft to draft")
        yield (
            f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n'
            '<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(title)}: {_text(self.diff.new.title)}</title>\n"
            f"<style>{_STYLE}</style>\n</head>\n<body>\n<header>"
        )
        yield f"<h1>{escape(title)}</h1>"
        yield from self._head()
        yield "</header>"
        yield from self._contents()
        yield "<main>"
        for status in Status:
            yield from self._findings(status)
        yield from self._rules()
        yield from self._scores()
        yield "</main>\n</body>\n</html>"

    def _head(self) -> Iterator[str]:
        say = self.words.say
        sides: Sequence[tuple[str, Side]] = (
            ("Old draft: {draft}", self.diff.old),
            ("New draft: {draft}", self.diff.new),
        )
        for template, side in sides:
            yield f"<p>{escape(say(template, draft=self.words.head(side)))}</p>"
        yield f"<p><strong>{escape(self.words.counts())}</strong></p>"
        for note in self.words.notes():
            yield f'<p class="note">{escape(note)}</p>'

    def _contents(self) -> Iterator[str]:
        yield f'<nav aria-label="{escape(self.words.say("Contents"))}"><ul>'
        for status, count in self.diff.counts.items():
            word = escape(self.words.say(STATUS_WORDS[status]))
            yield f'<li><a href="#{status}">{word}: {count}</a></li>'
        yield f'<li><a href="#rules">{escape(self._rules_title())}</a></li>'
        yield f'<li><a href="#scores">{escape(self._scores_title())}</a></li>'
        yield "</ul></nav>"

    def _findings(self, status: Status) -> Iterator[str]:
        changes = self.diff.of(status)
        word = escape(self.words.say(STATUS_WORDS[status]))
        yield "<section>"
        yield f'<h2 id="{status}">{word}: {len(changes)}</h2>'
        if changes:
            heads = ("rule", "severity", "finding", "place")
            rows = (
                (
                    f"{MARKS[status]} {change.code}",
                    self.words.say(SEVERITY_WORDS[change.severity]),
                    self.words.sentence(change),
                    self.words.place(change),
                )
                for change in changes
            )
            yield from self._table(word, heads, rows)
        yield "</section>"

    def _rules(self) -> Iterator[str]:
        title = self._rules_title()
        yield f'<section><h2 id="rules">{escape(title)}</h2>'
        rows = (
            (rule.code, self.words.title_of(rule.code), *self.words.outcomes(rule))
            for rule in self.diff.rules
        )
        heads = ("rule", "asks", "old", "new")
        yield from self._table(title, heads, rows)
        yield "</section>"

    def _scores(self) -> Iterator[str]:
        title = self._scores_title()
        yield f'<section><h2 id="scores">{escape(title)}</h2>'
        means = (
            (
                self.words.dimension(each.score),
                self.words.mean(each.old),
                self.words.mean(each.new),
            )
            for each in self.diff.dimensions
        )
        heads = ("dimension", "old", "new")
        yield from self._table(self.words.say("Dimensions"), heads, means)
        steps = (
            (each.score.name, clean(each.score.title), step(each.old), step(each.new))
            for each in self.diff.criteria
        )
        heads_of_steps = ("criterion", "asks", "old", "new")
        yield from self._table(self.words.say("Criteria"), heads_of_steps, steps)
        yield "</section>"

    def _rules_title(self) -> str:
        return self.words.say("Rules that end otherwise")

    def _scores_title(self) -> str:
        return self.words.say("Criteria of a peer review")

    def _table(
        self, caption: str, heads: Sequence[str], rows: Iterator[tuple[str, ...]]
    ) -> Iterator[str]:
        """A table whose first cells name their rows; it scrolls where it is too wide."""
        label = escape(caption)
        yield f'<div class="wide" role="region" aria-label="{label}" tabindex="0">'
        yield f"<table><caption>{label}</caption><thead><tr>"
        kinds = ["" if head in _LONG else ' class="short"' for head in heads]
        yield "".join(
            f'<th scope="col"{kind}>{escape(self.words.say(_HEAD_WORDS[head]))}</th>'
            for head, kind in zip(heads, kinds, strict=True)
        )
        yield "</tr></thead><tbody>"
        for first, *others in rows:
            cells = "".join(
                f"<td{kind}>{_text(each)}</td>"
                for each, kind in zip(others, kinds[1:], strict=True)
            )
            yield f'<tr><th scope="row"{kinds[0]}>{_text(first)}</th>{cells}</tr>'
        yield "</tbody></table></div>"


def _text(text: str) -> str:
    return escape(clean(text))
