"""What the ledger can say has happened. The values are kept in it, and it is append-only, so they never change."""

from enum import StrEnum


class LedgerEvent(StrEnum):
    """One sort of thing that has happened."""

    PERSON_INVITED = "person_invited"
    PERSON_JOINED = "person_joined"
    PERSON_REACHABLE = "person_reachable"
    PERSON_UNREACHABLE = "person_unreachable"
    INVITATION_UNDONE = "invitation_undone"
    CONTACT_RECOGNISED = "contact_recognised"
    ACCESS_ENDED = "access_ended"
    AWAY_ENDED = "away_ended"
    AWAY_SET = "away_set"
    DETAILS_CHANGED = "details_changed"
    """Somebody's own phone or e-mail is another; which of them is its content, and never what it is."""
    DEPUTY_SET = "deputy_set"
    CONTRACT_PLANNED_ON = "contract_planned_on"
    CONTRACT_IMPORTED = "contract_imported"
    CONTRACT_CHANGED = "contract_changed"
    OBLIGATION_ADDED = "obligation_added"
    OBLIGATION_REMINDED = "obligation_reminded"
    OBLIGATION_NOT_REMINDED = "obligation_not_reminded"
    OBLIGATION_ANSWERED = "obligation_answered"
    OBLIGATION_TIME_SUGGESTED = "obligation_time_suggested"
    OBLIGATION_FULFILLED = "obligation_fulfilled"
    OBLIGATION_REVERSED = "obligation_reversed"
    OBLIGATION_MOVED = "obligation_moved"
    OBLIGATION_WAIVED = "obligation_waived"
    OBLIGATION_OFFERED = "obligation_offered"
    """Places that it asks for are offered; how many is its content."""
    OBLIGATION_OFFER_WITHDRAWN = "obligation_offer_withdrawn"
    OBLIGATION_ESCALATED = "obligation_escalated"
    OBLIGATION_CALLED = "obligation_called"
    OBLIGATION_FOLLOWED_UP = "obligation_followed_up"
    OBLIGATION_DROPPED = "obligation_dropped"
    OBLIGATION_RESTORED = "obligation_restored"
    REMINDERS_HELD = "reminders_held"
    REMINDERS_RESUMED = "reminders_resumed"
    SLOT_ANSWERED = "slot_answered"
    SLOT_ASKED = "slot_asked"
    SLOT_ASKED_AGAIN = "slot_asked_again"
    SLOT_CHANGED = "slot_changed"
    SLOT_CLAIMED = "slot_claimed"
    SLOT_ASSIGNED = "slot_assigned"
    SLOT_KEPT = "slot_kept"
    """The supplier says that it still holds."""
    SLOT_UNDER_WAY = "slot_under_way"
    """Whoever has it says that they are on it."""
    SLOT_EXPIRED = "slot_expired"
    SLOT_EMPTY_EXPLAINED = "slot_empty_explained"
    SLOT_DAY_PLANNED = "slot_day_planned"
    """The day of a visit or a lecture is agreed; it is its content."""
    SLOT_HELD = "slot_held"
    SLOT_HANDED_OVER = "slot_handed_over"
    SLOT_PAUSED = "slot_paused"
    SLOT_RELEASED = "slot_released"
    SLOT_RESUMED = "slot_resumed"
    SLOT_REPORTED = "slot_reported"
    SLOT_UNDONE = "slot_undone"
    SLOT_SOMEBODY_FOUND = "slot_somebody_found"
    SLOT_FINDING_UNDONE = "slot_finding_undone"
    SLOT_WITHDRAWN = "slot_withdrawn"
    INQUIRY_CHANGED = "inquiry_changed"
    INQUIRY_HANDED_OVER = "inquiry_handed_over"
    INQUIRY_REMINDED = "inquiry_reminded"
    PLACEMENT_PROPOSED = "placement_proposed"
    PLACEMENT_ASKED_ABOUT = "placement_asked_about"
    """The supplier wants to know more before it answers."""
    PLACEMENT_EXPLAINED = "placement_explained"
    PLACEMENT_INTERESTED = "placement_interested"
    PLACEMENT_DECLINED = "placement_declined"
    PLACEMENT_WITHDRAWN = "placement_withdrawn"
    PLACEMENT_INTRODUCED = "placement_introduced"
    PLACEMENT_AGREED = "placement_agreed"
    PLACEMENT_STARTED = "placement_started"
    PLACEMENT_CONFIRMED = "placement_confirmed"
    PLACEMENT_DENIED = "placement_denied"
    PLACEMENT_UNDONE = "placement_undone"
    PLACEMENT_SETTLED = "placement_settled"
    """A coordinator has heard both sides about a start on which they did not agree."""
    PLACEMENT_END_SAID = "placement_end_said"
    PLACEMENT_END_DISPUTED = "placement_end_disputed"
    """The two sides don't say the same of its end; a coordinator is asked."""
    PLACEMENT_GOES_ON = "placement_goes_on"
    PLACEMENT_COMPLETED = "placement_completed"
    PLACEMENT_ENDED_EARLY = "placement_ended_early"
    PLACEMENT_EVALUATED = "placement_evaluated"
    OUTCOME_SAID = "outcome_said"
    """What became of somebody; about no supplier and no contract, since neither is to know."""
    MEETING_EVALUATED = "meeting_evaluated"
    WISHES_TURNED_ON = "wishes_turned_on"
    WISHES_TURNED_OFF = "wishes_turned_off"
    WISH_REGISTERED = "wish_registered"
    """Of a wish nothing but its number is told, and that something happened to it."""
    WISH_CHANGED = "wish_changed"
    WISH_KEPT = "wish_kept"
    WISH_DISPOSED = "wish_disposed"
    AREA_ADDED = "area_added"
    AREA_REMOVED = "area_removed"
    AREA_MAPPED = "area_mapped"
    REVERSED_QUESTION_ASKED = "reversed_question_asked"
    REVERSED_QUESTION_ANSWERED = "reversed_question_answered"
    EARLIER_RESULT_ENTERED = "earlier_result_entered"
    EARLIER_RESULT_CORRECTED = "earlier_result_corrected"
    """Another row says what is right; it, and what was before, is its content."""
    PROGRAMME_COUNTED = "programme_counted"
    """A month's number is entered or changed: which month and programme is its content, never how many."""
    GOAL_SET = "goal_set"
    """A year's goal; the goal, and what it was before, is its content."""
    NAMING_ASKED = "naming_asked"
    NAMING_ANSWERED = "naming_answered"
    DOCUMENT_ASKED = "document_asked"
    DOCUMENT_MADE = "document_made"
    """Its checksum (SHA-256) is its content."""
    DOCUMENT_APPROVED = "document_approved"
    DOCUMENT_REGISTERED = "document_registered"
    """Somebody says that it is in the register of records; its number there is its content."""
    EXPORTED = "exported"
    """Somebody took a file of what is kept; which nouns is its content."""
    PROCUREMENT_NOTED = "procurement_noted"
    """It came into the plan; how is its content: by hand or from a file."""
    PROCUREMENT_CHANGED = "procurement_changed"
    PROCUREMENT_PUT_AWAY = "procurement_put_away"
    """Somebody said that it will not be bought after all."""
    PROCUREMENT_BROUGHT_BACK = "procurement_brought_back"
    """It will be bought after all."""
    PROCUREMENT_JOINED = "procurement_joined"
    """Contracts that were here already are of it, somebody said; their number is its content."""
    PROCUREMENT_DECIDED = "procurement_decided"
    """Which requirements to set, or none; the decision, its reason and what the bot had advised are its content."""
    BROADCAST_ACCEPTED = "broadcast_accepted"
    """Somebody pressed *Send*; to how many is its content."""
    BROADCAST_STOPPED = "broadcast_stopped"
    BROADCASTS_WANTED = "broadcasts_wanted"
    """Somebody wants such messages, or wants them no more; which is its content."""
    FAQ_WRITTEN = "faq_written"
    FAQ_HIDDEN = "faq_hidden"
    FAQ_SHOWN = "faq_shown"
    """What was put away is in the list again."""
    CITY_QUESTION_ASKED = "city_question_asked"
    CITY_QUESTION_REMINDED = "city_question_reminded"
    CITY_QUESTION_HANDED_OVER = "city_question_handed_over"
    CITY_QUESTION_ANSWERED = "city_question_answered"
    TRYOUT_NOTED = "tryout_noted"
    TRYOUT_CHANGED = "tryout_changed"
    TRYOUT_REMOVED = "tryout_removed"
    TRYOUT_PUT_BACK = "tryout_put_back"
    MEETING_PLANNED = "meeting_planned"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_REMINDED = "meeting_reminded"
    MEETING_ANSWERED = "meeting_answered"
    MEETING_TIME_KEPT = "meeting_time_kept"
    MEETING_HELD = "meeting_held"
    MEETING_NOT_HELD = "meeting_not_held"
    MEETING_MISS_EXPLAINED = "meeting_miss_explained"
    MEETING_AGREED = "meeting_agreed"
    MEETING_SUMMARISED = "meeting_summarised"
    MEETING_DISPUTED = "meeting_disputed"
    MEETING_CONFIRMED = "meeting_confirmed"
    SUPPLIER_HEARD = "supplier_heard"
    """Staff wrote down what a supplier said outside Steget; what came of it stands beside it, at the same instant."""
    HEARSAY_AGREED = "hearsay_agreed"
    HEARSAY_OBJECTED = "hearsay_objected"
    HEARSAY_TAKEN_BACK = "hearsay_taken_back"
    MESSAGE_ACCEPTED = "message_accepted"
    MESSAGE_REMOVED = "message_removed"
    """The guard has taken a person's own message out of the chat; by which rule is its content, and nothing else."""


