"""What can happen with placements."""

from handlers.doorways import PLACEMENT, PROPOSE, SAY_START, UNDO_START
from handlers.handling.routes import Routes
from handlers.placements import card, codes, morning
from handlers.placements.answering import answering, explaining, wondering
from handlers.placements.clock import tending
from handlers.placements.ending import agreeing as end_agreeing
from handlers.placements.ending import choosing, going_on
from handlers.placements.ending import codes as end_codes
from handlers.placements.ending import tending as ending
from handlers.placements.evaluation import answering as evaluating
from handlers.placements.evaluation import asking as evaluations
from handlers.placements.evaluation import codes as evaluation_codes
from handlers.placements.leading import agreeing, beginning, meeting, withdrawing
from handlers.placements.outcomes import answering as outcome_answers
from handlers.placements.outcomes import asking as outcomes
from handlers.placements.outcomes import codes as outcome_codes
from handlers.placements.proposing import proposing
from handlers.placements.starts import answering as start_answering
from handlers.placements.starts import codes as start_codes
from handlers.placements.starts import disagreeing, reporting, undoing
from handlers.slots.following import follows
from handlers.wishes.following import forgets

follows(withdrawing.follow)
forgets(proposing.forget)

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
        (start_codes.OTHER_DAYS, reporting.other_days),
        (start_codes.STARTED_ON, reporting.report_on),
        (start_codes.REPORT_EARLY, reporting.report_early),
        (start_codes.NEW_RESIDENT, reporting.report_new),
        (start_codes.COUNTED_RESIDENT, reporting.report_counted),
        (UNDO_START, undoing.undo),
        (start_codes.UNDO_CONFIRMED, undoing.undo_confirmed),
        (start_codes.HAS_BEGUN, disagreeing.begun),
        (start_codes.HAS_NOT_BEGUN, disagreeing.not_begun),
        (start_codes.YES, start_answering.confirm),
        (start_codes.NO, start_answering.deny),
        (end_codes.HOW, choosing.how),
        (end_codes.AS_PLANNED, choosing.as_planned),
        (end_codes.EARLIER, choosing.earlier),
        (end_codes.DAY, choosing.day),
        (end_codes.REASON, choosing.reason),
        (end_codes.HIRED, choosing.hired),
        (end_codes.GOES_ON, going_on.ask),
        (end_codes.UNTIL, going_on.until),
        (end_codes.UNTIL_ANYWAY, going_on.until_anyway),
        (end_codes.AGREE, end_agreeing.agree),
        (end_codes.AGREE_HIRED, end_agreeing.agree_hired),
        (end_codes.DISAGREE, end_agreeing.disagree),
        (end_codes.SETTLE, end_agreeing.settle),
        (end_codes.GO_ON, end_agreeing.go_on),
        (outcome_codes.SAY, outcome_answers.say),
        (evaluation_codes.SAY, evaluating.say),
        (evaluation_codes.ASK, evaluating.ask),
    ),
    duties=(tending.tend, ending.tend, outcomes.ask, evaluations.ask, morning.send),
)
