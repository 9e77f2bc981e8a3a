"""Maps and diagrams that stand in a programme as pictures, so that nobody can tell them."""

from plancheck.sdk import Message, Programme, Unsure


def give_up_for_figures(programme: Programme, sentence: Message) -> None:
    """Say nothing on the figures of a programme where some could not be read.

    Raises:
        Unsure: There are such, with the sentence and their pages.
    """
    gaps = (gap for document in programme.documents for gap in document.gaps)
    pages = [str(gap.location.page_number) for gap in gaps if gap.is_figure]
    if pages:
        raise Unsure(
            Message.of(
                "{sentence} Pages that are pictures, such as maps or diagrams, were not "
                "read: {pages}.",
                sentence=sentence,
                pages=", ".join(pages),
            )
        )
