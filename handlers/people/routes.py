"""What can happen with people, their invitations, absences and languages."""

from domain.command import Command
from handlers.doorways import DECLINE_DETAILS, TELL_DETAILS
from handlers.handling.routes import Routes
from handlers.people import card, helping, language, listing
from handlers.people.absence import away, deputy, undoing
from handlers.people.details import privacy, telling
from handlers.people.inviting import awaited, everyone_at_once, one_person, passing_on_together

ROUTES = Routes(
    commands=(
        (Command.PEOPLE, listing.show),
        (Command.INVITE, one_person.begin),
        (Command.AWAY, away.ask),
        (Command.LANGUAGE, language.ask),
        (Command.PRIVACY, privacy.show),
        (Command.HELP, helping.help_),
    ),
    buttons=(
        (TELL_DETAILS, telling.begin),
        (DECLINE_DETAILS, telling.decline),
        (language.CHOOSE, language.choose),
        (listing.LIST, listing.turn_page),
        (listing.PERSON, card.show_person),
        (listing.INVITATION, card.show_invitation),
        (listing.AWAITED, awaited.turn_page),
        (awaited.INVITE_ONE, awaited.invite_one),
        (everyone_at_once.INVITE_ALL, everyone_at_once.begin),
        (passing_on_together.UNDO_ALL, passing_on_together.undo),
        (away.SET_FOR_OTHER, away.set_for_other),
        (away.CHANGE, away.change),
        (away.COME_BACK, away.come_back),
        (undoing.UNDO, undoing.undo),
        (deputy.SET_FOR_OTHER, deputy.set_for_other),
    ),
)
