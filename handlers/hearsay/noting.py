"""Write down what was heard: who said it, how and when, and who heard it."""

import json

from domain.hearsay import Said, Source
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from handlers.handling.choices import Choice, numbered
from handlers.handling.work import Work
from handlers.hearsay import telling
from handlers.hearsay.codes import TAKE_BACK
from messages.button import data
from messages.hearsay.hearsay import HeardFacts, HearsayNoted
from messages.label import Label
from messages.message import Message
from storage import hearsay
from storage.hearsay import Hearsay
from storage.people.person import Person


async def note(  # noqa: PLR0913  a record is only as good as what it names
    work: Work,
    actor: Person,
    said: Said,
    about: Reference,
    source: Source,
    *,
    supplier_id: int,
    contract_id: int | None,
    detail: str = "",
) -> Hearsay:
    """Keep it, and record it before what comes of it, at the same instant."""
    heard = await hearsay.note(
        work.session,
        said,
        about,
        source,
        supplier_id=supplier_id,
        contract_id=contract_id,
        heard_by=actor.id,
        now=work.now,
    )
    content = {
        "said": said,
        "speaker": source.speaker,
        "how": source.how,
        "on": source.on.isoformat(),
        "role": actor.role,
        "detail": detail,
    }
    await work.record(
        LedgerEvent.SUPPLIER_HEARD,
        actor=actor,
        supplier_id=supplier_id,
        contract_id=contract_id,
        about=about,
        content=json.dumps(content, ensure_ascii=False),
    )
    return heard


async def closing(
    work: Work, heard: Hearsay, told: HeardFacts, *, plan_of: str = "", ways: tuple[Choice, ...] = ()
) -> Message:
    """Ask the supplier, and say to whoever wrote it down that it counts, with what they can do next."""
    name = await telling.ask_supplier(work, heard, told)
    take_back = (Label("hearsay.take_back"), data(TAKE_BACK, heard.id))
    return Message(HearsayNoted(told, name, plan_of), numbered([*ways, take_back]))
