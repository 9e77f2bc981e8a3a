"""A report on two volumes with a rule that fails in several places."""

from dataclasses import replace

from plancheck.model.document import Document
from plancheck.model.evidence import Absence, Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report, Result
from plancheck.model.verdict import Finding, Verdict
from tests.reports import REPORT, result

ONE, TWO = "volumes/1.docx", "volumes/2.docx"


def row(
    name: str, *section: str, document: str = TWO, row_number: int | None = None
) -> Finding:
    """A finding on a row, beneath headings."""
    place = Location(
        document, section, block_index=7, table_number=1, row_number=row_number
    )
    message = Message.of("Indicator “{name}” has no baseline.", name=name)
    return Finding(message, (Quote(name, place),))


ROADS = row("Ceļi", "5. Uzraudzība", "5.1. Rādītāji", row_number=2)
SCHOOLS = row("Skolas", "5. Uzraudzība", "5.1. Rādītāji", row_number=3)
PARKS = row("Parki", "6. Pielikums", row_number=2)
COUNCIL = Finding(
    Message("Nothing says who coordinates."), (Absence(("vada",), (ONE, TWO)),)
)


def failing(*findings: Finding, code: str = "MO02") -> Result:
    """A result of a rule that fails for these."""
    verdict = Verdict(2, Message("Some lack it."), findings)
    return result(code, Outcome.FAIL, verdict=verdict)


def report(*results: Result, volumes: tuple[str, ...] = (ONE, TWO)) -> Report:
    """A report of results, on volumes without gaps."""
    documents = tuple(Document(name, "docx", ()) for name in volumes)
    return replace(REPORT, results=results, documents=documents, notes=())


def notes(read: Report) -> list[str]:
    """The notes of a report, in English."""
    return [str(note) for note in read.notes]
