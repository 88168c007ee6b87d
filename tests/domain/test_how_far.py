from itertools import product

import pytest

from domain.how_far import HowFar, how_far
from domain.obligation import TO_BE_DONE, ObligationStatus
from domain.turn.turn import CITY, Side


@pytest.mark.parametrize(("status", "side"), list(product(ObligationStatus, Side)))
def test_what_waits_for_the_city_is_never_told_as_waiting_for_the_supplier(
    status: ObligationStatus, side: Side
) -> None:
    far = how_far(status, side)
    assert (far in {HowFar.DONE, HowFar.OVER}) is (status not in TO_BE_DONE)
    assert far is not HowFar.SUPPLIER or side is Side.SUPPLIER
    if status in TO_BE_DONE and (side in CITY or status is ObligationStatus.FORMAL):
        assert far is HowFar.CITY
