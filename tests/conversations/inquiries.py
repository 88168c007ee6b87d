"""What matchers ask about a slot in chat."""

from tests.city import City


async def asked(city: City, *questions: str) -> None:
    """Mira has offered something, and Anna asks about it."""
    await city.maleri.reports_internship()
    await ask(city, *questions)


async def claimed(city: City) -> None:
    """Mira has offered something, and Anna has it."""
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")


async def written(city: City, words: str = "När kommer du?") -> None:
    """Mira has offered something, Anna has it, and Mira has written to her about it."""
    await claimed(city)
    await city.maleri.presses("Skriv till Anna Lind")
    await city.maleri.says(words)


async def ask(city: City, *questions: str) -> None:
    """Anna asks about what she was alerted about."""
    await city.matcher_a.presses("Visa allt")
    for question in questions or ("Finns det parkering?",):
        await city.matcher_a.presses("Ställ en fråga")
        await city.matcher_a.says(question)
