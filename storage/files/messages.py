"""The message log for a file: what was said to whom, when, and whether Telegram has accepted it."""

from sqlalchemy import select

from storage.files.part import Part
from storage.outbox import SAYS, Method, OutboxRow, OutboxState
from storage.people.person import Person
from storage.people.supplier import Supplier

PARTS = (
    Part(
        select(
            OutboxRow.id.label("message_number"),
            OutboxRow.original_id.label("changes"),
            Person.name.label("recipient"),
            Person.role,
            Supplier.name.label("supplier"),
            OutboxRow.content.label("template"),
            OutboxRow.queued_at,
            OutboxRow.state.label("message_state"),
            (OutboxRow.state == OutboxState.SENT).label("is_accepted"),
            OutboxRow.sent_at,
            OutboxRow.rendered.label("words"),
        )
        .outerjoin(Person, Person.id == OutboxRow.person_id)
        .outerjoin(Supplier, Supplier.id == Person.supplier_id)
        .where(OutboxRow.method.in_((*SAYS, Method.EDIT_MESSAGE_TEXT))),
        order=(OutboxRow.id,),
    ),
)
"""In the place of the template stands all that the message was made of: it says whether its words may be told.

What only tidies, such as a menu or a button taken away, says nothing and is left out.
"""
