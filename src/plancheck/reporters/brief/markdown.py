"""The brief as Markdown, for mail, wikis and chats."""

from collections.abc import Iterable, Iterator, Sequence

from plancheck.reporters.brief.content import Brief, Entry, Topic
from plancheck.reporters.words import Voice
from plancheck.sdk import Report, lazy_pattern

_SPECIAL = lazy_pattern(r"([\\`*_\[\]<>|~#])")
_COUNTED = lazy_pattern(r"^(\d+)([.)])")
"""A number that would begin a list."""


def render(report: Report, language: str) -> str:
    """The brief as Markdown; words of the programme stand escaped."""
    lines = _lines(Brief(report, Voice.of(report, language)))
    return "\n".join(lines) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    say = brief.voice.say
    yield from (f"# {escaped(brief.title)}", "", f"**{escaped(brief.programme)}**", "")
    yield from (escaped(brief.basis), "")
    yield from _headed(say("The programme in ten lines"))
    yield from _table((say("What"), say("Answer")), brief.lines)
    if brief.gaps:
        yield from (escaped(say("Could not be read:")), "")
        yield from (f"- {escaped(each)}" for each in brief.gaps)
        yield ""
    if brief.dimensions:
        yield from _headed(say("The six categories"))
        head = (say("Dimension"), say("Mean"), say("Criteria"))
        yield from _table(head, brief.dimensions)
        yield from (escaped(brief.voice.counts(brief.report.scores)), "")
    yield from _headed(say("Guiding questions"))
    for number, topic in enumerate(brief.topics, start=1):
        yield from _topic(number, topic, brief.voice)
    if not brief.topics:
        yield from (escaped(say("No rule fails.")), "")
    if brief.plan:
        yield from _headed(say("Plan for six months"))
        yield from _table(brief.plan_head, brief.plan)


def _headed(title: str) -> Iterator[str]:
    yield from (f"## {escaped(title)}", "")


def _topic(number: int, topic: Topic, voice: Voice) -> Iterator[str]:
    yield from (f"### {number}. {escaped(topic.question)}", "")
    if topic.criteria:
        yield from (escaped(topic.criteria), "")
    if topic.why:
        yield from (f"**{escaped(voice.say('Why:'))}** {escaped(topic.why)}", "")
    for label, entries in (
        (voice.say("What was found:"), topic.found),
        (voice.say("What is missing:"), topic.missing),
    ):
        if entries:
            yield from (f"**{escaped(label)}**", "")
            yield from _list(entries, "")
            yield ""


def _list(entries: Iterable[Entry], indent: str) -> Iterator[str]:
    for entry in entries:
        place = f"({entry.place})" if entry.place else ""
        words = (escaped(each) for each in (entry.sentence, entry.quote, place) if each)
        yield f"{indent}- {_begun(' '.join(words))}"
        yield from _list(entry.entries, f"{indent}  ")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---"] * len(head), is_text=False)
    yield from map(_row, rows)
    yield ""


def _row(cells: Sequence[str], *, is_text: bool = True) -> str:
    return f"| {' | '.join(escaped(cell) if is_text else cell for cell in cells)} |"


def escaped(text: str) -> str:
    """The text without a meaning in Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))


def _begun(text: str) -> str:
    """Text that begins a line, and no list with it."""
    text = _COUNTED.sub(r"\1\\\2", text)
    return f"\\{text}" if text.startswith(("-", "+", "=")) else text
