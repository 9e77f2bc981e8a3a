"""What a run asks for, the tasks that it hands out, and the answers that come back.

Nothing that judges is imported here: who hands out tasks needs none of it, and in a run
in which nothing has changed nobody does.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from plancheck.audit.columns import Record, Records
from plancheck.audit.found import Found
from plancheck.audit.keys import FileDigest
from plancheck.audit.limits import Failure, FailureKind
from plancheck.errors import PlancheckError
from plancheck.plugins.host import Host, load_plugins
from plancheck.reader import NO_OPTIONS, ReadingOptions
from plancheck.settings import Settings, find_settings, trusted_rule_files
from plancheck.settings.checked_toml import SettingsError
from plancheck.translation import error_sentence


@dataclass(frozen=True, slots=True)
class Task:
    """A programme to judge: its files as they were when the task was made."""

    found: Found
    key: str
    files: tuple[FileDigest, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A check, and all rows that come from it by the names of their tables.

    `is_stale` tells that a file changed between the making of the task and the reading.
    """

    check: Record
    records: Records
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Orders:
    """What holds for every programme of a run; a worker gets it as it starts.

    `asked` are the settings of the command line, which go before those of a file;
    `language` is that of sentences about what could not be judged; reports are in the
    one that is asked for, else in that of each programme. `folder` is what is audited,
    or where one stands; `out` is where what must be fetched may lie meanwhile.
    With `is_fresh` nothing is taken from the cache.
    """

    asked: Settings
    folder: Path
    out: Path
    without: tuple[str, ...] = ()
    rule_files: tuple[Path, ...] = ()
    options: ReadingOptions = NO_OPTIONS
    language: str = "en"
    is_fresh: bool = False

    def host(self) -> Host:
        """The plugins, and the rules that the settings of the audited folder name."""
        own = trusted_rule_files(find_settings(self.folder, self.asked))
        return load_plugins(self.without, (*own, *self.rule_files))

    def settings(self, found: Found, as_of: dt.date) -> Settings:
        """What one programme is judged by: its own file's settings, and what was asked.

        Raises:
            PlancheckError: The file cannot be used.
        """
        settings = find_settings(found.path, self.asked)
        trusted_rule_files(settings)
        return settings.overlaid(Settings(as_of=settings.as_of or as_of))


def failure_of(error: PlancheckError, language: str) -> Failure:
    """The failure that an error is, with its sentence."""
    is_setting = isinstance(error, SettingsError)
    kind = FailureKind.SETTINGS if is_setting else FailureKind.UNREADABLE
    return Failure(kind, detail=error_sentence(error, language))
