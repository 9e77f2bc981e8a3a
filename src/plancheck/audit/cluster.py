"""Workers on other machines: a Dask cluster, whose library `distributed` is an extra.

The cluster carries tasks and answers, no more: what judges, what limits it and what is
kept are the same as on one machine; see `cluster_worker`.
"""

import logging
from asyncio import CancelledError as LoopCancelledError
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from plancheck.audit.cluster_worker import Errand, Unfit, answer, end
from plancheck.audit.limits import Failure, FailureKind
from plancheck.audit.serving import AnswerT, TaskT
from plancheck.errors import MissingToolError, PlancheckError
from plancheck.model.message import Message

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECTING_SECONDS = 10
"""How long a scheduler may take to answer."""

JOINING_SECONDS = 60
"""How long the first worker may take to join."""


class SchedulerError(PlancheckError):
    """Nothing that can be talked to is at the address of the scheduler."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(
            "No Dask scheduler answers at {address}: {detail}. Check the address, such "
            "as tcp://10.0.0.1:8786, and that it can be reached from here.",
            address=address,
            detail=detail.rstrip("."),
        )


class NoWorkersError(PlancheckError):
    """The scheduler has nobody to give work to."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "No worker has joined the scheduler {address}. Start some: dask worker "
            "{address}",
            address=address,
        )


class SchedulerLostError(PlancheckError):
    """The scheduler is gone, and what it had been given with it."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "The scheduler {address} is gone. What was judged is kept; the same command "
            "goes on with the rest.",
            address=address,
        )


class UnfitWorkerError(PlancheckError):
    """A worker would judge otherwise than this machine, or cannot judge at all."""

    def __init__(self, worker: str, reason: Message) -> None:
        super().__init__(
            "The worker {worker} cannot be used: {reason}", worker=worker, reason=reason
        )


@dataclass(frozen=True, slots=True)
class Cluster(Generic[TaskT, AnswerT]):
    """A cluster by the address of its scheduler, and what its workers do."""

    address: str
    errand: Errand[TaskT, AnswerT]

    def answers(
        self, tasks: Iterator[TaskT]
    ) -> Iterator[tuple[TaskT, AnswerT | Failure]]:
        """Each task with its answer, as they come; tasks are asked for when needed.

        Raises:
            MissingToolError: The library is not installed.
            NoWorkersError: Nobody joins.
            SchedulerError: The scheduler cannot be reached.
            SchedulerLostError: The scheduler ended, or the way to it.
            UnfitWorkerError: A worker has other versions, or does not see the programmes.
        """
        with _connected(self.address) as client:
            flight = _Flight(client, self)
            try:
                yield from flight.answers(tasks)
            finally:
                flight.end()


class _Flight(Generic[TaskT, AnswerT]):
    """The tasks that the cluster has at the moment: as many as it has threads.

    None waits behind another, so that a worker that dies costs only what it is at, and
    this process holds no more tasks and answers than the cluster has threads.
    """

    def __init__(self, client: "Client", cluster: Cluster[TaskT, AnswerT]) -> None:
        from distributed import as_completed  # noqa: PLC0415 - an extra

        self._client = client
        self._cluster = cluster
        self._tasks: dict[Future, TaskT] = {}
        self._done: as_completed = as_completed(loop=client.loop)

    def answers(
        self, tasks: Iterator[TaskT]
    ) -> Iterator[tuple[TaskT, AnswerT | Failure]]:
        self._hand_out(tasks)
        for batch in self._done.batches():
            told = [(self._tasks.pop(each), self._told(each)) for each in batch]
            batch.clear()  # the cluster keeps an answer as long as somebody has its future
            self._hand_out(tasks)
            yield from told

    def end(self) -> None:
        """Have the cluster forget what is left, and end the processes of this run."""
        with suppress(Exception):  # it may be gone
            self._client.cancel(list(self._tasks))
            self._client.run(end, self._cluster.errand.run, on_error="ignore")

    def _hand_out(self, tasks: Iterator[TaskT]) -> None:
        threads = sum(self._client.nthreads().values())  # workers come and go
        while len(self._tasks) < max(threads, 1):
            task = next(tasks, None)
            if task is None:
                return
            future = self._client.submit(answer, self._cluster.errand, task, pure=False)
            self._tasks[future] = task
            self._done.add(future)

    def _told(self, future: "Future") -> AnswerT | Failure:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        try:
            said: Any = future.result()
        except KilledWorker as error:
            return Failure(FailureKind.WORKER, ending=error.allowed_failures + 1)
        except (CancelledError, LoopCancelledError) as error:
            raise SchedulerLostError(self._cluster.address) from error
        except Exception as error:
            # Our own function answers with a value: this is Dask that could not call it.
            reason = Message.of(
                "{detail}. Install the same plancheck there.",
                detail=f"{type(error).__name__}: {error}".rstrip("."),
            )
            raise UnfitWorkerError(self._cluster.address, reason) from error
        if isinstance(said, Unfit):
            raise UnfitWorkerError(said.worker, said.reason)
        return said  # type: ignore[no-any-return]  # whatever `answer` gives


@contextmanager
def _connected(address: str) -> "Iterator[Client]":
    """A client of the scheduler that has at least one worker."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingToolError(
            "distributed", "install it with: pip install plancheck[audit]"
        ) from error
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # we say what matters
    try:
        client = Client(address, timeout=CONNECTING_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        detail = str(error) or type(error).__name__
        raise SchedulerError(address, detail) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=JOINING_SECONDS)
        except TimeoutError as error:
            raise NoWorkersError(address) from error
        yield client
