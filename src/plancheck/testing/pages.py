"""Runs the examples of a rule's page: what it shows as failing, and as passing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plancheck.catalogue import load_pages
from plancheck.model.verdict import GOOD
from plancheck.sdk import NotApplicable, Programme, Rule, RulePage, Unsure
from plancheck.testing.programmes import programme

HEADINGS = {
    "Fails": ("Fails", "Neatbilst"),
    "Passes": ("Passes", "Atbilst"),
}
"""The headings of the examples, in English and in Latvian."""

_BLOCK = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A programme on a rule's page; `number` counts from 1 below its heading."""

    rule: Rule
    language: str
    kind: str
    number: int
    markdown: str


@dataclass(frozen=True, slots=True)
class WrongExample:
    """An example that the rule judges otherwise than its page says."""

    example: Example
    judged: str

    @property
    def text(self) -> str:
        """What was expected, what came, and the example."""
        each = self.example
        name = f"{each.rule.code}.{each.language}, {each.kind} {each.number}"
        wanted = "0 to 2" if each.kind == "Fails" else "3 or 4"
        return f"{name}: should score {wanted}, but {self.judged}\n{each.markdown}"


def examples(rule: Rule) -> Iterator[Example]:
    """The examples of all pages of a rule."""
    for page in load_pages(rule):
        for kind, headings in HEADINGS.items():
            blocks = _BLOCK.findall(page.section(*headings) or "")
            for number, block in enumerate(blocks, start=1):
                yield Example(rule, page.language, kind, number, block)


def wrong_examples(rule: Rule, vocabularies: Iterable[Path] = ()) -> list[WrongExample]:
    """The examples that do not hold; pages without an example of each kind count too.

    Args:
        rule: Whose pages are run.
        vocabularies: The files of terms that the rule's plugin brings.
    """
    files = tuple(vocabularies)
    wrong = []
    for page in load_pages(rule):
        wrong += [WrongExample(each, _NONE) for each in _lacking(rule, page)]
    for each in examples(rule):
        judged = _judged(each, files)
        if judged:
            wrong.append(WrongExample(each, judged))
    return wrong


def assert_page_holds(rule: Rule, *, vocabularies: Iterable[Path] = ()) -> None:
    """What the rule's page shows as failing fails, and what it shows as passing passes.

    Args:
        rule: Whose pages are run.
        vocabularies: The files of terms that the rule's plugin brings.
    """
    wrong = wrong_examples(rule, vocabularies)
    assert load_pages(rule), f"{rule.code} has no page."
    assert not wrong, "\n\n".join(each.text for each in wrong)


_NONE = "the page shows none"


def _lacking(rule: Rule, page: RulePage) -> Iterator[Example]:
    for kind, headings in HEADINGS.items():
        if not _BLOCK.search(page.section(*headings) or ""):
            yield Example(rule, page.language, kind, 0, "")


def _judged(example: Example, vocabularies: tuple[Path, ...]) -> str:
    """How the rule judges an example, where that is not as its page says."""
    try:
        verdict = example.rule(programme_of(example, vocabularies))
    except (NotApplicable, Unsure) as answer:
        return f"it is {type(answer).__name__}: {answer.reason}"
    if (verdict.score >= GOOD) == (example.kind == "Passes"):
        return ""
    return f"it scores {verdict.score}: {verdict.message}"


def programme_of(example: Example, vocabularies: tuple[Path, ...]) -> Programme:
    """The programme that an example is of, in the language of its page."""
    return programme(
        example.markdown, language=example.language, vocabularies=vocabularies
    )
