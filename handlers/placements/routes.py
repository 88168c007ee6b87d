"""What can happen with placements."""

from handlers.doorways import END_PLACEMENT, SAY_START, UNDO_START
from handlers.handling.routes import Routes
from handlers.placements.ending import agreeing, choosing, going_on
from handlers.placements.ending import codes as end_codes
from handlers.placements.ending import tending as ending
from handlers.placements.evaluation import answering as evaluating
from handlers.placements.evaluation import asking as evaluations
from handlers.placements.evaluation import codes as evaluation_codes
from handlers.placements.outcomes import answering as outcome_answers
from handlers.placements.outcomes import asking as outcomes
from handlers.placements.outcomes import codes as outcome_codes
from handlers.placements.starts import answering, codes, reporting, undoing

ROUTES = Routes(
    buttons=(
        (SAY_START, reporting.report),
        (codes.REPORT_EARLY, reporting.report_early),
        (UNDO_START, undoing.undo),
        (codes.UNDO_CONFIRMED, undoing.undo_confirmed),
        (codes.YES, answering.confirm),
        (codes.NO, answering.deny),
        (END_PLACEMENT, choosing.from_card),
        (end_codes.HOW, choosing.how),
        (end_codes.AS_PLANNED, choosing.as_planned),
        (end_codes.EARLIER, choosing.earlier),
        (end_codes.DAY, choosing.day),
        (end_codes.REASON, choosing.reason),
        (end_codes.HIRED, choosing.hired),
        (end_codes.GOES_ON, going_on.ask),
        (end_codes.UNTIL, going_on.until),
        (end_codes.UNTIL_ANYWAY, going_on.until_anyway),
        (end_codes.AGREE, agreeing.agree),
        (end_codes.AGREE_HIRED, agreeing.agree_hired),
        (end_codes.DISAGREE, agreeing.disagree),
        (end_codes.SETTLE, agreeing.settle),
        (end_codes.GO_ON, agreeing.go_on),
        (outcome_codes.SAY, outcome_answers.say),
        (evaluation_codes.SAY, evaluating.say),
        (evaluation_codes.ASK, evaluating.ask),
    ),
    duties=(ending.tend, outcomes.ask, evaluations.ask),
)
