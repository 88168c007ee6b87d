"""What can happen with placements."""

from handlers.doorways import SAY_START, UNDO_START
from handlers.handling.routes import Routes
from handlers.placements.starts import answering, codes, disagreeing, reporting, undoing

ROUTES = Routes(
    buttons=(
        (SAY_START, reporting.report),
        (codes.REPORT_EARLY, reporting.report_early),
        (codes.NEW_RESIDENT, reporting.report_new),
        (codes.COUNTED_RESIDENT, reporting.report_counted),
        (UNDO_START, undoing.undo),
        (codes.UNDO_CONFIRMED, undoing.undo_confirmed),
        (codes.HAS_BEGUN, disagreeing.begun),
        (codes.HAS_NOT_BEGUN, disagreeing.not_begun),
        (codes.YES, answering.confirm),
        (codes.NO, answering.deny),
    ),
)
