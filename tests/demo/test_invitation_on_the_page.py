"""An invitation on the demo page: a picture and a letter in the chat, and a link that opens on a new phone."""

from datetime import timedelta

import pytest
from playwright.async_api import Browser, expect

from bot import inviting
from bot.city_settings import city_of
from bot.demo.running_city import RunningCity
from domain.invitation import VALID_FOR
from domain.role import Role
from handlers.handling.work import Work
from messages.message import Attachment, Message
from messages.people import invitation
from storage.people.person import active_in_role
from tests.demo.page import DESKTOP, PATIENCE, PHONE, in_the_browser, opened, phone, photographed, turn_to
from tests.everything import IS_EVERYTHING

pytestmark = [*in_the_browser, pytest.mark.timeout(180)]


SIZES = {"wide": DESKTOP} | ({"narrow": PHONE} if IS_EVERYTHING else {})
LOOKS = {"wide-light": (DESKTOP, "light"), "narrow-dark": (PHONE, "dark")} | (
    {"wide-dark": (DESKTOP, "dark"), "narrow-light": (PHONE, "light")} if IS_EVERYTHING else {}
)


async def invite(city: RunningCity) -> None:
    """What a coordinator's invitation says, in every way in which it can be passed on."""
    database, clock, settings = city._database, city._clock, city._settings  # noqa: SLF001  nobody else may
    now = clock.now()
    invited = await inviting.invite(database, Role.SUPPLIER, name="Nora Berg", supplier_name="Nya Firman AB", now=now)
    until = (now + VALID_FOR - timedelta(days=1)).date()
    facts = ("Nora Berg", Role.SUPPLIER, "Nya Firman AB", until, settings.city, settings.contact)
    async with database.write() as session:
        work = Work(session, now, city_of(settings), "invitation")
        (coordinator,) = await active_in_role(session, Role.COORDINATOR)
        for message in (
            Message(invitation.InvitationMade(*facts)),
            Message(invitation.InvitationPicture(*facts), attachment=Attachment.INVITATION_QR),
            Message(invitation.InvitationEmail(*facts)),
            Message(invitation.InvitationLetter(*facts), attachment=Attachment.INVITATION_LETTER),
        ):
            await work.tell(coordinator, message, secret=invited.code)
    await city.all_said()


@pytest.mark.parametrize(("size", "colours"), LOOKS.values(), ids=LOOKS)
async def test_a_picture_and_a_letter_are_in_the_chat_and_the_letter_can_be_saved(
    browser: Browser, size: dict[str, int], colours: str
) -> None:
    async with opened(browser, size, colours=colours) as (page, city):  # type: ignore[arg-type]
        name = f"invitation-{'wide' if size is DESKTOP else 'narrow'}-{colours}"
        if size is PHONE:
            await turn_to(page, "Karin")
        await invite(city)
        karin = phone(page, "Karin")
        picture = karin.locator("img.picture")
        await expect(picture).to_be_visible(timeout=PATIENCE)
        assert await picture.evaluate("image => image.naturalWidth") >= 600
        await picture.scroll_into_view_if_needed()
        await photographed(page, f"{name}-picture")
        letter = karin.locator("a.attachment", has_text="brev-")
        await letter.scroll_into_view_if_needed()
        await photographed(page, f"{name}-letter")
        async with page.expect_download() as downloading:
            await letter.click()
        assert (await downloading.value).suggested_filename == "brev-Nora-Berg.pdf"
        assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_new_supplier_contact_joins_on_a_new_phone_by_pressing_the_link(
    browser: Browser, size: dict[str, int]
) -> None:
    async with opened(browser, size) as (page, city):  # type: ignore[arg-type]
        if size is PHONE:
            await turn_to(page, "Karin")
        await invite(city)
        karin = phone(page, "Karin")
        await karin.get_by_role("button", name="t.me/").first.click()
        await photographed(page, f"invitation-{size['width']}-where")
        await page.get_by_role("button", name="ny telefon").click()
        newcomer = phone(page, "Nora Berg")
        await expect(newcomer.get_by_text("Välkommen, Nora Berg!")).to_be_visible(timeout=PATIENCE)
        await expect(newcomer.get_by_text("kontaktperson · Nya Firman AB")).to_be_visible()
        await photographed(page, f"invitation-{size['width']}-joined")
        if size is PHONE:
            await turn_to(page, "Karin")
        await expect(karin.get_by_text("Nora Berg (Nya Firman AB) är med nu")).to_be_visible(timeout=PATIENCE)


async def test_a_deleted_message_is_gone_from_the_page(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, city):
        mira = phone(page, "Mira Holm")
        await mira.get_by_role("textbox").fill("något som inte ska stå här")
        await mira.get_by_role("textbox").press("Enter")
        said = mira.get_by_text("något som inte ska stå här")
        await expect(said).to_be_visible(timeout=PATIENCE)
        await city.all_said()
        chat = next(one for one in city.telegram.phones.values() if one.first_name == "Mira")
        message = next(one for one in chat.messages if "något som inte ska" in one.text)
        async with city._database.write() as session:  # noqa: SLF001  likewise
            work = Work(session, city._clock.now(), city_of(city._settings), "delete")  # noqa: SLF001
            await work.delete(chat.user_id, message.message_id)
        await expect(said).to_have_count(0, timeout=PATIENCE)
