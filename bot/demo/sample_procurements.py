"""What the demo's city plans to buy: the four procurements that the programme's presentation chooses among.

Their titles, values and requirements are from the presentation. It says nothing else of them: lengths, people, trades,
shares and days are made up, so that each of them stands for another answer.
"""

from collections.abc import Sequence
from dataclasses import field
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.procurement import Requirement
from domain.slot import Trade
from storage.procurements.procurement import Procurement

BEGINS_IN = timedelta(days=120)


@frozen(kw_only=True)
class Bought:
    """One of them; None where neither the presentation nor the demo says it."""

    title: str
    value: int
    requirements: Sequence[Requirement] = field(default=())
    trade: Trade | None = None
    months: int | None = None
    headcount: int | None = None
    labour_share: int | None = None


PRESENTED = (
    Bought(
        title="Måleritjänster",
        value=4_000_000,
        requirements=(Requirement.ENVIRONMENTAL,),
        trade=Trade.PAINTING,
        months=24,
        headcount=4,
        labour_share=70,
    ),
    Bought(title="Ledarskapsutbildning", value=800_000, trade=Trade.OFFICE, months=12, headcount=1),
    Bought(title="Snittblommor", value=500_000, trade=Trade.OTHER, months=24, labour_share=30),
    Bought(
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
    session.add_all(
        Procurement(
            title=each.title,
            trade=each.trade,
            value=each.value,
            planned_on=(now + BEGINS_IN).date(),
            months=each.months,
            headcount=each.headcount,
            labour_share=each.labour_share,
            requirements=[requirement.value for requirement in each.requirements],
            noted_at=now,
            created_at=now,
        )
        for each in PRESENTED
    )
    await session.flush()
