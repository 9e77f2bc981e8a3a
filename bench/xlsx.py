"""How fast an investment plan in Excel is read, as a ratio to bare calamine."""

import sys
from collections.abc import Sequence

from bench.figures import Figure, table
from bench.make_xlsx import plan_path
from bench.measure import Cost, Spread, in_turn

START = "import sys, pathlib; from plancheck.readers.xlsx import read_xlsx, reading"
READ = f"{START}; read_xlsx(pathlib.Path(sys.argv[1]))"
BARE_START = "import sys, bench.bare_xlsx"
BARE = f"{BARE_START}; bench.bare_xlsx.rows(sys.argv[1])"
GOALS = {
    "reading / bare calamine": 3.0,
    "peak memory of reading, MB": 150.0,
}


def figures(rounds: int) -> list[Figure]:
    """Measure everything in that many rounds.

    The start of Python and its imports would be most of the time: what a process takes
    that only imports is left out on both sides.
    """
    costs = in_turn(
        rounds,
        {
            name: (sys.executable, "-c", code, str(plan_path()))
            for name, code in (
                ("bare start", BARE_START),
                ("bare", BARE),
                ("start", START),
                ("read", READ),
            )
        },
    )
    speed, memory = GOALS
    return [
        Figure(
            speed,
            _ratio(costs, "cpu_seconds"),
            GOALS[speed],
            _ratio(costs, "wall_seconds"),
        ),
        Figure(
            memory,
            Spread.of([cost.peak_megabytes for cost in costs["read"]]),
            GOALS[memory],
        ),
    ]


def _ratio(costs: dict[str, list[Cost]], measure: str) -> Spread:
    """Reading to bare calamine in each round, both without their start."""

    def net(name: str, start: str) -> list[float]:
        pairs = zip(costs[name], costs[start], strict=True)
        return [getattr(full, measure) - getattr(idle, measure) for full, idle in pairs]

    read, bare = net("read", "start"), net("bare", "bare start")
    return Spread.of([above / below for above, below in zip(read, bare, strict=True)])


def report(found: Sequence[Figure], rounds: int) -> str:
    """A table of the figures, a line each."""
    return table(
        f"72,000 cells on six sheets; processes without start, {rounds} rounds in turn;",
        found,
    )
