"""`plancheck test-rules`: whether the examples on the pages of rules hold."""

import gettext
from pathlib import Path

import click

from plancheck.cli.output import write_output
from plancheck.cli.statuses import FINDINGS, OK
from plancheck.plugins.rule_files import RuleFile
from plancheck.testing.pages import examples, wrong_examples
from plancheck.testing.translations import untranslated

_ = gettext.gettext


@click.command(
    "test-rules", help=_("Run the examples on the pages of rules: do they hold?")
)
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
def command(paths: tuple[Path, ...]) -> int:
    """Judge every example, name the wrong ones, and say by the exit status how it went.

    What has not been translated is named, and is no fault.
    """
    lines = []
    is_right = True
    files = [RuleFile(path) for path in paths]
    sentences = [path for file in files for path in file.sentences]
    for rule in (rule for file in files for rule in file.rules):
        wrong = wrong_examples(rule)
        is_right = is_right and not wrong
        lines += [f"{each.text}\n" for each in wrong]
        total = len(list(examples(rule)))
        lines.append(
            _("{code}: {right} of {total} examples hold.").format(
                code=rule.code, right=total - len(wrong), total=total
            )
        )
        lines += [
            _("{code}: “{sentence}” is not translated ({language}).").format(
                code=rule.code, sentence=each.sentence, language=each.language
            )
            for each in untranslated(rule, sentences=sentences)
        ]
    write_output("\n".join(lines) + "\n")
    return OK if is_right else FINDINGS
