"""Programmes of one volume, from the Markdown notation."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent
from typing import Any

from plancheck.programme.identity import detect_language, vocabulary_of
from plancheck.programme.instructions import load_hints, without_instructions
from plancheck.programme.parted_words import with_whole_words
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.readers.markdown import parse_markdown
from plancheck.sdk import Document, Facts

AS_OF = dt.date(2022, 12, 31)
"""The day of the check in tests: rules that ask for it must not change with the calendar."""

_HERE = Path(__file__).parent

COMPLETE = (_HERE / "complete.lv.md").read_text(encoding="utf-8")
"""A small Latvian programme that passes every built-in rule; tests change one thing in it."""

COMPLETE_ENGLISH = (_HERE / "complete.en.md").read_text(encoding="utf-8")
"""A small English programme that passes every rule of the profile `eu`."""


def document(markdown: str, name: str = "programme.md") -> Document:
    """The document that a Markdown text stands for; its indentation does not count."""
    return parse_markdown(dedent(markdown), name)


def programme(
    markdown: str,
    name: str = "programme.md",
    *,
    language: str | None = None,
    vocabularies: Iterable[Path] = (),
    as_of: dt.date = AS_OF,
    **facts: Any,  # noqa: ANN401 - whatever a facts file may say
) -> Programme:
    """A programme of one volume.

    Args:
        markdown: The volume, in the notation.
        name: What the volume is called in locations.
        language: BCP 47; without it, as the text is read.
        vocabularies: The files of terms that a plugin brings.
        as_of: The day of the check.
        facts: What a facts file says of the municipality, such as `neighbours`.
    """
    extra = tuple(vocabularies)
    volume = without_instructions(document(markdown, name), load_hints(extra))
    language = language or detect_language([volume], extra)
    volume = with_whole_words(volume, load_vocabulary(language, extra))
    vocabulary = vocabulary_of([volume], language, extra)
    return Programme((volume,), vocabulary, Facts(**facts), as_of)
