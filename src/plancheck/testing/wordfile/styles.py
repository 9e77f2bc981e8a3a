"""The styles, the heading numbers and the bullets of the sample programmes."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from .xml import element

FONT = "Calibri"
DARK = "1F5C57"
_HEADINGS = ((1, 16, 18), (2, 13, 12), (3, 11.5, 10), (4, 11, 8))
"""Level, size and space before, in points."""
HEADING_NUMBERS = 60
BULLETS = 61
"""Numbers of the two lists in the numbering part, above those of the template."""


def set_styles(word: WordDocument, language: str) -> None:
    """Give the template's styles the looks of a programme; `language` is BCP 47."""
    normal = _style(word, "Normal")
    _set_font(normal, 11)
    _set_spacing(normal, after=6)
    normal.paragraph_format.line_spacing = 1.08
    for level, size, before in _HEADINGS:
        _set_heading(_style(word, f"Heading {level}"), size, before)
    caption = _style(word, "Caption")
    _set_font(caption, 10, DARK)
    caption.font.bold = True
    _set_spacing(caption, before=10, after=4)
    caption.paragraph_format.keep_with_next = True
    _set_title(_style(word, "Title"))
    _add(word, "Cover Line", 12).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    body = _add(word, "Programme Text", 11)
    body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    source = _add(word, "Source Note", 9)
    source.font.italic = True
    _set_spacing(source, before=3, after=10)
    _set_spacing(_add(word, "Table Text", 9), after=0)
    _set_spacing(_add(word, "Section End", 1), after=0)
    contents_title = _add(word, "Contents Title", 16)
    contents_title.font.bold = True
    contents_title.font.color.rgb = RGBColor.from_string(DARK)
    for level in (1, 2, 3):
        _add_contents_level(word, level)
    _set_spacing(_add(word, "footnote text", 9), after=0)
    _add_footnote_mark(word)
    _set_language(word, language)


def add_numbering(word: WordDocument) -> None:
    """Define the outline that numbers Heading 1 to 4, and a bullet list."""
    numbering = word.part.numbering_part.element
    outline = element("abstractNum", abstractNumId=str(HEADING_NUMBERS))
    outline.append(element("multiLevelType", val="multilevel"))
    for level in range(4):
        text = "".join(f"%{number}." for number in range(1, level + 2))
        outline.append(
            element(
                "lvl",
                element("start", val="1"),
                element("numFmt", val="decimal"),
                element("pStyle", val=f"Heading{level + 1}"),
                element("suff", val="space"),
                element("lvlText", val=text),
                element("lvlJc", val="left"),
                element("pPr", element("ind", left="0", firstLine="0")),
                ilvl=str(level),
            )
        )
    bullets = element(
        "abstractNum",
        element("multiLevelType", val="hybridMultilevel"),
        element(
            "lvl",
            element("start", val="1"),
            element("numFmt", val="bullet"),
            element("lvlText", val="•"),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left="567", hanging="283")),
            ilvl="0",
        ),
        abstractNumId=str(BULLETS),
    )
    first_number = numbering.find(qn("w:num"))
    for abstract in (outline, bullets):
        first_number.addprevious(abstract)
    for number in (HEADING_NUMBERS, BULLETS):
        kind = element("abstractNumId", val=str(number))
        numbering.append(element("num", kind, numId=str(number)))


def _style(word: WordDocument, name: str) -> ParagraphStyle:
    style = word.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _add(word: WordDocument, name: str, size: float) -> ParagraphStyle:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = word.styles["Normal"]
    _set_font(style, size)
    return style


def _set_font(style: ParagraphStyle, size: float, colour: str | None = None) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)


def _set_spacing(style: ParagraphStyle, before: float = 0, after: float = 0) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def _set_heading(style: ParagraphStyle, size: float, before: float) -> None:
    _set_font(style, size, DARK)
    style.font.bold = True
    style.font.italic = False
    _set_spacing(style, before=before, after=6)
    level = int(style.name[-1]) - 1 if style.name else 0
    numbers = element(
        "numPr",
        element("ilvl", val=str(level)),
        element("numId", val=str(HEADING_NUMBERS)),
    )
    style.element.get_or_add_pPr().insert_element_before(
        numbers, "w:spacing", "w:ind", "w:outlineLvl"
    )


def _set_title(style: ParagraphStyle) -> None:
    _set_font(style, 30, DARK)
    style.font.bold = True
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _set_spacing(style, before=170, after=36)
    style.element.get_or_add_pPr().remove_all("w:pBdr")


def _add_contents_level(word: WordDocument, level: int) -> None:
    style = _add(word, f"toc {level}", 11 if level == 1 else 10)
    style.font.bold = level == 1
    _set_spacing(style, before=4 if level == 1 else 0, after=1)
    style.paragraph_format.left_indent = Pt(12 * (level - 1))


def _add_footnote_mark(word: WordDocument) -> None:
    style = word.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    style.element.get_or_add_rPr().append(element("vertAlign", val="superscript"))


def _set_language(word: WordDocument, language: str) -> None:
    for mark in word.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
