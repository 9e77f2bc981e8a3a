"""`python -m bench accuracy`: measures, prints, keeps and compares the figures."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.changes import CHANGES, Change, load_changes
from bench.accuracy.figures import (
    FIGURES,
    fallen,
    is_reached,
    load_known,
    rates,
    render_figures,
)
from bench.accuracy.measure import Case, Plan, Variant, measure, plan
from bench.accuracy.plugin import PluginFolder, plugin_folder
from bench.accuracy.programmes import ROOT, Complete, load_programmes
from bench.accuracy.report import render_json, render_page, render_table
from bench.measured import record_measured
from plancheck.plugins.host import load_plugins
from plancheck.testing.files import FORMATS, Files, default_cache, office

PAGE = ROOT / "docs" / "accuracy.md"


def main(arguments: Sequence[str]) -> int:
    """Measure as asked; 1 where a case is newly wrong or a goal is missed."""
    options = _parser().parse_args(arguments)
    formats = _formats(options.formats.split(","))
    plugin = plugin_folder(options.plugin) if options.plugin else None
    host = plugin.host() if plugin else load_plugins()
    if plugin:
        options.codes = options.codes or plugin.codes(host)
    work = _plan(options, plugin)
    files = Files(options.cache)
    tell = _told if sys.stderr.isatty() or options.verbose else lambda _: None
    found = measure(
        work, formats, files, host, options.codes, jobs=options.jobs, on_step=tell
    )
    cases = list(found)
    sys.stdout.write((render_json if options.json else render_table)(cases) + "\n")
    figures = plugin.figures if plugin else FIGURES
    if options.record:
        figures.write_text(render_figures(cases), encoding="utf-8")
        if not plugin:
            titles = {rule.code: rule.title for rule in host.rules}
            PAGE.write_text(render_page(cases, titles), encoding="utf-8")
            record_measured()
    new = fallen(cases, load_known(figures)) if options.check else []
    for case in new:
        sys.stderr.write(f"Newly {case.end.value}: {case.id}\n")
    missed = options.strict and not _reaches_goals(cases)
    return int(bool(new) or missed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench accuracy", description=__doc__
    )
    parser.add_argument(
        "codes", nargs="*", help="rules, or beginnings of codes: MO CL01"
    )
    parser.add_argument("--formats", default=",".join(FORMATS), help="default: all")
    parser.add_argument("--programmes", help="names, parted by commas; default: all")
    parser.add_argument("--kinds", help="break, weak, harmless; default: all")
    parser.add_argument("--name", help="only changes whose name contains this")
    parser.add_argument(
        "--no-generic", action="store_true", help="only rules' own changes"
    )
    parser.add_argument(
        "--short",
        action="store_true",
        help="one change of each kind a rule, in its smallest programme",
    )
    parser.add_argument(
        "--plugin",
        type=Path,
        metavar="FOLDER",
        help="measure the rules of an installed plugin, or of a folder of rules, by its "
        "changes/CODE.toml, in our programmes and those of its programmes.toml",
    )
    parser.add_argument("--json", action="store_true", help="print every case as JSON")
    parser.add_argument(
        "--check", action="store_true", help="exit 1 when a figure falls"
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 below a goal")
    parser.add_argument(
        "--record",
        action="store_true",
        help="keep the figures, and write docs/accuracy.md",
    )
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument(
        "--jobs", type=int, default=1, help="processes that check at once; default: 1"
    )
    parser.add_argument(
        "--verbose", action="store_true", help="say what is being checked"
    )
    return parser


def _formats(asked: Sequence[str]) -> list[str]:
    """The formats asked for, without PDF where nothing can make it."""
    unknown = set(asked) - set(FORMATS)
    if unknown:
        message = f"There is no format {', '.join(sorted(unknown))}."
        raise SystemExit(message)
    if "pdf" in asked and office() is None:
        sys.stderr.write("LibreOffice is not installed; PDF is left out.\n")
        return [each for each in asked if each != "pdf"]
    return list(asked)


def _plan(options: argparse.Namespace, plugin: PluginFolder | None) -> Plan:
    known = load_programmes()
    if plugin:
        known |= load_programmes(plugin.programmes, plugin.path)
    programmes = [
        each
        for each in known.values()
        if not options.programmes or each.name in options.programmes.split(",")
    ]
    folder = plugin.changes if plugin else CHANGES
    changes = [
        change for change in load_changes(folder) if _is_asked_for(change, options)
    ]
    kinds = options.kinds.split(",") if options.kinds else ["harmless"]
    work = plan(
        programmes, changes, with_generic=not options.no_generic and "harmless" in kinds
    )
    if options.name:
        named = [each for each in work.variants if options.name in each.name]
        work = Plan(work.programmes, named)
    return _short(work) if options.short else work


def _is_asked_for(change: Change, options: argparse.Namespace) -> bool:
    is_kind = not options.kinds or change.kind in options.kinds.split(",")
    return is_kind and (
        not options.codes or change.code.startswith(tuple(options.codes))
    )


def _short(work: Plan) -> Plan:
    """One change of each kind a rule in its smallest programme, and the generic ones there."""
    smallest = min(work.programmes, key=_size)
    chosen: dict[tuple[str, str], Variant] = {}
    generic = []
    for variant in sorted(work.variants, key=lambda each: _size(each.programme)):
        if variant.change is not None:
            chosen.setdefault((variant.change.code, variant.change.kind), variant)
        elif variant.programme is smallest:
            generic.append(variant)
    return Plan(work.programmes, [*chosen.values(), *generic])


def _size(programme: Complete) -> int:
    return programme.size


def _reaches_goals(cases: Sequence[Case]) -> bool:
    by_kind = rates(cases)
    return all(is_reached(kind, found) for kind, found in by_kind.items())


def _told(what: str) -> None:
    sys.stderr.write(f"\r\033[K{what}")
    sys.stderr.flush()
