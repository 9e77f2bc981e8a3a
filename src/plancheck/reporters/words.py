"""What reports call things and places, for people; templates of the gettext catalogues."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from plancheck.sdk import (
    Absence,
    Category,
    Certainty,
    Location,
    Message,
    Outcome,
    Report,
    Result,
    Scores,
    Severity,
    Translate,
    Waiver,
    lazy_pattern,
    translator,
)

CATEGORY_TITLES = {
    Category.STRUCTURE: "Document structure",
    Category.LEGAL: "Legal frame and coherence",
    Category.STRATEGY: "Strategic dimension",
    Category.TERRITORY: "Territorial focus",
    Category.GOVERNANCE: "Governance",
    Category.PARTICIPATION: "Participation",
    Category.INTEGRATION: "Cross-sectoral integration",
    Category.FUNDING: "Funding and finance",
    Category.MONITORING: "Monitoring",
    Category.CLIMATE: "Climate",
}

OUTCOME_WORDS = {
    Outcome.PASS: "passes",
    Outcome.FAIL: "fails",
    Outcome.UNSURE: "unsure",
    Outcome.NOT_APPLICABLE: "does not apply",
    Outcome.ERROR: "crashed",
    Outcome.WAIVED: "waived",
}

OUTCOME_MARKS = {
    Outcome.FAIL: "✗",
    Outcome.ERROR: "!",
    Outcome.UNSURE: "?",
    Outcome.WAIVED: "~",
    Outcome.PASS: "✓",
    Outcome.NOT_APPLICABLE: "–",
}
"""A mark for each outcome, in the order that they stand in a category."""

SEVERITY_WORDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}

CERTAINTY_WORDS = {
    Certainty.HIGH: "",
    Certainty.MEDIUM: "likely",
    Certainty.LOW: "tentative",
}
"""Said after the severity; nothing where a rule is sure."""

STAGE_WORDS = {
    "draft": "draft",
    "consultation": "consultation",
    "adoption": "adoption",
}

_NUMBER_TEMPLATES = ("table {number}", "row {number}", "column {number}")
_PAGE_TEMPLATES = {True: "p. ≈{page}", False: "p. {page}"}
"""By whether the page is approximate."""

_WAIVER_TEMPLATES = {
    (True, True): "Waived by {author} until {until}: {reason} ({origin})",
    (True, False): "Waived by {author}: {reason} ({origin})",
    (False, True): "Waived until {until}: {reason} ({origin})",
    (False, False): "Waived: {reason} ({origin})",
}
"""By whether an author and an end are known."""

SCALE_WORDS = {
    4: "complete",
    3: "good",
    2: "partial: there, but fields are empty or parts are missing",
    1: "only mentioned: a word, a heading, a promise",
    0: "nothing found",
}

NO_SCORE = "–"
"""What stands for a score or a mean that there is none of."""

LONGEST_QUOTE = 240
"""Characters of a quote that a person needs to find it again."""

LONGEST_HEADING = 90
"""Characters of a heading that a place is named by."""

_SPACES = lazy_pattern(r"\s+")
_MARKS = lazy_pattern(r"\*\*|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")


def clean(text: object) -> str:
    """Text of a document on one line, without what a terminal would obey.

    Control and format characters go: escape sequences, marks that turn the direction of
    writing, lone surrogates.
    """
    spaced = _SPACES.sub(" ", str(text)).strip()
    if (
        spaced.isprintable()
    ):  # nearly every text, and far quicker than asking each letter
        return spaced
    return "".join(
        character for character in spaced if unicodedata.category(character)[0] != "C"
    )


def without_marks(markdown: str) -> str:
    """A paragraph of Markdown without its marks for bold, slanted and code."""
    return _MARKS.sub("", markdown)


def cut(text: str, longest: int) -> str:
    """The text, ended between words with a mark where it is longer than that."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0] + " […]"


