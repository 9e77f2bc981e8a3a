"""All that a rule, a reader or a reporter may import of plancheck.

The names stand in `sdk.pyi`, beside this file, as imports: a checker of types reads them
there, and so does this module, which imports each name when it is first asked for. A
reader needs a few of them, and an audit in which nothing has changed needs readers alone:
to import all that rules may ask would be most of what such a run takes.
"""

import ast
import importlib
from functools import cache
from pathlib import Path


@cache
def _homes() -> dict[str, str]:
    """By each name the module that it is imported from."""
    stub = Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    return {
        each.name: str(line.module)
        for line in ast.parse(stub).body
        if isinstance(line, ast.ImportFrom)
        for each in line.names
    }


def __getattr__(name: str) -> object:
    if name == "__all__":
        return list(_homes())
    if name not in _homes():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_homes()[name]), name)
    globals()[name] = value  # asked once
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_homes()])
