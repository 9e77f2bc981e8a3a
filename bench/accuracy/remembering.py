"""Readers that remember: of the volumes of a programme, a change touches one."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Self

from plancheck.plugins.host import Host
from plancheck.reader import Reader

KEPT = 24
"""Documents that a reader remembers: a programme's volumes, and those of its last changes."""


@dataclass(frozen=True)
class RememberingHost(Host):
    """Plugins whose readers read no file twice; for files that never change, as ours."""

    @classmethod
    def of(cls, host: Host) -> Self:
        """The same plugins."""
        return cls(host.manager, host.versions)

    @cached_property
    def readers(self) -> tuple[Reader, ...]:
        """The readers of all plugins."""
        return tuple(map(_remembering, self._all("plancheck_readers", Reader)))


def _remembering(reader: Reader) -> Reader:
    keep = lru_cache(KEPT)
    return replace(
        reader,
        read=keep(reader.read),
        read_with=keep(reader.read_with) if reader.read_with else None,
    )
