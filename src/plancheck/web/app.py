"""The web application: takes files from a form, has them checked, shows what came of it."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route

from plancheck.model.message import Message
from plancheck.translation import LANGUAGES, translator
from plancheck.web.checking import FILES, RESULTS, Checked, run_check, volume_name
from plancheck.web.pages import PROFILE_WORDS, STAGE_WORDS, render_result, render_start

HOSTS = ("127.0.0.1", "localhost")
MAX_BYTES = 500 << 20
"""What may be dropped at once; the largest real programme met has 200 MB."""

TOO_LARGE = Message(
    "The files are together larger than 500 MB; leave out what is no text."
)
NO_FILE = Message(
    "No file was dropped that can be read. Choose Word, PDF or Excel files."
)

_PIECE = 1 << 20
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Done:
    """A check that was done, with the names of its volumes."""

    folder: Path
    names: tuple[str, ...]
    checked: Checked


@dataclass(frozen=True)
class Service:
    """What the application works by, and the checks that it has done.

    `folder` is where dropped files are kept until it ends, `options` what `check` is
    given beside what is asked for on the page, and `seconds` what a check may take.
    """

    folder: Path
    suffixes: tuple[str, ...]
    language: str
    options: tuple[str, ...] = ()
    seconds: float = 600
    done: dict[str, Done] = field(default_factory=dict)
    turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(2))

    def app(self) -> Starlette:
        """The application."""
        return Starlette(
            routes=[
                Route("/", self._start),
                Route("/check", self._check, methods=["POST"]),
                Route("/reports/{key}/", self._result),
                Route("/reports/{key}/{file:path}", self._file),
            ],
            # Else a page elsewhere could take our address for its own and read reports.
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS))],
        )

    async def _start(self, request: Request) -> Response:
        return _page(render_start(self._language(request), self.suffixes))

    async def _check(self, request: Request) -> Response:
        if not _is_own(request):
            return Response(status_code=403)
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MAX_BYTES:
            return self._refused(request, TOO_LARGE, 413)
        folder = self.folder / secrets.token_hex(8)
        (folder / FILES).mkdir(parents=True)
        async with request.form(max_files=100, max_fields=10) as form:
            names = await self._keep(form, folder / FILES)
            options = (*self.options, *_judging(form), *await _facts(form, folder))
        if not names:
            return self._refused(request, NO_FILE, 400)
        language = self._language(request)
        checked = await run_in_threadpool(
            self._checked, folder, names, options, language
        )
        key = secrets.token_urlsafe(16)
        self.done[key] = Done(folder, names, checked)
        return RedirectResponse(f"/reports/{key}/?lang={language}", 303)

    def _checked(
        self,
        folder: Path,
        names: tuple[str, ...],
        options: tuple[str, ...],
        language: str,
    ) -> Checked:
        with self.turns:
            return run_check(folder, names, options, self.seconds, language)

    async def _keep(self, form: FormData, folder: Path) -> tuple[str, ...]:
        """Write the files that can be read into a folder, and name them."""
        names: list[str] = []
        for each in form.getlist("files"):
            if not isinstance(each, UploadFile) or not each.filename:
                continue
            name = volume_name(each.filename, names)
            if Path(name).suffix.lower() in self.suffixes:
                await _write(each, folder / name)
                names.append(name)
        return tuple(names)

    async def _result(self, request: Request) -> Response:
        done = self.done.get(request.path_params["key"])
        if done is None:
            return RedirectResponse("/")
        return _page(render_result(self._language(request), done.names, done.checked))

    async def _file(self, request: Request) -> Response:
        done = self.done.get(request.path_params["key"])
        if done is None:
            return Response(status_code=404)
        results = (done.folder / RESULTS).resolve()
        file = (results / request.path_params["file"]).resolve()
        if not (file.is_relative_to(results) and file.is_file()):
            return Response(status_code=404)
        kind = "inline" if file.suffix == ".html" else "attachment"
        return FileResponse(
            file, filename=file.name, content_disposition_type=kind, headers=_HEADERS
        )

    def _refused(self, request: Request, why: Message, status: int) -> Response:
        language = self._language(request)
        sentence = why.text(translator(language))
        return _page(render_start(language, self.suffixes, sentence), status)

    def _language(self, request: Request) -> str:
        asked = request.query_params.get("lang", "")
        return asked if asked in LANGUAGES else self.language


def _page(text: str, status: int = 200) -> Response:
    return HTMLResponse(text, status, _HEADERS)


def _is_own(request: Request) -> bool:
    """Whether a form came from our own page, and not from one elsewhere."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _judging(form: FormData) -> tuple[str, ...]:
    """What to judge by, as options of `check`; what the page does not offer is left out."""
    profile, stage = form.get("profile"), form.get("stage")
    options = [f"--profile={profile}"] if profile and profile in PROFILE_WORDS else []
    return (*options, *((f"--stage={stage}",) if stage in STAGE_WORDS else ()))


async def _facts(form: FormData, folder: Path) -> tuple[str, ...]:
    facts = form.get("facts")
    if not isinstance(facts, UploadFile) or not facts.filename:
        return ()
    file = folder / "facts.toml"
    await _write(facts, file)
    return (f"--facts={file}",)


async def _write(dropped: UploadFile, file: Path) -> None:
    with file.open("wb") as stream:
        while piece := await dropped.read(_PIECE):
            stream.write(piece)
