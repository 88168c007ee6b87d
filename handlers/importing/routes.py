"""What can happen with a file of contracts."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.importing import actions, codes, forgetting, template

ROUTES = Routes(
    commands=((Command.IMPORT, template.explain),),
    buttons=(
        (codes.TAKE_IN, actions.take_in),
        (codes.CANCEL, actions.cancel),
        (codes.MISTAKES, actions.show_mistakes),
        (codes.PLAN_MISTAKES, actions.show_plan_mistakes),
        (codes.CHANGES, actions.show_changes),
        (codes.AHEAD, actions.show_ahead),
        (codes.AHEAD_ONE, actions.show_ahead_of_one),
        (codes.AHEAD_SHEET, actions.hand_out_ahead),
    ),
    duties=(forgetting.wipe_old, forgetting.sweep),
)
