from itertools import product

import pytest

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.role import Role
from domain.subject import (
    CityQuestionSubject,
    ContractSubject,
    EvaluationSubject,
    HearsaySubject,
    InquirySubject,
    InvitationSubject,
    MeetingSubject,
    PersonSubject,
    SlotSubject,
    StartSubject,
    WishSubject,
)

OWN, OTHER = SlotSubject(supplier_id=7), SlotSubject(supplier_id=8)
SUBJECTS = {"own": OWN, "other": OTHER, "none": None}

LEADERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
STAFF = (Role.MATCHER, *LEADERS)

ALLOWED = {
    (Role.SUPPLIER, Action.REPORT_SLOT, "own"),
    (Role.SUPPLIER, Action.REPORT_SLOT, "other"),  # the subject plays no part: a new slot is always one's own
    (Role.SUPPLIER, Action.REPORT_SLOT, "none"),
    (Role.SUPPLIER, Action.SEE_SLOT, "own"),
    *((Role.SUPPLIER, action, "own") for action in (Action.CHANGE_SLOT, Action.PAUSE_SLOT, Action.WITHDRAW_SLOT)),
    (Role.SUPPLIER, Action.ADAPT_SLOT, "own"),
    (Role.SUPPLIER, Action.WRITE_TO_MATCHER, "own"),
    *product([Role.MATCHER], (Action.CLAIM_SLOT, Action.ASK_ABOUT_SLOT, Action.SET_ALERTS), SUBJECTS),
    *(
        (role, Action.SEE_SLOT, whose)
        for role, whose in product((Role.MATCHER, Role.COORDINATOR, Role.ADMINISTRATOR), SUBJECTS)
    ),
    *product([Role.COORDINATOR], [Action.GATHER_DECISIONS], SUBJECTS),
    *product(LEADERS, (Action.INVITE, Action.SEE_PEOPLE, Action.HAND_OVER, Action.SET_DEPUTY), SUBJECTS),
    *product(LEADERS, (Action.IMPORT, Action.LEAD_CONTRACT, Action.KEEP_AREAS), SUBJECTS),
    *product(LEADERS, (Action.IMPORT, Action.LEAD_CONTRACT, Action.SETTLE_START), SUBJECTS),
    *product((Role.MATCHER, *LEADERS), [Action.SEE_CONTRACT], SUBJECTS),
    *product(LEADERS, (Action.ASSIGN_SLOT, Action.FOLLOW_UP_SLOT), SUBJECTS),
    *product(LEADERS, (Action.SCHEDULE_MEETING, Action.SEE_MEETING), SUBJECTS),
    *((Role.SUPPLIER, action, "own") for action in (Action.SEE_CONTRACT, Action.ANSWER_OBLIGATION)),
    *((Role.SUPPLIER, action, "own") for action in (Action.SEE_MEETING, Action.CONFIRM_MEETING, Action.CONFIRM_START)),
    *product(LEADERS, (Action.HEAR_SUPPLIER, Action.HEAR_WITHDRAWAL, Action.TAKE_HEARSAY_BACK), SUBJECTS),
    *product(STAFF, [Action.HEAR_OFFER], SUBJECTS),
    *product([Role.MATCHER], [Action.HEAR_WITHDRAWAL], ("own", "other")),  # nobody has these slots
    (Role.SUPPLIER, Action.SETTLE_HEARSAY, "own"),
    (Role.SUPPLIER, Action.ANSWER_REVERSED_QUESTION, "own"),
    *product(STAFF, (Action.SAY_END, Action.SAY_OUTCOME), SUBJECTS),
    *product(LEADERS, (Action.SETTLE_START, Action.SETTLE_END), SUBJECTS),
    (Role.SUPPLIER, Action.SAY_END, "own"),
    *product(STAFF, [Action.SEE_RESULTS], SUBJECTS),
    *product(LEADERS, [Action.ENTER_RESULT], SUBJECTS),
    *product([Role.MATCHER], [Action.COUNT_PROGRAMME], SUBJECTS),
    *product([Role.MATCHER], [Action.PROPOSE_RESIDENT], ("own", "other")),  # nobody has these slots
    *product(STAFF, (Action.SEE_PLACEMENT, Action.HEAR_PROPOSAL), SUBJECTS),
    *((Role.SUPPLIER, action, "own") for action in (Action.SEE_PLACEMENT, Action.ANSWER_PROPOSAL)),
    *product([Role.MATCHER], (Action.SEE_WISH, Action.REGISTER_WISH), SUBJECTS),
    *product(LEADERS, [Action.COUNT_WISHES], SUBJECTS),
    *product([Role.ADMINISTRATOR], [Action.TURN_ON_WISHES], SUBJECTS),
    *product(Role, [Action.SEE_OVERVIEW], SUBJECTS),
    *product(LEADERS, (Action.SET_GOAL, Action.MAKE_COUNCIL_PAGE, Action.MAKE_DOSSIER, Action.EXPORT), SUBJECTS),
    *product(LEADERS, [Action.REGISTER_DOCUMENT], SUBJECTS),
    *product((*STAFF, Role.READER), (Action.SEE_COUNCIL_PAGE, Action.READ_CONTRACT), SUBJECTS),
    *product(STAFF, [Action.SEE_SUPPLIER], SUBJECTS),
    (Role.SUPPLIER, Action.ANSWER_NAMING, "own"),
    *product((*STAFF, Role.SUPPLIER), [Action.TELL_DETAILS], SUBJECTS),
    *product([Role.READER], [Action.GET_MONTHLY], SUBJECTS),
    *product(LEADERS, (Action.PLAN_PROCUREMENT, Action.BROADCAST, Action.EDIT_FAQ, Action.TRY_OUT), SUBJECTS),
    *product([Role.SUPPLIER], (Action.GET_BROADCASTS, Action.ASK_CITY), SUBJECTS),
    *product((*STAFF, Role.SUPPLIER), [Action.SEE_WAYS], SUBJECTS),
    *product(Role, [Action.READ_FAQ], SUBJECTS),
    *product(STAFF, [Action.SEE_TRYOUT], SUBJECTS),
}
"""Everything that anyone may. What isn't listed is refused, also to a role that is added later."""


