"""Who asks whether they may do something."""

from domain.frozen import frozen
from domain.role import Role


@frozen
class Actor:
    """The person who asks, as the database knows them; never as a button claims."""

    person_id: int
    role: Role
    supplier_id: int | None
    is_active: bool
