"""Makes PDF files of the programme that reading is timed on, by LibreOffice."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from bench.make_docx import programme_path


class NoOfficeError(Exception):
    """LibreOffice, which makes the PDF, is not installed."""


def programme_pdf() -> Path:
    """The programme of 200 pages, converted once and kept in the temporary folder."""
    word = programme_path()
    path = word.with_suffix(".pdf")
    if path.exists():
        return path
    office = shutil.which("soffice")
    if office is None:
        raise NoOfficeError("LibreOffice (soffice) is not installed.")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(  # noqa: S603 - our own command
            [
                office,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                str(word),
            ],
            check=True,
            capture_output=True,
        )
        shutil.move(Path(folder) / path.name, path)
    return path


def of_pages(count: int) -> Path:
    """A PDF of so many of its pages, text and tables mixed as in the whole."""
    source_path = programme_pdf()
    path = source_path.with_name(f"programme-{count}.pdf")
    if not path.exists():
        source, made = pypdfium2.PdfDocument(source_path), pypdfium2.PdfDocument.new()
        total = len(source)
        wanted = [index * total // count for index in range(count)]
        if count > total:
            wanted = [index % total for index in range(count)]
        for index in wanted:
            made.import_pages(source, [index])
        made.save(path)
        made.close()
        source.close()
    return path
