"""A Sphinx extension that writes the reference of `plancheck.sdk` from its docstrings."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import indent
from typing import Protocol

from plancheck import sdk

INTRODUCTION = """# The sdk, name by name

`plancheck.sdk` is all that a plugin imports. What stands here is public: a name is not
taken away, and no argument changes its meaning, without a version that announces it. The
modules that the names come from are not public.
"""


class _Application(Protocol):
    """What is used of Sphinx: the tests read this module without it."""

    srcdir: str

    def connect(self, event: str, callback: Callable[["_Application"], None]) -> int:
        """Call back at an event of the build."""
        ...


def reference() -> str:
    """The page: a section a name, classes with their public members."""
    sections = (_section(name, getattr(sdk, name)) for name in sorted(sdk.__all__))
    return "\n".join([INTRODUCTION, *sections])


def _section(name: str, thing: object) -> str:
    lines = [f"## `{name}`", ""]
    if inspect.isclass(thing):
        lines += [_code(thing), _members(thing)]
    elif callable(thing) and inspect.getdoc(thing):
        lines += [f"```text\n{name}{_signature(thing)}\n```\n", _code(thing)]
    else:
        lines += [f"A value of the type `{type(thing).__name__}`.\n"]
    return "\n".join(lines)


def _members(kind: type) -> str:
    """The public methods and properties that a class defines itself."""
    lines = [
        f"- `{name}{_signature(member)}`: {_first_line(member)}"
        for name, member in vars(kind).items()
        if not name.startswith("_") and _first_line(member)
    ]
    return "\n".join([*lines, ""])


def _first_line(member: object) -> str:
    is_ours = inspect.isfunction(member) or isinstance(
        member, property | classmethod | staticmethod
    )
    is_cached = type(member).__name__ == "cached_property"
    if not is_ours and not is_cached:
        return ""
    return (inspect.getdoc(member) or "").partition("\n")[0]


def _signature(member: object) -> str:
    function = getattr(member, "__func__", member)
    if not inspect.isfunction(function):
        return ""
    parameters = inspect.signature(function).parameters
    shown = [_shown(each) for each in parameters.values() if each.name not in _SELF]
    return f"({', '.join(shown)})"


_SELF = frozenset({"self", "cls"})


def _shown(parameter: inspect.Parameter) -> str:
    if parameter.kind is parameter.VAR_KEYWORD:
        return f"**{parameter.name}"
    if parameter.default is parameter.empty:
        return parameter.name
    return f"{parameter.name}={parameter.default!r}"


def _code(thing: object) -> str:
    """The docstring as it is written: it has shapes, units and errors in columns."""
    return "\n".join(_fenced(inspect.getdoc(thing) or ""))


def _fenced(text: str) -> Iterator[str]:
    first, _, rest = text.partition("\n")
    yield first
    yield ""
    if rest.strip():
        yield "```text"
        yield indent(rest.strip("\n"), "")
        yield "```"
        yield ""


def _write(app: _Application) -> None:
    path = Path(app.srcdir) / "sdk.md"
    text = reference()
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def setup(app: _Application) -> dict[str, bool]:
    """Write the page when a build starts."""
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True}