def actor(role: Role, *, supplier_id: int | None = None, is_active: bool = True) -> Actor:
    return Actor(person_id=1, role=role, supplier_id=supplier_id, is_active=is_active)


def test_everyone_may_what_the_table_says_and_nothing_else() -> None:
    allowed = {
        (role, action, whose)
        for role, action, whose in product(Role, Action, SUBJECTS)
        if may(actor(role, supplier_id=OWN.supplier_id if role is Role.SUPPLIER else None), action, SUBJECTS[whose])
    }
    assert allowed == ALLOWED


def test_whose_access_has_ended_may_nothing() -> None:
    allowed = [
        (role, action, whose)
        for role, action, whose in product(Role, Action, SUBJECTS)
        if may(actor(role, supplier_id=OWN.supplier_id, is_active=False), action, SUBJECTS[whose])
    ]
    assert allowed == []


def test_a_supplier_contact_without_a_supplier_may_nothing() -> None:
    contact = actor(Role.SUPPLIER)
    assert [each for each in product(Action, SUBJECTS) if may(contact, each[0], SUBJECTS[each[1]])] == []


def test_staff_with_a_supplier_by_mistake_may_still_not_report() -> None:
    staff = set(Role) - {Role.SUPPLIER}
    assert not any(may(actor(role, supplier_id=OWN.supplier_id), Action.REPORT_SLOT, OWN) for role in staff)


def test_only_whoever_has_claimed_a_slot_releases_it() -> None:
    mine, theirs = SlotSubject(supplier_id=7, claimed_by=1), SlotSubject(supplier_id=7, claimed_by=2)
    assert may(actor(Role.MATCHER), Action.RELEASE_SLOT, mine)
    assert not may(actor(Role.MATCHER), Action.RELEASE_SLOT, theirs)
    assert may(actor(Role.MATCHER), Action.ADAPT_SLOT, mine)
    assert not may(actor(Role.MATCHER), Action.ADAPT_SLOT, theirs)
    assert not any(may(actor(role), Action.RELEASE_SLOT, mine) for role in set(Role) - {Role.MATCHER})


def test_of_matchers_only_whoever_has_claimed_a_slot_says_what_became_of_it() -> None:
    mine, theirs = SlotSubject(supplier_id=7, claimed_by=1), SlotSubject(supplier_id=7, claimed_by=2)
    assert may(actor(Role.MATCHER), Action.FOLLOW_UP_SLOT, mine)
    assert not may(actor(Role.MATCHER), Action.FOLLOW_UP_SLOT, theirs)


@pytest.mark.parametrize(("role", "invited"), list(product(Role, Role)))
def test_leaders_invite_anyone_but_only_administrators_make_administrators(role: Role, invited: Role) -> None:
    is_allowed = role is Role.ADMINISTRATOR or (role is Role.COORDINATOR and invited is not Role.ADMINISTRATOR)
    assert may(actor(role), Action.INVITE, InvitationSubject(invited)) is is_allowed


