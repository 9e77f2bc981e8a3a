"""Makes folders of programmes by changing complete ones: no two alike, some of them damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from bench.make_pdf import programme_pdf
from plancheck.testing import COMPLETE

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_docs"

NAMES = ("Upes", "Kalna", "Ezera", "Meža", "Parka", "Skolas", "Tirgus", "Dārza")


def seeded(number: int) -> Random:
    """Chance that is the same each time, so that what was seen can be seen again."""
    return Random(number)  # noqa: S311 - no secret hangs on it


def small(folder: Path, number: int) -> None:
    """A programme of a few pages: one file, or a folder of two volumes."""
    random = seeded(number)
    text = changed(COMPLETE, random, number)
    if number % 5:
        (folder / f"programma {number:05}.md").write_text(text, encoding="utf-8")
        return
    own = folder / f"programma {number:05}"
    own.mkdir()
    (own / "1 sējums.md").write_text(text, encoding="utf-8")
    annex = f"# Pielikums\n\nPielikuma teksts, {random.choice(NAMES)} iela.\n"
    (own / "2 pielikums.md").write_text(annex, encoding="utf-8")


def changed(text: str, random: Random, number: int) -> str:
    """The programme with other words in it, and now and then with something missing."""
    lines = text.splitlines()
    if number % 3 == 0:  # some rows lose what stands in a cell
        rows = [index for index, line in enumerate(lines) if line.startswith("| ")]
        for index in random.sample(rows, min(6, len(rows))):
            cells = lines[index].split("|")
            cells[random.randrange(2, max(3, len(cells) - 1))] = " "
            lines[index] = "|".join(cells)
    if number % 4 == 0:  # a part is gone, up to the next heading
        headings = [index for index, line in enumerate(lines) if line.startswith("## ")]
        start = random.choice(headings[1:])
        later = [index for index in headings if index > start]
        del lines[start : (later[0] if later else None)]
    lines.append(f"\nPielikumā {number} minēta {random.choice(NAMES)} iela.\n")
    return "\n".join(lines)


def large(folder: Path, number: int) -> None:
    """A programme of sixty pages, in Word or as Markdown."""
    if number % 2:
        source = SAMPLES / "complete" / "lejasupes-novada-attistibas-programma.docx"
        shutil.copy(source, folder / f"liela {number:05}.docx")
        return
    text = (SAMPLES / "source" / "complete.md").read_text(encoding="utf-8")
    made = changed(text, seeded(number), number)
    (folder / f"liela {number:05}.md").write_text(made, encoding="utf-8")


def vast(folder: Path, number: int) -> None:
    """A PDF of two hundred pages; LibreOffice makes it, once."""
    data = programme_pdf().read_bytes()
    # What follows the end of a PDF is not read, and makes it another file.
    (folder / f"plaša {number:05}.pdf").write_bytes(data + b"\n%% %d\n" % number)


def mixed(folder: Path, count: int) -> None:
    """Programmes of all sizes: seven in ten small, two large, one vast."""
    kinds = (small, vast, small, large, small, small, large, small, small, small)
    for number in range(count):
        kinds[number % len(kinds)](folder, number)


def damaged(folder: Path, number: int) -> None:
    """Something that no report can be made of, each time in another way."""
    name = f"bojāta {number:05}"
    word = SAMPLES / "complete" / "lejasupes-novada-attistibas-programma.docx"
    ways: tuple[Callable[[], object], ...] = (
        lambda: (folder / f"{name}.docx").write_bytes(
            word.read_bytes()[: 1000 + number]
        ),
        lambda: (folder / f"{name}.pdf").write_bytes(b"%%PDF-1.7\nnone %d" % number),
        lambda: (folder / f"{name}.md").write_bytes(b""),
        (folder / name).mkdir,
        lambda: (folder / f"{name}\n.pdf").symlink_to("nowhere"),
        lambda: (folder / f"{name} цикл").symlink_to(folder.resolve()),
    )
    ways[number % len(ways)]()


def with_damage(folder: Path, count: int) -> None:
    """Small programmes, one in twenty damaged."""
    for number in range(count):
        if number % 20 == 7:
            damaged(folder, number // 20)
        else:
            small(folder, number)
