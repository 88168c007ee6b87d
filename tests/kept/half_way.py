"""Every form, open for somebody or parked below another, each as far as its person has come."""

from domain.role import Role
from tests.kept.kept_city import MALERI, KeptCity
from tests.kept.results import OPENED as RESULTS

COLLEAGUES = ("Siri Ask", "Tor Ask", "Uma Ask", "Vera Ask", "Wilma Ask", "Xena Ask", "Ylva Ask", "Zara Ask")
LEADERS = ("Fia Ros", "Gro Ros", "Hedda Ros", "Ivar Ros", "Kim Ros", "Lage Ros", "Mona Ros", "Noa Ros")

SUPPLIERS_TURNS = (
    ("Siri", "/rapportera", "1", "1", "2"),
    ("Tor", "/platser", ">Anställning", ">Ta tillbaka", "Handledaren har depression"),
    ("Uma", "/platser", ">Lärlingsplats", ">Ändra", "1", ">Ändra start", ">Visa kalender"),
    ("Vera", "/rapportera", "2", "/borta", "3"),
    ("Wilma", "/avtal", ">2026/4", ">Inget att erbjuda"),
    ("Nils", ">2026/3", ">Fel person"),
    ("Sam", "/contracts", ">2026/8", ">Propose a time"),
    ("Mira", "/moten", ">9 dec", ">Föreslå annan tid", "/moten", ">9 dec", ">Kan inte", ">Någon annan kommer"),
    ("Mira", ">Det stämmer inte riktigt", ">Svara"),
)
"""A report, a withdrawal in doubt, a change in its calendar, away over a report, nothing to offer, the wrong person, a
time for what is due; another time, a stand-in, a dispute and an answer, one over the other."""

OTHERS_TURNS = (
    ("Anna", "/platser", ">Praktikplats", ">Ställ en fråga"),
    ("Karin", "/personer", ">Kontakter som saknas", ">Bjud in alla", "/bjudin", "2", "Ny Person"),
    ("Karin", ">Ja, vi hade mötet", ">Mira Holm"),
    ("Olle", "/moten", ">Boka möte", "2026/10", "1", "1", "2026-12-15"),
    ("Ada", "/personer", ">Nils Ask", ">Välj ersättare", "/personer", ">Anna Lind", ">Lämna över"),
    ("Erik", "/avtal", ">Sök"),
    ("Bashir", "/integritet", ">Ange telefon och mejl"),
    ("Fia", "/avtal", ">Nya Firman AB", ">Formell uppföljning", "/avtal", ">AB · Plan", ">Behövs inte"),
    ("Gro", "/avtal UH-2026-17", ">1.", ">Lägg till åtagande", "Antal platser", "/avtal", ">AB · Plan", ">Nytt datum"),
    ("Hedda", "/personer", ">Bashir Nur", ">Avsluta tillgång"),
    ("Ivar", "/moten", ">9 dec", ">Flytta", "2026-12-14", "/moten", ">9 dec", ">Ställ in", "1"),
)
"""Ask; invite everyone, invite and how it went; book; deputy, hand over; search; formal and waive; add and new date;
end access; move and call off. How somebody can be reached."""

ON_WISHES = (
    ("Disa", "/platser", ">Norra hamnen", ">Föreslå någon", ">Måndag 14 dec"),
    ("Disa", "/onskemal", ">JKL MNP", ">Ändra", ">Ändra område"),
    ("Disa", *RESULTS, ">Ange antal i program", ">nov 2026"),
    ("Elis", "/onskemal", ">Nytt önskemål", ">Praktikplats"),
    ("Egon", ">Ja, det kan vi"),
    (
        "Lage",
        "/omraden",
        ">Nytt område",
        "/resultat",
        ">Resultat och program",
        ">Ange tidigare resultat",
        ">Förra Firman",
    ),
    ("Lage", *RESULTS, ">Tidigare resultat", ">2025 · Förra", ">Rätta", ">Ändra antal"),
)
"""Propose, change a wish and count a programme; a wish; an offer as the answer to a question; an area, and an earlier
result and what is right instead of it, one over the other."""

ON_RESULTS = (
    ("Mona", "/oversikt", ">Mål och beslut", ">Sätt mål", ">2026", "50"),
    ("Mona", "/avtal M-2", ">M-2", ">Akt och dokument", ">1. Akt", ">Markera som diarieförd"),
    ("Noa", "/avtal T-1", ">1.", ">Ange vad leverantören sagt", ">Erbjuder något", "1"),
    ("Noa", "/leverantorer", ">Sök", "/avtal T-1", ">T-1", ">Pausa påminnelser"),
)
"""A goal, below the number of a dossier; what was heard, below a search and a pause."""

TURNS_OF_SENDERS = (
    ("Xena", "/avtal", ">2026/10", "/avtal", ">2026/4", ">Inget att erbjuda"),
    ("Ylva", "/borta", "3"),
    ("Zara", "/rapportera", "1", "1", "2"),
    ("Kim", "/avtal", ">Sök", "/avtal", ">AB · Plan", ">Nytt datum", "/personer", ">Cilla Ros", ">Avsluta tillgång"),
)
"""These will send what they fill in while nothing goes out."""


async def are_filled_in(city: KeptCity) -> None:
    """Nobody has sent one yet."""
    for name in COLLEAGUES:
        await city.person(name, Role.SUPPLIER, company=MALERI)
    for name in LEADERS:
        await city.person(name, Role.COORDINATOR)
    await city.person("Elis Rot", Role.MATCHER)
    for name, *turns in (*SUPPLIERS_TURNS, *OTHERS_TURNS, *ON_WISHES, *ON_RESULTS, *TURNS_OF_SENDERS):
        await city.plays(name, *turns)
