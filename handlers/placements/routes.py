"""What can happen with placements."""

from handlers.doorways import PLACEMENT, PROPOSE, SAY_START, UNDO_START
from handlers.handling.routes import Routes
from handlers.placements import card, codes
from handlers.placements.answering import answering, explaining, wondering
from handlers.placements.clock import tending
from handlers.placements.leading import agreeing, beginning, meeting, withdrawing
from handlers.placements.proposing import proposing
from handlers.placements.starts import answering as start_answering
from handlers.placements.starts import codes as start_codes
from handlers.placements.starts import reporting, undoing
from handlers.slots.following import follows

follows(withdrawing.follow)

ROUTES = Routes(
    buttons=(
        (PLACEMENT, card.show),
        (PROPOSE, proposing.begin),
        (codes.MEET, answering.meet),
        (codes.RECONSIDER, answering.reconsider),
        (codes.DECLINE, answering.ask_why),
        (codes.DECLINE_REASON, answering.decline),
        (codes.KNOW_MORE, wondering.choose),
        (codes.ASK_MORE, wondering.ask),
        (codes.EXPLAIN, explaining.ask),
        (codes.EXPLAINED, explaining.explain),
        (codes.MET, meeting.met),
        (codes.AGREE, agreeing.begin),
        (codes.BEGUN, beginning.ask),
        (codes.BEGUN_ON, beginning.begin),
        (codes.BEGUN_NEW, beginning.begin_new),
        (codes.BEGUN_COUNTED, beginning.begin_counted),
        (codes.NOTHING, withdrawing.ask_why),
        (codes.NOTHING_REASON, withdrawing.withdraw),
        (SAY_START, reporting.report),
        (start_codes.REPORT_EARLY, reporting.report_early),
        (start_codes.NEW_RESIDENT, reporting.report_new),
        (start_codes.COUNTED_RESIDENT, reporting.report_counted),
        (UNDO_START, undoing.undo),
        (start_codes.UNDO_CONFIRMED, undoing.undo_confirmed),
        (start_codes.YES, start_answering.confirm),
        (start_codes.NO, start_answering.deny),
    ),
    duties=(tending.tend,),
)
