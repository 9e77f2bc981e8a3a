"""How Sphinx builds the documentation: `tox run -e docs`."""

import sys
from pathlib import Path

import plancheck

sys.path.insert(0, str(Path(__file__).parent))

project = "plancheck"
copyright = "plancheck’s authors"  # noqa: A001 - Sphinx's name for it
release = plancheck.__version__

extensions = ["myst_parser", "sphinx.ext.doctest", "rule_catalogue", "sdk_reference"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "plancheck"
html_copy_source = False
html_show_sphinx = False
