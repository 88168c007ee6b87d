from domain.programme import told
from domain.small_number import SHOWN_FROM


def test_small_numbers_are_told_to_those_who_see_all_and_to_nobody_else() -> None:
    others = [told(number, sees_all=False) for number in range(SHOWN_FROM + 2)]
    assert others == [None] * 5 + [5, 6], "none at all is a small number, too"
    assert [told(number, sees_all=True) for number in range(SHOWN_FROM + 2)] == list(range(SHOWN_FROM + 2))
