"""The attachments of messages: documents and pictures."""

import struct
from base64 import b64decode
from typing import Any

from bot.demo.local_telegram.file_shelf import FileShelf, StoredFile
from bot.demo.local_telegram.parameters import Parameters, Upload
from bot.demo.local_telegram.refusal import RefusedError, bad_request

LARGEST_DOCUMENT = 50 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LONGEST_SIDES = 10_000  # width and height together
STEEPEST_RATIO = 20

JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that a picture's size follows

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

# One grey pixel.
SMALLEST_PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


def read_document(parameters: Parameters, shelf: FileShelf) -> tuple[StoredFile, dict[str, Any]]:
    """The document of a request, kept on the shelf, and its description in the message."""
    file = _read_file(parameters, "document", shelf, LARGEST_DOCUMENT)
    document = {**file.reference(), "file_name": file.file_name, "mime_type": file.mime_type}
    return file, {"document": document}


def read_photo(parameters: Parameters, shelf: FileShelf) -> tuple[StoredFile, dict[str, Any]]:
    """The picture of a request, kept on the shelf, and its description in the message."""
    file = _read_file(parameters, "photo", shelf, LARGEST_PHOTO)
    size = picture_size(file.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > LONGEST_SIDES or max(size) > STEEPEST_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return file, {"photo": [{**file.reference(), "width": width, "height": height}]}


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG picture; None for anything else."""
    if content.startswith(PNG) and len(content) > 24:  # noqa: PLR2004 - where a PNG's sizes end
        width, height = struct.unpack(">II", content[16:24])
        return max(width, 1), max(height, 1)
    if content.startswith(JPEG):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content):
        _, marker, length = struct.unpack(">BBH", content[position : position + 4])
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return max(width, 1), max(height, 1)
        position += 2 + length
    return None


def _read_file(parameters: Parameters, name: str, shelf: FileShelf, largest: int) -> StoredFile:
    given = parameters.file(name)
    if isinstance(given, Upload):
        return _keep(given, shelf, f"{name}s", largest)
    if not given:
        raise bad_request(f"there is no {name} in the request")
    known = shelf.find(given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return known


def _keep(upload: Upload, shelf: FileShelf, folder: str, largest: int) -> StoredFile:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > largest:
        raise RefusedError(413, "Request Entity Too Large")
    return shelf.keep(folder, upload.file_name, upload.content)
