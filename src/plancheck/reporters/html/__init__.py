"""The report for a browser: one file that asks for nothing from outside."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from plancheck.reporters.html.page import Page
from plancheck.reporters.html.tongue import Tongue
from plancheck.reporters.words import Voice
from plancheck.sdk import Report

FOLDER = Path(__file__).parent


def render(report: Report, language: str) -> str:
    """The report as HTML, with its style, its script and its pictures inside."""
    voice = Voice.of(report, language)
    languages = {
        document.name: document.language
        for document in report.documents
        if document.language
    }
    tongue = Tongue(voice, report.programme.language, languages)
    style, script = _asset("style.css"), _asset("script.js")
    return _template().render(
        page=Page(report, tongue),
        report=report,
        say=voice.say,
        voice=voice,
        tongue=tongue,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # it finds nothing to fold, and takes a fifth of the compiling
    )
    return environment.get_template("page.html.j2")


@cache
def _asset(name: str) -> Markup:
    return Markup((FOLDER / name).read_text("utf-8"))  # noqa: S704 - our own file


def _hash(text: str) -> str:
    """What a browser is told of a script or a style that it may take: this and no other."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
