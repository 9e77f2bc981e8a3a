"""The two pages: where files are dropped, and what came of them."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plancheck import __version__
from plancheck.reporters import html
from plancheck.reporters.words import OUTCOME_WORDS, Voice, clean
from plancheck.sdk import Outcome
from plancheck.translation import LANGUAGES, translator
from plancheck.web.checking import COPIES, FORMATS, TIMED_OUT, Checked

_TEMPLATES = Path(__file__).parent / "templates"
_OTHER_LANGUAGES = {"lv": "Latviski", "en": "In English"}
PROFILE_WORDS = {
    "": "found from the document",
    "lv-municipality": "of a Latvian municipality",
    "lv-region": "of a Latvian planning region",
    "eu": "of a municipality elsewhere in Europe",
}
STAGE_WORDS = {
    "draft": "draft",
    "consultation": "public consultation",
    "adoption": "adoption",
}
_FILE_WORDS = {
    "html": "Report, to be read in the browser",
    "brief": "Brief, as Word: a few pages to be passed on",
    "xlsx": "Workbook with all findings",
    "json": "Report for programs",
}


def render_start(language: str, suffixes: Sequence[str], trouble: str = "") -> str:
    """The page that files are dropped on.

    Args:
        language: The reader's.
        suffixes: How the files end that are read.
        trouble: Why what was dropped last could not be checked.
    """
    voice = Voice(language, translator(language), ())
    return _rendered(
        "start",
        voice,
        title=voice.say("Check a programme"),
        accept=",".join(suffixes),
        profiles=_said(PROFILE_WORDS, voice),
        stages=_said(STAGE_WORDS, voice),
        trouble=clean(trouble),
    )


def render_result(language: str, names: Sequence[str], checked: Checked) -> str:
    """What came of a check: how many rules ended how, and the files that it made.

    Args:
        language: The reader's.
        names: The volumes.
        checked: What came of it.
    """
    voice = Voice(language, translator(language), ())
    counts = checked.counts or {}
    outcomes = [
        (outcome.value, voice.say(OUTCOME_WORDS[outcome]), counts[outcome.value])
        for outcome in Outcome
        if counts.get(outcome.value)
    ]
    late = voice.say("The check took too long and was ended.")
    return _rendered(
        "result",
        voice,
        title=clean(checked.title) or voice.say("What was found"),
        volumes=", ".join(map(clean, names)),
        is_judged=checked.is_judged,
        outcomes=outcomes,
        files=[
            (file, voice.say(_FILE_WORDS[name]))
            for name, file in FORMATS.items()
            if checked.is_judged
        ],
        copies=[(f"{COPIES}/{name}", clean(name)) for name in checked.copies],
        said=[late] if checked.status == TIMED_OUT else map(clean, checked.said),
    )


def _said(words: dict[str, str], voice: Voice) -> Iterable[tuple[str, str]]:
    return tuple((value, voice.say(text)) for value, text in words.items())


def _rendered(name: str, voice: Voice, **facts: object) -> str:
    style = _style()
    digest = hashlib.sha256(style.encode()).digest()
    others = [
        (each, _OTHER_LANGUAGES[each]) for each in LANGUAGES if each != voice.language
    ]
    return (
        _environment()
        .get_template(f"{name}.html.j2")
        .render(
            facts,
            language=voice.language,
            others=others,
            say=voice.say,
            style=style,
            policy="default-src 'none'; base-uri 'none'; form-action 'self'; "
            f"style-src 'sha256-{base64.b64encode(digest).decode()}'",
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
