"""`plancheck serve`: a page in the browser, on this machine alone."""

import gettext
import socket
import tempfile
import webbrowser
from pathlib import Path

import click

from plancheck.cli.language import spoken_language
from plancheck.cli.options import (
    language_option,
    ocr_option,
    rules_option,
    without_option,
)
from plancheck.cli.statuses import OK
from plancheck.errors import MissingToolError, PlancheckError, system_reason
from plancheck.plugins.host import load_plugins
from plancheck.volumes import readable_suffixes

_ = gettext.gettext

HOST = "127.0.0.1"
"""No other machine can reach it."""


class TakenPortError(PlancheckError):
    """The page cannot be given at a port."""

    def __init__(self, port: int, error: OSError) -> None:
        super().__init__(
            "Port {port} cannot be used: {detail}. Name another with --port, or 0 for "
            "any that is free.",
            port=port,
            detail=system_reason(error),
        )


@click.command(
    "serve", help=_("Check programmes on a page in the browser, on this machine.")
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8021,
    metavar="N",
    help=_("Where the page is; 0 is any port that is free. Default: 8021."),
)
@click.option(
    "--no-browser", is_flag=True, help=_("Only say where the page is; do not open it.")
)
@ocr_option
@without_option
@rules_option
@language_option
def command(  # noqa: PLR0913 - one parameter an option
    *,
    port: int,
    no_browser: bool,
    has_ocr: bool,
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
    language: str | None,
) -> int:
    """Give the page until Ctrl-C, and forget then what was dropped on it."""
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from plancheck.web.app import Service  # noqa: PLC0415 - likewise
    except ImportError as error:
        remedy = "install it with: pip install plancheck[web]"
        raise MissingToolError("starlette or uvicorn", remedy) from error
    suffixes = readable_suffixes(load_plugins(without, rule_files).readers)
    options = (
        *(("--ocr",) if has_ocr else ()),
        *(f"--without={name}" for name in without),
        *(f"--rules={path.resolve()}" for path in rule_files),
        *((f"--lang={language}",) if language else ()),
    )
    with _listening(port) as listening, tempfile.TemporaryDirectory() as folder:
        service = Service(
            Path(folder), suffixes, language or spoken_language(), options
        )
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        click.echo(
            _("The page is at {address} until you press Ctrl-C here.").format(
                address=address
            ),
            err=True,
        )
        if not no_browser:
            webbrowser.open(address)
        config = uvicorn.Config(service.app(), log_level="error", lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])
    return OK


def _listening(port: int) -> socket.socket:
    """A socket that waits already, so that a browser may come at once."""
    made = socket.socket()
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen()
    except OSError as error:
        made.close()
        raise TakenPortError(port, error) from error
    return made
