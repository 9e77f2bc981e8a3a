"""A plugin's code as its author writes it: mypy checks what each name of the sdk gives.

It is not run. A signature of the sdk that changes shows here first.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import assert_type

from plancheck.sdk import (
    Document,
    Facet,
    Indicator,
    Measure,
    Message,
    Programme,
    Project,
    Quote,
    Reader,
    Report,
    Reporter,
    Rule,
    Verdict,
    hookimpl,
    not_applicable,
    rule,
)


@rule("XX01", category="monitoring", severity="info", source="Nobody")
def by_share(programme: Programme, *, filled: float = 0.5) -> Verdict:
    """Measures have a result."""
    assert_type(programme.measures, tuple[Measure, ...])
    assert_type(programme.indicators, tuple[Indicator, ...])
    assert_type(programme.projects, tuple[Project, ...])
    return Verdict.of_share(
        programme.measures or not_applicable("There is none."),
        having=lambda measure: measure.result,
        missing="{name}",
        pass_at=filled,
    )


@rule("XX02", category="structure", severity="error", source="Nobody")
def by_checklist(programme: Programme) -> Verdict:
    """Both parts are there."""
    part = programme.part("action plan")
    quote = part.quote if part else None
    assert_type(quote, Quote | None)
    return Verdict.of_checklist(
        [Facet(Message("action plan"), quote)], needed=1, found="", missing="{facet}"
    )


assert_type(by_share, Rule)


def read(path: Path) -> Document:
    """Read nothing."""
    return Document(name=str(path), format="nothing", blocks=())


def render(report: Report, language: str) -> str:
    """Render the codes."""
    return language + "".join(each.code for each in report.results)


@hookimpl
def plancheck_rules() -> Iterable[Rule]:
    """Give both rules."""
    return (by_share, by_checklist)


@hookimpl
def plancheck_readers() -> Iterable[Reader]:
    """Give the reader."""
    return (Reader("nothing", (".nothing",), read),)


@hookimpl
def plancheck_reporters() -> Iterable[Reporter]:
    """Give the reporter."""
    return (Reporter("codes", ".txt", render),)
