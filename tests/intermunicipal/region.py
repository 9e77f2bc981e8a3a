"""A region of made-up programmes, to be changed one thing at a time."""

from dataclasses import replace

from plancheck.intermunicipal.reading import Ended, Judged, Planned, Run, Scored
from plancheck.model.location import Location

CRITERIA = (
    ("M1", "monitoring", "Indicators are defined"),
    ("M2", "monitoring", "Indicators have values"),
    ("F1", "funding", "Sources are combined"),
)


def planned(text: str, code: str = "1.1.", kind: str = "measure") -> Planned:
    place = Location("plans.md", ("3. Rīcības plāns",), table_number=1, row_number=2)
    return Planned(kind, code, text.split(" | ", maxsplit=1)[0], text, place)


def judged(
    municipality: str,
    *rows: str,
    scores: tuple[int | None, ...] = (4, 4, 4),
    region: str = "",
    failing: tuple[str, ...] = (),
    language: str = "lv",
) -> Judged:
    """A programme with these rows in its plans and these scores of `CRITERIA`."""
    results = tuple(
        Ended(
            code,
            f"Requirement {code}",
            "monitoring",
            "warning",
            "fail" if code in failing else "pass",
            1 if code in failing else 4,
            f"What {code} found.",
        )
        for code in ("MO01", "MO02", "FF01")
    )
    return Judged(
        path=f"{municipality.split(maxsplit=1)[0].casefold()}.md"
        if municipality
        else "x.md",
        municipality=municipality,
        region=region,
        language=language,
        criteria=tuple(
            Scored(*criterion, score, None if score is None else float(score))
            for criterion, score in zip(CRITERIA, scores, strict=True)
        ),
        results=results,
        planned=tuple(map(planned, rows)),
        documents=("plans.md",),
    )


def unread(path: str) -> Judged:
    """A programme that there is no report of."""
    return replace(judged("", scores=(None, None, None)), path=path, failure="Torn.")


def run(*programmes: Judged, number: int = 1) -> Run:
    return Run(number, "2026-06-01T08:00:00+00:00", "2026-06-01", programmes)
