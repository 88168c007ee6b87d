"""Messages that tell a phone and an e-mail: as text in either language, and masked where they are kept."""

import pytest

from domain.contact import ContactDetails
from domain.language import Language
from domain.reference import Noun, Reference
from messages.label import FOLDER
from messages.message import Message, from_content
from messages.rendering import MASK, plain, rendered
from tests.each import each
from tests.messages.samples import NAMES, variants

HOSTILE = ContactDetails("<b>040", "a&b@exempel.se")
PARTIALS = ("_reached_at", "_reach.")


def tells_details(name: str) -> bool:
    text = (FOLDER / "sv" / f"{name}.html.j2").read_text("utf-8")
    return "reached_at" in text or "_reach." in text


TELLING = [name for name in NAMES if tells_details(name)]


@pytest.mark.parametrize("language", Language)
def test_a_number_is_told_as_it_is_and_masked_where_it_is_kept(language: Language, subtests: pytest.Subtests) -> None:
    assert len(TELLING) > 5
    for name in TELLING:
        with each(subtests, name):
            texts = [
                (
                    plain(rendered(Message(one), language, reached_at=HOSTILE).text),
                    plain(rendered(Message(one), language, reached_at=HOSTILE.masked(MASK)).text),
                )
                for one in variants(name, "Qxz")
            ]
            assert any("<b>040" in told for told, _ in texts)
            for told, kept in texts:
                assert "\n\n\n" not in told
                assert kept == told.replace("<b>040", MASK).replace("a&b@exempel.se", MASK)


def test_what_is_kept_of_a_message_names_whose_details_it_tells_and_nothing_more() -> None:
    parameters = next(variants(TELLING[0], "Qxz"))
    message = Message(parameters, details_of=Reference(Noun.PERSON, 7))
    assert message.content()["details_of"] == "person:7"
    assert from_content(message.content()) == message
    assert "details_of" not in Message(parameters).content()
