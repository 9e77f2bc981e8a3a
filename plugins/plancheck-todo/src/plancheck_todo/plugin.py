"""What the plugin brings: a reporter."""

from collections.abc import Iterable

from plancheck.sdk import Report, Reporter, hookimpl


def render(report: Report, language: str) -> str:
    """The list of things to do, as Markdown."""
    # Imported when it is used: most checks write another format.
    from plancheck_todo.checklist import render_checklist  # noqa: PLC0415

    return render_checklist(report, language)


@hookimpl
def plancheck_reporters() -> Iterable[Reporter]:
    """Give the reporter."""
    return [Reporter("todo", ".md", render)]
