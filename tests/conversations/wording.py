"""How those who lead word what is asked often."""

from tests.chat import Chat


async def worded(leader: Chat, answer: str, question: str = "Låt stå", language: str = "På svenska") -> str:
    """Changes how the question that is open reads, as far as the preview."""
    await leader.presses("Ändra")
    await leader.presses(language)
    await (leader.presses(question) if question == "Låt stå" else leader.says(question))
    await leader.says(answer)
    return await leader.presses("Nej, det gäller alla")
