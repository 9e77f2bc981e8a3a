"""What the commands on several programmes of an audit share: arguments, and writing."""

import gettext
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

import click

from plancheck.audit.database import DATABASE, PAGE
from plancheck.cli.formats import (
    Wanted,
    formats_option,
    parse_wanted,
    refuse_impossible,
)
from plancheck.cli.output import UnwritableFileError, write_output
from plancheck.intermunicipal.cooperation import Cooperation
from plancheck.intermunicipal.figures import Comparison
from plancheck.intermunicipal.programme_page import PROGRAMMES
from plancheck.intermunicipal.reading import Questions

_ = gettext.gettext

audit_argument = click.argument("audit", metavar="DIR")
written_option = formats_option(
    "html",
    _("html or xlsx, and a file for it. Default: html, beside the database."),
)
run_option = click.option(
    "--run",
    type=click.IntRange(min=1),
    metavar="N",
    help=_("The run of the audit. Default: the newest."),
)


def write_formats(
    name: str,
    audit: str,
    formats: Sequence[str],
    found: Comparison | Cooperation,
    language: str,
) -> tuple[Path, ...]:
    """Write what was found in each format that is asked for, and name the files.

    Args:
        name: What the files are called where no name is given.
        audit: The folder of the audit, its database, or the URL of that.
        formats: As `--format` gets them.
        found: What is written.
        language: The reader's.

    Returns:
        The files that are pages.

    Raises:
        SettingsError: A format is none.
        click.UsageError: Two formats have one file, or one has that of the database.
    """
    folder = _beside(audit)
    wanted = [
        each if each.file else Wanted(each.name, folder / f"{name}.{each.name}")
        for each in (parse_wanted(text, _RENDERERS) for text in formats)
    ]
    refuse_impossible(wanted, (Path(audit), folder / DATABASE))
    for each in wanted:
        write_output(_RENDERERS[each.name](found, language, each.file), each.file)
        click.echo(_("{name} is written.").format(name=each.file), err=True)
    return tuple(each.file for each in wanted if each.name == "html" and each.file)


def own_pages_folder(page: Path) -> Path:
    """Where the programmes' own pages go: one folder a comparison, or runs would mix."""
    is_of_the_audit = page.name == PAGE
    name = PROGRAMMES if is_of_the_audit else f"{page.stem}-{PROGRAMMES}"
    return page.with_name(name)


def write_own_pages(
    page: Path, database: Questions, found: Comparison, language: str
) -> None:
    """Write a page for each programme, into a folder beside that of the comparison.

    Args:
        page: The page of the comparison, which they lead back to.
        database: The audit that it is of.
        found: The comparison.
        language: That of the pages, BCP 47.

    Raises:
        UnwritableFileError: The folder or a page cannot be written.
    """
    from plancheck.intermunicipal import pages  # noqa: PLC0415 - only the format asked for

    folder = own_pages_folder(page)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(str(folder), error) from error
    back = f"../{quote(page.name)}"
    for name, own in pages.own_pages(database, found, language, back):
        write_output(own, folder / name)


def _beside(audit: str) -> Path:
    """Where files go that have no name: to the database, or to the folder one is in."""
    path = Path(audit)
    if path.is_dir():
        return path
    return path.parent if path.is_file() else Path()


def _html(found: Comparison | Cooperation, language: str, file: Path | None) -> str:
    from plancheck.intermunicipal import pages  # noqa: PLC0415 - only the format asked for

    if isinstance(found, Comparison):
        own_pages = quote(own_pages_folder(file).name) if file else ""
        return pages.render_comparison(found, language, own_pages)
    return pages.render_cooperation(found, language)


def _xlsx(found: Comparison | Cooperation, language: str, _file: Path | None) -> bytes:
    from plancheck.intermunicipal import sheets  # noqa: PLC0415 - only the format asked for

    if isinstance(found, Comparison):
        return sheets.comparison_workbook(found, language)
    return sheets.cooperation_workbook(found, language)


_RENDERERS: dict[
    str, Callable[[Comparison | Cooperation, str, Path | None], str | bytes]
] = {
    "html": _html,
    "xlsx": _xlsx,
}
