"""The report for a browser: one file that asks for nothing from outside."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from plancheck.reporters.html.page import Page
from plancheck.reporters.html.templates import load_template, policy
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
    return load_template(FOLDER, "page").render(
        page=Page(report, tongue),
        report=report,
        say=voice.say,
        voice=voice,
        tongue=tongue,
        style=style,
        script=script,
        policy=policy(style, script),
    )


@cache
def _asset(name: str) -> Markup:
    return Markup((FOLDER / name).read_text("utf-8"))  # noqa: S704 - our own file
