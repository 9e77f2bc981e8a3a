"""What the tests of audits share: a folder of small programmes, and a run of them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from plancheck.audit.database import Database, SqliteDatabase
from plancheck.audit.found import Found
from plancheck.audit.limits import Limits
from plancheck.audit.orders import Orders
from plancheck.audit.run import Audit, Progress, run
from plancheck.settings import Settings
from tests.programmes import SMALL

ASKED = Settings(
    profile="lv-municipality", select=("MO", "DS01"), as_of=dt.date(2026, 1, 1)
)
"""Few rules: tests of audits are not tests of rules."""


@dataclass
class Folder:
    """A folder of programmes, and the audit of it."""

    path: Path
    seen: list[str] = field(default_factory=list)

    @property
    def programmes(self) -> Path:
        """Where the programmes are."""
        return self.path / "programmes"

    @property
    def database(self) -> Path:
        """Where the results are."""
        return self.path / "out" / "results.sqlite"

    def write(self, name: str, text: str = SMALL) -> Path:
        """Write a programme of one file, or a volume of one."""
        file = self.programmes / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def audit(  # noqa: PLR0913 - all but the settings by keyword
        self,
        asked: Settings = ASKED,
        *,
        stop_after: int | None = None,
        jobs: int = 0,
        seconds: float = 20,
        database: Database | None = None,
        source: str = "",
        is_resumed: bool = False,
        is_retried: bool = False,
        scheduler: str | None = None,
    ) -> Progress:
        """Audit it; `seen` has the programmes in the order in which they were done."""
        self.database.parent.mkdir(exist_ok=True)
        orders = Orders(asked, self.programmes, self.database.parent.absolute())
        audit = Audit(
            source or str(self.programmes),
            self.database.parent,
            orders,
            Limits(seconds),
            jobs,
            is_resumed=is_resumed,
            is_retried=is_retried,
            scheduler=scheduler,
        )
        database = database or SqliteDatabase(self.database)
        self.seen.clear()
        try:
            progress, _counts = run(
                audit, orders.host(), database, self._watch(stop_after)
            )
        finally:
            database.close()
        return progress

    def _watch(self, stop_after: int | None) -> Callable[[Progress, Found], None]:
        def watch(progress: Progress, found: Found) -> None:
            self.seen.append(found.label)
            if progress.done == stop_after:
                raise KeyboardInterrupt

        return watch


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """An empty folder of programmes, in the folder that the run is in."""
    monkeypatch.chdir(tmp_path)
    made = Folder(Path())
    made.programmes.mkdir()
    return made
