"""A small Lithuanian programme, invented, to change one thing in at a time."""

from pathlib import Path

from plancheck.sdk import Programme
from plancheck.testing import programme
from plancheck_lt.plugin import plancheck_vocabularies

COMPLETE = (Path(__file__).parent / "complete.md").read_text(encoding="utf-8")


def read(markdown: str) -> Programme:
    """The programme as it is read where the plugin is installed."""
    return programme(markdown, vocabularies=plancheck_vocabularies())
