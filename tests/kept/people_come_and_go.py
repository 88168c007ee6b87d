"""People come in, are away, are out of reach, and leave."""

import re

from domain.language import Language
from domain.role import Role
from domain.slot import Trade
from tests.chat import Chat
from tests.kept.kept_city import ENMANS, MALERI, PARKER, KeptCity


async def are_in(city: KeptCity) -> None:
    """Suppliers and those who lead, before there is any matcher."""
    await city.person("Mira Holm", Role.SUPPLIER, company=MALERI, trade=Trade.PAINTING)
    await city.person("Nils Ask", Role.SUPPLIER, company=MALERI)
    await city.person("Sam Dahl", Role.SUPPLIER, company=PARKER, trade=Trade.GROUNDS, language=Language.ENGLISH)
    await city.person("Ben Fox", Role.SUPPLIER, company=PARKER, language=Language.ENGLISH)
    await city.person("Ulf En", Role.SUPPLIER, company=ENMANS)
    await city.person("Karin Ek", Role.COORDINATOR)
    await city.person("Olle Ny", Role.COORDINATOR)
    await city.person("Ada Sund", Role.ADMINISTRATOR)


async def match(city: KeptCity) -> None:
    """The matchers come in too."""
    for name in ("Anna Lind", "Bashir Nur", "Cilla Ros", "Dora Lund"):
        await city.person(name, Role.MATCHER)
    await city.person("Ann Bell", Role.MATCHER, language=Language.ENGLISH)


async def come(city: KeptCity) -> None:
    """By an invitation; others are refused, or still awaited."""
    await city.plays("Karin", "/bjudin", "2", "Nora Berg", "1")
    city.who["Nora"] = city.stranger()
    await city.plays("Nora", "/start", "/start felaktig", f"/start {code_sent_to(city.who['Karin'])}", "/start")
    await city.plays("Karin", "/bjudin", "2", "Ove Fel", "1", ">Ångra inbjudan")
    await city.plays("Karin", "/bjudin", "1", "1", "Berta Sten", "1")
    await city.plays("Karin", "/personer", ">Inbjudna", ">Berta Sten", ">Ny länk")
    await city.plays("Karin", "/bjudin", "1", "1", "Gun Sten", "1")
    for name in ("Gun Sten", "Berta Sten"):
        await city.plays("Olle", "/personer", ">Inbjudna", f">{name}")
    await city.plays("Ada", "/bjudin", "4", "Edit Ros", "1")
    await city.plays("Karin", "/hjalp", "!ia", "/personer", ">Ulf En", ">Välj ersättare")


async def come_together(city: KeptCity) -> None:
    """Every contact of a contract at once; once it is taken back, and done again."""
    for ending in (">Ångra inbjudningarna", "/hjalp"):
        await city.plays("Karin", "/personer", ">Kontakter som saknas", ">Bjud in alla", ">1. Bjud in")
        await city.plays("Karin", ending)


async def are_away(city: KeptCity) -> None:
    """Themselves, or as a coordinator notes; with a deputy, and back again."""
    await city.plays("Nils", "/borta", "2", "Mira Holm", "/borta")
    await city.plays("Bashir", "/borta", "2", "Anna Lind", "/borta", ">Jag är tillbaka")
    await city.plays("Karin", "/personer", ">Dora Lund", ">Ange frånvaro", ">Om 2 veckor", ">Anna Lind")
    await city.plays("Karin", "/personer", ">Ben Fox", ">Välj ersättare", ">Sam Dahl")
    await city.plays("Karin", "/personer", ">Anna Lind", ">Lämna över", ">Nora Berg")


async def are_out_of_reach(city: KeptCity) -> None:
    """Somebody shuts the bot out, and lets it in again."""
    await city.who["Ben"].does(lambda phone: phone.blocks_bot())
    await city.who["Ben"].does(lambda phone: phone.unblocks_bot())
    await city.plays("Ben", "/start")


async def leave(city: KeptCity) -> None:
    """With open matters, which somebody takes over; and with a question that nobody can answer any more."""
    await city.plays("Dora", "/platser", ">Lärlingsplats", ">Jag tar den")
    await city.plays("Karin", "/personer", ">Dora Lund", ">Avsluta tillgång", ">Anna Lind", ">Avsluta tillgång")
    await city.plays("Ann", "/slots", ">Internship · Parks", ">I'll take it", ">Ask a question", "Is there a bus?")
    await city.plays("Karin", "/personer", ">Sam Dahl", ">Lämna över", ">Ben Fox")
    await city.person("Erik Kvar", Role.COORDINATOR)
    await city.plays("Erik", "/personer", ">Ben Fox", ">Avsluta tillgång", ">Sam Dahl", ">Avsluta tillgång")
    await city.plays("Ulf", "/start", "/rapportera", ">Yrkesmentor", ">Kontor", "1", "Råå", "11/12", "5", ">Skicka")
    await city.plays("Ann", "/slots", ">Vocational mentor · Office", ">Ask a question", "Who?", "/slots", ">Office")
    await city.plays("Karin", "/personer", ">Ulf En", ">Avsluta tillgång", ">Avsluta tillgång")
    await city.plays("Ann", ">Ask a question", "Anybody?")


async def say_all_sorts(city: KeptCity) -> None:
    """What people write that belongs to nothing."""
    await city.plays(
        "Anna", "/sprak", ">English", "/sprak svenska", "/hjalp", "/finnsinte", "hej", "/avbryt", "/bjudin"
    )
    await city.plays("Mira", "/hjalp", "/aviseringar", "811218-9876", "/start", "!zz:1", "!fa:1:0")
    await city.plays("Mira", "/rapportera", "1", ">Tillbaka", "/platser", ">Anställning", ">Ta tillbaka")
    await city.plays("Mira", "Handledaren har depression", ">Nej, jag skriver om det", "/avbryt", "/avbryt")
    await city.who["Anna"].does(lambda phone: phone.sends_photo())
    await city.who["Mira"].does(lambda phone: phone.sends_voice())
    city.telegram.add_group("Gruppen", [city.who["Anna"].phone])
    await city.settled()


def code_sent_to(chat: Chat) -> str:
    """The code of the newest link there."""
    return next(
        found[1] for message in reversed(chat.received) if (found := re.search(r"start=([\w-]+)", message.words))
    )
