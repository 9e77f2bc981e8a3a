"""The catalogue of rules: their pages, and how right each was measured to be."""

from plancheck.catalogue.pages import PAGE_SUFFIXES, load_pages, parse_page

__all__ = ["PAGE_SUFFIXES", "load_pages", "parse_page"]
