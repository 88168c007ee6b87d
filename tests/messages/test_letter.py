"""Letters: a page each, real text, and values that are only ever values."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from domain.language import Language
from domain.role import Role
from messages.label import FOLDER
from messages.message import Message
from messages.people.invitation import InvitationEmail, InvitationLetter
from messages.people.letter import Letter, pdf
from messages.rendering import rendered
from tests.messages.hostile import HOSTILE

LINK = "https://t.me/steget_demo_bot?start=Zs1lI0Oo-9kQ_x7Yt2bWq4nVp8a"
MARK = Path(__file__).parents[2] / "bot" / "demo" / "page" / "static" / "mark.svg"

every_language = pytest.mark.parametrize("language", Language)


def letter(name: str = "Mira Holm", *, supplier: str | None = "Exempelmåleriet AB", **more: str) -> Letter:
    facts: dict[str, Any] = {"city": "Exempelstad", "contact": "040-628 04 00, csr@exempelstad.example"}
    role = Role.SUPPLIER if supplier else Role.MATCHER
    return Letter(InvitationLetter(name, role, supplier, date(2026, 12, 7), **(facts | more)), LINK)


def read(letters: list[Letter], language: Language = Language.SWEDISH) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(letters, language)))


def text_of(reader: PdfReader, page: int = 0) -> str:
    return " ".join(reader.pages[page].extract_text().split())


@every_language
@pytest.mark.parametrize("supplier", ["Exempelmåleriet AB", None])
def test_a_letter_says_all_that_one_needs_on_one_page(language: Language, supplier: str | None) -> None:
    reader = read([letter(supplier=supplier)], language)
    text = text_of(reader)
    assert len(reader.pages) == 1
    day = "7 december 2026" if language is Language.SWEDISH else "7 December 2026"
    for said in ("Mira Holm", "Exempelstad", supplier or "Steget", LINK, day, "Telegram", "Start", "040-628 04 00"):
        assert said in text
    assert [mark for mark in ("1.", "2.", "3.") if mark not in text] == []


@every_language
def test_a_letter_and_an_email_say_what_telegram_is_and_where_it_is_had(language: Language) -> None:
    email = rendered(Message(InvitationEmail(**vars(letter().invitation))), language).text
    for text in (text_of(read([letter()], language)), email):
        for said in ("App Store", "Google Play", "telegram.org", "web.telegram.org"):
            assert said in text
        assert ("gratis app för meddelanden" if language is Language.SWEDISH else "free app for messages") in text


def test_a_letter_bears_the_products_mark() -> None:
    """The same as on the demo's page: its light, in amber, is the only such spot on the sheet."""
    content = read([letter()]).pages[0].get_contents()
    assert content is not None
    assert b"0.9137255 0.7058824 0.29803923 scn" in content.get_data()
    assert (FOLDER / "mark.svg").read_bytes() == MARK.read_bytes()


@every_language
@pytest.mark.parametrize("supplier", ["Exempelmåleriet AB", None])
def test_letter_and_email_say_what_is_kept_of_the_reader_and_how_to_object(
    language: Language, supplier: str | None
) -> None:
    facts = letter(supplier=supplier).invitation
    email = rendered(
        Message(InvitationEmail(*(getattr(facts, each) for each in facts.__dataclass_fields__))), language
    ).text
    wanted = {
        Language.SWEDISH: ("Vad som sparas om dig", "säga nej", "gallring", "är ansvarig", "imy.se", "/integritet"),
        Language.ENGLISH: ("What is kept of you", "object", "disposal", "is responsible", "imy.se", "/privacy"),
    }[language]
    register = {Language.SWEDISH: "avtalsregister", Language.ENGLISH: "register of contracts"}[language]
    for text in (text_of(read([letter(supplier=supplier)], language)), email):
        assert [each for each in wanted if each not in text] == []
        assert (register in text) is (supplier is not None)


def test_a_letter_is_an_a4() -> None:
    box = read([letter()]).pages[0].mediabox
    assert (box.width, box.height) == pytest.approx((595.28, 841.89), abs=0.1)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_never_markup(value: str) -> None:
    plain, odd = (text_of(read([letter(name, supplier=name, city=name, contact=name)])) for name in ("Qxz", value))
    said = " ".join(value.split())
    assert odd.replace(" ", "") == plain.replace("Qxz", said).replace(" ", "")


@pytest.mark.parametrize("name", ["王小明", "محمد علي", "😀 Anna", "\u202egnp", "a\u0301", "ett\ntvå"])
def test_a_name_in_any_script_has_its_letter(name: str) -> None:
    assert len(read([letter(name)]).pages) == 1


def test_the_longest_names_stay_on_the_page() -> None:
    longest = ("Förnamn Efternamn " * 7)[:120]
    assert len(read([letter(longest, supplier=longest, city=longest[:60], contact=longest)]).pages) == 1


def test_many_letters_are_one_file_with_a_page_each() -> None:
    reader = read([letter(f"Person {number}") for number in range(30)], Language.ENGLISH)
    assert [f"Hello Person {number}!" in text_of(reader, number) for number in range(30)] == [True] * 30


def test_a_letter_to_nobody_is_an_error() -> None:
    with pytest.raises(ValueError, match="nobody"):
        pdf([], Language.SWEDISH)
