"""Real and odd Word files: none crashes or hangs, and no text of one is lost unsaid."""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from plancheck.readers.docx import READER, read_docx
from plancheck.sdk import Document, Heading, Table, UnreadableDocumentError
from tests.readers.docx.accounting import account

ROOT = Path(__file__).parents[3]
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()
FILES = sorted(path for path in CORPUS.rglob("*") if path.suffix in READER.suffixes)
MAX_SECONDS = 20
REASONS = {
    "read",
    "deleted",
    "moved away",
    "hidden",
    "alternative of what is read",
    "note that nothing cites",
}

needs_corpus = pytest.mark.skipif(
    not FILES, reason=f"The corpus of real documents is not at {CORPUS}."
)


@pytest.fixture(scope="module")
def documents() -> dict[Path, Document]:
    """Every file that can be read."""
    read = {}
    for path in FILES:
        start = time.process_time()
        try:
            read[path] = read_docx(path)
        except UnreadableDocumentError as error:
            assert error.remedy, path  # noqa: PT017 - any other error fails the test
        assert time.process_time() - start < MAX_SECONDS, path
    return read


@needs_corpus
def test_most_files_are_read_and_the_others_say_why(
    documents: dict[Path, Document],
) -> None:
    assert len(documents) >= 0.9 * len(FILES)


@needs_corpus
def test_no_text_is_lost_without_a_reason(documents: dict[Path, Document]) -> None:
    accounts = {path: account(path, document) for path, document in documents.items()}

    lossy = {
        path.name: each.lost or each.expected
        for path, each in accounts.items()
        if each.characters_lost
    }
    assert lossy == {}
    reasons = sum((each.reasons for each in accounts.values()), Counter())
    assert reasons.keys() <= REASONS


@needs_corpus
def test_every_place_in_the_plans_is_whole(documents: dict[Path, Document]) -> None:
    for path, document in documents.items():
        if "plans" not in path.parts:
            continue
        for index, block in enumerate(document.blocks):
            assert block.location.document == str(path)
            assert block.location.block_index == index
            if isinstance(block, Heading):
                assert block.location.section[-1] == block.text
            if isinstance(block, Table):
                assert all(cell is not None for cell in block.grid[0]), block.location


@needs_corpus
def test_the_sections_of_the_latvian_plan_are_found(
    documents: dict[Path, Document],
) -> None:
    [plan] = [each for path, each in documents.items() if "liepaja" in path.name]

    titles = [section.title for section in plan.walk()]
    assert "2. Vispārējā stratēģija" in titles
    assert "5. Plāna uzraudzība un monitorings" in titles
    assert len(plan.tables) == 180  # all that its XML has
