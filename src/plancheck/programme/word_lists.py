"""The lists of words of a vocabulary as pieces of expressions."""

import re

from plancheck.programme.vocabulary import Vocabulary


def alternatives(vocabulary: Vocabulary, *names: str) -> str:
    """The words of lists as alternatives for text as printed, to stand in a group.

    A word's end is left open where the list leaves it open, so that what may follow is for
    the expression to say. Without any word nothing matches.

    >>> from plancheck.programme.vocabulary_files import load_vocabulary
    >>> alternatives(load_vocabulary("lv"), "conjunction", "range_words")
    'un|līdz'
    """
    terms = (term for name in names for term in vocabulary.words.get(name, ()))
    return "|".join(re.escape(term.notation.strip("*")) for term in terms) or "(?!)"
