"""What can happen with placements."""

from handlers.doorways import SAY_START, UNDO_START
from handlers.handling.routes import Routes
from handlers.placements import morning
from handlers.placements.starts import answering, codes, reporting, undoing

ROUTES = Routes(
    buttons=(
        (SAY_START, reporting.report),
        (codes.REPORT_EARLY, reporting.report_early),
        (UNDO_START, undoing.undo),
        (codes.UNDO_CONFIRMED, undoing.undo_confirmed),
        (codes.YES, answering.confirm),
        (codes.NO, answering.deny),
    ),
    duties=(morning.send,),
)
