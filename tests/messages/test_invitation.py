"""The invitation's messages, and the files that they stand under."""

import re
from datetime import date

import pytest

from bot.demo.local_telegram.attachment import picture_size
from domain.language import Language
from domain.role import Role
from messages.attachment import attached, file_name
from messages.message import Attachment, Message, from_content
from messages.people import invitation, qr
from messages.rendering import MASK, MOST_IN_CAPTION, plain, rendered

LINK = "https://t.me/steget_demo_bot?start=Zs1lI0Oo-9kQ_x7Yt2bWq4nVp8a"
FACTS = ("Nora Berg", Role.SUPPLIER, "Nya Firman AB", date(2026, 12, 7), "Exempelstad", "040-628 04 00")
TELLS_LINK = [invitation.InvitationMade, invitation.InvitationPicture, invitation.InvitationEmail]
TO_THE_INVITED = [invitation.InvitationPicture, invitation.InvitationEmail]

every_language = pytest.mark.parametrize("language", Language)


def said(kind: type[invitation.Invitation], language: Language, link: str = LINK) -> str:
    return plain(rendered(Message(kind(*FACTS)), language, invitation_link=link).text)


@every_language
@pytest.mark.parametrize("kind", TELLS_LINK)
def test_the_link_is_told_once_and_masked_where_the_text_is_kept(
    kind: type[invitation.Invitation], language: Language
) -> None:
    assert said(kind, language).count(LINK) == 1
    kept = plain(rendered(Message(kind(*FACTS)), language).text)
    assert kept == said(kind, language).replace(LINK, MASK)


@every_language
@pytest.mark.parametrize("kind", TO_THE_INVITED)
def test_what_is_passed_on_speaks_to_the_person_invited(kind: type[invitation.Invitation], language: Language) -> None:
    text = said(kind, language)
    assert re.search("(Hej|Hello) Nora Berg!", text)
    for told in ("Exempelstad", "Nya Firman AB", "Start", "040-628 04 00"):
        assert told in text


@every_language
def test_an_email_begins_with_its_subject(language: Language) -> None:
    assert re.match(r"(Ämne|Subject): \S.*\n\n", said(invitation.InvitationEmail, language))


@every_language
def test_what_stands_under_a_file_fits_there(language: Language) -> None:
    longest = ("Å" * 120, Role.SUPPLIER, "Ö" * 120, date(2026, 12, 7), "Ä" * 60, "x" * 120)
    for kind in (invitation.InvitationPicture, invitation.InvitationLetter):
        text = plain(rendered(Message(kind(*longest)), language, invitation_link="l" * 80).text)
        assert len(text) <= MOST_IN_CAPTION


def test_a_name_that_looks_like_the_marker_is_just_a_name() -> None:
    for name in ("{{ invitation_link }}", "invitation_link", MASK):
        parameters = invitation.InvitationMade(name, *FACTS[1:])
        assert plain(rendered(Message(parameters), Language.SWEDISH, invitation_link=LINK).text).count(LINK) == 1


def test_what_a_message_stands_under_is_kept_with_it() -> None:
    message = Message(invitation.InvitationPicture(*FACTS), attachment=Attachment.INVITATION_QR)
    assert from_content(message.content()) == message
    before_there_were_any = {name: value for name, value in message.content().items() if name != "attachment"}
    assert from_content(before_there_were_any).attachment is None


def test_the_picture_is_large_and_has_white_around_it() -> None:
    picture = qr.png(LINK)
    size = picture_size(picture)
    assert size is not None
    assert size[0] == size[1]
    assert 600 <= size[0] <= 1000
    assert len(picture) < 20_000


@every_language
@pytest.mark.parametrize("attachment", [Attachment.INVITATION_QR, Attachment.INVITATION_LETTER])
def test_every_attachment_of_one_invitation_can_be_made(attachment: Attachment, language: Language) -> None:
    message = Message(invitation.InvitationLetter(*FACTS), attachment=attachment)
    file = attached(message, language, [LINK])
    assert re.fullmatch(r"[a-z]+-Nora-Berg\.(png|pdf)", file.name)
    assert file.content.startswith((b"\x89PNG", b"%PDF"))


def test_a_message_that_stands_under_nothing_has_no_file() -> None:
    with pytest.raises(ValueError, match="nothing"):
        attached(Message(invitation.InvitationMade(*FACTS)), Language.SWEDISH, [LINK])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('brev "\r\nX-Header: x', "brev-X-Header-x"),
        ("brev ../../etc/passwd", "brev-etc-passwd"),
        ("brev Åsa Öberg", "brev-Åsa-Öberg"),
        ("brev " + "x" * 200, "brev-" + "x" * 35),
        ("Akt 2026-11-30 UH-2025-48 Skötsel av parker", "Akt-2026-11-30-UH-2025-48-Skötsel-av"),
        ("brev 😀", "brev"),
    ],
)
def test_a_files_name_is_harmless(text: str, name: str) -> None:
    assert file_name(text) == name
