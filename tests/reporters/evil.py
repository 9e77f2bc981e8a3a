"""A report on a document that means harm, in every place that takes its words."""

from dataclasses import replace

from plancheck.model.document import Document, Gap
from plancheck.model.evidence import Absence, Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Certainty, Outcome
from plancheck.model.verdict import Finding, Verdict
from plancheck.model.waiver import Waiver
from tests.reports import REPORT, result

LONG = "ā" * 10_000

TEXTS = (
    "</title><script>alert(1)</script>",
    '"><img src=https://example.org/x onerror=alert(2)>',
    '=HYPERLINK("https://example.org","x")',
    "a\u202eb\u2066c",
    "\x1b]0;owned\x07\x9b31m",
    "\ud800\x00\x0b\ufffe\uffff",
    "]]>&amp;{{ 7*7 }}{% raw %}",
    LONG,
)
EVIL = " ".join(TEXTS)

_PLACE = Location(f"{EVIL[:300]}.docx", (EVIL,), 1, page_label=EVIL[:40])
_ABSENCE = Absence((EVIL,), (EVIL,), Quote(EVIL, _PLACE))
_FINDING = Finding(Message.of("{name}", name=EVIL), (Quote(EVIL, _PLACE), _ABSENCE))
_VERDICT = Verdict(
    0, Message.of("Here: {name}", name=EVIL), (_FINDING,) * 2, (Quote(EVIL, _PLACE),)
)
_WAIVER = Waiver("MO02", Message(EVIL.replace("{", "{{").replace("}", "}}")), EVIL)

EVIL_REPORT = replace(
    REPORT,
    programme=replace(
        REPORT.programme,
        title=EVIL,
        municipality=EVIL,
        goals=(EVIL,),
        priorities=(EVIL,),
    ),
    documents=(
        Document(
            _PLACE.document,
            "docx",
            (),
            "lv",
            gaps=(Gap(Message.of("{detail}", detail=EVIL), _PLACE),),
            notes=(Message.of("{detail}", detail=EVIL),),
        ),
    ),
    results=(
        result("MO02", Outcome.FAIL, verdict=_VERDICT, certainty=Certainty.LOW),
        result(
            "MO01",
            Outcome.WAIVED,
            verdict=_VERDICT,
            waivers=((_FINDING, _WAIVER),),
        ),
        result("MO04", Outcome.UNSURE, reason=Message("Unread."), evidence=(_ABSENCE,)),
    ),
    settings=(("ignore", (EVIL,)),),
    notes=(Message.of("{detail}", detail=EVIL),),
)
