"""A meeting as somebody was shown it when a form about it was opened, so that sending can notice what changed since."""

from domain.frozen import frozen


@frozen
class ShownMeeting:
    """A meeting as calendars have it: the sequence grows when it is moved or cancelled."""

    meeting_id: int
    sequence: int


@frozen
class ShownRevision:
    """A meeting with all that is known of it: the revision grows with whatever happens to it."""

    meeting_id: int
    revision: int
