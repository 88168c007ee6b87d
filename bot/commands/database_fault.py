"""Why a database can't be used, in an operator's words, and never with its password."""

from sqlalchemy.exc import DBAPIError

REFUSED = "it refuses the user or the password."
NOT_THERE = "the server is there, but has no such database or no such user. Its administrator can create them."
AWAY = "no server answers there."

CAUSES = {
    "password": REFUSED,
    "authentication failed": REFUSED,
    "no pg_hba.conf entry": "its server lets nobody in from here as that user (see its pg_hba.conf).",
    "does not exist": NOT_THERE,
    "permission denied": "the user may not make tables in it. Make the user the database's owner.",
    "too many": "its server has no connection free.",
    "starting up": "its server is just starting. Try again in a moment.",
    "refused": AWAY,
    "resolve host": AWAY,
    "No such file": AWAY,
    "timeout": AWAY,
    "unreachable": AWAY,
    "closed the connection": AWAY,
}
"""What the drivers' words hold, and what to tell; of several the first counts."""


def explained_database(error: DBAPIError) -> str:
    """What is wrong, and where to look."""
    words = str(error.orig)
    cause = next(
        (told for sign, told in CAUSES.items() if sign in words),
        f"{next(iter(words.splitlines()), type(error.orig).__name__)}.",
    )
    return f"The database can't be opened: {cause} Look at STEGET_DATABASE_URL."
