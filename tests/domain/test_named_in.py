import pytest

from domain.named_in import suppliers_named_in

NAMES = {1: "Exempelmåleriet AB", 2: "Trädgård & Sten i Malmö AB", 3: "Trädgård AB", 4: "Åby El Handelsbolag"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Exempelmåleriet AB har öppnat dörren.", {1}),
        ("exempelmaleriet ab har öppnat dörren.", {1}),
        ("Tack, Exempelmåleriet!", {1}),
        ("Tack, exempelmåleriet!", set()),
        ("Trädgård & Sten i Malmö tog emot åtta.", {2, 3}),
        ("Praktik i trädgård och park.", set()),
        ("TRÄDGÅRD AB och Åby El", {3, 4}),
        ("Exempelmåleriets lärlingar", {1}),
        ("exempelmåleriet ABs lärlingar", {1}),
        ("exempelmåleriets lärlingar", set()),
        ("Praktik hos Trädgård och Sten i Malmö.", {2, 3}),
        ("Åby Els praktikanter", {4}),
        ("", set()),
    ],
)
def test_a_name_is_found_whole_as_typed_and_without_its_form_as_a_name(text: str, named: set[int]) -> None:
    assert suppliers_named_in(text, NAMES) == named
