"""`plancheck test-rules`: whether the examples on the pages of rules hold."""

import gettext
from pathlib import Path

import click

from plancheck.cli.output import write_output
from plancheck.cli.statuses import FINDINGS, OK
from plancheck.rule_files import RuleFile
from plancheck.testing.pages import examples, wrong_examples

_ = gettext.gettext


@click.command(
    "test-rules", help=_("Run the examples on the pages of rules: do they hold?")
)
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
def command(paths: tuple[Path, ...]) -> int:
    """Judge every example, name the wrong ones, and say by the exit status how it went."""
    lines = []
    is_right = True
    for rule in (rule for path in paths for rule in RuleFile(path).rules):
        wrong = wrong_examples(rule)
        is_right = is_right and not wrong
        lines += [f"{each.text}\n" for each in wrong]
        total = len(list(examples(rule)))
        lines.append(
            _("{code}: {right} of {total} examples hold.").format(
                code=rule.code, right=total - len(wrong), total=total
            )
        )
    write_output("\n".join(lines) + "\n")
    return OK if is_right else FINDINGS
