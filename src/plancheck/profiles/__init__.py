"""The profiles that come in the box: TOML files beside this one."""
