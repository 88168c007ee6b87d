"""What can happen with slots."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.people.following import follows
from handlers.slots import actions, adapting, change, claiming, views, withdraw
from handlers.slots.alerts import codes as alert_codes
from handlers.slots.inquiry import answering as inquiry_answering
from handlers.slots.inquiry import asking as inquiry_asking
from handlers.slots.inquiry import codes as inquiry_codes
from handlers.slots.inquiry import finding_somebody, reminding
from handlers.slots.reaching import showing_anew
from handlers.slots.report import reporting, undo
from handlers.slots.waiting import claimed, codes, expiring, held, planning_day, renewing, still, tending, untaken

follows(showing_anew.show_anew)

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
        (inquiry_codes.FIND, finding_somebody.find),
        (inquiry_codes.UNFIND, finding_somebody.undo),
        (views.LIST, actions.turn_page),
        (views.FILTER, actions.choose_filter),
        (views.CARD, actions.show_card),
        (views.TAKE, actions.take),
        (views.RELEASE, actions.release),
        (views.RELEASE_ANYWAY, actions.release_anyway),
        (views.PAUSE, actions.pause),
        (views.RESUME, actions.resume),
        (views.CHANGE, change.begin),
        (views.WITHDRAW, withdraw.begin),
        (views.ADAPT, adapting.begin),
        (adapting.TOGGLE, adapting.toggle),
        (adapting.SAVE, adapting.save),
        (codes.ASSIGN, untaken.assign),
        (codes.ON_IT, claimed.go_on),
        (codes.STILL, still.keep),
        (codes.NEW_DAY, still.change_day),
        (codes.HELD, held.begin),
        (codes.PLAN_DAY, planning_day.begin),
        (codes.NOT_HELD, held.tell_not_held),
        (codes.EXPLAIN, expiring.ask_from_card),
        (codes.REASON, expiring.explain),
        (codes.RENEW, renewing.renew),
    ),
    duties=(tending.tend, reminding.remind),
)
