"""A rule as SARIF describes it: title, help in Markdown, level and tags."""

from plancheck.reporters.words import Voice, clean, without_marks
from plancheck.sdk import Certainty, Result, Severity

Json = dict[str, object]

LEVEL_OF = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}

_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}

_PRECISIONS = {
    Certainty.HIGH: "high",
    Certainty.MEDIUM: "medium",
    Certainty.LOW: "low",
}


def descriptor(result: Result, voice: Voice) -> Json:
    """The rule of a result, in the language of the report where its page is in it."""
    page = result.page(voice.language)
    title = voice.title(result)
    source = clean(result.source.text(voice.translate))
    if page and not result.source.is_whole:
        page = page.with_source(f"{source}.")
    cited = voice.source(result)
    plain = without_marks(page.text) if page else title
    return {
        "id": result.code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} {cited}"},
        "help": {
            "text": f"{plain.strip()}\n\n{cited}",
            "markdown": f"{(page.text if page else title).strip()}\n\n{cited}",
        },
        "defaultConfiguration": {"level": LEVEL_OF[result.severity]},
        "properties": {
            "category": result.category,
            "criteria": list(result.criteria),
            "tags": [result.category],
            "precision": _PRECISIONS[result.certainty],
            "problem.severity": _PROBLEMS[result.severity],
        },
    }
