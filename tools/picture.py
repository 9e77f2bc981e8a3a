"""Draws what `plancheck check` prints in a terminal, for README.md: run it by hand.

python tools/picture.py sample_docs/gapped docs/images/check.svg
"""

import argparse
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COLUMNS, LINES = 100, 48

PAPER = TerminalTheme(
    (255, 255, 255),
    (40, 44, 52),
    [
        (40, 44, 52),
        (190, 30, 45),
        (26, 127, 55),
        (154, 103, 0),
        (9, 80, 174),
        (130, 60, 160),
        (20, 110, 120),
        (110, 118, 129),
    ],
)

# rich's own frame asks a server for its font; a picture in a repository should not.
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" \
xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font: 18px "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" \
clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g></g></svg>
"""


def draw(programme: Path, language: str, first: int) -> str:
    """What the command prints on a terminal, from a real run, as SVG."""
    arguments = ["check", str(programme), "--lang", language]
    lines = printed(arguments).splitlines()
    shown = "\n".join(lines[first : first + LINES])
    console = Console(file=StringIO(), record=True, width=COLUMNS, force_terminal=True)
    console.print(Text.from_ansi(shown))
    return console.export_svg(
        title=" ".join(["plancheck", *arguments]),
        theme=PAPER,
        code_format=FRAME,
        unique_id="check",
    )


def printed(arguments: Sequence[str]) -> str:
    """Run plancheck on a terminal of its own and give back what it wrote there."""
    ours, its = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - our own command
        [Path(sys.executable).with_name("plancheck"), *arguments],
        stdout=its,
        env={**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm"},
    ):
        os.close(its)
        written = b"".join(iter(partial(_read, ours), b""))
    return written.decode("utf-8")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody holds the other end any more
        return b""


def main() -> None:
    """Write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programme", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--lang", default="en", choices=["en", "lv"])
    parser.add_argument("--first", type=int, default=0, help="first line shown")
    options = parser.parse_args()
    svg = draw(options.programme, options.lang, options.first)
    options.picture.write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
