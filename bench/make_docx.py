"""Makes the programme that reading is timed on: 200 pages, 100 of them tables.

About 12,000 cells in 50 tables (header rows of two levels that repeat on each page,
merged cells, full-width rows), 140 numbered headings of four levels, 840 paragraphs, 79
footnotes, a contents list, a header and a footer. Always the same bytes.
"""

import hashlib
import tempfile
from pathlib import Path

from bench.latvian import Prose
from bench.tables import (
    action_table,
    indicator_table,
    investment_table,
    proposal_table,
    statistics_table,
)
from bench.word_xml import (
    contents,
    footnote_mark,
    paragraph,
    section_end,
    write_package,
)

TITLE = "Lejasupes novada attīstības programma 2022.–2027. gadam"
PARTS = ("latvian.py", "tables.py", "word_xml.py", "words.toml")
FOOTNOTES = 79
PRIORITIES = (
    "Kvalitatīva un pieejama izglītība un sociālie pakalpojumi",
    "Ilgtspējīga infrastruktūra un droša vide",
    "Daudzveidīga un konkurētspējīga uzņēmējdarbība",
    "Laba pārvaldība un aktīvas kopienas",
)
THEMES = (
    "Iedzīvotāji un apdzīvojums",
    "Izglītība",
    "Veselība un sociālie pakalpojumi",
    "Kultūra un sports",
    "Uzņēmējdarbība un nodarbinātība",
    "Ceļi un satiksme",
    "Ūdenssaimniecība",
    "Siltumapgāde un energoefektivitāte",
    "Vide un atkritumu apsaimniekošana",
    "Pārvaldība un finanses",
)
LIST_ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'


class ProgrammeWriter:
    """Gathers the body, the entries of the contents list and the footnotes."""

    def __init__(self, seed: int = 2022) -> None:
        self.prose = Prose(seed)
        self.parts: list[str] = []
        self.entries: list[str] = []
        self.footnotes: list[str] = []
        self.paragraph_count = 0
        self._numbers = [0, 0, 0, 0]
        self._tables = 0

    def heading(self, level: int, text: str) -> None:
        """A heading that Word numbers, and its entry in the contents list."""
        self._numbers[level - 1] += 1
        self._numbers[level:] = [0] * (4 - level)
        self.parts.append(paragraph(text, f"Heading{level}"))
        if level < 4:
            number = "".join(f"{count}." for count in self._numbers[:level])
            self.entries.append(paragraph(f"{number} {text}\t1", f"TOC{level}"))

    def text(self, count: int, *known: str) -> None:
        """Paragraphs: the known ones first, then prose; some have a footnote."""
        for number in range(count):
            words = known[number] if number < len(known) else self.prose.paragraph(4)
            self.paragraph_count += 1
            note = ""
            if self.paragraph_count % 9 == 0 and len(self.footnotes) < FOOTNOTES:
                self.footnotes.append(f"{self.prose.title()}, {self.prose.sentence()}")
                note = footnote_mark(len(self.footnotes))
            self.parts.append(paragraph(words, after=note))

    def items(self, *texts: str) -> None:
        """List items with a bullet."""
        self.paragraph_count += len(texts)
        self.parts += [
            paragraph(text, "ListParagraph", properties=LIST_ITEM) for text in texts
        ]

    def table(self, caption: str, xml: str) -> None:
        """A caption and its table."""
        self._tables += 1
        self.paragraph_count += 1
        self.parts += [
            paragraph(f"{self._tables}. tabula. {caption}", "Caption"),
            xml,
            paragraph(""),
        ]

    def turn(self, *, is_landscape: bool) -> None:
        """End the section of pages that was laid out in this way."""
        end = section_end(is_landscape=is_landscape)
        self.parts.append(f"<w:p><w:pPr>{end}</w:pPr></w:p>")


def write_programme(path: Path) -> None:
    """Write the programme to a file."""
    writer = ProgrammeWriter()
    for chapter in (
        _introduction,
        _situation,
        _strategy,
        _climate,
        _actions,
        _investments,
        _monitoring,
        _participation,
    ):
        chapter(writer)
    front = [
        paragraph("LEJASUPES NOVADA PAŠVALDĪBA", "Title"),
        paragraph(TITLE, "Title"),
        paragraph("Apstiprināta ar domes 2022. gada 24. februāra lēmumu Nr. 45"),
        paragraph("Saturs"),
        contents(writer.entries),
    ]
    body = "".join(front + writer.parts)
    write_package(path, body, writer.footnotes, TITLE)


def _introduction(writer: ProgrammeWriter) -> None:
    writer.heading(1, "Ievads")
    writer.text(6)
    writer.heading(2, "Saīsinājumi")
    writer.items(
        "APN – Attīstības un plānošanas nodaļa",
        "ERAF – Eiropas Reģionālās attīstības fonds",
        "RV – rīcības virziens",
        "VTP – vidēja termiņa prioritāte",
    )
    writer.heading(2, "Sasaiste ar plānošanas dokumentiem")
    writer.text(8)
    writer.heading(2, "Programmas uzbūve")
    writer.text(6)


def _situation(writer: ProgrammeWriter) -> None:
    writer.heading(1, "Pašreizējās situācijas raksturojums")
    writer.text(4)
    for number, theme in enumerate(THEMES):
        writer.heading(2, theme)
        writer.text(6)
        for part in range(4):
            writer.heading(3, writer.prose.title())
            writer.text(11)
            if part < 2 and number < 8:
                writer.heading(4, writer.prose.title())
                writer.text(6)
        writer.table(
            f"{theme} pagastos 2015.–2021. gadā", statistics_table(writer.prose, 17)
        )


