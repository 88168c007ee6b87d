from hypothesis import given
from hypothesis import strategies as st

from domain.alert_settings import AlertSettings
from domain.slot import SlotKind, Trade

kinds, trades = st.sampled_from(SlotKind), st.sampled_from(Trade)
areas = st.sampled_from(["Centrum", "Råå", "Norra hamnen"])


@given(kind=kinds, trade=trades, area=areas, is_digest=st.booleans())
def test_who_leaves_nothing_out_wants_everything(kind: SlotKind, trade: Trade, area: str, *, is_digest: bool) -> None:
    assert AlertSettings(is_digest=is_digest).wants(kind, trade, area)


@given(wanted=st.frozensets(kinds, min_size=1), kind=kinds, trade=trades, area=areas)
def test_only_what_is_chosen_is_wanted(wanted: frozenset[SlotKind], kind: SlotKind, trade: Trade, area: str) -> None:
    assert AlertSettings(kinds=wanted).wants(kind, trade, area) is (kind in wanted)


def test_everything_that_is_chosen_has_to_fit() -> None:
    settings = AlertSettings(frozenset({SlotKind.MENTOR}), frozenset({Trade.CARE}), frozenset({"Råå"}))
    assert settings.wants(SlotKind.MENTOR, Trade.CARE, "Råå")
    assert not settings.wants(SlotKind.MENTOR, Trade.CARE, "Centrum")
    assert not settings.wants(SlotKind.MENTOR, Trade.OFFICE, "Råå")


def test_alerts_are_gathered_from_three_matchers_up() -> None:
    assert [AlertSettings(is_digest=True).gathers(matchers) for matchers in (1, 2, 3, 9)] == [False, False, True, True]
    assert not AlertSettings().gathers(9)


def test_an_area_is_the_same_however_it_is_written() -> None:
    assert AlertSettings(areas=frozenset({"råå"})).wants(SlotKind.MENTOR, Trade.CARE, "RÅÅ")
