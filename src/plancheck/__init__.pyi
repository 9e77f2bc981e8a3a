# What type checkers see of the front door, which is imported when it is first used.

from plancheck.checker import check as check
from plancheck.model.report import Report as Report
from plancheck.reading import read as read
from plancheck.settings import Settings as Settings

__version__: str
