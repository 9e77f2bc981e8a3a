"""A report with a result of each outcome, made by hand."""

import datetime as dt

from plancheck.catalogue import parse_page
from plancheck.model.categories import Category
from plancheck.model.document import Document, Gap
from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import (
    Certainty,
    Outcome,
    PluginInfo,
    ProfileInfo,
    ProgrammeSummary,
    Report,
    Result,
    Severity,
)
from plancheck.model.scores import CriterionScore, RuleScore, Scores
from plancheck.model.verdict import Finding, Verdict
from plancheck.model.waiver import Waiver
from plancheck.sources.citing import cite

AS_OF = dt.date(2026, 6, 30)
PLAN = "volumes/2_ricibas_plans.docx"


def place(row_number: int | None = None, *, page_number: int = 41) -> Location:
    """A place in the indicator table."""
    return Location(
        document=PLAN,
        section=("II daļa", "5. Uzraudzība"),
        page_number=page_number,
        page_is_approximate=True,
        table_number=12,
        row_number=row_number,
    )


def indicators(count: int) -> tuple[Finding, ...]:
    """Findings on rows of the indicator table."""
    return tuple(
        Finding(
            Message.of(
                "Indicator “{name}” has no baseline.", name=f"Rādītājs {number}"
            ),
            (Quote(f"Rādītājs {number} | km |  | 9", place(number + 1)),),
        )
        for number in range(1, count + 1)
    )


SOUGHT = Absence(
    ("koordinācija", "vadības grupa"),
    ("1_situacija.docx", "2_ricibas_plans.docx"),
    Quote("Sadarbība ar kaimiņiem", Location(PLAN, ("3. Sadarbība",), 17)),
)

PAGES = (
    parse_page(
        "MO02",
        "en",
        "# MO02: Indicators have a baseline.\n\n## Why\n\nWithout a start nobody can judge.\n\n"
        "## How to mend it\n\nWrite the **last known** "
        "value of\neach indicator with `its year`.\n\nMore.\n\n```markdown\n## Indicators\n\n"
        "| Indicator | Baseline (2021) |\n| --- | --- |\n| Roads | 41 |\n```\n\n## Fails\n",
    ),
    parse_page(
        "MO02",
        "lv",
        "# MO02: Rādītājiem ir bāzes vērtība.\n\n## Kā novērst\n\nKatram rādītājam "
        "ierakstiet pēdējo zināmo vērtību.\n",
    ),
)


def result(  # noqa: PLR0913 - what results differ in, by keyword
    code: str,
    outcome: Outcome,
    *,
    category: Category = Category.MONITORING,
    severity: Severity = Severity.ERROR,
    certainty: Certainty = Certainty.HIGH,
    verdict: Verdict | None = None,
    reason: Message | None = None,
    evidence: tuple[Evidence, ...] = (),
    waivers: tuple[tuple[Finding, Waiver], ...] = (),
) -> Result:
    """A result with what all share."""
    return Result(
        code=code,
        title=f"Requirement {code} holds.",
        category=category,
        criteria=("M2",),
        severity=severity,
        source=cite("[SWD(2021) 198 3.3.5]", AS_OF),
        outcome=outcome,
        verdict=verdict,
        reason=reason,
        evidence=evidence,
        certainty=certainty,
        pages=PAGES if code == "MO02" else (),
        waivers=waivers,
    )


WAIVER = Waiver(
    "MO05",
    Message("Rādītāji ir 2. sējumā."),
    "A. Bērziņa",
    dt.date(2027, 3, 1),
    "volumes/plancheck.toml",
)

RESULTS = (
    result(
        "GV01",
        Outcome.UNSURE,
        category=Category.GOVERNANCE,
        verdict=Verdict.absent("No section says who coordinates.", SOUGHT),
        reason=Message("A page could not be read."),
    ),
    result("MO01", Outcome.PASS, verdict=Verdict(4, Message("It is there."))),
    result(
        "MO02",
        Outcome.FAIL,
        verdict=Verdict(
            2,
            Message.of("{having} of {total} have it.", having=3, total=10),
            indicators(7),
            (Quote("Ceļu garums | km | 5 | 9", place(2)),),
        ),
    ),
    result(
        "MO03",
        Outcome.NOT_APPLICABLE,
        reason=Message("The programme has no indicator table."),
    ),
    result(
        "MO04",
        Outcome.UNSURE,
        reason=Message("The years cannot be read."),
        evidence=(Quote("20..–2027", place()),),
    ),
    result(
        "MO05",
        Outcome.WAIVED,
        verdict=Verdict(2, Message("Only half of it is there."), indicators(2)),
        waivers=tuple((finding, WAIVER) for finding in indicators(2)),
    ),
    result(
        "CL01",
        Outcome.FAIL,
        category=Category.CLIMATE,
        severity=Severity.WARNING,
        certainty=Certainty.MEDIUM,
        verdict=Verdict.absent("No section is about climate.", SOUGHT),
    ),
    result(
        "CL02",
        Outcome.ERROR,
        category=Category.CLIMATE,
        reason=Message.of(
            "The rule crashed: {kind}: {detail}.", kind="KeyError", detail="'x'"
        ),
    ),
)

REPORT = Report(
    programme=ProgrammeSummary(
        title="Lejasupes novada attīstības programma",
        municipality="Lejasupes novads",
        period=(2022, 2027),
        language="lv",
        kind="lv-municipality",
    ),
    documents=(
        Document("volumes/1_situacija.docx", "docx", (), "lv", "ab" * 32, 120),
        Document(
            PLAN,
            "docx",
            (),
            "lv",
            "cd" * 32,
            gaps=(
                Gap(Message("the page is a picture"), Location(PLAN, page_number=7)),
            ),
            notes=(Message("Tracked changes are taken as accepted."),),
        ),
    ),
    profile=ProfileInfo("lv-municipality", "2026", "draft", is_given=False),
    as_of=AS_OF,
    results=RESULTS,
    scores=Scores(
        (
            CriterionScore(
                "M2",
                Category.MONITORING,
                "Indicators with baseline and target",
                (
                    RuleScore("MO01", 4),
                    RuleScore("MO02", 2),
                    RuleScore("MO03", None),
                    RuleScore("MO04", None, is_open=True),
                ),
            ),
            CriterionScore(
                "C4",
                Category.INTEGRATION,
                "Cross-cutting themes built into sectors",
                (RuleScore("CL01", 0), RuleScore("CL02", None, is_open=True)),
            ),
        )
    ),
    plugins=(PluginInfo("builtin", "0.1.0"),),
    settings=(
        ("select", None),
        ("ignore", ("PA",)),
        ("rules", {"MO02": {"filled": 0.9}}),
    ),
    notes=(Message("A note on the whole."),),
)
