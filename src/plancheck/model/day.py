"""The day by which editions and updates are judged."""

import datetime as dt


def today() -> dt.date:
    """The day where the user sits."""
    return dt.datetime.now().astimezone().date()
