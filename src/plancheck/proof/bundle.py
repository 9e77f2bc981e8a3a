"""Puts a bundle together; what its files are stands in docs/auditors.md."""

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from plancheck import __version__
from plancheck.model.document import Document
from plancheck.model.location import Location
from plancheck.model.report import Report, Result
from plancheck.plugins.host import Host
from plancheck.proof.packing import pack
from plancheck.proof.page import render_quotes
from plancheck.proof.quotes import Shown, draw, quotes_of
from plancheck.reader import ReadingOptions
from plancheck.versions import library_versions, plugin_version

SCHEMA = "plancheck/bundle/1"
MANIFEST = "manifest.json"

REPORTS = ("json", "text", "html")
"""The formats of the report in a bundle, as far as they are installed."""

Json = dict[str, object]


def bundle(report: Report, language: str, host: Host, options: ReadingOptions) -> bytes:
    """The archive; the same report on the same files by the same plancheck is the same.

    Args:
        report: What was found.
        language: Of the report in it.
        host: The plugins that judged.
        options: How the files were read.
    """
    files = {
        f"report{reporter.suffix}": _as_bytes(reporter.render(report, language))
        for reporter in host.reporters
        if reporter.name in REPORTS
    }
    drawn = draw(quotes_of(report), report.documents, host.readers, options)
    names = _picture_names(drawn, report.documents)
    quotes = tuple(
        replace(each, picture=names.get(_page_of(each.quote.location), ""))
        for each in quotes_of(report)
    )
    files |= {names[page]: picture for page, picture in drawn.items()}
    files["quotes.json"] = _json([_quote(each) for each in quotes])
    files["quotes.html"] = render_quotes(report, quotes, language).encode()
    manifest = _manifest(report, language, host, files)
    return pack({**files, MANIFEST: _json(manifest)})


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _manifest(
    report: Report, language: str, host: Host, files: Mapping[str, bytes]
) -> Json:
    profile = report.profile
    return {
        "schema": SCHEMA,
        "plancheck": __version__,
        "python": platform.python_version(),
        "libraries": library_versions(),
        "as_of": report.as_of.isoformat(),
        "language": language,
        "profile": {
            "name": profile.name,
            "edition": profile.edition,
            "stage": profile.stage,
            "given": profile.is_given,
        },
        "settings": dict(report.settings),
        "rules": [_rule(each, report, host) for each in report.results],
        "plugins": [
            {
                "name": name,
                "version": version,
                "sha256": plugin_version(host, name) or None,
            }
            for name, version in host.versions.items()
        ],
        "inputs": [_input(each) for each in report.documents],
        "files": [
            {"name": name, "sha256": digest(content), "bytes": len(content)}
            for name, content in sorted(files.items())
        ],
    }


def _rule(result: Result, report: Report, host: Host) -> Json:
    """A rule as it judged: its severity at this stage, and all its options."""
    rule = next((each for each in host.rules if each.code == result.code), None)
    set_options: Any = dict(report.settings).get("rules") or {}
    defaults = dict(rule.options) if rule else {}
    return {
        "code": result.code,
        "severity": result.severity,
        "certainty": result.certainty,
        "options": {**defaults, **set_options.get(result.code, {})},
    }


def _input(document: Document) -> Json:
    return {
        "name": document.name,
        "sha256": document.sha256 or None,
        "format": document.format,
        "pages": document.page_count,
    }


def _quote(shown: Shown) -> Json:
    place = shown.quote.location
    return {
        "code": shown.code,
        "finding": shown.finding,
        "text": shown.quote.text,
        "document": place.document or None,
        "page": place.page_number,
        "section": list(place.section),
        "table": place.table_number,
        "row": place.row_number,
        "column": place.column_number,
        "picture": shown.picture or None,
    }


def _picture_names(
    drawn: Mapping[tuple[str, int], bytes], documents: Sequence[Document]
) -> dict[tuple[str, int], str]:
    """A name for each picture that says which volume and which page."""
    numbers = {
        document.name: index for index, document in enumerate(documents, start=1)
    }
    return {
        (name, page): f"pages/{numbers[name]}-{_stem(name)}-{page:04d}.png"
        for name, page in drawn
    }


def _stem(name: str) -> str:
    """A file's name without its suffix and without what archives and shells stumble over."""
    letters = (
        each if each.isalnum() or each in "-_." else "-" for each in Path(name).stem
    )
    return "".join(letters)[:60]


def _page_of(place: Location) -> tuple[str, int]:
    return place.document, place.page_number or 0


def _as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return (text + "\n").encode("utf-8", "backslashreplace")