def _strategy(writer: ProgrammeWriter) -> None:
    writer.heading(1, "Stratēģiskā daļa")
    writer.heading(2, "Vīzija")
    writer.text(3)
    writer.heading(2, "Stratēģiskie mērķi")
    writer.items(
        "SM1. Izglītoti, veseli un aktīvi iedzīvotāji",
        "SM2. Sakārtota vide un spēcīga vietējā ekonomika",
    )
    writer.text(4)
    writer.heading(2, "Vidēja termiņa prioritātes un rīcības virzieni")
    for number, priority in enumerate(PRIORITIES, start=1):
        writer.heading(3, f"VTP{number}. {priority}")
        writer.text(3)
        for direction in range(1, 5):
            writer.heading(4, f"RV{number}.{direction}. {writer.prose.title()}")
            writer.text(2)
    writer.heading(2, "Koordinācija ar kaimiņu pašvaldībām")
    writer.text(6)


def _climate(writer: ProgrammeWriter) -> None:
    writer.heading(1, "Pielāgošanās klimata pārmaiņām")
    writer.text(
        4,
        "Klimata pārmaiņas novadā jūtamas jau tagad: 2018. gada sausumā cieta lauku "
        "saimniecības Birzmalu pagastā, bet 2017. gada augusta lietusgāzēs applūda "
        "Upes iela Lejasupē un divi tilti Ezermalas pagastā.",
    )
    writer.heading(2, "Klimata riski novadā")
    writer.text(
        7,
        "Pēc LVĢMC datiem stipru nokrišņu risks ir 3. riska klasē, karstuma viļņu "
        "risks 2. klasē, aukstuma viļņu risks 3. klasē un sniega segas biezuma "
        "risks 3. klasē.",
    )
    for title in ("Ievainojamās teritorijas un grupas", "Plūdi", "Sausums", "Vētras"):
        writer.heading(2, title)
        writer.text(6)


def _actions(writer: ProgrammeWriter) -> None:
    writer.heading(1, "Rīcības plāns")
    writer.text(4)
    writer.turn(is_landscape=False)
    for number, priority in enumerate(PRIORITIES, start=1):
        writer.heading(2, f"VTP{number}. {priority}")
        for direction in range(1, 5):
            code = f"{number}.{direction}"
            writer.heading(3, f"Rīcības virziena RV{code} pasākumi")
            writer.table(
                f"Rīcības virziena RV{code} pasākumi", action_table(writer.prose, code)
            )


def _investments(writer: ProgrammeWriter) -> None:
    writer.heading(1, "Investīciju plāns")
    writer.text(3)
    for number, priority in enumerate(PRIORITIES, start=1):
        writer.heading(2, f"Prioritātes VTP{number} investīciju projekti")
        for part in range(3):
            writer.table(
                f"Investīciju projekti: {priority} ({part + 1}. daļa)",
                investment_table(writer.prose, number, part * 29 + 1, 29),
            )


def _monitoring(writer: ProgrammeWriter) -> None:
    writer.turn(is_landscape=True)
    writer.heading(1, "Īstenošanas uzraudzības un novērtēšanas kārtība")
    writer.text(
        6,
        "Programmas īstenošanu vada Uzraudzības grupa: domes priekšsēdētājs, "
        "izpilddirektors, Attīstības un plānošanas nodaļas vadītāja un pārvalžu "
        "vadītāji. Grupa sanāk reizi ceturksnī, tās lēmumus apstiprina dome.",
        "Attīstības un plānošanas nodaļa katru gadu līdz 1. martam sagatavo "
        "uzraudzības ziņojumu un publicē to pašvaldības tīmekļvietnē.",
    )
    writer.heading(2, "Sasaiste ar pašvaldības budžetu")
    writer.text(
        6,
        "Finanšu nodaļa septembrī, pirms budžeta sagatavošanas, no rīcības un "
        "investīciju plāna atlasa nākamā gada pasākumus un norāda to budžeta "
        "programmas kodu; dome tos apstiprina kopā ar budžetu.",
    )
    for title in ("Pārskatu sagatavošana", "Programmas aktualizācija"):
        writer.heading(2, title)
        writer.text(7)
    writer.turn(is_landscape=False)
    for number, priority in enumerate(PRIORITIES, start=1):
        writer.heading(2, f"Prioritātes VTP{number} rādītāji")
        for part in range(3 if number < 3 else 2):
            writer.table(
                f"Rezultatīvie rādītāji: {priority} ({part + 1}. daļa)",
                indicator_table(writer.prose, number, part * 24 + 1, 24),
            )
    writer.turn(is_landscape=True)


def _participation(writer: ProgrammeWriter) -> None:
    writer.heading(1, "Pārskats par sabiedrības līdzdalību")
    writer.text(6)
    for title in ("Iedzīvotāju aptauja", "Darba grupas", "Publiskā apspriešana"):
        writer.heading(2, title)
        writer.text(7)
        if title != "Iedzīvotāju aptauja":
            writer.table(f"{title}: priekšlikumi", proposal_table(writer.prose, 28))


def programme_path() -> Path:
    """The generated file in the temporary folder, made when these modules changed."""
    here = Path(__file__)
    sources = [here, *map(here.with_name, PARTS)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    folder = Path(tempfile.gettempdir()) / f"plancheck-bench-{digest[:12]}"
    path = folder / "programme.docx"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        partial = folder / "partial.docx"
        write_programme(partial)
        partial.rename(path)
    return path
