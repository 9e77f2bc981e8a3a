"""What a reporter is: it turns a `Report` into text or bytes, and judges nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from plancheck.model.report import Report


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format that a report can be written in.

    `render` gets the report and the language of the reader (BCP 47), and returns the
    whole output: `str` for text formats, `bytes` for the others, which `is_binary` tells
    beforehand: those are never written to a terminal.
    """

    name: str
    suffix: str
    render: Callable[[Report, str], str | bytes]
    is_binary: bool = False
