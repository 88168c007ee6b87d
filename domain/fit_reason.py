"""Why an offer fits what somebody looks for, or does not: what can be said of each thing that is compared."""

from enum import IntEnum, StrEnum


class Verdict(IntEnum):
    """What a reason means for the whole; a better one is higher."""

    EXCLUDES = 0
    """It can't be, whatever else fits."""
    LOWERS = 1
    """It speaks against; people may find a way."""
    TO_ASK = 2
    """Nobody has said, so somebody has to be asked."""
    FITS = 3


class FitReason(StrEnum):
    """One thing that was compared, and how it came out; worded in the table [fit] of `labels.toml`."""

    KIND_SAME = "kind_same"
    KIND_MAY_LEAD_THERE = "kind_may_lead_there"
    """Another kind, that can lead to the one that is looked for."""
    KIND_LEADS_UNKNOWN = "kind_leads_unknown"
    """Another kind, and nobody has said whether it can lead there."""
    KIND_OTHER = "kind_other"
    TRADE_SAME = "trade_same"
    TRADE_UNNAMED = "trade_unnamed"
    """Both say that it is none of the list, and not which."""
    TRADE_NEAR = "trade_near"
    TRADE_OTHER = "trade_other"
    AREA_SAME = "area_same"
    AREA_UNKNOWN = "area_unknown"
    AREA_OTHER = "area_other"
    TIME_FITS = "time_fits"
    TIME_UNKNOWN = "time_unknown"
    TIME_LATER = "time_later"
    """It begins so late that somebody would wait for long."""
    TIME_EARLIER = "time_earlier"
    """It begins before somebody can."""
    TIME_OVER = "time_over"
    """It ends before somebody can begin."""
    HOURS_FIT = "hours_fit"
    HOURS_UNKNOWN = "hours_unknown"
    HOURS_FEWER = "hours_fewer"
    HOURS_MORE = "hours_more"
    HOURS_OTHER = "hours_other"
    """Another time of the day."""
    SWEDISH_ENOUGH = "swedish_enough"
    SWEDISH_UNKNOWN = "swedish_unknown"
    SWEDISH_UNTOLD = "swedish_untold"
    """The offer asks for some, and of whoever looks nobody has said how much they have."""
    SWEDISH_LITTLE_MORE = "swedish_little_more"
    """The offer asks for one step more."""
    SWEDISH_TOO_MUCH = "swedish_too_much"
    LICENCE_ENOUGH = "licence_enough"
    LICENCE_UNKNOWN = "licence_unknown"
    LICENCE_UNTOLD = "licence_untold"
    """The offer asks for one, and of whoever looks nobody has said which they have."""
    LICENCE_MISSING = "licence_missing"
    ADAPTATIONS_GIVEN = "adaptations_given"
    ADAPTATIONS_UNKNOWN = "adaptations_unknown"
    ADAPTATIONS_MISSING = "adaptations_missing"
    NO_PLACE_LEFT = "no_place_left"

    @property
    def verdict(self) -> Verdict:
        """What it means for the whole."""
        return VERDICTS[self]

    @property
    def has_to_be_asked(self) -> bool:
        """Whether somebody has to be asked before it is known."""
        return self.verdict is Verdict.TO_ASK or self is FitReason.KIND_LEADS_UNKNOWN


VERDICTS: dict[FitReason, Verdict] = {
    FitReason.KIND_SAME: Verdict.FITS,
    FitReason.KIND_MAY_LEAD_THERE: Verdict.LOWERS,
    FitReason.KIND_LEADS_UNKNOWN: Verdict.LOWERS,
    FitReason.KIND_OTHER: Verdict.EXCLUDES,
    FitReason.TRADE_SAME: Verdict.FITS,
    FitReason.TRADE_UNNAMED: Verdict.TO_ASK,
    FitReason.TRADE_NEAR: Verdict.LOWERS,
    FitReason.TRADE_OTHER: Verdict.EXCLUDES,
    FitReason.AREA_SAME: Verdict.FITS,
    FitReason.AREA_UNKNOWN: Verdict.TO_ASK,
    FitReason.AREA_OTHER: Verdict.LOWERS,
    FitReason.TIME_FITS: Verdict.FITS,
    FitReason.TIME_UNKNOWN: Verdict.TO_ASK,
    FitReason.TIME_LATER: Verdict.LOWERS,
    FitReason.TIME_EARLIER: Verdict.LOWERS,
    FitReason.TIME_OVER: Verdict.EXCLUDES,
    FitReason.HOURS_FIT: Verdict.FITS,
    FitReason.HOURS_UNKNOWN: Verdict.TO_ASK,
    FitReason.HOURS_FEWER: Verdict.LOWERS,
    FitReason.HOURS_MORE: Verdict.LOWERS,
    FitReason.HOURS_OTHER: Verdict.LOWERS,
    FitReason.SWEDISH_ENOUGH: Verdict.FITS,
    FitReason.SWEDISH_UNKNOWN: Verdict.TO_ASK,
    FitReason.SWEDISH_UNTOLD: Verdict.TO_ASK,
    FitReason.SWEDISH_LITTLE_MORE: Verdict.LOWERS,
    FitReason.SWEDISH_TOO_MUCH: Verdict.EXCLUDES,
    FitReason.LICENCE_ENOUGH: Verdict.FITS,
    FitReason.LICENCE_UNKNOWN: Verdict.TO_ASK,
    FitReason.LICENCE_UNTOLD: Verdict.TO_ASK,
    FitReason.LICENCE_MISSING: Verdict.EXCLUDES,
    FitReason.ADAPTATIONS_GIVEN: Verdict.FITS,
    FitReason.ADAPTATIONS_UNKNOWN: Verdict.TO_ASK,
    FitReason.ADAPTATIONS_MISSING: Verdict.LOWERS,
    FitReason.NO_PLACE_LEFT: Verdict.EXCLUDES,
}
"""A caseworker must be able to sign each row: docs/matching.md shows them at work."""
