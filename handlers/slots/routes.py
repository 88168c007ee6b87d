"""What can happen with slots."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.slots import actions, asking_again, change, claiming, views, withdraw
from handlers.slots.alerts import codes as alert_codes
from handlers.slots.inquiry import answering as inquiry_answering
from handlers.slots.inquiry import asking as inquiry_asking
from handlers.slots.inquiry import codes as inquiry_codes
from handlers.slots.report import reporting, undo
from handlers.slots.starts import answering as starts_answering
from handlers.slots.starts import codes as starts_codes
from handlers.slots.starts import reporting as starts_reporting
from handlers.slots.starts import undoing as starts_undoing

ROUTES = Routes(
    commands=(
        (Command.REPORT, reporting.begin_by_command),
        (Command.SLOTS, actions.show_list),
    ),
    buttons=(
        (undo.UNDO, undo.undo),
        (undo.ANOTHER, reporting.begin_another),
        (alert_codes.CLAIM, claiming.take),
        (alert_codes.SHOW_ALL, claiming.show_all),
        (inquiry_codes.ASK, inquiry_asking.begin),
        (inquiry_codes.ANSWER, inquiry_answering.begin),
        (views.LIST, actions.turn_page),
        (views.FILTER, actions.choose_filter),
        (views.CARD, actions.show_card),
        (views.TAKE, actions.take),
        (views.RELEASE, actions.release),
        (views.PAUSE, actions.pause),
        (views.RESUME, actions.resume),
        (views.CHANGE, change.begin),
        (views.WITHDRAW, withdraw.begin),
        (starts_codes.REPORT, starts_reporting.report),
        (starts_codes.UNDO, starts_undoing.undo),
        (starts_codes.YES, starts_answering.confirm),
        (starts_codes.NO, starts_answering.deny),
    ),
    duties=(asking_again.ask_again,),
)
