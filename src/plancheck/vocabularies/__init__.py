"""The words of each language, as TOML files; all of one language are merged."""
