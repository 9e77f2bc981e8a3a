"""Reads a municipality's development programme and says, with evidence, what is missing.

The front door: `check` judges a programme and returns a `Report`, `read` only reads it.
They are imported when they are first asked for, so that `import plancheck` is cheap.
"""

import importlib

__version__ = "0.1.0"

_FRONT_DOOR = {
    "Report": "plancheck.model.report",
    "Settings": "plancheck.settings",
    "check": "plancheck.checker",
    "read": "plancheck.reading",
}

__all__ = ["Report", "Settings", "__version__", "check", "read"]


def __getattr__(name: str) -> object:
    if name in _FRONT_DOOR:
        return getattr(importlib.import_module(_FRONT_DOOR[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_FRONT_DOOR])
