"""What can go wrong that a user can mend: each error says what is wrong and what to do."""


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
