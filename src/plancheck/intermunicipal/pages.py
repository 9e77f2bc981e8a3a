"""The comparison and the cooperation as pages for a browser, each one file by itself."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markupsafe import Markup

from plancheck import __version__
from plancheck.intermunicipal.comparison_page import ComparisonPage
from plancheck.intermunicipal.cooperation import Cooperation
from plancheck.intermunicipal.cooperation_page import CooperationPage
from plancheck.intermunicipal.details import RuleDetail, read_details
from plancheck.intermunicipal.figures import Comparison
from plancheck.intermunicipal.programme_page import ProgrammePage, own_page_name
from plancheck.intermunicipal.reading import Judged, Questions, Run
from plancheck.intermunicipal.wording import voice_of
from plancheck.reporters import html
from plancheck.reporters.html.templates import load_template, policy
from plancheck.reporters.words import Voice, clean

_TEMPLATES = Path(__file__).parent / "templates"


def render_comparison(
    comparison: Comparison, language: str, own_pages: str = ""
) -> str:
    """The comparison as HTML, with its style inside.

    Args:
        comparison: What is compared.
        language: The reader's.
        own_pages: The folder of the programmes' own pages, as it is linked to.
    """
    voice = voice_of(language)
    page = ComparisonPage(comparison, voice, own_pages=own_pages)
    return _rendered("comparison", comparison.run, voice, page, comparison)


def render_programme(
    comparison: Comparison,
    programme: Judged,
    rules: tuple[RuleDetail, ...],
    language: str,
    back: str,
) -> str:
    """All that was found in one programme as HTML, with its style inside.

    Args:
        comparison: The run that it is of.
        programme: One of its programmes.
        rules: What its rules found.
        language: The reader's.
        back: The page of the comparison, as it is linked to.
    """
    voice = voice_of(language)
    page = ProgrammePage(comparison, programme, rules, voice)
    title = clean(programme.name)
    return _rendered(
        "programme", comparison.run, voice, page, programme, title=title, back=back
    )


def own_pages(
    database: Questions, comparison: Comparison, language: str, back: str
) -> Iterator[tuple[str, str]]:
    """The page of each programme that was judged, one after another, with its file's name.

    Args:
        database: That the comparison was read from.
        comparison: The run.
        language: The reader's.
        back: The page of the comparison, as it is linked to.
    """
    for programme in comparison.programmes:
        rules = read_details(database, programme)
        page = render_programme(comparison, programme, rules, language, back)
        yield own_page_name(programme), page


def render_cooperation(cooperation: Cooperation, language: str) -> str:
    """Who plans with whom as HTML, with its style inside."""
    voice = voice_of(language)
    page = CooperationPage(cooperation, voice)
    return _rendered("cooperation", cooperation.run, voice, page, cooperation)


_TITLES = {
    "comparison": "Programmes compared",
    "cooperation": "Who plans with whom",
}


def _rendered(  # noqa: PLR0913 - what a template is given
    name: str,
    run: Run,
    voice: Voice,
    page: object,
    figures: object,
    *,
    title: str = "",
    back: str = "",
) -> str:
    style = _style()
    judged = sum(not each.failure for each in run.programmes)
    return load_template(_TEMPLATES, name).render(
        {name: figures},
        page=page,
        clean=clean,
        language=voice.language,
        say=voice.say,
        title=title or voice.say(_TITLES[name]),
        back=back,
        run_sentence=voice.say(
            "Run {number} of the audit, as of {date}; programmes judged: {count}.",
            number=run.number,
            date=run.as_of or "–",
            count=judged,
        ),
        style=style,
        policy=policy(style),
        version=__version__,
    )


@cache
def _style() -> Markup:
    """That of the report, then what these pages have beside it."""
    files = (html.FOLDER / "style.css", _TEMPLATES / "style.css")
    return Markup("\n".join(each.read_text("utf-8") for each in files))  # noqa: S704 - our own
