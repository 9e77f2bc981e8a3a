"""Waivers written as comments in Word: “plancheck: ignore MO02 — the reason”."""

import datetime as dt
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from plancheck.model.comment import Comment
from plancheck.model.document import Document, Paragraph, ParagraphRole
from plancheck.model.heading import Heading
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.note import NOTE_AUTHOR
from plancheck.model.waiver import Waiver, WaiverRequest
from plancheck.text.patterns import lazy_pattern

_CALL = lazy_pattern(
    r"\s{0,20}plancheck\s{0,5}:\s{0,5}(?:ignore|ignorēt|ignorē)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CODES = lazy_pattern(r"\s{0,5}(\w{2,30}(?:\s{0,5},\s{0,5}\w{2,30}){0,20})")
_DASH = lazy_pattern(r"[\s,]{0,5}[-‐‑‒–—―−:]{1,3}\s{0,5}")
_END = lazy_pattern(
    r"[\s,;(]{0,5}\b(?:until|līdz|lidz)\s{1,5}"
    r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})|(?P<day>\d{1,2}\.\s?\d{1,2}\.\s?\d{4}))"
    r"\.?(?:\)|\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What comments ask to waive, and what is wrong with those that cannot be followed."""

    requests: tuple[WaiverRequest, ...] = ()
    notes: tuple[Message, ...] = ()


class _Unclear(Exception):  # noqa: N818 - no error: what a note says
    """A comment calls plancheck but does not say what it must."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(str(message))


def remarks_in(documents: Sequence[Document], codes: Container[str]) -> Remarks:
    """The waivers in the comments of all volumes.

    Args:
        documents: The volumes.
        codes: Those of all rules that there are.
    """
    requests: list[WaiverRequest] = []
    notes = []
    for document in documents:
        for comment in document.comments:
            try:
                requests += _requests(document, comment, codes)
            except _Unclear as problem:
                notes.append(problem.message)
    return Remarks(tuple(requests), tuple(notes))


def _requests(
    document: Document, comment: Comment, codes: Container[str]
) -> Iterator[WaiverRequest]:
    call = _CALL.match(comment.text)
    if call is None or comment.author == NOTE_AUTHOR:
        return
    named = _CODES.match(call["rest"])
    if named is None:
        raise _unclear(comment, reason="it names no rule")
    rest = call["rest"][named.end() :]
    rest, until = _without_end(comment, rest)
    dash = _DASH.match(rest)
    reason = rest[dash.end() :].strip(" \n,;") if dash else ""
    if not reason:
        raise _unclear(comment, reason="the reason is missing, behind a dash")
    for code in map(str.strip, named[1].split(",")):
        if code.upper() not in codes:
            message = Message.of(
                "The comment “{text}” of {author} does not count: there is no rule "
                "“{code}” ({document}).",
                text=comment.text,
                author=comment.author or "?",
                code=code,
                document=document.name,
            )
            raise _Unclear(message)
        waiver = Waiver(
            code.upper(), Message(reason), comment.author, until, document.name
        )
        yield WaiverRequest(waiver, place=_place(document, comment.location))


def _without_end(comment: Comment, text: str) -> tuple[str, dt.date | None]:
    """The text without “until 2027-03-01”, and that day."""
    found = _END.search(text)
    if found is None:
        return text, None
    parts = [int(each) for each in re.findall(r"\d+", found[0])]
    year, month, day = parts if found["iso"] else reversed(parts)
    try:
        until = dt.date(year, month, day)
    except ValueError as error:
        raise _unclear(comment, reason="there is no such day") from error
    return text[: found.start()] + text[found.end() :], until


def _unclear(comment: Comment, *, reason: str) -> _Unclear:
    return _Unclear(
        Message.of(
            "The comment “{text}” of {author} does not count: {reason} ({document}).",
            text=comment.text,
            author=comment.author or "?",
            reason=Message(reason),
            document=comment.location.document,
        )
    )


def _place(document: Document, place: Location) -> Location:
    """What a comment is for: its volume, what stands beneath its heading, or its block."""
    index = place.block_index
    block = None if index is None else dict(enumerate(document.blocks)).get(index)
    first = next((each for each in document.blocks if isinstance(each, Heading)), None)
    is_title = isinstance(block, Paragraph) and block.role is ParagraphRole.TITLE
    if not place.section or block is first or is_title:
        return Location(document=document.name)
    if isinstance(block, Heading):
        return Location(document=document.name, section=place.section)
    return replace(place, document=document.name)
