"""A programme to begin with: a small one that passes every rule, as a Word file."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from plancheck.scaffolds.writing import ScaffoldError

FILES = {"lv": "attistibas-programma.docx", "en": "development-programme.docx"}
"""What the file is called, by its language."""

_ADOPTED: Mapping[str, int] = {"lv": 2022, "en": 2024}
"""The year in which the programme of each language was adopted, as its text has it."""

_OWN_YEAR = re.compile(r"(?<![A-Za-z\d])20(?:1[5-9]|2\d|3[01])(?!\d)")
"""A year of the programme's own time: acts are older, and NAP2027 is a name."""


def new_programme(folder: Path, language: str, day: dt.date) -> Path:
    """Write the programme as one that was adopted in the year of a day; the file.

    It is that of a municipality that does not exist, to be written over part by part.

    Raises:
        ScaffoldError: The file is there already.
    """
    # Both are slow to import, and no other scaffold needs them.
    from plancheck.testing.programmes import (  # noqa: PLC0415
        COMPLETE,
        COMPLETE_ENGLISH,
        document,
    )
    from plancheck.testing.wordfile import build_docx  # noqa: PLC0415

    path = folder / FILES[language]
    if path.exists():
        raise ScaffoldError(
            "{path} is there already; nothing was written.", path=str(path)
        )
    text = {"lv": COMPLETE, "en": COMPLETE_ENGLISH}[language]
    later = day.year - _ADOPTED[language]
    text = _OWN_YEAR.sub(lambda year: str(int(year.group()) + later), text)
    folder.mkdir(parents=True, exist_ok=True)
    build_docx(document(text, path.name), path)
    return path
