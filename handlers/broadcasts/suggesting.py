"""Ready texts for a broadcast, from what is on record: what may leave the administration, and who may be named."""

from collections.abc import Sequence

from domain.broadcast import BroadcastSort
from domain.language import Language
from domain.naming import Naming
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.quarter import Quarter, told_on
from domain.slot import SlotKind
from domain.small_number import is_small, is_told_beside_whole
from handlers.handling.work import Work
from messages.broadcasts.suggestion import BroadcastSuggested, Example, Gift, QuarterGave, Suggestion, worded
from storage.broadcasts import quarter_result
from storage.council import given, naming
from storage.council.given import Given
from storage.overview import counts
from storage.overview.scope import the_days
from storage.people import supplier

MOST_EXAMPLES = 5


async def suggestions(work: Work, sort: BroadcastSort) -> Sequence[Suggestion]:
    """What a broadcast of that sort could say, as far as there is anything to tell of.

    Of good examples it is one for each supplier, and of a quarter in which nothing has happened none.
    """
    match sort:
        case BroadcastSort.STORY:
            return [_suggestion(work, sort, example=each) for each in await _examples(work)]
        case BroadcastSort.RESULTS:
            gave = await _gave(work)
            return [] if gave.is_nothing else [_suggestion(work, sort, gave=gave)]
        case BroadcastSort.INVITATION | BroadcastSort.THANKS:
            return [_suggestion(work, sort)]


def _suggestion(
    work: Work, sort: BroadcastSort, *, example: Example | None = None, gave: QuarterGave | None = None
) -> Suggestion:
    suggested = BroadcastSuggested(sort, work.city.name, example, gave)
    in_swedish, in_english = (worded(suggested, language) for language in (Language.SWEDISH, Language.ENGLISH))
    return Suggestion(in_swedish, in_english, example.supplier if example else "")


async def _examples(work: Work) -> Sequence[Example]:
    """Those who may be named and have given something this year, the most kinds first."""
    year = work.city.today(work.now).year
    by_giver = await given.by_supplier(work.session, year, zone=work.city.hours.zone)
    may_name = await naming.may_be_named(work.session, {supplier_id for supplier_id, _ in by_giver})
    names = await supplier.names(work.session, may_name.keys())

    def example_of(supplier_id: int) -> Example:
        gifts = ((kind, by_giver.get((supplier_id, kind))) for kind in SlotKind)
        told = (Gift(kind, _told(of, may_name[supplier_id])) for kind, of in gifts if of is not None)
        return Example(names[supplier_id], year, tuple(told))

    examples = [example_of(supplier_id) for supplier_id in may_name]
    return sorted(examples, key=lambda each: (-len(each.gifts), each.supplier))[:MOST_EXAMPLES]


def _told(gift: Given, said: Naming) -> int | None:
    """How many, where the supplier lets that be told and it points at nobody."""
    is_told = said is Naming.WITH_COUNTS and gift.number > 0 and not is_small(gift.number) and not gift.has_uncounted
    return gift.number if is_told else None


async def _gave(work: Work) -> QuarterGave:
    today, zone = work.city.today(work.now), work.city.hours.zone
    quarter = told_on(today)
    funnels = await counts.funnel(work.session, the_days(quarter.begins_on, quarter.ends_on, zone))
    offered = sum(each.offered for kind, each in funnels.items() if kind in BEGIN_WITH_SOMEBODY)
    return QuarterGave(
        quarter=quarter,
        is_over=quarter.next.begins_on <= today,
        offered=None if is_small(offered) else offered,
        begun=await _begun(work, quarter),
        held=await quarter_result.held(work.session, quarter),
    )


async def _begun(work: Work, quarter: Quarter) -> int | None:
    """Neither it nor what is left of its year may point at anybody."""
    by_month = await counts.by_month(work.session, quarter.year, zone=work.city.hours.zone)
    of_year = sum(each.starts for each in by_month)
    begun = sum(each.starts for each in by_month if quarter.has(each.month))
    return begun if is_told_beside_whole(begun, of_year) else None
