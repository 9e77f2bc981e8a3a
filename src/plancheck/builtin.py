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

_REPORTERS = (
    ("text", ".txt", "text", "render"),
    ("json", ".json", "json", "render"),
    ("html", ".html", "html", "render"),
    ("brief", ".docx", "brief.word", "render"),
    ("brief-md", ".md", "brief.markdown", "render"),
    ("md", ".md", "md", "render"),
    ("csv", ".csv", "csv", "render"),
    ("xlsx", ".xlsx", "xlsx", "render"),
    ("sarif", ".sarif", "sarif", "render"),
    ("sarif-github", ".sarif", "sarif", "render_for_github"),
    ("junit", ".xml", "junit", "render"),
    ("github", ".txt", "github", "render"),
)
"""Name, suffix, module and function of each format."""

_BINARY = frozenset({".docx", ".xlsx"})
"""Suffixes of formats that a terminal cannot show."""


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
    """The formats for people and for programs, each imported when it is used."""
    return tuple(
        Reporter(name, suffix, _on_demand(module, function), suffix in _BINARY)
        for name, suffix, module, function in _REPORTERS
    )


@hookimpl
def plancheck_profiles() -> Iterable[Path]:
    """The profiles that stand in `plancheck.profiles`."""
    return sorted(Path(profiles.__path__[0]).glob("*.toml"))


def _on_demand(module: str, function: str) -> Callable[[Report, str], str | bytes]:
    """A function of a reporter's module, which is imported when it is first called."""

    def render(report: Report, language: str) -> str | bytes:
        imported = importlib.import_module(f"plancheck.reporters.{module}")
        content: str | bytes = getattr(imported, function)(report, language)
        return content

    return render