IN_HISTORY = (
    LedgerEvent.CONTRACT_IMPORTED,
    LedgerEvent.CONTRACT_CHANGED,
    LedgerEvent.OBLIGATION_ADDED,
    LedgerEvent.OBLIGATION_REMINDED,
    LedgerEvent.OBLIGATION_NOT_REMINDED,
    LedgerEvent.OBLIGATION_ANSWERED,
    LedgerEvent.OBLIGATION_TIME_SUGGESTED,
    LedgerEvent.OBLIGATION_FULFILLED,
    LedgerEvent.OBLIGATION_REVERSED,
    LedgerEvent.OBLIGATION_MOVED,
    LedgerEvent.OBLIGATION_WAIVED,
    LedgerEvent.OBLIGATION_OFFERED,
    LedgerEvent.OBLIGATION_OFFER_WITHDRAWN,
    LedgerEvent.OBLIGATION_ESCALATED,
    LedgerEvent.OBLIGATION_CALLED,
    LedgerEvent.OBLIGATION_FOLLOWED_UP,
    LedgerEvent.OBLIGATION_DROPPED,
    LedgerEvent.OBLIGATION_RESTORED,
    LedgerEvent.REMINDERS_HELD,
    LedgerEvent.REMINDERS_RESUMED,
    LedgerEvent.SLOT_REPORTED,
    LedgerEvent.SLOT_UNDONE,
    LedgerEvent.SLOT_WITHDRAWN,
    LedgerEvent.SLOT_EXPIRED,
    LedgerEvent.SLOT_HELD,
    LedgerEvent.PLACEMENT_PROPOSED,
    LedgerEvent.PLACEMENT_ASKED_ABOUT,
    LedgerEvent.PLACEMENT_EXPLAINED,
    LedgerEvent.PLACEMENT_INTERESTED,
    LedgerEvent.PLACEMENT_DECLINED,
    LedgerEvent.PLACEMENT_WITHDRAWN,
    LedgerEvent.PLACEMENT_INTRODUCED,
    LedgerEvent.PLACEMENT_AGREED,
    LedgerEvent.PLACEMENT_STARTED,
    LedgerEvent.PLACEMENT_CONFIRMED,
    LedgerEvent.PLACEMENT_DENIED,
    LedgerEvent.PLACEMENT_UNDONE,
    LedgerEvent.PLACEMENT_END_SAID,
    LedgerEvent.PLACEMENT_GOES_ON,
    LedgerEvent.PLACEMENT_COMPLETED,
    LedgerEvent.PLACEMENT_ENDED_EARLY,
    LedgerEvent.PLACEMENT_SETTLED,
    LedgerEvent.MEETING_PLANNED,
    LedgerEvent.MEETING_MOVED,
    LedgerEvent.MEETING_CANCELLED,
    LedgerEvent.MEETING_REMINDED,
    LedgerEvent.MEETING_ANSWERED,
    LedgerEvent.MEETING_TIME_KEPT,
    LedgerEvent.MEETING_HELD,
    LedgerEvent.MEETING_NOT_HELD,
    LedgerEvent.MEETING_MISS_EXPLAINED,
    LedgerEvent.MEETING_AGREED,
    LedgerEvent.MEETING_SUMMARISED,
    LedgerEvent.MEETING_DISPUTED,
    LedgerEvent.MEETING_CONFIRMED,
    LedgerEvent.SUPPLIER_HEARD,
    LedgerEvent.HEARSAY_AGREED,
    LedgerEvent.HEARSAY_OBJECTED,
    LedgerEvent.HEARSAY_TAKEN_BACK,
)
"""What people want to read in the history of a contract."""
