"""What a plugin, or a folder of rules, brings to be measured by."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from plancheck.plugins.host import Host, load_plugins


@dataclass(frozen=True, slots=True)
class PluginFolder:
    """A folder with `changes/CODE.toml`, and `programmes.toml` where it has its own.

    It is that of a distribution, whose plugin has to be installed, or one of rules that
    are not packaged. `name` is the plugin's.
    """

    path: Path
    name: str
    is_installed: bool

    @property
    def changes(self) -> Path:
        """The folder of its changes."""
        return self.path / "changes"

    @property
    def programmes(self) -> Path:
        """The file that names its complete programmes; it may not be there."""
        return self.path / "programmes.toml"

    @property
    def figures(self) -> Path:
        """The file in which its figures are kept."""
        return self.path / "figures.toml"

    def host(self) -> Host:
        """The plugins with this one among them."""
        return load_plugins(rule_files=() if self.is_installed else [self.path])

    def codes(self, host: Host) -> tuple[str, ...]:
        """The codes of its rules.

        Raises:
            SystemExit: It is not installed.
        """
        for info in host.infos:
            if info.name == self.name:
                return info.rule_codes
        message = f"{self.name} is not installed: pip install -e {self.path}"
        raise SystemExit(message)


def plugin_folder(path: Path) -> PluginFolder:
    """The folder as its `pyproject.toml` describes it; without one, a folder of rules."""
    project = path / "pyproject.toml"
    if project.is_file():
        data = tomllib.loads(project.read_text(encoding="utf-8")).get("project", {})
        for name in data.get("entry-points", {}).get("plancheck", {}):
            return PluginFolder(path, name, is_installed=True)
    return PluginFolder(path, path.resolve().stem, is_installed=False)
