"""When the clock comes to a slot next."""

from dataclasses import replace
from datetime import datetime

from domain.offer_step import OfferStep, TimedOffer, next_step
from domain.slot import SlotStatus
from handlers.handling.work import Work
from storage.slots.slot import Slot


def next_at(
    work: Work, offer: TimedOffer, *, status: SlotStatus | None = None, asked: OfferStep | None = None
) -> datetime | None:
    """When the clock comes to it next, once it is in that status and so much was asked; None where it never does."""
    due = next_step(replace(offer, status=status or offer.status, asked=asked), work.now, work.city.hours)
    return due.at if due is not None else None


def is_past(work: Work, slot: Slot) -> bool:
    """Whether its last day is over."""
    return slot.timed.is_past(work.city.today(work.now))
