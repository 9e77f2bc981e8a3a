"""The numbers of pages as people call them: "iv", "12"."""

from collections.abc import Mapping

from plancheck.readers.pdf import pdfium


class PageLabels:
    """What each page of a file is called."""

    def __init__(self, document: pdfium.Handle, printed: Mapping[int, str]) -> None:
        """Keep what labels are told by.

        Args:
            document: The open file, which may name its pages.
            printed: The numbers that stand on the pages, by page index from 0.
        """
        self._document = document
        self._printed = printed

    def of(self, page_number: int) -> str | None:
        """The page's number as printed, else as the file names it; None without either."""
        index = page_number - 1
        return self._printed.get(index) or self._named(index) or None

    def _named(self, index: int) -> str:
        return pdfium.wide_text(
            lambda buffer, size: int(
                pdfium.page_label(self._document, index, buffer, size)
            )
        )
