"""`plancheck verify`: whether a bundle is as it was made, and its documents those of then."""

import gettext
from pathlib import Path

import click

from plancheck.cli.language import spoken_language
from plancheck.cli.options import language_option
from plancheck.cli.output import write_output
from plancheck.cli.statuses import FINDINGS, OK
from plancheck.proof import verify
from plancheck.translation import translator

_ = gettext.gettext


@click.command("verify", help=_("Say whether a bundle of a check is as it was made."))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--documents",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help=_("Where the documents are. Default: the folder that you are in."),
)
@language_option
def command(file: Path, folder: Path, language: str | None) -> int:
    """Verify, say what is not as it was, and say by the exit status how it went."""
    translate = translator(language or spoken_language())
    found = verify(file, folder)
    lines = [each.text(translate) for each in found.wrong]
    lines += [
        _("{name} is not here; it was not compared.").format(name=name)
        for name in found.absent
    ]
    if not found.wrong:
        lines.append(
            _(
                "The bundle is whole: {files} files. Documents as they were: {inputs}."
            ).format(files=found.files, inputs=found.inputs)
        )
    write_output("\n".join(lines) + "\n")
    return FINDINGS if found.wrong else OK
