"""Plugins installed for one test."""

from pathlib import Path

import pytest

ONLY_THESE = "PLANCHECK_PLUGINS"


class Site:
    """A folder of installed distributions, each with one plugin."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        monkeypatch.syspath_prepend(folder)
        monkeypatch.delenv(ONLY_THESE)

    def install(self, name: str, source: str) -> None:
        module = f"site_{self.folder.name}_{name}".replace("-", "_")
        (self.folder / f"{module}.py").write_text(source, encoding="utf-8")
        info = self.folder / f"{name}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Name: {name}\nVersion: 1.2\n", encoding="utf-8"
        )
        (info / "entry_points.txt").write_text(
            f"[plancheck]\n{name} = {module}\n", encoding="utf-8"
        )
