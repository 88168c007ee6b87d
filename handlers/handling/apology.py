"""Say sorry when an update could not be handled."""

from typing import Any

from domain.language import spoken_by
from handlers.handling.work import Work
from messages import everyone
from messages.message import Message
from storage.people import person


async def apologise(work: Work, payload: dict[str, Any], reference: str) -> None:
    """Tell the sender of an update that was put aside; nobody, where even the sender can't be read."""
    sender = _sender(payload)
    if sender is None:
        return
    apology = Message(everyone.Apology(reference=reference, contact=work.city.contact))
    known = await person.by_telegram_id(work.session, sender["id"])
    if known is not None:
        await work.tell(known, apology)
    else:
        language = spoken_by(sender.get("language_code"), work.city.language)
        await work.tell_chat(sender["id"], language, apology)


def _sender(payload: dict[str, Any]) -> dict[str, Any] | None:
    """The human sender in a payload that may be malformed in any way."""
    for part in payload.values():
        sender = part.get("from") if isinstance(part, dict) else None
        if isinstance(sender, dict) and isinstance(sender.get("id"), int):
            return sender
    return None
