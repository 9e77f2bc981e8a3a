"""A Sphinx extension that makes the rule catalogue from the pages beside the rules.

The pages are written once, in `src/plancheck/rules/pages`, where `plancheck explain`
reads them; each build copies them into `docs/rules`, which is not kept in the repository.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from plancheck.catalogue.measured import MEASURED, Measured, read_measured
from plancheck.translation import translator


class _Application(Protocol):
    """What is used of Sphinx: the tests read this module without it."""

    srcdir: str

    def connect(self, event: str, callback: Callable[["_Application"], None]) -> int:
        """Call back at an event of the build."""
        ...


PAGES = Path(__file__).parents[1] / "src" / "plancheck" / "rules" / "pages"

INTRODUCTION = """# Rules

Each rule has a code, says why it is there, what counts and how to mend what it finds,
and shows a programme that fails and one that passes. `plancheck explain CODE` prints the
same page; `plancheck rules` lists the rules that are installed, those of plugins too.
"""


def write_catalogue(folder: Path, pages: Path = PAGES) -> list[Path]:
    """Copy the pages into a folder and write the page that lists them.

    Returns the files written; files whose text is the same are not touched, so that
    Sphinx builds only what changed.
    """
    folder.mkdir(exist_ok=True)
    measured = read_measured(pages / MEASURED) if (pages / MEASURED).exists() else {}
    texts = {
        page.name: page.read_text("utf-8") + _how_right(page.name, measured)
        for page in sorted(pages.glob("*.md"))
    }
    english = [name for name in texts if not name.endswith(".lv.md")]
    written = {**texts, "index.md": _index(texts, english)}
    for old in folder.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
    return [folder / name for name in written]


def _how_right(name: str, measured: Mapping[str, Measured]) -> str:
    """The section on how right the rule of a page was measured to be."""
    code, _, rest = name.partition(".")
    if code not in measured:
        return ""
    translate = translator("lv" if rest.startswith("lv") else "en")
    lines = [each.text(translate) for each in measured[code].sentences]
    return "\n".join(["", f"## {translate('How right it is')}", "", *lines, ""])


def _index(texts: dict[str, str], english: list[str]) -> str:
    rows = []
    for name in english:
        code = name.removesuffix(".md")
        latvian = f"{code}.lv.md"
        link = f"[{_title(texts[latvian])}]({latvian})" if latvian in texts else ""
        rows.append(f"| {code} | [{_title(texts[name])}]({name}) | {link} |")
    table = ["| code | requirement | prasība |", "| --- | --- | --- |", *rows]
    toctree = ["```{toctree}", ":hidden:", ":maxdepth: 1", "", *texts, "```"]
    return "\n".join([INTRODUCTION, *table, "", *toctree, ""])


def _title(text: str) -> str:
    """The first line without its mark and code: what the rule requires."""
    heading = text.partition("\n")[0].removeprefix("# ")
    return heading.partition(": ")[2] or heading


def _write(app: _Application) -> None:
    write_catalogue(Path(app.srcdir) / "rules")


def setup(app: _Application) -> dict[str, bool]:
    """Write the catalogue when a build starts."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True}
