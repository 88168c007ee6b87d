"""The commands, and who may use which: menu, help and the check of who may are all made from this table."""

from collections.abc import Mapping
from enum import StrEnum

from domain.role import Role


class Command(StrEnum):
    """What can be asked for by a command. How it is written in each language stands in `labels.toml`."""

    REPORT = "report"
    SLOTS = "slots"
    WISHES = "wishes"
    CONTRACTS = "contracts"
    MEETINGS = "meetings"
    OVERVIEW = "overview"
    SUPPLIERS = "suppliers"
    PROCUREMENTS = "procurements"
    BROADCASTS = "broadcasts"
    TRYOUTS = "tryouts"
    CONTRIBUTE = "contribute"
    FAQ = "faq"
    PEOPLE = "people"
    INVITE = "invite"
    IMPORT = "import"
    EXPORT = "export"
    AREAS = "areas"
    ALERTS = "alerts"
    AWAY = "away"
    CANCEL = "cancel"
    LANGUAGE = "language"
    PRIVACY = "privacy"
    HELP = "help"


_EVERYONES_LAST = (Command.FAQ, Command.AWAY, Command.CANCEL, Command.LANGUAGE, Command.PRIVACY, Command.HELP)

_OF_LEADERS = (
    Command.CONTRACTS,
    Command.SUPPLIERS,
    Command.SLOTS,
    Command.WISHES,
    Command.MEETINGS,
    Command.OVERVIEW,
    Command.PROCUREMENTS,
    Command.BROADCASTS,
    Command.TRYOUTS,
    Command.CONTRIBUTE,
    Command.PEOPLE,
    Command.INVITE,
    Command.IMPORT,
    Command.EXPORT,
    Command.AREAS,
)

COMMANDS_OF: Mapping[Role, tuple[Command, ...]] = {
    Role.ADMINISTRATOR: (*_OF_LEADERS, *_EVERYONES_LAST),
    Role.COORDINATOR: (*_OF_LEADERS, Command.ALERTS, *_EVERYONES_LAST),
    Role.MATCHER: (
        Command.SLOTS,
        Command.WISHES,
        Command.CONTRACTS,
        Command.SUPPLIERS,
        Command.MEETINGS,
        Command.OVERVIEW,
        Command.TRYOUTS,
        Command.CONTRIBUTE,
        Command.ALERTS,
        *_EVERYONES_LAST,
    ),
    Role.SUPPLIER: (
        Command.REPORT,
        Command.CONTRIBUTE,
        Command.SLOTS,
        Command.CONTRACTS,
        Command.MEETINGS,
        Command.OVERVIEW,
        *_EVERYONES_LAST,
    ),
    Role.READER: (
        Command.OVERVIEW,
        Command.CONTRACTS,
        Command.FAQ,
        Command.CANCEL,
        Command.LANGUAGE,
        Command.PRIVACY,
        Command.HELP,
    ),
}
"""What each role may use, in the order in which menu and help name it. Anything else is refused."""


def may_use(role: Role, command: Command) -> bool:
    """Whether the role has the command, and with it the pages of the list that it shows."""
    return command in COMMANDS_OF[role]


COORDINATORS_DO = frozenset(COMMANDS_OF[Role.COORDINATOR]) - frozenset(COMMANDS_OF[Role.MATCHER])
"""What coordinators have before matchers: whoever may not use it is told that they do it, and how to reach one."""
