"""What can go wrong that a user can mend: each error says what is wrong and what to do."""

import errno


class PlancheckError(Exception):
    """The base of every error that is reported to a user as one sentence.

    A subclass takes facts and builds its sentence of an English `template`, which the
    command line translates, and the facts that stand in it.
    """

    def __init__(self, template: str, **facts: object) -> None:
        self.template = template
        self.facts = facts
        super().__init__(template.format(**facts) if facts else template)


class IncompleteError(PlancheckError):
    """What was asked for is clear, but the documents do not allow it."""


class UnreadableDocumentError(IncompleteError):
    """A file cannot be read as the format that its suffix or content promises."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        """Keep the facts and build the sentence.

        Args:
            name: The file as the user named it.
            reason: What is wrong with it, a clause without a full stop.
            remedy: What the user can do, a clause without a full stop.
        """
        self.name = name
        self.reason = reason
        self.remedy = remedy
        super().__init__(
            "{name} cannot be read: {reason}; {remedy}.",
            name=name,
            reason=reason,
            remedy=remedy,
        )


class AnnotationError(PlancheckError):
    """A file that can be read cannot be copied with notes in it."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        """Keep the facts and build the sentence.

        Args:
            name: The file as the user named it.
            reason: What stands against it, a clause without a full stop.
            remedy: What the user can do, a clause without a full stop.
        """
        self.name = name
        self.reason = reason
        super().__init__(
            "{name} gets no comments: {reason}; {remedy}.",
            name=name,
            reason=reason,
            remedy=remedy,
        )


class MissingToolError(PlancheckError):
    """A program or a library that was asked for is not installed."""

    def __init__(self, tool: str, remedy: str) -> None:
        """Keep the facts and build the sentence.

        Args:
            tool: What is missing.
            remedy: How to get it, a clause without a full stop.
        """
        self.tool = tool
        super().__init__("{tool} is not installed; {remedy}.", tool=tool, remedy=remedy)


class UnknownFormatError(PlancheckError):
    """No installed reader is for a file's suffix."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        super().__init__(
            "No reader is for {name}. Installed readers are for {known}; "
            "save the file as one of these, or install a plugin that reads it.",
            name=name,
            known=", ".join(known),
        )


_SYSTEM_WORDS = {
    errno.EACCES: "you have no permission",
    errno.EADDRINUSE: "another program uses it",
    errno.EBUSY: "another program uses it",
    errno.EEXIST: "a file of that name is there already",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOSPC: "the disk is full",
    errno.ENOTDIR: "a file is named where a folder should be",
    errno.EPERM: "you have no permission",
    errno.EROFS: "the disk can only be read",
}
"""What the system refuses, by its number: its own words stand in no catalogue of ours."""


def system_reason(error: BaseException) -> str:
    """Why the system does not do what was asked, a clause without a full stop.

    What is no error of the system's is told in its own words.
    """
    if isinstance(error, OSError) and error.errno:
        return _SYSTEM_WORDS.get(error.errno, error.strerror or str(error))
    return str(error)
