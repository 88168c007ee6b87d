"""Invitations as people pass them on, and what is none."""

import secrets

import pytest

from domain.invitation import new_code
from domain.passed_on import codes_in, means_a_code
from tests.each import each

WAYS = """
https://t.me/StegetBot?start={code}
http://t.me/StegetBot?start={code}
t.me/StegetBot?start={code}
telegram.me/StegetBot?start={code}
tg://resolve?domain=StegetBot&start={code}
https://t.me/StegetBot?text=hej&start={code}#x
https%3A%2F%2Ft.me%2FStegetBot%3Fstart%3D{code}&data=05%7C02%7Ckarin
Hej! Här är länken: https://t.me/StegetBot?start={code}. Välkommen!
Hej¶¶https://t.me/StegetBot?start={code}¶¶Hälsningar Karin
https://t.me/StegetBot?start={first}¶{rest}
https://t.me/StegetBot?start={first}¶{rest}¶Med vänlig hälsning
<https://t.me/StegetBot?start={code}>
[Öppna Steget](https://t.me/StegetBot?start={code})
{code}
{code}.
{code}!
  {code}
"{code}"
”{code}”
'{code}'
«{code}»
({code})
`{code}`
**{code}**
{code},tack
Kod:{code}
Min kod är {code}, tack
start={code}
start = {code}
start={code}.
start= {code}
start="{code}"
/start {code}
/start   {code}
/start{code}
/start¶{code}
/start "{code}".
/start@StegetBot {code}
{first}{unseen}{rest}
{unseen}{code}{unseen}
""".strip("\n").split("\n")
ALSO_TODAY = """
{upper}
{capital}
HTTPS://T.ME/STEGETBOT?START={upper}
https://t.me/StegetBot?start={capital}.
{first} {rest}
{first}¶{rest}
{first}-{rest}
{groups}
Koden: {first}¶{rest} tack
_{code}_
{wide}
""".strip("\n").split("\n")
LINE_BREAK = "¶"
"""Stands for one in the texts above."""
NO_CODES = """
Hej
Vi kan ta emot tre på Centrum, och en till i Råå
arbetsmarknadsforvaltningen
ARBETSMARKNADSFORVALTNINGEN
https://www.helsingborg.se/startsida/trafik-och-stadsplanering/
start=2026-12-01 och framat pa Centrum
/start
start=
070-174 06 35
Org.nr 212000-1157
SE45 5000 0000 0583 9825 7466
IMG_20261124_080000_HDR_1234567.jpg
PXL_20261124_080000123.PORTRAIT.jpg
""".strip().split("\n")


def written(way: str, code: str) -> str:
    return way.replace(LINE_BREAK, "\n").format(
        code=code,
        unseen="\u200b",
        first=code[:11],
        rest=code[11:],
        upper=code.upper(),
        capital=code.capitalize(),
        groups=" ".join(code[at : at + 5] for at in range(0, len(code), 5)),
        wide=code.translate({ord(sign): ord(sign) + 0xFEE0 for sign in code}),
    )


def test_a_code_of_today_is_found_whatever_is_around_it(subtests: pytest.Subtests) -> None:
    for way in (*WAYS, *ALSO_TODAY):
        with each(subtests, way):
            for code in (new_code() for _ in range(50)):
                assert code in codes_in(written(way, code))


def test_a_code_from_before_is_found_as_it_was_written(subtests: pytest.Subtests) -> None:
    for way in WAYS:
        with each(subtests, way):
            for code in ("Zs1lI0Oo-9kQ_x7Yt2bWq4nVp8a", *(secrets.token_urlsafe(20) for _ in range(50))):
                assert code in codes_in(written(way, code))


def test_what_is_no_invitation_holds_no_code(subtests: pytest.Subtests) -> None:
    for text in NO_CODES:
        with each(subtests, text):
            assert codes_in(text) == []


def test_a_part_of_a_code_is_known_for_one_and_other_words_are_not(subtests: pytest.Subtests) -> None:
    code = "a2" + new_code()
    for text in (f"start={code[:9]}", f"/start {code[:4]}", f"Här: {code[:16]}!", f"{code}x", f"start={code[1:]}"):
        with each(subtests, text):
            assert means_a_code(text)
            assert codes_in(text) == []
    for text in ("Hej", "/start", "start", "070-174 06 35", "Arbetsmarknadsforvaltningen i Helsingborg"):
        with each(subtests, text):
            assert not means_a_code(text)


def test_a_text_of_any_sort_has_few_codes_to_try_and_takes_no_time() -> None:
    for text in ("start=a " * 500, "a-" * 2000, "a\n" * 2000, new_code() * 130, (new_code() + " ") * 130):
        assert len(codes_in(text)) <= 8
