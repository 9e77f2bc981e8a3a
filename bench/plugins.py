"""What twenty plugins of ten rules each add to a check, as time and as a ratio."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure, table
from bench.measure import Spread, in_turn

PLUGINS, RULES = 20, 10
SAMPLE = Path(__file__).parents[1] / "sample_docs" / "english"
GOALS = {"loading 200 rules, ms": 50.0, "check with / without them": 1.25}
_RULE = '''
@rule("{code}", category="monitoring", severity="info", source="Benchmark")
def {name}(programme: Programme, *, filled: float = 0.5) -> Verdict:
    """Measures have a result."""
    return Verdict.of_share(
        programme.measures, lambda each: each.result, missing="{{name}}", pass_at=filled
    )

'''
_HOOK = '''
@hookimpl
def plancheck_rules() -> list[Rule]:
    """The rules of this plugin."""
    return [{names}]
'''
LOAD = "from plancheck.plugins.host import load_plugins; load_plugins().rules_by_plugin"
CHECK = "import sys; from plancheck import checker; checker.check(sys.argv[1])"


def install(folder: Path) -> None:
    """Write the plugins as installed distributions."""
    for number in range(PLUGINS):
        module = f"bench_plugin_{number}"
        rules = [
            (f"B{chr(65 + number)}{each:02}", f"rule_{each}") for each in range(RULES)
        ]
        text = "from plancheck.sdk import Programme, Rule, Verdict, hookimpl, rule\n"
        text += "".join(_RULE.format(code=code, name=name) for code, name in rules)
        text += _HOOK.format(names=", ".join(name for _, name in rules))
        (folder / f"{module}.py").write_text(text, encoding="utf-8")
        info = folder / f"{module}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {module}\nVersion: 1\n", "utf-8")
        entry = f"[plancheck]\n{module} = {module}\n"
        (info / "entry_points.txt").write_text(entry, encoding="utf-8")


def figures(rounds: int) -> list[Figure]:
    """Measure loading and a whole check, with the plugins and without them, in turn."""
    with tempfile.TemporaryDirectory() as name:
        install(Path(name))
        os.environ["PYTHONPATH"] = os.pathsep.join(
            [name, os.environ.get("PYTHONPATH", "")]
        ).rstrip(os.pathsep)
        none = "import os; os.environ['PLANCHECK_PLUGINS'] = ''; "
        costs = in_turn(
            rounds,
            {
                "load": (sys.executable, "-c", LOAD),
                "load none": (sys.executable, "-c", none + LOAD),
                "check": (sys.executable, "-c", CHECK, str(SAMPLE)),
                "check none": (sys.executable, "-c", none + CHECK, str(SAMPLE)),
            },
        )
    pairs = zip(costs["load"], costs["load none"], strict=True)
    added = [1000 * (each.cpu_seconds - none.cpu_seconds) for each, none in pairs]
    checks = zip(costs["check"], costs["check none"], strict=True)
    ratios = [each.cpu_seconds / none.cpu_seconds for each, none in checks]
    loading, checking = GOALS
    return [
        Figure(loading, Spread.of(added), GOALS[loading]),
        Figure(checking, Spread.of(ratios), GOALS[checking]),
    ]


def report(found: Sequence[Figure], rounds: int) -> str:
    """A table of the figures, a line each."""
    return table(
        f"{PLUGINS} plugins of {RULES} rules each; whole processes, {rounds} rounds;",
        found,
    )
