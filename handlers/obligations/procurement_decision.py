"""What was decided of the procurement that a contract comes from, as its card and its dossier tell it."""

from domain.procurement import Level
from handlers.handling.work import Work
from messages.procurements.facts import DecisionFacts
from storage.people import person
from storage.procurements import decision as decisions
from storage.procurements.decision import ProcurementDecision


async def of_procurement(work: Work, procurement_id: int) -> DecisionFacts | None:
    """What holds for it; None where nothing is decided."""
    holding = await decisions.in_force(work.session, procurement_id)
    if holding is None:
        return None
    return told(work, holding, (await person.find(work.session, holding.decided_by)).name)


def told(work: Work, decision: ProcurementDecision, by: str) -> DecisionFacts:
    """One decision, where the name of whoever decided is known already."""
    replaced_at = decision.replaced_at
    return DecisionFacts(
        level=decision.level,
        kinds=decision.asked_for,
        reason=decision.reason,
        by=by,
        on=work.city.today(decision.decided_at),
        advised=Level(str(decision.advice["level"])),
        replaced_on=work.city.today(replaced_at) if replaced_at is not None else None,
    )
