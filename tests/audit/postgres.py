"""A PostgreSQL server of the tests' own, on a socket in a temporary folder."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVER_USER = "postgres"
"""Whom the server runs as where the tests run as root, which it refuses to."""


class NoServerError(Exception):
    """There is no PostgreSQL here, or it does not start; the reason says which."""


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The URL of an empty database.

    Raises:
        NoServerError: There is none to be had.
    """
    programs = _programs()
    data = folder / "data"
    run_as = _unprivileged(folder)
    _call(
        run_as, programs / "initdb", "-A", "trust", "-U", "plancheck", "-N", "-D", data
    )
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    control = programs / "pg_ctl"
    log = folder / "log"
    _call(run_as, control, "-D", data, "-o", options, "-l", log, "-w", "start")
    try:
        socket = f"{folder}/.s.PGSQL.5432"
        yield f"postgresql+pg8000://plancheck@/postgres?unix_sock={socket}"
    finally:
        _call(run_as, control, "-D", data, "-m", "immediate", "stop")


def _programs() -> Path:
    """The folder of PostgreSQL's programs, of which Debian has only some on the path."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders:
        raise NoServerError("PostgreSQL is not installed")
    return folders[-1]


def _unprivileged(folder: Path) -> list[str]:
    if os.geteuid() != 0:
        return []
    try:
        user = pwd.getpwnam(SERVER_USER)
    except KeyError as error:
        raise NoServerError(f"there is no user {SERVER_USER}") from error
    os.chown(folder, user.pw_uid, user.pw_gid)
    return [
        "setpriv",
        f"--reuid={user.pw_uid}",
        f"--regid={user.pw_gid}",
        "--clear-groups",
    ]


def _call(run_as: list[str], *command: object) -> None:
    try:
        subprocess.run(  # noqa: S603 - our own commands
            [*run_as, *map(str, command)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError) as error:
        detail = getattr(error, "stderr", None) or error
        raise NoServerError(str(detail)) from error
