"""What two offers that would read alike are told apart by."""

from datetime import date

from domain.told_apart import Apart, Listed, Mark, told_apart

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def offer(
    number: int, *, reads: str = "painting", contract: str = "", on: date = MONDAY, start: date | None = None
) -> Listed:
    return Listed(reads, number, contract, on, start)


def test_what_reads_like_nothing_else_needs_no_mark() -> None:
    assert told_apart([offer(1), offer(2, reads="cleaning")]) == [None, None]


def test_a_list_that_does_not_say_when_it_begins_says_so() -> None:
    assert told_apart([offer(1, start=TUESDAY), offer(2, start=MONDAY)]) == [
        Apart(Mark.START, day=TUESDAY),
        Apart(Mark.START, day=MONDAY),
    ]


def test_the_contract_comes_before_the_day() -> None:
    listed = [offer(1, contract="2026/1"), offer(2, contract="2026/2", on=TUESDAY), offer(3, reads="cleaning")]
    assert told_apart(listed) == [Apart(Mark.CONTRACT, "2026/1"), Apart(Mark.CONTRACT, "2026/2"), None]


def test_one_without_a_contract_is_told_by_its_day() -> None:
    assert told_apart([offer(1, contract="2026/1"), offer(2, on=TUESDAY)]) == [
        Apart(Mark.REPORTED, day=MONDAY),
        Apart(Mark.REPORTED, day=TUESDAY),
    ]


def test_where_nothing_tells_them_apart_the_oldest_is_the_first() -> None:
    listed = [offer(9, on=TUESDAY), offer(4, on=TUESDAY), offer(7)]
    assert told_apart(listed) == [Apart(Mark.PLACE, "3"), Apart(Mark.PLACE, "1"), Apart(Mark.PLACE, "2")]


def test_no_two_read_alike_afterwards() -> None:
    listed = [
        offer(number, contract=contract, on=on)
        for number, (contract, on) in enumerate(
            [(contract, on) for contract in ("", "2026/1") for on in (MONDAY, TUESDAY)] * 2
        )
    ]
    marks = told_apart(listed)
    assert len(set(marks)) == len(marks)
