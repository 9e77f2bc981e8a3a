"""What an audit leaves beside its database for people: pages and a workbook."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from plancheck.cli.intermunicipal import own_pages_folder, write_own_pages
from plancheck.cli.output import write_output
from plancheck.errors import IncompleteError, PlancheckError
from plancheck.intermunicipal import NothingToCompareError, compare, read_audit
from plancheck.intermunicipal.opening import open_audit
from plancheck.intermunicipal.reading import run_before

WORKBOOK = "results.xlsx"


class PagesError(IncompleteError):
    """The process that writes the pages was ended, for want of memory perhaps."""

    def __init__(self, page: str) -> None:
        super().__init__(
            "What was judged is kept, but {page} could not be written: the process that "
            "makes it was ended. Write it with `plancheck compare`.",
            page=page,
        )


def write_pages(database: str, page: Path, language: str) -> None:
    """Write the comparison of the newest run as a page and a workbook, and each programme.

    A process of its own does it: the one that watches over an audit needs no more memory
    for many programmes than for few.

    Args:
        database: Path or URL of the database, which nobody writes to any more.
        page: Where the page goes; the workbook and a folder with the pages of the
            programmes stand beside it.
        language: The reader's.

    Raises:
        PlancheckError: A file cannot be written, or who writes it was ended.
    """
    context = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as worker:
        try:
            failure = worker.submit(_write, database, page, language).result()
        except BrokenProcessPool as error:
            raise PagesError(str(page)) from error
    if failure:
        template, facts = failure
        raise PlancheckError(template, **facts)


def _write(
    database: str, page: Path, language: str
) -> tuple[str, dict[str, object]] | None:
    """Write both, or tell what went wrong by its sentence and its facts.

    Errors of ours are not raised: they cannot travel from one process to another.
    """
    from plancheck.intermunicipal import pages, sheets  # noqa: PLC0415 - slow to import

    try:
        with open_audit(database) as opened:
            now = read_audit(opened, database)
            other = run_before(opened, now.number)
            before = read_audit(opened, database, other) if other else None
            found = compare(now, before)
            write_own_pages(page, opened, found, language)
        write_output(
            pages.render_comparison(found, language, own_pages_folder(page).name), page
        )
        write_output(
            sheets.comparison_workbook(found, language), page.with_name(WORKBOOK)
        )
    except NothingToCompareError:  # no programme was judged, as the run has said
        return None
    except PlancheckError as error:
        facts: dict[str, object] = {
            name: str(value) for name, value in error.facts.items()
        }
        return error.template, facts
    return None
