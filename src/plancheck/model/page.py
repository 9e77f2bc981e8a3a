"""A rule's page: why the rule is there, how to mend what it finds, examples."""

import re
from dataclasses import dataclass, replace

from plancheck.text.patterns import lazy_pattern

_FRAGMENT = lazy_pattern(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_WHY = ("Why", "Kāpēc")
_SOURCE = ("Source", "Avots")
HOW_TO_MEND = {"en": "How to mend it", "lv": "Kā labot"}
"""The heading of what to do about a finding, by language."""
_HOW_TO_MEND = (*HOW_TO_MEND.values(), "How to mend", "Kā novērst")


@dataclass(frozen=True, slots=True)
class RulePage:
    """The page of a rule in one language, as Markdown.

    `sections` holds heading and text of each part, in the order of the page.
    """

    code: str
    language: str
    title: str
    sections: tuple[tuple[str, str], ...]
    text: str

    def section(self, *headings: str) -> str | None:
        """The text under the first of these headings; None where the page has none."""
        for heading, text in self.sections:
            if heading.casefold() in {each.casefold() for each in headings}:
                return text
        return None

    @property
    def why(self) -> str | None:
        """The first paragraph of why the rule is there."""
        return _first_paragraph(self.section(*_WHY))

    @property
    def remedy(self) -> str | None:
        """The first paragraph of how to mend it."""
        return _first_paragraph(self.section(*_HOW_TO_MEND))

    def with_source(self, source: str) -> "RulePage":
        """The page with another text in its section on where the requirement is from."""
        old = self.section(*_SOURCE)
        if old is None:
            return self
        before, _old, after = self.text.rpartition(old)
        sections = tuple(
            (heading, source if text == old else text)
            for heading, text in self.sections
        )
        return replace(self, sections=sections, text=f"{before}{source}{after}")

    @property
    def fragment(self) -> str | None:
        """The first example in how to mend it, as Markdown: to be pasted and filled in."""
        found = _FRAGMENT.search(self.section(*_HOW_TO_MEND) or "")
        return found[1].strip("\n") if found else None


def _first_paragraph(text: str | None) -> str | None:
    return " ".join(text.split("\n\n")[0].split()) if text else None


def page_in(pages: tuple[RulePage, ...], language: str) -> RulePage | None:
    """The page in `language`, else in English, else any; None where there is none."""
    by_language = {page.language: page for page in pages}
    return by_language.get(language) or by_language.get("en") or next(iter(pages), None)
