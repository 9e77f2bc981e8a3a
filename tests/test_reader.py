import dataclasses
from pathlib import Path

import pytest

from plancheck.model.document import Document
from plancheck.reader import Reader, ReadingOptions
from plancheck.readers.markdown import parse_markdown
from plancheck.sdk import UnreadableDocumentError

TABLE = "| a | b |\n|---|---|\n| c | d |\n"


@pytest.mark.parametrize(
    "text", ["x" * 30, f"# {'x' * 30}\n", TABLE.replace("d", "x" * 30)]
)
def test_more_text_than_any_programme_has_is_refused_whoever_read_it(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plancheck.reader.MAX_LETTERS", 20)

    def read(path: Path) -> Document:
        return dataclasses.replace(parse_markdown(text), name=str(path))

    reader = Reader("endless", (".endless",), read)

    with pytest.raises(UnreadableDocumentError, match=r"plan\.endless .* more text"):
        reader.document(Path("plan.endless"), ReadingOptions())

    monkeypatch.setattr("plancheck.reader.MAX_LETTERS", 40)
    assert reader.document(Path("plan.endless"), ReadingOptions()).blocks
