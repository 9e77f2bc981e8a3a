"""Turns volumes into files of a format; files made once are kept by their content."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

import plancheck.testing.wordfile
from plancheck.readers import markdown
from plancheck.readers.markdown import read_markdown
from plancheck.sdk import Block, Document, Heading, may_be_letter_spaced, squash
from plancheck.testing import workbook
from plancheck.testing.source import Volumes, parts
from plancheck.testing.wordfile import build_docx, footnote_anchors

FORMATS = ("md", "docx", "pdf")
_EXCEL = ".xlsx.md"
_BATCH = 24
"""Files that one run of LibreOffice converts."""


def default_cache() -> Path:
    """The folder in which converted files stay from run to run."""
    return Path(tempfile.gettempdir()) / "plancheck-accuracy"


@cache
def office() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


class Files:
    """Makes files of volumes below a folder, each once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writers = _writers_digest()

    def of(self, volumes: Volumes, file_format: str) -> list[Path]:
        """The files of a programme in a format, in the order of the volumes."""
        if file_format == "pdf":
            self.convert([volumes])
        return [self._file(name, text, file_format) for name, text in volumes.items()]

    def convert(self, several: Iterable[Volumes], jobs: int = 1) -> None:
        """Make the PDF files of several programmes, many in one run of LibreOffice.

        Args:
            several: The programmes.
            jobs: Runs of LibreOffice at once.
        """
        words = {
            self._file(name, text, "docx")
            for volumes in several
            for name, text in volumes.items()
        }
        wanted = {
            _pdf_of(word): word
            for word in sorted(words)
            if word.suffix == ".docx" and not _pdf_of(word).exists()
        }
        items = list(wanted.items())
        batches = [
            dict(items[start : start + _BATCH])
            for start in range(0, len(items), _BATCH)
        ]
        with ThreadPoolExecutor(jobs) as pool:
            for _ in pool.map(_convert, batches):
                pass

    def _file(self, name: str, text: str, file_format: str) -> Path:
        digest = hashlib.sha256(f"{self._writers}\n{name}\n{text}".encode()).hexdigest()
        place = self._folder / digest[:24]
        is_excel = name.endswith(_EXCEL)
        stem = name.removesuffix(_EXCEL).removesuffix(".md")
        if file_format == "pdf" and not is_excel:
            return _pdf_of(self._file(name, text, "docx"))
        path = place / f"{stem}.{'xlsx' if is_excel else file_format}"
        if path.exists():
            return path
        place.mkdir(parents=True, exist_ok=True)
        # Made beside and moved: another process may want the same file at the same time.
        with tempfile.TemporaryDirectory(dir=self._folder) as beside:
            made = _made(text, Path(beside) / f"{stem}.md", path.suffix)
            made.replace(path)
        return path


@cache
def _pdf_of(word: Path) -> Path:
    """Where the PDF of a Word file is kept: by what that file holds, whoever wrote it."""
    digest = hashlib.sha256(word.read_bytes()).hexdigest()
    return word.parent.parent / digest[:24] / f"{word.stem}.pdf"


def _convert(words: Mapping[Path, Path]) -> None:
    """Make PDF files of Word files that have the same names, through copies that do not."""
    command = office()
    if command is None:
        message = "LibreOffice is not installed."
        raise FileNotFoundError(message)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies = [
            shutil.copyfile(word, folder / f"{pdf.parent.name}.docx")
            for pdf, word in words.items()
        ]
        subprocess.run(  # noqa: S603 - our own files
            _conversion(command, folder, copies), check=True, capture_output=True
        )
        for pdf in words:
            pdf.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(folder / f"{pdf.parent.name}.pdf", pdf)


def _made(text: str, source: Path, suffix: str) -> Path:
    """A text as a file of a format, beside its Markdown."""
    source.write_text(text, encoding="utf-8")
    path = source.with_suffix(suffix)
    if suffix == ".xlsx":
        workbook.write_workbook(read_markdown(source), path)
    elif suffix == ".docx":
        document = _with_spacing(read_markdown(source), text)
        build_docx(document, path, anchors=footnote_anchors(source))
    return path


def _with_spacing(document: Document, text: str) -> Document:
    """The document with its headings letter-spaced where the source has them so.

    Reading puts their words together, and a Word file would have none to put together.
    """
    titles = iter([part.title for part in parts({document.name: text})])

    def as_written(block: Block) -> Block:
        if not isinstance(block, Heading):
            return block
        title = next(titles, block.text)
        is_spaced = may_be_letter_spaced(title) and squash(title) == squash(block.text)
        return replace(block, text=title) if is_spaced else block

    return replace(document, blocks=tuple(map(as_written, document.blocks)))


def _conversion(command: str, folder: Path, files: Sequence[Path]) -> list[str]:
    return [
        command,
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, files),
    ]


def _writers_digest() -> str:
    """Changes with what writes the files, so that no old file is taken for a new one."""
    folder = Path(plancheck.testing.wordfile.__file__).parent
    own = (workbook.__file__, markdown.__file__, __file__)
    sources = [*sorted(folder.glob("*.py")), *map(Path, own)]
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()
