"""The quotes of a bundle on one page, each beside the picture of the page it stands on."""

from html import escape
from urllib.parse import quote as as_address

from plancheck.model.report import Report
from plancheck.proof.quotes import Shown
from plancheck.reporters.words import OUTCOME_WORDS, Voice, clean, file_name
from plancheck.translation import translator

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: auto; padding: 1rem; }
article { border-top: 1px solid; padding: 1rem 0; }
blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 0.25rem solid; }
img { max-width: 100%; border: 1px solid; background: white; }
"""


def render_quotes(report: Report, quotes: tuple[Shown, ...], language: str) -> str:
    """A page of HTML that needs the pictures beside it and nothing else."""
    voice = _voice(report, language)
    title = clean(report.programme.title or file_name(report.documents[0].name))
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(voice.say('Quotes'))}: {escape(title)}</title>",
        f"<style>{_STYLE}</style></head><body>",
        f"<header><h1>{escape(title)}</h1><p>",
        escape(
            voice.say("Every quote of the report, with the page that it stands on.")
        ),
        "</p>",
        *_without_pictures(report, quotes, voice),
        "</header><main>",
    ]
    for result in report.results:
        own = [each for each in quotes if each.code == result.code]
        if own:
            outcome = voice.say(OUTCOME_WORDS[result.outcome])
            heading = f"{result.code} {voice.title(result)} ({outcome})"
            parts.append(f"<section><h2>{escape(heading)}</h2>")
            parts += [_article(each, voice) for each in own]
            parts.append("</section>")
    return "\n".join([*parts, "</main></body></html>", ""])


def _article(shown: Shown, voice: Voice) -> str:
    place = voice.place(shown.quote.location)
    words = clean(shown.quote.text)
    lines = [
        "<article>",
        f"<blockquote>{escape(words)}</blockquote>",
        f"<p>{escape(place)}</p>",
    ]
    if shown.picture:
        address = escape(as_address(shown.picture))
        said = voice.say("The page of this quote: {place}", place=place)
        lines += [
            f"<details><summary>{escape(said)}</summary>",
            f'<img loading="lazy" src="{address}" alt="{escape(said)}"></details>',
        ]
    return "\n".join([*lines, "</article>"])


def _without_pictures(
    report: Report, quotes: tuple[Shown, ...], voice: Voice
) -> list[str]:
    """A sentence for each document that is quoted without a picture."""
    drawn = {each.quote.location.document for each in quotes if each.picture}
    quoted = {each.quote.location.document for each in quotes}
    return [
        f"<p>{escape(_no_picture(document.name, document.format, voice))}</p>"
        for document in report.documents
        if document.name in quoted - drawn
    ]


def _no_picture(name: str, format_name: str, voice: Voice) -> str:
    return voice.say(
        "There are no pictures of {document}: a file of its format ({format}) has no pages "
        "before a program lays them out.",
        document=file_name(name),
        format=format_name,
    )


def _voice(report: Report, language: str) -> Voice:
    return Voice(
        language,
        translator(language),
        tuple(document.name for document in report.documents),
    )
