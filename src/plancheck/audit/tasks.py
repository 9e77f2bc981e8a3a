"""From a programme that was found to the task of judging it, or why there is none."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from plancheck.audit.found import Found, is_circle, is_special, leads_nowhere
from plancheck.audit.keys import FileDigest, file_digest, input_key
from plancheck.audit.limits import Failure, FailureKind
from plancheck.audit.orders import Orders, Task, failure_of
from plancheck.audit.remote import remote_files
from plancheck.errors import PlancheckError, system_reason
from plancheck.model.message import Message
from plancheck.reader import Reader
from plancheck.translation import translator
from plancheck.versions import combined
from plancheck.volumes import find_volumes

CIRCLE = Message("It is a link to a folder that it stands in.")
NOWHERE = Message("It is a link to something that is not there.")
SPECIAL = Message("It is neither a file nor a folder.")


@dataclass(frozen=True, slots=True)
class Refused:
    """A programme that no worker needs to see; `key` changes with the reason."""

    found: Found
    key: str
    failure: Failure


@dataclass(frozen=True, slots=True)
class TaskMaker:
    """Makes the tasks of a run; `method` is the digest of all that judges."""

    orders: Orders
    method: str
    day: dt.date
    readers: Sequence[Reader]

    def task(self, found: Found) -> Task | Refused:
        """The task of judging a programme, with the digests of its files."""
        ocr = self.orders.options.has_ocr
        try:
            if is_circle(found.path):
                return self._refused(found, CIRCLE)
            if leads_nowhere(found.path):
                return self._refused(found, NOWHERE)
            if is_special(found.path):
                return self._refused(found, SPECIAL)
            files = self._files(found)
            settings = self.orders.settings(found, self.day)
            key = input_key(f"{self.method} {ocr}", settings, files)
        except PlancheckError as error:
            return self._refuse(found, failure_of(error, self.orders.language))
        except OSError as error:
            detail = Message(system_reason(error))
            message = Message.of("It cannot be read: {detail}.", detail=detail)
            return self._refused(found, message)
        return Task(found, key, files)

    def _files(self, found: Found) -> tuple[FileDigest, ...]:
        if found.address:
            return remote_files(found, self.readers)
        volumes = find_volumes((found.path,), self.readers)
        return tuple(map(file_digest, volumes))

    def _refused(self, found: Found, message: Message) -> Refused:
        sentence = message.text(translator(self.orders.language))
        return self._refuse(found, Failure(FailureKind.UNREADABLE, detail=sentence))

    def _refuse(self, found: Found, failure: Failure) -> Refused:
        key = combined((self.method, found.label, failure.kind, failure.detail))
        return Refused(found, key, failure)
