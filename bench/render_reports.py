"""Prints as JSON what reading a programme and rendering its report in each format took.

Seconds of CPU, in a process of its own: a format pays for the libraries that it imports.
"""

import gc
import json
import sys
from pathlib import Path
from time import process_time

import plancheck
from plancheck.plugins.host import load_plugins


def main(path: Path, language: str = "lv") -> None:
    """Read, check, and render in each installed format."""
    gc.set_threshold(200_000, 20, 20)  # as the command line does
    start = process_time()
    plancheck.read([path])
    took = {"reading": process_time() - start}
    report = plancheck.check([path])
    for reporter in load_plugins().reporters:
        start = process_time()
        reporter.render(report, language)
        took[reporter.name] = process_time() - start
    sys.stdout.write(json.dumps(took))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
