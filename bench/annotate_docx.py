"""Write notes into a copy of a Word file: the process that `python -m bench annotate` times.

python annotate_docx.py FILE COUNT writes the copy to nowhere. The notes are at places that
the command line gives, so that neither reading for a check nor judging is in the time.
"""

import sys
from pathlib import Path

from plancheck.reader import ReadingOptions
from plancheck.readers.docx import annotate_docx
from plancheck.sdk import Location, Note, Severity

PARAGRAPHS = (
    "Rādītājam „{quote}” nav bāzes vērtības ar tās gadu.",
    "MO02 (kļūda, 2/4): Rādītājiem ir bāzes vērtība un tās gads.",
    "Kāpēc: Bez sākuma punkta neviens nevar pateikt, vai 60 % ir panākums vai atkāpšanās.",
    "Kā novērst: Katram rādītājam ierakstiet pēdējo zināmo vērtību ar tās gadu.",
    "Ielīmēšanai un aizpildīšanai:\nRādītājs | Bāzes vērtība (2021)\nCeļi | 41",
)


def note(line: str) -> Note:
    """The note of a line: block, row and column with tabs between them, then the quote."""
    block, row, column, quote = line.rstrip("\n").split("\t", 3)
    place = Location(
        block_index=int(block),
        row_number=int(row) or None,
        column_number=int(column) or None,
    )
    words = tuple(each.replace("{quote}", quote[:80]) for each in PARAGRAPHS)
    return Note(
        "MO02", "Rādītājiem ir bāzes vērtība.", Severity.ERROR, words, place, quote
    )


if __name__ == "__main__":
    lines = Path(sys.argv[2]).read_text(encoding="utf-8").split("\n")
    notes = [note(line) for line in lines if line]
    copy = annotate_docx(Path(sys.argv[1]), notes, ReadingOptions())
    Path(sys.argv[3]).write_bytes(copy)
