"""Document structure: whether the files can be read well enough to be checked."""

from collections.abc import Iterator

from plancheck.sdk import (
    Document,
    Finding,
    Message,
    Programme,
    Verdict,
    damaged_share,
    rule,
)

_ALL = 0.99
_HALF = 0.5
_RUINED = 0.25
"""The share of damaged words with which a text can hardly be searched."""


@rule(
    "DS08",
    category="structure",
    severity="info",
    source="Good practice: a text that programs can read is read by people with screen "
    "readers and by search engines too",
)
def readable(
    programme: Programme, *, text: float = 0.95, damaged: float = 0.02
) -> Verdict:
    """The files can be read: their pages are text and their tables are tables."""
    documents = programme.documents
    tables = sum(len(document.tables) for document in documents)
    share = _text_share(documents)
    shares = [_damage(document) for document in documents]
    findings = [
        finding
        for document, damage in zip(documents, shares, strict=True)
        for finding in _faults(document, text, damage if damage > damaged else 0.0)
    ]
    if not tables:
        findings.append(_without_tables(documents))
    worst = max(shares, default=0.0)
    is_good = bool(tables) and share >= text and worst <= damaged
    score = 3 if is_good else 2 if share >= _HALF and worst <= _RUINED else 1
    title = programme.title
    return Verdict(
        score=4 if is_good and share >= _ALL and not findings else score,
        message=Message.of(
            "Pages with readable text: {percent} %; tables: {tables}.",
            percent=int(share * 100),
            tables=tables,
        ),
        findings=tuple(findings),
        quotes=(title,) if title else (),
    )


def _text_share(documents: tuple[Document, ...]) -> float:
    """The share of the pages of all files that could be read; a file without pages is one."""
    pages = [document.page_count or 1 for document in documents]
    read = sum(
        count * _readable(document)
        for count, document in zip(pages, documents, strict=True)
    )
    return read / sum(pages)


def _damage(document: Document) -> float:
    """The share of damaged text: of pages, as the reader says, or of the words themselves."""
    cells = (cell.text for table in document.tables for cell in table.cells)
    prose = (paragraph.text for paragraph in document.paragraphs)
    return max(document.health.damaged, damaged_share((*prose, *cells)))


def _readable(document: Document) -> float:
    """The share of the pages that could be read: blank pages are no gap."""
    return document.health.text_pages if document.gaps else 1.0


def _faults(document: Document, text: float, damage: float) -> Iterator[Finding]:
    """What could not be read in a file: its pages, its letters, its other parts."""
    reason = document.gaps[0].reason if document.gaps else ""
    if _readable(document) < text:
        message = Message.of(
            "Only {percent} % of the pages of “{document}” could be read ({reason})",
            percent=int(_readable(document) * 100),
            document=document.name,
            reason=reason,
        )
        yield Finding(message)
    elif document.gaps:
        message = Message.of(
            "“{document}” could not be read in {count} places ({reason})",
            document=document.name,
            count=len(document.gaps),
            reason=reason,
        )
        yield Finding(message)
    if damage:
        message = Message.of(
            "{percent} % of the text of “{document}” is damaged: letters are lost or "
            "stand apart.",
            percent=max(1, round(damage * 100)),
            document=document.name,
        )
        yield Finding(message)


def _without_tables(documents: tuple[Document, ...]) -> Finding:
    message = Message.of(
        "No table was found in {documents}: tables that were inserted as pictures, or "
        "typed with tabs, cannot be checked.",
        documents=", ".join(f"“{document.name}”" for document in documents),
    )
    return Finding(message)
