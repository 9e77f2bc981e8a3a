"""The report for test runners: JUnit's XML, a suite for the reading and one a category."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from plancheck.reporters.items import items_of
from plancheck.reporters.words import CATEGORY_TITLES, SEVERITY_WORDS, Voice, clean
from plancheck.sdk import Category, Document, Outcome, Report, Result

_TAGS = {
    Outcome.FAIL: "failure",
    Outcome.ERROR: "error",
    Outcome.UNSURE: "skipped",
    Outcome.NOT_APPLICABLE: "skipped",
    Outcome.WAIVED: "skipped",
}
"""What a case holds that does not pass; a runner counts these and nothing else."""


def render(report: Report, language: str) -> str:
    """The report as XML: a case for each volume that was read and each rule that judged."""
    voice = Voice.of(report, language)
    root = ET.Element("testsuites", name="plancheck")
    _add_suite(root, voice.say("Reading"), list(_read(report.documents, voice)))
    root[0].insert(0, _properties(report))
    for category in Category:
        results = [each for each in report.results if each.category is category]
        if results:
            cases = [_case(each, voice) for each in results]
            _add_suite(root, voice.say(CATEGORY_TITLES[category]), cases)
    said = "\n".join(voice.sentence(each) for each in report.notes)
    if said:
        ET.SubElement(root[0], "system-out").text = said
    _count(root, root.iter("testcase"))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_suite(root: ET.Element, name: str, cases: Sequence[ET.Element]) -> None:
    suite = ET.SubElement(root, "testsuite", name=name)
    _count(suite, cases)
    suite.extend(cases)


def _count(
    parent: ET.Element, cases: Iterator[ET.Element] | Sequence[ET.Element]
) -> None:
    """How many cases there are, and of each kind."""
    cases = list(cases)
    held = [each.tag for case in cases for each in case]
    parent.set("tests", str(len(cases)))
    for name, tag in (
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ):
        parent.set(name, str(held.count(tag)))
    parent.set("time", f"{sum(float(case.get('time', 0)) for case in cases):.3f}")


def _properties(report: Report) -> ET.Element:
    """By what the programme was judged."""
    properties = ET.Element("properties")
    known = {
        "programme": report.programme.title,
        "profile": f"{report.profile.name} {report.profile.edition}",
        "stage": report.profile.stage,
        "as_of": report.as_of.isoformat(),
    }
    for name, value in known.items():
        if value:
            ET.SubElement(properties, "property", name=name, value=clean(value))
    return properties


def _read(documents: Sequence[Document], voice: Voice) -> Iterator[ET.Element]:
    """A case a volume, in error where a part of it could not be read."""
    for document in documents:
        case = ET.Element(
            "testcase", classname="plancheck.reading", name=voice.volume(document.name)
        )
        gaps = [
            voice.say(
                "Could not be read: {place}: {reason}",
                place=voice.place(gap.location),
                reason=gap.reason,
            )
            for gap in document.gaps
        ]
        if gaps:
            ET.SubElement(case, "error", message=gaps[0], type="gap").text = "\n".join(
                gaps
            )
        yield case


def _case(result: Result, voice: Voice) -> ET.Element:
    case = ET.Element(
        "testcase",
        classname=f"plancheck.{result.category}",
        name=f"{result.code} {voice.title(result)}",
        time=f"{result.seconds:.3f}",
    )
    if result.outcome not in _TAGS:
        return case
    held = ET.SubElement(case, _TAGS[result.outcome], message=_message(result, voice))
    if held.tag != "skipped":
        held.set("type", SEVERITY_WORDS[result.severity])
        held.text = "\n".join(_lines(result, voice))
    return case


def _message(result: Result, voice: Voice) -> str:
    """The sentence that sums up; why a case is skipped comes before it."""
    said = voice.sentence(result.message)
    match result.outcome:
        case Outcome.UNSURE:
            return voice.say("Not sure, look for yourself: {sentence}", sentence=said)
        case Outcome.WAIVED:
            _, waiver = result.waivers[0]
            return voice.waiver(waiver)
        case _:
            return said


def _lines(result: Result, voice: Voice) -> Iterator[str]:
    """What was found with its places, how to mend it, and the source."""
    for item in items_of(result):
        yield f"- {voice.sentence(item.message)}"
        for quote in item.quotes:
            yield f"  {voice.place(quote.location)}: {voice.quote(quote.text)}"
        if item.absence:
            yield f"  {voice.sought(item.absence)}"
        if item.waiver:
            yield f"  {voice.waiver(item.waiver)}"
    page = result.page(voice.language)
    if page and page.remedy:
        yield f"{voice.say('How to mend it:')} {clean(page.remedy)}"
    yield voice.source(result)
