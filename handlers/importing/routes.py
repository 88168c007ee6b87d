"""What can happen with a file of contracts."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.importing import actions, forgetting, template, views

ROUTES = Routes(
    commands=((Command.IMPORT, template.explain),),
    buttons=(
        (views.TAKE_IN, actions.take_in),
        (views.CANCEL, actions.cancel),
        (views.MISTAKES, actions.show_mistakes),
        (views.CHANGES, actions.show_changes),
        (views.AHEAD, actions.show_ahead),
        (views.AHEAD_ONE, actions.show_ahead_of_one),
        (views.AHEAD_SHEET, actions.hand_out_ahead),
    ),
    duties=(forgetting.wipe_old, forgetting.sweep),
)
