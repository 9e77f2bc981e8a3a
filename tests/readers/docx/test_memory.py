"""What reading a Word file leaves in memory."""

import gc
from collections.abc import Callable

from lxml import etree

from plancheck.sdk import Document
from tests.readers.docx.building import p, row, run, table

Read = Callable[..., Document]


def elements() -> int:
    return sum(isinstance(each, etree._Element) for each in gc.get_objects())  # noqa: SLF001 - lxml's public name


def test_the_elements_of_a_file_go_without_a_search_for_cycles(read: Read) -> None:
    """A tree of twenty megabytes would else stay until the check is nearly over."""
    body = p(run("Ievads")) + table(row("a", "b"), row("c", "d"))
    gc.collect()
    before = elements()
    gc.disable()
    try:
        document = read(body)
        after = elements()
    finally:
        gc.enable()

    assert document.tables
    assert after == before
