"""Programmes of several volumes, for rules that compare them."""

from plancheck.programme.volume_parts import in_order
from plancheck.sdk import Programme
from plancheck.testing import document, programme


def bundle(*volumes: tuple[str, str]) -> Programme:
    """A Latvian programme of volumes, each with its file name and its Markdown."""
    vocabulary = programme("# Programma\n", language="lv").vocabulary
    documents = tuple(document(markdown, name) for name, markdown in volumes)
    return Programme(in_order(documents, vocabulary), vocabulary)