@dataclass(frozen=True, slots=True)
class Voice:
    """How a report on these documents speaks in one language.

    `parts` has the one part that a volume holds, by the name of its document.
    """

    language: str
    translate: Translate
    documents: tuple[str, ...]
    parts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report, language: str) -> "Voice":
        """The voice of a report in a language."""
        return cls(
            language,
            translator(language),
            tuple(document.name for document in report.documents),
            {
                document.name: document.parts[0].concept
                for document in report.documents
                if len(document.parts) == 1
            },
        )

    def say(self, template: str, **values: object) -> str:
        """A sentence of the report's own."""
        return self.sentence(Message.of(template, **values))

    def sentence(self, message: Message) -> str:
        """A message, clean; what it quotes is cut where it is very long."""
        return clean(_shortened(message).text(self.translate))

    def quote(self, text: str) -> str:
        """A quote in the quotation marks of the language, cut where it is very long."""
        cleaned = cut(clean(text), LONGEST_QUOTE)
        return self.translate("“{text}”").format(text=cleaned)

    def place(self, location: Location) -> str:
        """Where to look: document, page, section, table, row, column, as far as known.

        The document is named only where there are several.
        """
        parts = [self.volume(location.document)] if len(self.documents) > 1 else []
        parts.append(self._page(location))
        if location.section:
            parts.append(cut(clean(location.section[-1]), LONGEST_HEADING))
        numbers = (location.table_number, location.row_number, location.column_number)
        parts += [
            self.translate(template).format(number=number)
            for template, number in zip(_NUMBER_TEMPLATES, numbers, strict=True)
            if number is not None
        ]
        known = [part for part in parts if part]
        return ", ".join(known) or file_name(location.document)

    def volume(self, document: str) -> str:
        """A document's file name, and what part of the programme it is where it is one."""
        name = file_name(document)
        if document not in self.parts:
            return name
        return f"{name} ({self.translate(self.parts[document])})"

    def sought(self, absence: Absence) -> str:
        """What was sought in vain, and where."""
        terms = ", ".join(absence.terms)
        if not absence.places:
            return self.say("Sought: {terms}", terms=terms)
        if set(absence.places) >= set(self.documents):
            return self.say(
                "Sought in the whole document: {terms}"
                if len(self.documents) == 1
                else "Sought in all volumes: {terms}",
                terms=terms,
            )
        places = ", ".join(map(file_name, absence.places))
        return self.say("Sought in {places}: {terms}", places=places, terms=terms)

    def waiver(self, waiver: Waiver) -> str:
        """Who accepted a finding until when, why, and the file that says so."""
        return self.say(
            _WAIVER_TEMPLATES[bool(waiver.author), waiver.until is not None],
            author=waiver.author,
            until=waiver.until,
            reason=cut(self.sentence(waiver.reason), LONGEST_QUOTE),
            origin=waiver.origin,
        )

    def summary(self, report: Report) -> str:
        """How many rules ended how."""
        summary = report.summary
        return self.say(
            "Rules that pass: {passed}, fail: {failed}, are waived: {waived}, "
            "unsure: {unsure}, do not apply: {na}, crashed: {crashed}.",
            passed=summary[Outcome.PASS],
            failed=summary[Outcome.FAIL],
            waived=summary[Outcome.WAIVED],
            unsure=summary[Outcome.UNSURE],
            na=summary[Outcome.NOT_APPLICABLE],
            crashed=summary[Outcome.ERROR],
        )

    def judged_by(self, report: Report) -> str:
        """The profile with its edition and the stage, and whether it was asked for."""
        profile = report.profile
        return self.say(
            "Judged by the profile {profile}, edition {edition} (given), stage: {stage}"
            if profile.is_given
            else "Judged by the profile {profile}, edition {edition} "
            "(found from the document), stage: {stage}",
            profile=profile.name,
            edition=profile.edition,
            stage=Message(STAGE_WORDS[profile.stage]),
        )

    def mean(self, mean: Fraction | None) -> str:
        """A mean with two decimals, as the language writes them."""
        if mean is None:
            return NO_SCORE
        written = f"{float(mean):.2f}"
        return written.replace(".", ",") if self.language == "lv" else written

    def day(self, day: dt.date | None) -> str:
        """A date as the language writes it; empty where there is none."""
        if day is None:
            return ""
        return f"{day:%d.%m.%Y}." if self.language == "lv" else day.isoformat()

    def counts(self, scores: Scores) -> str:
        """How many criteria are low and high, as a peer review says it."""
        return self.say(
            "Of {total} criteria {low} are low (0–2) and {high} high (3–4); {na} do not "
            "apply, {unsure} cannot be told.",
            total=len(scores.criteria),
            low=len(scores.low),
            high=len(scores.high),
            na=len(scores.not_applicable),
            unsure=len(scores.open),
        )

    def source(self, result: Result) -> str:
        """Where its requirement comes from, whole: it is no quote, which may be cut."""
        said = result.source.text(self.translate)
        return clean(self.translate("Source: {source}").format(source=said))

    def title(self, result: Result) -> str:
        """What a rule requires, from its page where it has one in the language."""
        page = result.page(self.language)
        if page and page.language == self.language:
            return clean(page.title)
        return clean(self.translate(result.title))

    def _page(self, location: Location) -> str:
        number = location.page_label or location.page_number
        if number is None:
            return ""
        template = _PAGE_TEMPLATES[location.page_is_approximate]
        return self.translate(template).format(page=cut(clean(number), LONGEST_HEADING))


def _shortened(message: Message) -> Message:
    """The message with the texts that it quotes clean and cut, at any depth."""

    def short(value: object) -> object:
        if isinstance(value, Message):
            return _shortened(value)
        return cut(clean(value), LONGEST_QUOTE) if isinstance(value, str) else value

    values = tuple((name, short(value)) for name, value in message.values)
    return Message(message.template, values)


def file_name(document: str) -> str:
    """The last part of a path, clean."""
    return clean(document.replace("\\", "/").rsplit("/", 1)[-1])
