"""What all tests share: golden files, a small programme, and no plugin that is installed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.programmes import SMALL
from tests.sites import Site

os.environ["PLANCHECK_PLUGINS"] = ""  # a test says itself which plugins it wants
os.environ["LANGUAGE"] = "en"
os.environ["PLANCHECK_CACHE"] = ""  # a test that wants a cache names a folder

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write the golden files anew; review them as a diff.",
    )


@pytest.fixture(autouse=True)
def same_language_for_each_test() -> Iterator[None]:
    """A command with `--lang` keeps its language in the environment; the next test has its own."""
    language = os.environ["LANGUAGE"]
    yield
    os.environ["LANGUAGE"] = language


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file, by the file's name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small programme in a file, alone in its folder."""
    path = tmp_path / "small.md"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def site(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Site:
    """A folder of installed plugins, all of which are loaded."""
    return Site(tmp_path_factory.mktemp("site"), monkeypatch)
