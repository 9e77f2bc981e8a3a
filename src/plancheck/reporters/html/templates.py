"""Pages of one file: how their templates are read, and what a browser may take from them."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template


@cache
def load_template(folder: Path, name: str) -> Template:
    """The template of a folder, which escapes all that it is given."""
    return _environment(folder).get_template(f"{name}.html.j2")


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # it finds nothing to fold, and takes a fifth of the compiling
    )


def policy(style: str, script: str = "") -> str:
    """What a browser may take: this style and this script, and nothing from outside."""
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
