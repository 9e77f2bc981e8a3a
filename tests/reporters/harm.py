"""Texts that harm who takes them for more than text, and a report that is full of one."""

import datetime as dt
from dataclasses import replace

from plancheck.model.document import Document, Gap
from plancheck.model.evidence import Absence, Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report
from plancheck.model.verdict import Finding, Verdict
from plancheck.model.waiver import Waiver
from tests.reports import REPORT, result

HARMFUL = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "plus": "+1+cmd|'/c calc'!A1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)",
    "tab": "\t=1+1",
    "full width": "＝1+1",
    "direction": "\u202egpj.exe\u202c\u2066x",
    "terminal": "\x1b[31mred\x1b]0;owned\x07\x9b2J",
    "surrogates": "a\udcff\ud800b",
    "control": "a\x00\x01\x0b\x0c\x1f\ufffe\uffffb",
    "workflow": "x\n::error::owned\r\n::stop-commands::y %0A::warning::z",
    "markdown": "| x | [a](javascript:alert) ![b](http://evil.example/c) ``` # 1.",
    "mention": "@mayor #12 www.evil.example <!-- x -->",
    "list": "1. x",
    "cell escape": "_x0041_",
    "braces": "{0} {name} %s %(x)s",
    "long": "a" * 10_000,
    "entities": "&lt;b&gt; ]]> &amp;",
}

FORBIDDEN = frozenset(
    chr(code)
    for first, last in (
        (0x00, 0x09),
        (0x0B, 0x20),
        (0x7F, 0xA0),
        (0x200E, 0x2010),
        (0x202A, 0x202F),
        (0x2066, 0x206A),
        (0xFFFE, 0x10000),
    )
    for code in range(first, last)
)
"""What no text report holds: control characters but the line's end, and direction marks."""


def report_full_of(text: str) -> Report:
    """A report of one document that says this text wherever a document can speak."""
    name = "volumes/plāns, 1:2#3.docx"
    place = Location(name, (text, text), 4, text, table_number=2, row_number=3)
    quote = Quote(text, place)
    absence = Absence((text,), (text,), quote)
    finding = Finding(Message.of("Row “{name}” lacks it.", name=text), (quote, quote))
    bare = Finding(Message.of("{name}", name=text), (absence,))
    waiver = Waiver("MO05", Message(text), text, dt.date(2027, 1, 1), text)
    verdict = Verdict(
        1, Message.of("{name} is not enough.", name=text), (finding, bare)
    )
    gap = Gap(Message.of("{name}", name=text), place)
    return replace(
        REPORT,
        programme=replace(
            REPORT.programme,
            title=text,
            municipality=text,
            goals=(text,),
            priorities=(text,),
        ),
        documents=(
            Document(
                name,
                "docx",
                (),
                sha256="ab" * 32,
                gaps=(gap,),
                notes=(Message.of("{name}", name=text),),
            ),
        ),
        settings=(("ignore", (text,)),),
        results=(
            result("MO01", Outcome.FAIL, verdict=verdict),
            result(
                "MO05",
                Outcome.FAIL,
                verdict=verdict,
                waivers=((finding, waiver),),
            ),
            result(
                "MO02",
                Outcome.UNSURE,
                reason=Message.of("{name}", name=text),
                evidence=(quote,),
            ),
            result(
                "CL02",
                Outcome.ERROR,
                reason=Message.of("The rule crashed: {detail}.", detail=text),
            ),
        ),
        notes=(Message.of("{name}", name=text),),
    )
