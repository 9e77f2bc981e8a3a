"""plancheck's own plugin: what comes in the box, by the same entry point as any other."""

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path

from plancheck import profiles, rules
from plancheck.hookspecs import hookimpl
from plancheck.model.report import Report
from plancheck.reader import Reader
from plancheck.reporter import Reporter
from plancheck.rule import Rule, rules_in


@hookimpl
def plancheck_rules() -> Iterable[Rule]:
    """The rules of every module in `plancheck.rules`."""
    return rules_in(rules)


@hookimpl
def plancheck_readers() -> Iterable[Reader]:
    """Word, PDF, Excel, Markdown and plain text, and what LibreOffice converts to Word."""
    for name in ("docx", "pdf", "xlsx", "markdown", "text"):
        yield importlib.import_module(f"plancheck.readers.{name}").READER
    yield from importlib.import_module("plancheck.readers.oldtexts").READERS


@hookimpl
def plancheck_reporters() -> Iterable[Reporter]:
    """The report for people and the report for programs, each imported when it is used."""
    return (
        Reporter("text", ".txt", _on_demand("plancheck.reporters.text")),
        Reporter("json", ".json", _on_demand("plancheck.reporters.json")),
    )


@hookimpl
def plancheck_profiles() -> Iterable[Path]:
    """The profiles that stand in `plancheck.profiles`."""
    return sorted(Path(profiles.__path__[0]).glob("*.toml"))


def _on_demand(module: str) -> Callable[[Report, str], str]:
    """The `render` of a module that is imported when it is first called."""

    def render(report: Report, language: str) -> str:
        text: str = importlib.import_module(module).render(report, language)
        return text

    return render
