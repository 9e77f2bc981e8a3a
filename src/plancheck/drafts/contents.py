"""Lists of contents among drafts: below their title, or known by their dot leaders."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.drafts.draft import Draft
from plancheck.model.document import ParagraphRole
from plancheck.text.folding import squash
from plancheck.text.layout import has_dot_leaders, is_contents_line, is_contents_title


def with_contents(drafts: list[Draft]) -> list[Draft]:
    """Mark the contents list below its title, and lines with dot leaders anywhere."""
    marked = list(drafts)
    entries_follow = _entries_follow(drafts)
    index = 0
    while index < len(marked):
        draft = marked[index]
        if (
            draft.table is None
            and is_contents_title(draft.text)
            and entries_follow[index]
        ):
            index = _mark_contents(marked, index, entries_follow)
            continue
        if (
            draft.is_paragraph
            and draft.lines
            and all(map(has_dot_leaders, draft.lines))
        ):
            marked[index] = replace(draft, role=ParagraphRole.CONTENTS)
        index += 1
    return marked


def _entries_follow(drafts: Sequence[Draft]) -> list[bool]:
    """For each block whether the next paragraph, past headings, is a list of entries."""
    follows = False
    answers: list[bool] = []
    for draft in reversed(drafts):
        answers.append(follows)
        if draft.table is not None:
            follows = False
        elif draft.is_paragraph and draft.role is not ParagraphRole.RUNNING:
            follows = _is_entries(draft)
    return answers[::-1]


def _is_entries(draft: Draft) -> bool:
    """Whether most lines of a paragraph end with a page number."""
    lines = draft.lines or (draft.text,)
    return sum(map(is_contents_line, lines)) * 10 >= len(lines) * 6


def _mark_contents(marked: list[Draft], start: int, entries_follow: list[bool]) -> int:
    """Mark the list that begins at `start`; the index of the first block after it."""
    seen: set[str] = set()
    for index in range(start, len(marked)):
        draft = marked[index]
        if draft.role is ParagraphRole.RUNNING:
            continue
        title = squash(draft.text).rstrip("0123456789")
        is_entry = (
            draft.table is None
            and title not in seen
            and (
                index == start
                or _is_entries(draft)
                or (draft.level > 0 and entries_follow[index])
            )
        )
        if not is_entry:
            return index
        seen.update(
            squash(line).rstrip("0123456789") for line in draft.lines or (draft.text,)
        )
        marked[index] = replace(draft, level=0, role=ParagraphRole.CONTENTS)
    return len(marked)
