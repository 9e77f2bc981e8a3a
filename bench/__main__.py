"""`python -m bench docx`, `annotate`, `pdf`, `xlsx`, `reports`, `plugins`: the command line.

`python -m bench accuracy`, `audit`, `labels`, `robust` and `soak` have options of their
own; see `--help`.
"""

import argparse
import importlib
import sys

ROUNDS, SHORT_ROUNDS = 9, 3
BENCHMARKS = ("annotate", "docx", "pdf", "plugins", "reports", "xlsx")
COMMANDS = ("accuracy", "audit", "labels", "robust", "soak")
"""Benchmarks with a command line of their own."""


def main() -> int:
    """Measure, print, and say with `--strict` whether every goal was reached."""
    if sys.argv[1:2] and sys.argv[1] in COMMANDS:
        command = importlib.import_module(f"bench.{sys.argv[1]}.command")
        return int(command.main(sys.argv[2:]))
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("benchmark", choices=BENCHMARKS)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="default: 9")
    parser.add_argument("--short", action="store_true", help="three rounds")
    parser.add_argument("--strict", action="store_true", help="exit 1 below a goal")
    options = parser.parse_args()
    rounds = SHORT_ROUNDS if options.short else options.rounds
    # The others stay out: what this process holds counts into its children's peak memory.
    benchmark = importlib.import_module(f"bench.{options.benchmark}")
    found = benchmark.figures(rounds)
    sys.stdout.write(benchmark.report(found, rounds) + "\n")
    is_short = not all(figure.is_reached for figure in found)
    return int(options.strict and is_short)


if __name__ == "__main__":
    sys.exit(main())
