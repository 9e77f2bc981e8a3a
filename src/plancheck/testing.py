"""For the tests of rules: documents and programmes written in the Markdown notation."""

import textwrap

from plancheck.model.document import Document
from plancheck.programme.facts import Facts
from plancheck.programme.identity import detect_language
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary import load_vocabulary
from plancheck.readers.markdown import parse_markdown


def document(markdown: str, name: str = "programme.md") -> Document:
    """The document that a text in the Markdown notation makes; its indent is taken off."""
    return parse_markdown(textwrap.dedent(markdown), name)


def programme(markdown: str, facts: Facts | None = None) -> Programme:
    """A programme of one document, in the language that it is written in."""
    read = document(markdown)
    vocabulary = load_vocabulary(detect_language([read]))
    return Programme((read,), vocabulary, facts or Facts())
