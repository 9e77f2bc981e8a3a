"""The comparison and the cooperation as pages for a browser, each one file by itself."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plancheck import __version__
from plancheck.intermunicipal.comparison_page import ComparisonPage
from plancheck.intermunicipal.cooperation import Cooperation
from plancheck.intermunicipal.cooperation_page import CooperationPage
from plancheck.intermunicipal.figures import Comparison
from plancheck.intermunicipal.reading import Run
from plancheck.intermunicipal.wording import voice_of
from plancheck.reporters import html
from plancheck.reporters.words import Voice, clean

_TEMPLATES = Path(__file__).parent / "templates"


def render_comparison(comparison: Comparison, language: str) -> str:
    """The comparison as HTML, with its style inside."""
    voice = voice_of(language)
    page = ComparisonPage(comparison, voice)
    return _rendered("comparison", comparison.run, voice, page, comparison)


def render_cooperation(cooperation: Cooperation, language: str) -> str:
    """Who plans with whom as HTML, with its style inside."""
    voice = voice_of(language)
    page = CooperationPage(cooperation, voice)
    return _rendered("cooperation", cooperation.run, voice, page, cooperation)


_TITLES = {
    "comparison": "Programmes compared",
    "cooperation": "Who plans with whom",
}


def _rendered(name: str, run: Run, voice: Voice, page: object, figures: object) -> str:
    style = _style()
    judged = sum(not each.failure for each in run.programmes)
    return (
        _environment()
        .get_template(f"{name}.html.j2")
        .render(
            {name: figures},
            page=page,
            clean=clean,
            language=voice.language,
            say=voice.say,
            title=voice.say(_TITLES[name]),
            run_sentence=voice.say(
                "Run {number} of the audit, as of {date}; programmes judged: {count}.",
                number=run.number,
                date=run.as_of or "–",
                count=judged,
            ),
            style=style,
            policy=f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; "
            "form-action 'none'",
            version=__version__,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> Markup:
    """That of the report, then what these pages have beside it."""
    files = (html.FOLDER / "style.css", _TEMPLATES / "style.css")
    return Markup("\n".join(each.read_text("utf-8") for each in files))  # noqa: S704 - our own


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
