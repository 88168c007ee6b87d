import pytest

from domain.company_name import is_same, is_similar


@pytest.mark.parametrize(
    ("one", "other"),
    [("Exempelmåleriet AB", "exempelmåleriet ab"), ("Exempelmåleriet AB", "  Exempelmåleriet   AB ")],
)
def test_capitals_and_spaces_make_no_other_company(one: str, other: str) -> None:
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Exempelmåleriet AB", "Exempelmåleri AB"),
        ("Exempelmåleriet AB", "Exempelmåleriet"),
        ("Åby El AB", "Aby El AB"),
        ("Exempelmåleriet AB", "Exepmelmåleriet"),
        ("Exempelmåleriet AB", "Exempelmåleriet i Skåne AB"),
        ("Aktiebolaget Exempel", "Exempel AB"),
        ("VVS & Kakeltjänst", "VVS och Kakeltjänst"),
    ],
)
def test_a_slip_is_noticed(one: str, other: str) -> None:
    assert is_similar(one, other)
    assert is_similar(other, one)
    assert not is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Exempelmåleriet AB", "Påhittade Parker AB"),
        ("AP Måleri", "Leif Olssons bygg"),
        ("El AB", "Måleri och El i Lund"),
        ("AB", "HB"),
        ("!!!", "Exempelmåleriet AB"),
    ],
)
def test_others_are_not_offered(one: str, other: str) -> None:
    assert not is_similar(one, other)
