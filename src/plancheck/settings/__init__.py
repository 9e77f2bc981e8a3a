"""What people write for a check: settings, profiles, facts and waivers, as TOML files.

Each is read by the types that it must have, and every mistake is named with its place.
"""

from plancheck.settings.files import (
    SETTINGS_FILE,
    find_settings,
    find_settings_file,
    load_profile,
    load_settings,
    parse_settings,
    trusted_rule_files,
)
from plancheck.settings.values import FailOn, Profile, Settings, Stage

__all__ = [
    "SETTINGS_FILE",
    "FailOn",
    "Profile",
    "Settings",
    "Stage",
    "find_settings",
    "find_settings_file",
    "load_profile",
    "load_settings",
    "parse_settings",
    "trusted_rule_files",
]
