"""`plancheck explain`: the page of one rule."""

import gettext
from io import StringIO
from pathlib import Path

import click
from rich.console import Console
from rich.markdown import Markdown

from plancheck.catalogue import load_pages
from plancheck.catalogue.measured import load_measured
from plancheck.cli.language import spoken_language
from plancheck.cli.options import language_option, rules_option, without_option
from plancheck.cli.output import is_styled, terminal_width, write_output
from plancheck.cli.rules import title_of, weight_of
from plancheck.model.day import today
from plancheck.model.page import page_in
from plancheck.model.source import Source
from plancheck.plugins.host import Host, load_plugins
from plancheck.rule import Rule
from plancheck.settings.checked_toml import unknown_name
from plancheck.sources.citing import cite, name_of
from plancheck.sources.register import register
from plancheck.sources.validity import describe
from plancheck.translation import Translate, translator

_ = gettext.gettext

LINE_LENGTH = 100
"""The longest line of a page: longer ones are hard to read."""


@click.command(
    "explain", help=_("Show the page of a rule: why it is there, how to mend.")
)
@click.argument("code")
@click.option(
    "--profile",
    "profile_name",
    metavar="NAME",
    help=_("Name only acts that bind the programmes of a profile."),
)
@language_option
@without_option
@rules_option
def command(
    code: str,
    profile_name: str | None,
    language: str | None,
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
) -> None:
    """Write the page: rendered on a terminal, Markdown elsewhere."""
    language = language or spoken_language()
    host = load_plugins(without, rule_files)
    rules = {rule.code: rule for rule in host.rules}
    rule = rules.get(code.upper())
    if rule is None:
        raise unknown_name("rule", code, rules, "explain")
    source = cite(rule.source, today(), _jurisdictions(profile_name, host))
    text = _with_weight(
        _text(rule, source, language), weight_of(rule, translator(language))
    )
    text += _measured(rule, translator(language))
    text += _acts(source, translator(language))
    write_output(_rendered(text) if is_styled() else text)


def _jurisdictions(profile_name: str | None, host: Host) -> tuple[str, ...] | None:
    """Whose acts bind the programmes of a profile; None for all, or without a profile."""
    if profile_name is None:
        return None
    profiles = host.profiles
    if profile_name not in profiles:
        raise unknown_name("profile", profile_name, profiles, "explain")
    return profiles[profile_name].jurisdictions


def _text(rule: Rule, source: Source, language: str) -> str:
    """The rule's page, or what its data say, with no act that binds elsewhere."""
    cited = source.text(translator(language))
    page = page_in(load_pages(rule), language)
    if page is None:
        return _without_page(rule, title_of(rule, language), cited)
    return (page if source.is_whole else page.with_source(f"{cited}.")).text


def _with_weight(text: str, weight: str) -> str:
    """The page with the rule's severity and certainty under its title."""
    title, _newline, rest = text.partition("\n")
    return f"{title}\n\n{_('Severity')}: {weight}\n{rest}"


def _measured(rule: Rule, translate: Translate) -> str:
    """How right the rule was measured to be; empty where it was not measured."""
    measured = load_measured(rule)
    if measured is None:
        return ""
    lines = [each.text(translate) for each in measured.sentences]
    return "\n".join(["", f"## {translate('How right it is')}", "", *lines, ""])


def _acts(source: Source, translate: Translate) -> str:
    """The acts that a source refers to, with their editions; empty where there are none."""
    acts = register()
    lines = []
    for id_ in source.acts:
        said = [each.text(translate) for each in describe(acts[id_], acts)]
        name = name_of(acts[id_]).text(translate)
        lines.append(f"- {name}: {'; '.join(said)}. {acts[id_].url}".rstrip())
    heading = translate("Acts and methods, with their editions")
    return "\n".join(["", f"## {heading}", "", *lines, ""]) if lines else ""


def _without_page(rule: Rule, title: str, source: str) -> str:
    """What a rule's data say, for one that has no page."""
    lines = [f"# {rule.code}: {title}", "", f"{_('Source')}: {source}"]
    for name, default in rule.options.items():
        lines += ["", f"{_('Option')}: `{name}` = {default}"]
    return "\n".join(lines) + "\n"


def _rendered(text: str) -> str:
    stream = StringIO()
    width = min(terminal_width(), LINE_LENGTH)
    Console(file=stream, width=width, force_terminal=True).print(Markdown(text))
    return stream.getvalue()
