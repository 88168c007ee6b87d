"""The menu of commands that Telegram shows, by role and language."""

from domain.language import Language
from domain.role import Role
from messages.label import wordings

COMMANDS: dict[str, dict[Language, str]] = {
    "report": {Language.SWEDISH: "rapportera", Language.ENGLISH: "report"},
    "slots": {Language.SWEDISH: "platser", Language.ENGLISH: "slots"},
    "meetings": {Language.SWEDISH: "moten", Language.ENGLISH: "meetings"},
    "alerts": {Language.SWEDISH: "aviseringar", Language.ENGLISH: "alerts"},
    "invite": {Language.SWEDISH: "bjudin", Language.ENGLISH: "invite"},
    "people": {Language.SWEDISH: "personer", Language.ENGLISH: "people"},
    "import": {Language.SWEDISH: "importera", Language.ENGLISH: "import"},
    "contracts": {Language.SWEDISH: "avtal", Language.ENGLISH: "contracts"},
    "away": {Language.SWEDISH: "borta", Language.ENGLISH: "away"},
    "language": {Language.SWEDISH: "sprak", Language.ENGLISH: "language"},
    "cancel": {Language.SWEDISH: "avbryt", Language.ENGLISH: "cancel"},
    "help": {Language.SWEDISH: "hjalp", Language.ENGLISH: "help"},
}
"""Each command's name in each language; both work for everyone, and the menu shows the reader's own."""

_IN_MENU: dict[Role, tuple[str, ...]] = {
    Role.SUPPLIER: ("report", "slots", "contracts", "away", "cancel", "language", "help"),
    Role.MATCHER: ("slots", "alerts", "away", "cancel", "language", "help"),
    Role.COORDINATOR: ("slots", "people", "invite", "import", "away", "cancel", "language", "help"),
    Role.ADMINISTRATOR: ("slots", "people", "invite", "import", "away", "cancel", "language", "help"),
    Role.COORDINATOR: ("contracts", "slots", "people", "invite", "away", "cancel", "language", "help"),
    Role.ADMINISTRATOR: ("contracts", "slots", "people", "invite", "away", "cancel", "language", "help"),
    Role.SUPPLIER: ("report", "slots", "meetings", "away", "cancel", "language", "help"),
    Role.MATCHER: ("slots", "meetings", "alerts", "away", "cancel", "language", "help"),
    Role.COORDINATOR: ("slots", "meetings", "people", "invite", "away", "cancel", "language", "help"),
    Role.ADMINISTRATOR: ("slots", "meetings", "people", "invite", "away", "cancel", "language", "help"),
    Role.COORDINATOR: ("slots", "people", "invite", "alerts", "away", "cancel", "language", "help"),
    Role.ADMINISTRATOR: ("slots", "people", "invite", "away", "cancel", "language", "help"),
}


def menu(role: Role, language: Language) -> list[tuple[str, str]]:
    """The commands for a role, each with what it does."""
    return [(COMMANDS[name][language], wordings(language)[f"command.{name}"]) for name in _IN_MENU[role]]
