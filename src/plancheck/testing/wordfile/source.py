"""What a Markdown source tells and a `Document` does not keep."""

import re
from pathlib import Path

_CALL = re.compile(r"([^\n\[]{1,60})\[\^[^\]\s\[]{1,40}\](?!:)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")


def footnote_anchors(source: Path) -> tuple[str, ...]:
    """The words before each footnote call, in reading order."""
    return tuple(_CALL.findall(source.read_text(encoding="utf-8")))


def pictures(source: Path) -> dict[str, Path]:
    """The file of each picture by its caption, where the file is there."""
    found = _PICTURE.findall(source.read_text(encoding="utf-8"))
    files = {caption: source.parent / name for caption, name in found}
    return {caption: file for caption, file in files.items() if file.is_file()}