@pytest.mark.parametrize(("role", "theirs"), list(product(Role, Role)))
def test_leaders_end_anyones_access_but_their_own_and_coordinators_not_an_administrators(
    role: Role, theirs: Role
) -> None:
    is_allowed = role is Role.ADMINISTRATOR or (role is Role.COORDINATOR and theirs is not Role.ADMINISTRATOR)
    assert may(actor(role), Action.END_ACCESS, PersonSubject(person_id=2, role=theirs)) is is_allowed
    assert not may(actor(role), Action.END_ACCESS, PersonSubject(person_id=1, role=theirs))


@pytest.mark.parametrize("role", Role)
def test_everyone_settles_who_stands_in_for_themselves_and_leaders_for_everyone(role: Role) -> None:
    is_asked = role is not Role.READER
    assert may(actor(role), Action.SET_DEPUTY, PersonSubject(person_id=1, role=role)) is is_asked
    assert may(actor(role), Action.SET_DEPUTY, PersonSubject(person_id=2, role=role)) is (role in LEADERS)
    assert not may(actor(role), Action.SET_DEPUTY, PersonSubject(person_id=2, role=Role.READER))


@pytest.mark.parametrize("role", Role)
def test_whoever_is_asked_to_a_meeting_sees_and_answers_it_whatever_their_role(role: Role) -> None:
    asked, not_asked = MeetingSubject(supplier_id=8, attendees=(1, 2)), MeetingSubject(supplier_id=8, attendees=(2,))
    for action in (Action.SEE_MEETING, Action.ANSWER_MEETING):
        assert may(actor(role), action, asked)
    assert not may(actor(role), Action.ANSWER_MEETING, not_asked)
    assert may(actor(role), Action.SEE_MEETING, not_asked) is (role in LEADERS)


@pytest.mark.parametrize("supplier_id", [7, 8])
def test_a_supplier_contact_sees_and_answers_only_what_their_own_company_has_promised(supplier_id: int) -> None:
    contract, meeting = ContractSubject(supplier_id), MeetingSubject(supplier_id, attendees=())
    contact, is_own = actor(Role.SUPPLIER, supplier_id=7), supplier_id == 7
    assert may(contact, Action.SEE_CONTRACT, contract) is is_own
    assert may(contact, Action.ANSWER_OBLIGATION, contract) is is_own
    assert may(contact, Action.CONFIRM_MEETING, meeting) is is_own


def test_only_the_matcher_who_has_a_slot_reports_a_start_in_it() -> None:
    assert may(actor(Role.MATCHER), Action.REPORT_START, SlotSubject(supplier_id=7, claimed_by=1))
    assert not may(actor(Role.MATCHER), Action.REPORT_START, SlotSubject(supplier_id=7, claimed_by=2))


@pytest.mark.parametrize("role", Role)
def test_a_start_is_taken_back_by_the_matcher_who_said_it_or_has_the_slot_now(role: Role) -> None:
    said, has_it = StartSubject(7, started_by=1, claimed_by=2), StartSubject(7, started_by=2, claimed_by=1)
    others = StartSubject(7, started_by=2, claimed_by=None)
    for start in (said, has_it):
        assert may(actor(role, supplier_id=7), Action.UNDO_START, start) is (role is Role.MATCHER)
    assert not may(actor(role, supplier_id=7), Action.UNDO_START, others)


@pytest.mark.parametrize("role", Role)
def test_a_placement_is_led_by_the_matcher_who_has_its_slot_and_by_whoever_of_the_city_stands_in(role: Role) -> None:
    has_it, proposed_it = StartSubject(7, started_by=2, claimed_by=1), StartSubject(7, started_by=1, claimed_by=2)
    stands_in = StartSubject(7, started_by=2, claimed_by=2, stand_ins=(1,))
    assert may(actor(role, supplier_id=7), Action.LEAD_PLACEMENT, stands_in) is (role in STAFF)
    assert may(actor(role, supplier_id=7), Action.LEAD_PLACEMENT, has_it) is (role is Role.MATCHER)
    assert not may(actor(role, supplier_id=7), Action.LEAD_PLACEMENT, proposed_it)


def test_somebody_is_proposed_where_no_other_matcher_has_the_slot() -> None:
    for claimed_by, is_free in ((None, True), (1, True), (2, False)):
        assert may(actor(Role.MATCHER), Action.PROPOSE_RESIDENT, SlotSubject(7, claimed_by=claimed_by)) is is_free


