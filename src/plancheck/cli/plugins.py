"""`plancheck plugins`: what is installed."""

import gettext
import json
from pathlib import Path

import click

from plancheck.cli.options import (
    format_option,
    language_option,
    rules_option,
    without_option,
)
from plancheck.cli.output import write_output
from plancheck.cli.table import render_table
from plancheck.model.report import PluginInfo
from plancheck.plugins.host import load_plugins

_ = gettext.gettext


@click.command("plugins", help=_("List the installed plugins."))
@format_option("text", "json")
@language_option
@without_option
@rules_option
def command(
    format_name: str,
    language: str | None,  # noqa: ARG001 - read from the arguments before
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
) -> None:
    """Write one row a plugin."""
    plugins = load_plugins(without, rule_files).infos
    if format_name == "json":
        rows = [_to_json(plugin) for plugin in plugins]
        write_output(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    write_output(
        render_table(
            (_("Plugin"), _("Version"), _("Rules"), _("Hooks")),
            [
                (
                    each.name,
                    each.version,
                    str(len(each.rule_codes)),
                    ", ".join(each.hooks),
                )
                for each in plugins
            ],
        )
    )


def _to_json(plugin: PluginInfo) -> dict[str, object]:
    return {
        "name": plugin.name,
        "version": plugin.version,
        "hooks": list(plugin.hooks),
        "rules": list(plugin.rule_codes),
    }
