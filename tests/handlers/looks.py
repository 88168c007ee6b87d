"""How often somebody's conversation is asked for."""


def looks(statements: list[str]) -> int:
    """How many of the statements ask for somebody's conversation; the clock, which ticks beside, asks for old ones."""
    asked = [each for each in statements if each.startswith("SELECT") and "conversation.revision" in each]
    return sum("conversation.touched_at <=" not in each for each in asked)
