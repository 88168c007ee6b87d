"""What the demo's city plans to buy: the four procurements that the programme's presentation chooses among.

Their titles, values and requirements are from the presentation. It says nothing else of them: lengths, people, trades,
shares and days are made up, so that each of them stands for another answer.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from domain.procurement import ProcurementFacts, Requirement
from domain.slot import Trade
from storage.procurements.procurement import Procurement

BEGINS_IN = timedelta(days=120)


PRESENTED = (
    ProcurementFacts(
        title="Måleritjänster",
        value=4_000_000,
        requirements=(Requirement.ENVIRONMENTAL,),
        trade=Trade.PAINTING,
        months=24,
        headcount=4,
        labour_share=70,
    ),
    ProcurementFacts(
        title="Ledarskapsutbildning",
        value=800_000,
        requirements=(),
        trade=Trade.OFFICE,
        months=12,
        headcount=1,
    ),
    ProcurementFacts(
        title="Snittblommor", value=500_000, requirements=(), trade=Trade.OTHER, months=24, labour_share=30
    ),
    ProcurementFacts(
        title="Stängsel",
        value=1_000_000,
        requirements=(Requirement.SOCIAL,),
        trade=Trade.CONSTRUCTION,
        months=3,
        headcount=3,
    ),
)


async def plan(session: AsyncSession, *, now: datetime) -> None:
    """Put them into the plan of an empty database."""
    for each in PRESENTED:
        planned = Procurement(noted_at=now, created_at=now)
        planned.learn(replace(each, planned_on=(now + BEGINS_IN).date()))
        session.add(planned)
    await session.flush()
