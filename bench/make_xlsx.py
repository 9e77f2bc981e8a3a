"""Writes an investment plan of 72,000 cells as Excel would: six sheets of a thousand rows."""

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from bench.latvian import Prose
from bench.sheet_xml import FIXED_PARTS, STYLES, column, relations, workbook
from bench.tables import RESPONSIBLE, SOURCES

SHEETS, ROWS = 6, 1000
LABELS = (
    "Nr.",
    "Projekta nosaukums",
    "Atbilstība rīcībai",
    "Indikatīvā summa, EUR",
    "Pašvaldības budžets, %",
    "ES fondu finansējums, %",
    "Pašvaldības budžets, EUR",
    "ES fondu finansējums, EUR",
    "Projekta uzsākšana",
    "Projekta pabeigšana",
    "Atbildīgais par projektu",
    "Finansējuma avots",
)
YEAR, MONEY, SHARE = range(3)


class Texts:
    """The shared texts of a workbook, each once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._uses = 0

    def cell(self, name: str, text: str) -> str:
        """A cell with a text."""
        number = self._numbers.setdefault(text, len(self._numbers))
        self._uses += 1
        return f'<c r="{name}" t="s"><v>{number}</v></c>'

    def xml(self) -> str:
        """The part that holds them."""
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in self._numbers)
        return (
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'count="{self._uses}" uniqueCount="{len(self._numbers)}">{items}</sst>'
        )


def _number(name: str, value: float, style: int, formula: str = "") -> str:
    shown = f' s="{style}"' if style else ""
    calculated = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{name}"{shown}>{calculated}<v>{value!r}</v></c>'


def _cells(prose: Prose, texts: Texts, sheet: int, row: int) -> Iterator[str]:
    """The cells of one project."""
    chance = prose.chance
    amount = chance.randrange(10_000, 3_000_000, 50)
    own = chance.choice((0.1, 0.15, 0.15, 0.5, 1))
    begin = chance.randint(2022, 2025)
    yield texts.cell(f"A{row}", f"{sheet}.{row - 1}.")
    yield texts.cell(f"B{row}", prose.action())
    yield texts.cell(f"C{row}", f"R{sheet}.{chance.randint(1, 9)}.{row % 7 + 1}.")
    yield _number(f"D{row}", amount, MONEY)
    yield _number(f"E{row}", own, SHARE)
    yield _number(f"F{row}", 1 - own, SHARE)
    yield _number(f"G{row}", amount * own, MONEY, f"D{row}*E{row}")
    yield _number(f"H{row}", amount * (1 - own), MONEY, f"D{row}*F{row}")
    yield _number(f"I{row}", begin, YEAR)
    yield _number(f"J{row}", begin + chance.randint(1, 3), YEAR)
    yield texts.cell(f"K{row}", chance.choice(RESPONSIBLE))
    yield texts.cell(f"L{row}", chance.choice(SOURCES))


def _sheet(prose: Prose, texts: Texts, number: int) -> str:
    header = (
        texts.cell(f"{column(index)}1", label) for index, label in enumerate(LABELS)
    )
    rows = [f'<row r="1" spans="1:12">{"".join(header)}</row>']
    rows += [
        f'<row r="{row}" spans="1:12">{"".join(_cells(prose, texts, number, row))}</row>'
        for row in range(2, ROWS + 1)
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:L{ROWS}"/><sheetData>{"".join(rows)}</sheetData>'
        f'<autoFilter ref="A1:L{ROWS}"/></worksheet>'
    )


def write_plan(path: Path) -> None:
    """Write the workbook, the same bytes each time."""
    prose, texts = Prose(7), Texts()
    sheets = {
        f"xl/worksheets/sheet{number}.xml": _sheet(prose, texts, number)
        for number in range(1, SHEETS + 1)
    }
    parts = {
        **FIXED_PARTS,
        "xl/workbook.xml": workbook([f"VTP{n}" for n in range(1, SHEETS + 1)]),
        "xl/_rels/workbook.xml.rels": relations(SHEETS),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": texts.xml(),
        **sheets,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def plan_path() -> Path:
    """The generated file in the temporary folder, made when these modules changed."""
    here = Path(__file__)
    names = (here.name, "sheet_xml.py", "latvian.py", "tables.py", "words.toml")
    sources = b"".join(here.with_name(name).read_bytes() for name in names)
    digest = hashlib.sha256(sources).hexdigest()
    folder = Path(tempfile.gettempdir()) / f"plancheck-bench-{digest[:12]}"
    path = folder / "plan.xlsx"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        partial = folder / "partial.xlsx"
        write_plan(partial)
        partial.rename(path)
    return path
