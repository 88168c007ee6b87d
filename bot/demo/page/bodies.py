"""What the page may send: small JSON objects and nothing else, refused in clear sentences.

Only `application/json` is taken. A page on another site can't send that without asking first
(the browser's preflight), and nobody answers; so no other page can press the demo's buttons.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.demo.city_description import Label
from bot.demo.page.state import Json

# Two full messages in characters of four bytes, with room to spare.
LARGEST_BODY = 48 * 1024

LARGEST_FILE = 20 * 1024 * 1024
"""As much as a bot can fetch: more than Steget reads, so that its answer can be seen."""

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass
class RefusedError(Exception):
    """A request that the page server doesn't carry out, and the sentence that says why."""

    status: int
    why: Label


def with_clear_refusals(endpoint: Endpoint) -> Endpoint:
    """The same endpoint, answering a refusal with JSON that a person can read in either language."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except RefusedError as refusal:
            why = {"sv": refusal.why.sv, "en": refusal.why.en}
            return JSONResponse({"error": why}, status_code=refusal.status)

    return answer


async def json_body(request: Request) -> Json:
    """The request's JSON object."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise RefusedError(415, Label("Bara JSON tas emot.", "Only JSON is accepted."))
    try:
        body = json.loads(await _bytes_within_limit(request))
    except ValueError as error:
        raise RefusedError(400, Label("Det gick inte att läsa som JSON.", "That isn't JSON.")) from error
    if not isinstance(body, dict):
        raise RefusedError(400, Label("Ett JSON-objekt behövs.", "A JSON object is needed."))
    return body


def text_field(body: Json, name: str, *, longest: int) -> str:
    """A text that isn't blank and isn't longer than it may be."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise RefusedError(400, Label(f"Texten ”{name}” saknas.", f"The text “{name}” is missing."))
    if len(value) > longest:
        raise RefusedError(
            400,
            Label(
                f"Texten är för lång. Högst {longest} tecken.",
                f"The text is too long. At most {longest} characters.",
            ),
        )
    return value


def number_field(body: Json, name: str, *, most: int) -> int:
    """A whole number from 1 on."""
    value = body.get(name)
    # A bool is an int to Python, and True would pass for 1.
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
        raise RefusedError(
            400,
            Label(
                f"”{name}” ska vara ett heltal från 1 till {most}.",
                f"“{name}” must be a whole number from 1 to {most}.",
            ),
        )
    return value


async def file_body(request: Request) -> bytes:
    """The request's body as it is. Only `application/octet-stream` is taken, for the same reason as JSON above."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/octet-stream":
        raise RefusedError(415, Label("Bara en fil tas emot.", "Only a file is accepted."))
    received, size = bytearray(), 0
    # Read to its end also where it is too large: a browser that isn't heard out never hears why.
    async for piece in request.stream():
        size += len(piece)
        if size <= LARGEST_FILE:
            received += piece
    if not size:
        raise RefusedError(400, Label("Filen är tom.", "The file is empty."))
    if size > LARGEST_FILE:
        raise RefusedError(413, Label("Filen är för stor för demoprogrammet.", "The file is too large for the demo."))
    return bytes(received)


async def _bytes_within_limit(request: Request) -> bytes:
    received = bytearray()
    async for piece in request.stream():
        received += piece
        if len(received) > LARGEST_BODY:
            raise RefusedError(413, Label("Det är för mycket på en gång.", "That is too much at once."))
    return bytes(received)
