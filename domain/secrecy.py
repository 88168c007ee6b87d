"""What may not be written here: what is found in a text, judged by the field that the text is for.

Names can't be recognised, so no field about a resident takes words at all, and all others ask for none.
"""

from collections.abc import Set as AbstractSet
from enum import StrEnum

from domain.frozen import frozen


class Finding(StrEnum):
    """Something in a text that may identify a person, or tell what is secret of one."""

    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    EMAIL = "email"
    HEALTH = "health"
    CRIME = "crime"
    BENEFITS = "benefits"


class FieldPolicy(StrEnum):
    """What sort of field a text is for."""

    WORKPLACE_TEXT = "workplace_text"
    """About the workplace and the work."""
    WORKPLACE_CONTACT = "workplace_contact"
    """Made for somebody at the workplace, whose phone and e-mail are welcome."""
    PLACE = "place"
    """A district or a street address."""
    RELAYED = "relayed"
    """Passed on between a matcher and a supplier."""
    REASON = "reason"
    """Why something is done."""
    NAME = "name"
    """The name of staff, of a supplier contact or of a company."""


class Verdict(StrEnum):
    """What becomes of a text."""

    PASSES = "passes"
    ASKS = "asks"
    """Its writer is asked whether it is about the workplace, and not about a person."""
    STOPS = "stops"


@frozen
class Judgement:
    """A verdict, and the finding that it rests on; None where the text passes."""

    verdict: Verdict
    finding: Finding | None = None


STOPPED = (Finding.PERSONAL_NUMBER, Finding.EMAIL, Finding.PHONE)
ASKED_ABOUT = (Finding.HEALTH, Finding.CRIME, Finding.BENEFITS)
WELCOME = {FieldPolicy.WORKPLACE_CONTACT: frozenset({Finding.EMAIL, Finding.PHONE})}
"""What a field was made for. A personal number is welcome nowhere."""


def judged(findings: AbstractSet[Finding], policy: FieldPolicy) -> Judgement:
    """The verdict on a text with these findings in a field of that sort, the gravest first."""
    welcome = WELCOME.get(policy, frozenset())
    stopping = next((finding for finding in STOPPED if finding in findings and finding not in welcome), None)
    if stopping is not None:
        return Judgement(Verdict.STOPS, stopping)
    asking = next((finding for finding in ASKED_ABOUT if finding in findings), None)
    return Judgement(Verdict.PASSES) if asking is None else Judgement(Verdict.ASKS, asking)
