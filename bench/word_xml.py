"""A Word package from strings: paragraphs, tables, and what stands around them.

Written as text and not through a library, so that the file holds what Word writes
(numbering, fields, footnotes, spans) and comes out the same byte for byte.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'

HEADING_SIZES = (32, 28, 24, 22)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as Word stores it; `merge` is "restart", "continue" or empty."""

    text: str
    span: int = 1
    merge: str = ""
    is_filled: bool = False

    def in_header(self) -> "TableCell":
        """The same with a filled background."""
        return replace(self, is_filled=True)


def run(text: str, properties: str = "") -> str:
    """One run of text."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{inner}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    )


def paragraph(
    text: str, style: str = "", *, after: str = "", properties: str = ""
) -> str:
    """One paragraph with a run; `after` is what follows the run inside it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f'<w:p w:rsidR="00A41B27">{inner}{run(text)}{after}</w:p>'


def footnote_mark(number: int) -> str:
    """The reference to a footnote, to stand after a run."""
    style = '<w:rStyle w:val="FootnoteReference"/>'
    return f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def table(
    widths: Sequence[int], header: Iterable[Sequence[TableCell]], body: Iterable[str]
) -> str:
    """A ruled table, its header rows repeated on each page; widths in 1/20 point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [row(cells, widths, is_header=True) for cells in header]
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}{''.join(body)}</w:tbl>"
    )


def row(
    cells: Sequence[TableCell], widths: Sequence[int], *, is_header: bool = False
) -> str:
    """One row; the cells' spans add up to the number of widths."""
    parts, column = [], 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        parts.append(_cell(cell.in_header() if is_header else cell, width))
        column += cell.span
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if is_header else ""
    return f'<w:tr w:rsidR="00A41B27">{mark}{"".join(parts)}</w:tr>'


def _cell(cell: TableCell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = {
        "": "",
        "continue": "<w:vMerge/>",
        "restart": '<w:vMerge w:val="restart"/>',
    }[cell.merge]
    fill = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
    lines = cell.text.split("\n") if cell.text else [""]
    inner = "".join(
        paragraph(line, "TableText") if line else '<w:p w:rsidR="00A41B27"/>'
        for line in lines
    )
    shade = fill if cell.is_filled else ""
    return f"<w:tc><w:tcPr>{properties}{shade}</w:tcPr>{inner}</w:tc>"


def section_end(*, is_landscape: bool) -> str:
    """The properties of the section that ends here: A4 upright, or on its side."""
    side, orient = (11906, 16838), ""
    if is_landscape:
        side, orient = (16838, 11906), ' w:orient="landscape"'
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{side[0]}" w:h="{side[1]}"{orient}/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def contents(entries: Iterable[str]) -> str:
    """The contents list as Word writes it: a field in a content control."""
    begin = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
        'xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
    )
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{begin}{''.join(entries)}{end}</w:sdtContent></w:sdt>"
    )


def write_package(
    path: Path, body: str, footnotes: Sequence[str], running: str
) -> None:
    """Write the package; entries are dated alike, so that equal input is equal."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {"rId1": ("officeDocument", "word/document.xml")}
        ),
        "word/document.xml": (
            f"{PROLOGUE}<w:document {NAMESPACES}><w:body>{body}"
            f"{section_end(is_landscape=False)}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _relationships(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("numbering", "numbering.xml"),
                "rId3": ("footnotes", "footnotes.xml"),
                "rId4": ("header", "header1.xml"),
                "rId5": ("footer", "footer1.xml"),
            }
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/footnotes.xml": _footnotes(footnotes),
        "word/header1.xml": (
            f"{PROLOGUE}<w:hdr {NAMESPACES}>{paragraph(running)}</w:hdr>"
        ),
        "word/footer1.xml": (
            f"{PROLOGUE}<w:ftr {NAMESPACES}><w:p><w:fldSimple w:instr=' PAGE '>"
            f"{run('1')}</w:fldSimple></w:p></w:ftr>"
        ),
    }
    with ZipFile(path, "w") as package:
        for name, text in parts.items():
            entry = ZipInfo(name, date_time=(2022, 1, 3, 8, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, text)


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    return (
        f'{PROLOGUE}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    start = f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships">'
    return f"{start}{inner}</Relationships>"


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}">'
        f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:pPr>'
        f"<w:keepNext/>"
        f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
        f'<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>'
        f'</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in enumerate(HEADING_SIZES, start=1)
    )
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    plain = "".join(
        _paragraph_style(identifier, name, inner)
        for identifier, name, inner in (
            ("Title", "Title", '<w:rPr><w:b/><w:sz w:val="52"/></w:rPr>'),
            ("Caption", "caption", "<w:pPr><w:keepNext/></w:pPr><w:rPr><w:i/></w:rPr>"),
            ("ListParagraph", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>'),
            ("FootnoteText", "footnote text", '<w:rPr><w:sz w:val="18"/></w:rPr>'),
            ("TableText", "Table Text", _TABLE_TEXT),
            *((f"TOC{level}", f"toc {level}", "") for level in (1, 2, 3)),
        )
    )
    return (
        f"{PROLOGUE}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        '<w:sz w:val="21"/><w:lang w:val="lv-LV"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:pPr><w:spacing w:after="160" w:line="264" '
        f'w:lineRule="auto"/></w:pPr></w:style>{headings}{plain}'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name '
        'w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name '
        f'w:val="Table Grid"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        "</w:style></w:styles>"
    )


_TABLE_TEXT = (
    '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="19"/></w:rPr>'
)


def _paragraph_style(identifier: str, name: str, inner: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{inner}</w:style>'
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{"%1.%2.%3.%4."[: 3 * level + 3]}"/></w:lvl>'
        for level in range(4)
    )
    bullet = '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    return (
        f'{PROLOGUE}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{bullet}</w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _footnotes(texts: Sequence[str]) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text, "FootnoteText")}</w:footnote>'
        for number, text in enumerate(texts, start=1)
    )
    return f"{PROLOGUE}<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>"
