"""Builds small Word files from their XML, so that a test shows what it is about."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Virsraksts{level}">'
    f'<w:name w:val="heading {level}"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    "</w:style>"
    for level in (1, 2, 3)
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    space = ' xml:space="preserve"'
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t{space}>{text}</w:t></w:r>"


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of XML, or of plain text."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if content else ''}</w:p>"


def styled(style_id: str, text: str) -> str:
    """A paragraph of a style."""
    return p(text, f'<w:pStyle w:val="{style_id}"/>')


def heading(text: str, level: int = 1) -> str:
    """A heading by a built-in style, with the id that Latvian Word gives it."""
    return styled(f"Virsraksts{level}", text)


def bold(text: str, size: int = 22) -> str:
    """A paragraph that is bold throughout; `size` in half-points."""
    return p(run(text, f'<w:b/><w:sz w:val="{size}"/>'))


def cell(content: str = "", properties: str = "") -> str:
    """A table cell of XML, or of plain text."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row of cells, given as XML or as text."""
    made = (each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table of rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """The runs of a field with its result."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds
    )
    words = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{begin}{words}{separate}{result}{end}"


def numbering(*levels: tuple[str, str], number_id: str = "1") -> str:
    """A list definition; each level is its number format and its text."""
    made = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number_id}">{made}</w:abstractNum>'
        f'<w:num w:numId="{number_id}"><w:abstractNumId w:val="{number_id}"/></w:num>'
    )


def item(text: str, level: int = 0, number_id: str = "1") -> str:
    """A list item."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/>'
    return p(text, f"<w:numPr>{place}</w:numPr>")


def word_file(
    path: Path, body: str, parts: Mapping[str, str | bytes] | None = None
) -> Path:
    """A Word file with this body.

    Args:
        path: Where to write it.
        body: The XML inside `w:body`.
        parts: XML inside the root of "styles", "numbering", "footnotes", "header" …; whole
            contents of parts whose name has a dot, such as "charts/chart1.xml". The text
            links to each by its name.
    """
    contents = {"styles": STYLES, **(parts or {})}
    links = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr(
            "_rels/.rels", _relations([("officeDocument", "word/document.xml")])
        )
        package.writestr(
            "word/document.xml", part("document", f"<w:body>{body}</w:body>")
        )
        for name, content in contents.items():
            target = name if "." in name else f"{name}.xml"
            whole = content if "." in name else part(_root(name), str(content))
            package.writestr(f"word/{target}", whole)
            links.append((name.split(".")[0].split("/")[0], target))
        package.writestr("word/_rels/document.xml.rels", _relations(links))
    return path


def part(root: str, content: str) -> str:
    """A part of WordprocessingML."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def _root(name: str) -> str:
    return {"header": "hdr", "footer": "ftr"}.get(name, name)


def _relations(links: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{target}" Type="{R}/{kind}" Target="{target}"/>'
        for kind, target in links
    )
    return f'<Relationships xmlns="{RELATIONS}">{made}</Relationships>'
