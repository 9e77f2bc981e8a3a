"""A bar on standard error; rich is imported only when one is shown."""


class Bar:
    """Shows how far something has come, from when it is made until it is stopped."""

    def __init__(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - most runs show no bar
        from rich.progress import Progress  # noqa: PLC0415 - likewise

        self._progress = Progress(console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("")
        self._progress.start()

    def update(self, what: str, done: int, total: int) -> None:
        """Say what is done now, on one line that a terminal does not obey."""
        from rich.markup import escape  # noqa: PLC0415 - as above

        line = printable(what)
        self._progress.update(
            self._task, description=escape(line), completed=done, total=total
        )

    def stop(self) -> None:
        """Take it away."""
        self._progress.stop()


def printable(text: str) -> str:
    """A text on one line that a terminal does not obey."""
    return "".join(each if each.isprintable() else "·" for each in text)
