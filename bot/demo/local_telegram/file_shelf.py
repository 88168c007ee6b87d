"""Files that were sent, kept for download."""

import mimetypes
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from bot.demo.local_telegram.refusal import bad_request
from domain.frozen import frozen

LARGEST_DOWNLOAD = 20 * 1024 * 1024


@frozen
class StoredFile:
    """One file, under the id and the path that the Bot API gives it."""

    file_id: str
    file_path: str
    file_name: str
    mime_type: str
    content: bytes

    def reference(self) -> dict[str, Any]:
        """What every kind of attachment says about its file."""
        return {
            "file_id": self.file_id,
            "file_unique_id": sha256(self.content).hexdigest()[:16],
            "file_size": len(self.content),
        }


class FileShelf:
    """All files of both directions."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def keep(self, folder: str, file_name: str, content: bytes, mime_type: str | None = None) -> StoredFile:
        """Puts a file on the shelf."""
        number = len(self._by_id) + 1
        guessed = mime_type or mimetypes.guess_type(file_name)[0] or "application/octet-stream"
        path = f"{folder}/file_{number}{PurePath(file_name).suffix}"
        file = StoredFile(f"LocalFile{number:08d}", path, file_name, guessed, content)
        self._by_id[file.file_id] = file
        return file

    def find(self, file_id: str | None) -> StoredFile | None:
        """The file with that id, if there is one."""
        return self._by_id.get(file_id or "")

    def at_path(self, path: str) -> StoredFile | None:
        """The file at a download path, if there is one."""
        return next((file for file in self._by_id.values() if file.file_path == path), None)

    def described(self, file_id: str) -> dict[str, Any]:
        """A Bot API `File`, with the path to download it from."""
        file = self.find(file_id)
        if file is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if len(file.content) > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        return {**file.reference(), "file_path": file.file_path}
