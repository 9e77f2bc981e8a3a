"""Real documents that are no programmes, where the corpus lies beside the checkout."""

import os
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.cli import main
from plancheck.model.report import Outcome
from plancheck.settings import Settings

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()
SEEDS = CORPUS.parent / "seeds"
REVIEW = SEEDS / "002_ef790ee5b0404b15.txt"
READ = {".docx", ".pdf", ".xlsx", ".xls", ".txt"}

pytestmark = pytest.mark.skipif(
    not CORPUS.exists(),
    reason="the corpus of real documents is not beside this checkout",
)


def documents() -> list[Path]:
    folders = (SEEDS, CORPUS / "negatives" / "lv")
    found = [path for folder in folders for path in sorted(folder.glob("*"))]
    return [path for path in found if path.suffix.lower() in READ]


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_document_that_is_no_programme_is_said_to_be_none(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", "--lang", "en", str(path)])

    assert status == 3
    assert "does not look like a development programme" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["TF01", "GV01"])
def test_words_in_sentences_that_deny_the_thing_are_not_the_thing(code: str) -> None:
    report = check(REVIEW, Settings(profile="lv-municipality"))

    [result] = [each for each in report.results if each.code == code]
    assert result.outcome is Outcome.FAIL
    assert result.verdict is not None
    assert result.verdict.score <= 1
