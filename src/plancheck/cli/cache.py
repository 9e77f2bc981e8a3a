"""`plancheck cache`: how much is kept of what was read and judged, and away with it."""

import gettext

import click

from plancheck.cache.folder import CacheFolder, CacheInfo, usual_folder
from plancheck.cli.options import language_option

_ = gettext.gettext


@click.group("cache", help=_("Say how much is kept of what was read, or forget it."))
def command() -> None:
    """What was read and judged before is kept in a folder of the user's."""


@command.command("info", help=_("Say where the cache is and how much it holds."))
@language_option
def info(language: str | None) -> int:  # noqa: ARG001 - heeded before any command runs
    """Say it on standard output."""
    folder = usual_folder()
    if folder is None:
        click.echo(_("Nothing is kept: PLANCHECK_CACHE is empty."))
        return 0
    click.echo(
        _("{folder}: {entries} entries, {size} MB of {limit} MB").format(
            limit=folder.limit >> 20, **_said(folder, folder.info())
        )
    )
    return 0


@command.command("clear", help=_("Forget everything that is kept."))
@language_option
def clear(language: str | None) -> int:  # noqa: ARG001 - likewise
    """Forget it, and say how much it was."""
    folder = usual_folder()
    if folder is not None:
        gone = _said(folder, folder.clear())
        click.echo(
            _("{folder}: {entries} entries, {size} MB, are gone.").format(**gone)
        )
    return 0


def _said(folder: CacheFolder, info: CacheInfo) -> dict[str, object]:
    return {
        "folder": folder.path,
        "entries": info.entries,
        "size": f"{info.size / (1 << 20):.1f}",
    }
