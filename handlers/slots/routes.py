"""What can happen with slots."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.slots import actions as slots
from handlers.slots import asking_again, change, claiming, withdraw
from handlers.slots import views as slot_views
from handlers.slots.alerts import alert
from handlers.slots.inquiry import answering, asking
from handlers.slots.inquiry import codes as inquiry
from handlers.slots.report import actions as report
from handlers.slots.report import undo
from handlers.slots.starts import answering as starts_answering
from handlers.slots.starts import codes as starts
from handlers.slots.starts import reporting as starts_reporting
from handlers.slots.starts import undoing as starts_undoing

ROUTES = Routes(
    commands=(
        (Command.REPORT, report.begin_by_command),
        (Command.SLOTS, slots.show_list),
    ),
    buttons=(
        (undo.UNDO, undo.undo),
        (undo.ANOTHER, report.begin_another),
        (alert.CLAIM, claiming.take),
        (alert.SHOW_ALL, claiming.show_all),
        (inquiry.ASK, asking.begin),
        (inquiry.ANSWER, answering.begin),
        (slot_views.LIST, slots.turn_to),
        (slot_views.FILTER, slots.choose_filter),
        (slot_views.CARD, slots.show_card),
        (slot_views.TAKE, slots.take),
        (slot_views.RELEASE, slots.release),
        (slot_views.PAUSE, slots.pause),
        (slot_views.RESUME, slots.resume),
        (slot_views.CHANGE, change.begin),
        (slot_views.WITHDRAW, withdraw.begin),
        (starts.REPORT, starts_reporting.report),
        (starts.UNDO, starts_undoing.undo),
        (starts.YES, starts_answering.confirm),
        (starts.NO, starts_answering.deny),
    ),
    duties=(asking_again.ask_again,),
)
