"""A rule's page: why the rule is there, how to mend what it finds, examples."""

from dataclasses import dataclass


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
    def remedy(self) -> str | None:
        """The first paragraph of how to mend it."""
        text = self.section("How to mend", "How to mend it", "Kā labot", "Kā novērst")
        return " ".join(text.split("\n\n")[0].split()) if text else None


def page_in(pages: tuple[RulePage, ...], language: str) -> RulePage | None:
    """The page in `language`, else in English, else any; None where there is none."""
    by_language = {page.language: page for page in pages}
    return by_language.get(language) or by_language.get("en") or next(iter(pages), None)