def test_a_question_is_answered_by_the_company_that_was_asked_or_by_those_of_the_city_whom_it_concerns() -> None:
    to_company = InquirySubject(supplier_id=7, asked_of=2, claimed_by=1, is_of_supplier=True)
    answer = {role: may(actor(role, supplier_id=7), Action.ANSWER_INQUIRY, to_company) for role in Role}
    assert [role for role in Role if answer[role]] == [Role.SUPPLIER]
    assert not may(actor(Role.SUPPLIER, supplier_id=8), Action.ANSWER_INQUIRY, to_company)
    for asked_of, claimed_by in ((1, 2), (2, 1)):
        to_city = InquirySubject(supplier_id=7, asked_of=asked_of, claimed_by=claimed_by, is_of_supplier=False)
        assert may(actor(Role.MATCHER), Action.ANSWER_INQUIRY, to_city)
        assert not may(actor(Role.SUPPLIER, supplier_id=7), Action.ANSWER_INQUIRY, to_city)
    others = InquirySubject(supplier_id=7, asked_of=2, claimed_by=3, is_of_supplier=False)
    may_answer = [role for role in Role if may(actor(role, supplier_id=7), Action.ANSWER_INQUIRY, others)]
    assert may_answer == [Role.COORDINATOR]


@pytest.mark.parametrize("role", Role)
def test_whoever_says_that_somebody_has_begun_does_not_say_it_for_the_supplier_too(role: Role) -> None:
    own_word, of_another = StartSubject(7, started_by=1, claimed_by=1), StartSubject(7, started_by=2, claimed_by=1)
    assert not may(actor(role, supplier_id=7), Action.HEAR_START, own_word)
    assert may(actor(role, supplier_id=7), Action.HEAR_START, of_another) is (role in STAFF)


@pytest.mark.parametrize("role", Role)
def test_an_offer_is_taken_back_for_a_supplier_by_those_who_lead_or_the_matcher_who_has_it(role: Role) -> None:
    mine, theirs = SlotSubject(supplier_id=7, claimed_by=1), SlotSubject(supplier_id=7, claimed_by=2)
    assert may(actor(role), Action.HEAR_WITHDRAWAL, mine) is (role in STAFF)
    assert may(actor(role), Action.HEAR_WITHDRAWAL, theirs) is (role in LEADERS)


@pytest.mark.parametrize("role", Role)
def test_what_was_heard_is_settled_by_the_supplier_alone_and_taken_back_by_its_writer_or_those_who_lead(
    role: Role,
) -> None:
    own, others = HearsaySubject(supplier_id=7, heard_by=1), HearsaySubject(supplier_id=8, heard_by=2)
    assert may(actor(role, supplier_id=7), Action.SETTLE_HEARSAY, own) is (role is Role.SUPPLIER)
    assert not may(actor(role, supplier_id=7), Action.SETTLE_HEARSAY, others)
    assert may(actor(role), Action.TAKE_HEARSAY_BACK, own) is (role in STAFF)
    assert may(actor(role), Action.TAKE_HEARSAY_BACK, others) is (role in LEADERS)


def test_an_evaluation_is_theirs_who_were_asked_and_nobody_elses() -> None:
    for role in Role:
        asked = actor(role, supplier_id=7 if role is Role.SUPPLIER else None)
        assert may(asked, Action.EVALUATE, EvaluationSubject(asked_of=1))
        assert not may(asked, Action.EVALUATE, EvaluationSubject(asked_of=2))


def test_a_wish_is_kept_by_whose_it_is_and_by_who_stands_in_and_any_other_matcher_takes_it_over() -> None:
    mine, theirs = WishSubject(matcher_id=1), WishSubject(matcher_id=2)
    stood_in_for = WishSubject(matcher_id=2, deputies=(1,))
    keeps = [may(actor(Role.MATCHER), Action.KEEP_WISH, wish) for wish in (mine, theirs, stood_in_for, None)]
    takes = [may(actor(Role.MATCHER), Action.TAKE_WISH_OVER, wish) for wish in (mine, theirs, stood_in_for, None)]
    assert (keeps, takes) == ([True, False, True, False], [False, True, True, False])
    others = product(set(Role) - {Role.MATCHER}, (Action.KEEP_WISH, Action.TAKE_WISH_OVER), (mine, theirs))
    assert not any(may(actor(role), action, wish) for role, action, wish in others)


def test_what_somebody_asked_the_city_is_answered_by_whoever_it_was_put_to_and_by_those_who_lead() -> None:
    theirs = CityQuestionSubject(asked_by=7, asked_of=1)
    anothers = CityQuestionSubject(asked_by=1, asked_of=2)
    answer, see = Action.ANSWER_CITY_QUESTION, Action.SEE_CITY_QUESTION
    assert may(actor(Role.MATCHER), answer, theirs)
    assert not may(actor(Role.MATCHER), answer, anothers)
    assert all(may(actor(role), answer, anothers) for role in LEADERS)
    asker = actor(Role.SUPPLIER, supplier_id=7)
    assert may(asker, see, anothers)
    assert not may(asker, answer, anothers)
    assert not may(asker, see, theirs)
