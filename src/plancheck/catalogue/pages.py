"""Finds and reads the pages that stand beside the rules."""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from plancheck.model.page import RulePage
from plancheck.rule import Rule
from plancheck.text.patterns import lazy_pattern

PAGE_SUFFIXES = {"en": ".md", "lv": ".lv.md"}
"""How the file of a page ends, by language."""

_TITLE = lazy_pattern(
    r"^#[ \t]+(?:[A-Z]+[0-9]+[ \t]*[·:.–-]?[ \t]+)?(\S(?:.*\S)?)[ \t]*$", re.MULTILINE
)
_SECTION = lazy_pattern(r"^##[ \t]+(\S(?:.*\S)?)[ \t]*$", re.MULTILINE)
_FENCED = lazy_pattern(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@cache
def load_pages(rule: Rule) -> tuple[RulePage, ...]:
    """The pages of a rule, one a language that it has."""
    if rule.pages:
        return rule.pages
    folder = folder_of(rule)
    if folder is None:
        return ()
    pages = []
    for language, suffix in PAGE_SUFFIXES.items():
        page = folder / f"{rule.code}{suffix}"
        if page.is_file():
            text = page.read_text(encoding="utf-8")
            pages.append(parse_page(rule.code, language, text))
    return tuple(pages)


def parse_page(code: str, language: str, text: str) -> RulePage:
    """A page's Markdown, taken apart at its headings of the second level."""
    title = _TITLE.search(text)
    headings = list(_SECTION.finditer(_without_fenced_headings(text)))
    ends = [*(heading.start() for heading in headings), len(text)][1:]
    sections = (
        (heading.group(1), text[heading.end() : end])
        for heading, end in zip(headings, ends, strict=True)
    )
    return RulePage(
        code=code,
        language=language,
        title=title.group(1) if title else code,
        sections=tuple((heading, body.strip()) for heading, body in sections),
        text=text,
    )


def _without_fenced_headings(text: str) -> str:
    """The text, as long as before, in which the headings of examples are none."""
    return _FENCED.sub(lambda block: block.group().replace("#", " "), text)


def folder_of(rule: Rule) -> Traversable | None:
    """The folder `pages` beside the module that defines the rule; None where it has none."""
    package, _, _ = rule.module.rpartition(".")
    try:
        folder = files(package) / "pages" if package else None
    except ModuleNotFoundError:  # a file of rules stands in no package
        folder = None
    if folder is None or not folder.is_dir():
        folder = Path(rule.function.__code__.co_filename).parent / "pages"
    return folder if folder.is_dir() else None
