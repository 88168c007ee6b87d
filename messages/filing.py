"""Typeset what is to be filed: PDF/A-2a and PDF/UA-1, by a template in the language's folder.

The template has `sys.inputs.facts` and `sys.inputs.imprint`, both JSON, and stands in the frame of
`document_layout.typ`.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.language import Language
from messages import formats, typesetting
from messages.label import FOLDER


@dataclass(frozen=True)
class Imprint:
    """What a document says of itself.

    Attributes:
        number: Its own, among all documents.
        asked_at: When what it tells was so, on the city's clock.
        ledger_head: The newest hash of the ledger's chain then: who has it can see that nothing was changed since.
        city: Whose it is.
    """

    number: int
    asked_at: datetime
    ledger_head: str
    city: str


def pdf(template: str, facts: Any, imprint: Imprint, language: Language) -> bytes:
    """The file, of `<language>/<template>.typ` and facts in words. Heavy: not for the event loop."""
    values = {"facts": json.dumps(facts), "imprint": json.dumps(_worded(imprint, language))}
    return typesetting.pdf(
        FOLDER / language.value / f"{template}.typ",
        values,
        standards=typesetting.TO_FILE,
        made_at=imprint.asked_at,
    )


def _worded(imprint: Imprint, language: Language) -> dict[str, Any]:
    at = imprint.asked_at
    return {
        "number": imprint.number,
        "asked_at": f"{formats.day(at, language)} {formats.time_of_day(at, language)}",
        "head": imprint.ledger_head,
        "city": imprint.city,
    }
