"""From a report to the list: one item a finding, in the chapter where it is mended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.sdk import (
    Finding,
    Location,
    Outcome,
    Quote,
    Report,
    Result,
    Severity,
    translator,
)
from plancheck_todo.words import place_in_chapter, words_in

_MARKS = re.compile(r"([\\`*_\[\]<>|])")
_SEVERITIES = list(Severity)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do; `location` is None where nothing is there to be mended."""

    result: Result
    sentence: str
    location: Location | None

    @property
    def chapter(self) -> tuple[str, str] | None:
        """The volume and the outermost heading; None for what stands nowhere."""
        if self.location is None:
            return None
        heading = self.location.section[0] if self.location.section else ""
        return self.location.document, heading

    @property
    def urgency(self) -> tuple[int, int, str]:
        """The gravest first, then the lowest score."""
        severity = _SEVERITIES.index(self.result.severity)
        return severity, self.result.score or 0, self.result.code


def render_checklist(report: Report, language: str) -> str:
    """The list as Markdown, each item with a box to tick."""
    return "\n".join(_Checklist(report, language).lines()) + "\n"


@dataclass(frozen=True, slots=True)
class _Checklist:
    report: Report
    language: str

    @property
    def words(self) -> dict[str, str]:
        return words_in(self.language)

    def lines(self) -> Iterator[str]:
        words, report = self.words, self.report
        title = report.programme.title or words["programme"]
        items = list(self._items())
        unsure = [each for each in report.results if each.outcome is Outcome.UNSURE]
        yield f"# {plain(words['title'].format(title=title))}"
        yield ""
        yield (
            words["intro"].format(
                count=len(items),
                profile=report.profile.name,
                date=report.as_of.isoformat(),
            )
            if items
            else words["none"]
        )
        for chapter in self._chapters(items):
            yield ""
            yield f"## {self._heading(chapter)}"
            yield ""
            own = [each for each in items if each.chapter == chapter]
            for item in sorted(own, key=lambda each: each.urgency):
                yield from self._item(item)
        if unsure:
            yield from ("", f"## {words['unsure']}", "")
        for result in unsure:
            yield f"- [ ] **{result.code}** {self._sentence(result)}"
        yield from self._waived()

    def _items(self) -> Iterator[Item]:
        translate = translator(self.language)
        for result in self.report.results:
            if result.outcome is Outcome.FAIL:
                for finding in result.open_findings:
                    sentence = finding.message.text(translate)
                    yield Item(result, sentence, _location(finding))

    def _waived(self) -> Iterator[str]:
        """What somebody accepted: nothing to be done, and nothing to be forgotten."""
        translate = translator(self.language)
        waived = [
            (result, finding, waiver)
            for result in self.report.results
            for finding, waiver in result.waivers
        ]
        if waived:
            yield from ("", f"## {self.words['waived']}", "")
        for result, finding, waiver in waived:
            known = (waiver.reason.text(translate), waiver.author, waiver.until)
            why = ", ".join(str(each) for each in known if each)
            sentence = finding.message.text(translate)
            yield f"- **{result.code}** {plain(sentence)} ({plain(why)})"

    def _chapters(self, items: list[Item]) -> list[tuple[str, str] | None]:
        """What stands nowhere first, then chapters in the order of the programme."""
        order = [document.name for document in self.report.documents]
        starts: dict[tuple[str, str], int] = {}
        for item in items:
            if item.location and item.chapter:
                index = item.location.block_index or 0
                starts[item.chapter] = min(starts.get(item.chapter, index), index)
        chapters = sorted(starts, key=lambda each: (order.index(each[0]), starts[each]))
        return [*([None] if any(not each.chapter for each in items) else []), *chapters]

    def _heading(self, chapter: tuple[str, str] | None) -> str:
        """The heading of a chapter, with its volume where there are several."""
        if chapter is None:
            return self.words["nowhere"]
        volume, heading = chapter
        heading = heading or self.words["front"]
        return plain(
            f"{volume}: {heading}" if len(self.report.documents) > 1 else heading
        )

    def _item(self, item: Item) -> Iterator[str]:
        weight = self.words[item.result.severity.value]
        place = place_in_chapter(item.location, self.words) if item.location else ""
        where = f" ({plain(place)})" if place else ""
        yield f"- [ ] **{item.result.code}**, {weight}: {plain(item.sentence)}{where}"
        page = item.result.page(self.language)
        if page and page.remedy:
            remedy = " ".join(page.remedy.split())
            yield f"  - {self.words['how'].format(remedy=remedy)}"

    def _sentence(self, result: Result) -> str:
        return plain(result.message.text(translator(self.language)))


def _location(finding: Finding) -> Location | None:
    """Where a finding is mended: at its first quote."""
    quotes = (each for each in finding.evidence if isinstance(each, Quote))
    first = next(quotes, None)
    return first.location if first else None


def plain(text: str) -> str:
    """Words of a document on one line, its signs kept from being taken for Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
