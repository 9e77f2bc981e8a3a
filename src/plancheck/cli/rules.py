"""`plancheck rules`: the catalogue, one row a rule."""

import gettext
import json
from pathlib import Path

import click

from plancheck.catalogue import load_pages
from plancheck.cli.language import spoken_language
from plancheck.cli.options import (
    format_option,
    language_option,
    rules_option,
    without_option,
)
from plancheck.cli.output import write_output
from plancheck.cli.table import render_table
from plancheck.model.categories import Category
from plancheck.model.day import today
from plancheck.model.page import page_in
from plancheck.plugins.host import load_plugins
from plancheck.reporters.words import CATEGORY_TITLES, CERTAINTY_WORDS, SEVERITY_WORDS
from plancheck.rule import Rule
from plancheck.sources.citing import cite
from plancheck.translation import Translate, translator

_ = gettext.gettext


@click.command("rules", help=_("List all rules."))
@format_option("text", "json")
@language_option
@without_option
@rules_option
def command(
    format_name: str,
    language: str | None,
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
) -> None:
    """Write one row a rule, in the order of categories and codes."""
    language = language or spoken_language()
    order = list(Category)
    rules = sorted(
        load_plugins(without, rule_files).rules,
        key=lambda rule: (order.index(rule.category), rule.code),
    )
    if format_name == "json":
        rows = [_to_json(rule, language) for rule in rules]
        write_output(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    translate = translator(language)
    write_output(
        render_table(
            (_("Code"), _("Severity"), _("Category"), _("Requirement")),
            [
                (
                    rule.code,
                    weight_of(rule, translate),
                    translate(CATEGORY_TITLES[rule.category]),
                    title_of(rule, language),
                )
                for rule in rules
            ],
        )
    )


def title_of(rule: Rule, language: str) -> str:
    """The requirement in a language, from the rule's page where it has one in it."""
    page = page_in(load_pages(rule), language)
    if page and page.language == language:
        return page.title
    return translator(language)(rule.title)


def weight_of(rule: Rule, translate: Translate) -> str:
    """The severity, and how sure the rule is where its findings may be wrong."""
    words = [SEVERITY_WORDS[rule.severity], CERTAINTY_WORDS[rule.certainty]]
    return ", ".join(translate(word) for word in words if word)


def _to_json(rule: Rule, language: str) -> dict[str, object]:
    return {
        "code": rule.code,
        "title": title_of(rule, language),
        "category": rule.category,
        "criteria": list(rule.criteria),
        "severity": rule.severity,
        "certainty": rule.certainty,
        "source": cite(rule.source, today()).text(translator(language)),
        "options": dict(rule.options),
    }
