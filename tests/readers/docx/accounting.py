"""Accounts for every character of a Word file: read, or left out for a reason that has a name.

Independent of the reader on purpose: it looks at the package with nothing but zipfile and
lxml, and knows no more of Word than which text is not on the page.
"""

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from plancheck.sdk import Document, Table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXTS = {"t", "delText"}
_STORIES = re.compile(
    r"word/(?:charts/|diagrams/)?"
    r"(document|footnotes|endnotes|header|footer|chart|data)\d*\.xml$",
    re.IGNORECASE,
)


@dataclass
class Account:
    """Characters of a file by what became of them; `lost` holds texts without a reason."""

    present: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    expected: Counter[str] = field(default_factory=Counter)

    @property
    def characters_lost(self) -> int:
        """How many letters of the file are missing in what was read, text by text or in sum."""
        return sum(map(len, self.lost)) + self.expected.total()


def account(path: Path, document: Document) -> Account:
    """Compare the text nodes of a file with the text that was read of it."""
    found = Account()
    read = _read_text(document)
    with zipfile.ZipFile(path) as package:
        facts = _Facts(_cited(package), _hidden_styles(package))
        for name in package.namelist():
            if match := _STORIES.search(name.replace("\\", "/")):
                root = _parsed(package, name)
                if root is not None:
                    _account_part(found, read, root, match[1].lower(), facts)
    found.expected -= Counter(read)
    return found


def _account_part(
    found: Account, read: str, root: etree._Element, part: str, facts: "_Facts"
) -> None:
    for text, reason in _texts(root, part, facts):
        letters = _letters(text)
        found.present += len(letters)
        if reason:
            found.reasons[reason] += len(letters)
        elif letters in read:
            found.reasons["read"] += len(letters)
            if part not in {"header", "footer"}:  # the same one is kept once
                found.expected.update(filter(str.isalpha, letters))
        else:
            found.lost.append(text)


@dataclass(frozen=True)
class _Facts:
    """What the reasons depend on beside the text's own element."""

    cited: set[str]
    hidden_styles: set[str]


def _letters(text: str) -> str:
    """What is compared: letters and digits only, composed."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(each for each in text if each.isalnum())


def _read_text(document: Document) -> str:
    texts = [
        each.text if not isinstance(each, Table) else _table_text(each)
        for each in (*document.blocks, *document.contents, *document.running)
    ]
    return "\n".join(map(_letters, texts))


def _table_text(table: Table) -> str:
    return "\n".join(cell.text for cell in table.cells)


def _texts(root: etree._Element, part: str, facts: _Facts) -> Iterator[tuple[str, str]]:
    """Each text with the reason why it may be left out; no reason for most."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        text = element.text or ""
        if name == "textpath":
            text = element.get("string", "")
        elif name not in _TEXTS:
            continue
        if text.strip():
            yield text, _reason(element, part, facts)


def _reason(element: etree._Element, part: str, facts: _Facts) -> str:
    lineage = [element, *element.iterancestors()]
    names = {etree.QName(each).localname for each in lineage}
    is_deleted = any(_is_deleted_row(each) for each in lineage)
    is_note = part in {"footnotes", "endnotes"}
    reasons = {
        "deleted": is_deleted or not names.isdisjoint({"del", "delText"}),
        "moved away": "moveFrom" in names,
        "hidden": _is_hidden(lineage, facts.hidden_styles),
        "alternative of what is read": "Fallback" in names,
        "note that nothing cites": is_note
        and not _is_cited(lineage, part, facts.cited),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _is_hidden(lineage: list[etree._Element], hidden_styles: set[str]) -> bool:
    for each in lineage:
        own = each.find(f"{_W}rPr/{_W}vanish")
        if own is not None:
            return own.get(_W + "val") not in {"0", "false", "off"}
        if each.tag == _W + "p":
            style = each.find(f"{_W}pPr/{_W}pStyle")
            return (style.get(_W + "val") if style is not None else "") in hidden_styles
    return False


def _hidden_styles(package: zipfile.ZipFile) -> set[str]:
    """Ids of the paragraph styles that hide their text; "" for the default one."""
    root = None
    if "word/styles.xml" in package.namelist():
        root = _parsed(package, "word/styles.xml")
    found: set[str] = set()
    for style in root.iter(_W + "style") if root is not None else ():
        own = style.find(f"{_W}rPr/{_W}vanish")
        if own is not None and own.get(_W + "val") not in {"0", "false", "off"}:
            found.add(style.get(_W + "styleId", ""))
            if (
                style.get(_W + "default") == "1"
                and style.get(_W + "type") == "paragraph"
            ):
                found.add("")
    return found


def _is_deleted_row(element: etree._Element) -> bool:
    return element.find(f"{_W}trPr/{_W}del") is not None


def _is_cited(lineage: list[etree._Element], part: str, cited: set[str]) -> bool:
    return any(f"{part[:-1]}{each.get(_W + 'id')}" in cited for each in lineage)


def _cited(package: zipfile.ZipFile) -> set[str]:
    found: set[str] = set()
    for name in package.namelist():
        if re.search(r"document\d*\.xml$", name):
            root = _parsed(package, name)
            for element in root.iter() if root is not None else ():
                if isinstance(element.tag, str) and element.tag.endswith("Reference"):
                    kind = etree.QName(element).localname.removesuffix("Reference")
                    found.add(f"{kind}{element.get(_W + 'id')}")
    return found


def _parsed(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    try:
        blob = package.read(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root: etree._Element = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, ValueError):
        return None
    return root
