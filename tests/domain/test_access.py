from itertools import product

import pytest

from domain.access import Action, Actor, SlotSubject, may
from domain.role import Role

OWN, OTHER = SlotSubject(supplier_id=7), SlotSubject(supplier_id=8)
SUBJECTS = {"own": OWN, "other": OTHER, "none": None}

ALLOWED = {
    (Role.SUPPLIER, Action.REPORT_SLOT, "own"),
    (Role.SUPPLIER, Action.REPORT_SLOT, "other"),  # the subject plays no part: a new slot is always one's own
    (Role.SUPPLIER, Action.REPORT_SLOT, "none"),
    (Role.SUPPLIER, Action.SEE_SLOT, "own"),
    *((Role.MATCHER, Action.CLAIM_SLOT, whose) for whose in SUBJECTS),
    *(
        (role, Action.SEE_SLOT, whose)
        for role, whose in product((Role.MATCHER, Role.COORDINATOR, Role.ADMINISTRATOR), SUBJECTS)
    ),
}
"""Everything that anyone may. What isn't listed is refused, also to a role that is added later."""


def actor(role: Role, *, supplier_id: int | None = None, is_active: bool = True) -> Actor:
    return Actor(person_id=1, role=role, supplier_id=supplier_id, is_active=is_active)


@pytest.mark.parametrize(("role", "action", "whose"), list(product(Role, Action, SUBJECTS)))
def test_everyone_may_what_the_table_says_and_nothing_else(role: Role, action: Action, whose: str) -> None:
    supplier_id = OWN.supplier_id if role is Role.SUPPLIER else None
    assert may(actor(role, supplier_id=supplier_id), action, SUBJECTS[whose]) is ((role, action, whose) in ALLOWED)


@pytest.mark.parametrize(("role", "action", "whose"), list(product(Role, Action, SUBJECTS)))
def test_whose_access_has_ended_may_nothing(role: Role, action: Action, whose: str) -> None:
    assert may(actor(role, supplier_id=OWN.supplier_id, is_active=False), action, SUBJECTS[whose]) is False


@pytest.mark.parametrize(("action", "whose"), list(product(Action, SUBJECTS)))
def test_a_supplier_contact_without_a_supplier_may_nothing(action: Action, whose: str) -> None:
    assert may(actor(Role.SUPPLIER), action, SUBJECTS[whose]) is False


def test_staff_with_a_supplier_by_mistake_may_still_not_report() -> None:
    staff = set(Role) - {Role.SUPPLIER}
    assert not any(may(actor(role, supplier_id=OWN.supplier_id), Action.REPORT_SLOT, OWN) for role in staff)
