"""Documents that another program left inside a Word file as whole files."""

from collections.abc import Iterable, Iterator

from lxml import etree

from plancheck.readers.archive import DamagedPartError
from plancheck.readers.docx import tags
from plancheck.readers.docx.opening import main_part
from plancheck.readers.docx.package import Package, embedded_package
from plancheck.sdk import UnreadableDocumentError

_BLOCKS = frozenset(
    {
        *(
            "p",
            "div",
            "li",
            "tr",
            "table",
            "ul",
            "ol",
            "body",
            "br",
            "blockquote",
            "pre",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "section"),
    }
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})


def chunk_texts(package: Package, part: str) -> Iterable[str] | None:
    """The paragraphs of an inserted file; None where its format is not read."""
    suffix = part.rpartition(".")[2].lower()
    blob = package.blob(part)
    if blob is None:
        return None
    if suffix in {"htm", "html", "xhtml"}:
        return list(_html_texts(blob))
    if suffix == "txt":
        return blob.decode("utf-8", "replace").splitlines()
    if suffix in {"docx", "docm"}:
        return _word_texts(package, blob)
    return None


def _word_texts(outer: Package, blob: bytes) -> list[str] | None:
    try:
        _, root = main_part(embedded_package(outer, blob))
    except (UnreadableDocumentError, DamagedPartError):
        return None
    return [
        "".join(text.text or "" for text in paragraph.iter(tags.T))
        for paragraph in root.iter(tags.P)
    ]


def _html_texts(blob: bytes) -> Iterator[str]:
    """The paragraphs of a web page, without markup."""
    try:
        blob.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # as the page itself says
    parser = etree.HTMLParser(no_network=True, recover=True, encoding=encoding)
    root = etree.fromstring(b"<body>" + blob + b"</body>", parser)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        if tag in _BLOCKS and pieces:
            yield "".join(pieces)
            pieces = []
        inside = None if tag in _UNSEEN else element.text
        text = inside if event == "start" else element.tail
        if text:
            pieces.append(text.replace("\n", " "))
        if event == "end" and tag in {"td", "th"}:
            pieces.append(" ")
    if pieces:
        yield "".join(pieces)
