"""The command line: each command parses, calls one function, renders, and exits.

Commands stand in modules of their own that are imported when they are called, so that
`plancheck --help` answers at once.
"""

import atexit
import gc
import gettext
import importlib
import sys
import traceback
from collections.abc import Sequence

import click

from plancheck import __version__
from plancheck.cli.language import speak
from plancheck.cli.statuses import CALLED_WRONGLY, INCOMPLETE, INTERRUPTED, OK
from plancheck.errors import IncompleteError, PlancheckError
from plancheck.translation import error_sentence

_ = gettext.gettext

_COMMANDS = (
    "check",
    "audit",
    "compare",
    "cooperation",
    "cache",
    "verify",
    "diff",
    "extract",
    "outline",
    "rules",
    "explain",
    "plugins",
    "serve",
    "new",
    "test-rules",
)


class _Commands(click.Group):
    """A group that imports the module of a command only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(
            f"plancheck.cli.{cmd_name.replace('-', '_')}"
        ).command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl(list(_summaries().items()))


def _summaries() -> dict[str, str]:
    """What each command does, without importing it."""
    return {
        "check": _("Judge one programme: its files, or one folder of them."),
        "audit": _("Judge many programmes: each file or folder in a folder."),
        "compare": _("Compare the programmes of an audit with each other."),
        "cooperation": _("Show which programmes of an audit plan with each other."),
        "cache": _("Say how much is kept of what was read, or forget it."),
        "verify": _("Say whether a bundle of a check is as it was made."),
        "diff": _("Say what a new draft mended, what is new, what is still there."),
        "extract": _("Write the measures, projects and indicators as tables."),
        "outline": _("Show the sections and tables as rules see them."),
        "rules": _("List all rules."),
        "explain": _("Show the page of a rule: why it is there, how to mend."),
        "plugins": _("List the installed plugins."),
        "serve": _("Check programmes on a page in the browser, on this machine."),
        "new": _("Write the beginnings of a programme, a rule or a plugin."),
        "test-rules": _("Run the examples on the pages of rules: do they hold?"),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # A run keeps two hundred thousand values and hardly a cycle: looking for cycles would
    # take a fifth of it, and to look once more through all when it ends a twentieth.
    gc.set_threshold(400_000, 20, 20)
    atexit.register(gc.freeze)
    _make_streams_safe()
    language = speak(given)
    try:
        status = _group().main(given, prog_name="plancheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return CALLED_WRONGLY
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Interrupted."), err=True)
        return INTERRUPTED
    except PlancheckError as error:
        if "--debug" in given:
            traceback.print_exc()
        click.echo(f"plancheck: {error_sentence(error, language)}", err=True)
        return INCOMPLETE if isinstance(error, IncompleteError) else CALLED_WRONGLY
    except Exception as error:  # noqa: BLE001 - a planner can do nothing with a traceback
        if "--debug" in given:
            traceback.print_exc()
        click.echo(_crash(error), err=True)
        return INCOMPLETE
    return status if isinstance(status, int) else OK


def _crash(error: Exception) -> str:
    return _(
        "plancheck itself has crashed ({kind}: {detail}), which is a mistake in it. "
        "Please report it with what --debug shows."
    ).format(kind=type(error).__name__, detail=error)


def _group() -> click.Group:
    group = _Commands(
        "plancheck",
        help=_(
            "Reads a municipality's development programme and says, with evidence, "
            "what is missing."
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    return click.version_option(__version__, message="%(prog)s %(version)s")(group)


def _make_streams_safe() -> None:
    """Write UTF-8 whatever the locale is, and a mark for what cannot be written."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
