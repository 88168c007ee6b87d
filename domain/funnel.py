"""What became of the places that were offered, step by step."""

from domain.frozen import frozen


@frozen(kw_only=True)
class Funnel:
    """Places that were offered, and how far each of them has come since; each is counted in all steps up to its last.

    A place is counted once in a step, however many were proposed for it or began in it after one another. From
    `offered` to `confirmed` no step holds more than the one before; `completed` and `working` are both of `confirmed`.

    Attributes:
        offers: In how many slots they were offered.
        offered: Places (or mentors, or seats at a visit), as offered. What was taken back counts with those places
            alone in which somebody had begun.
        taken: Those in a slot that a matcher has, or had when somebody was proposed for it.
        proposed: Those for which a resident was proposed, or in which one began without a proposal.
        started: Those in which somebody has begun, as the matcher says.
        confirmed: Those in which somebody has begun, as both sides say, whatever has become of it since.
        completed: Those in which somebody's time ended as planned, as both sides say.
        working: Those after which somebody was working when it was asked at 90 days (domain.md §9.6): after the end,
            or after the start of an employment that goes on. For the city alone: no supplier learns it.
    """

    offers: int = 0
    offered: int = 0
    taken: int = 0
    proposed: int = 0
    started: int = 0
    confirmed: int = 0
    completed: int = 0
    working: int = 0

    def __add__(self, other: "Funnel") -> "Funnel":
        """Both together."""
        return Funnel(
            offers=self.offers + other.offers,
            offered=self.offered + other.offered,
            taken=self.taken + other.taken,
            proposed=self.proposed + other.proposed,
            started=self.started + other.started,
            confirmed=self.confirmed + other.confirmed,
            completed=self.completed + other.completed,
            working=self.working + other.working,
        )
