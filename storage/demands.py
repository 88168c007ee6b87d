"""What a PostgreSQL address may demand of PostgreSQL's own client, and the driver here can't meet."""

from collections.abc import Sequence

from sqlalchemy.engine import URL

ANYTHING = ""
UNMET = {"channel_binding": "require", "gssencmode": "require", "requirepeer": ANYTHING, "sslcertmode": "require"}
"""What each would have to say to be a demand. It is passed over like all that is that client's alone (`OF_LIBPQ`)."""


def unmet_demands(url: URL) -> Sequence[str]:
    """As they stand in the address, the last of several: whoever wrote them believes to be safer than they are."""
    said = {name: values[-1] for name, values in url.normalized_query.items() if name in UNMET}
    return [f"{name}={value}" for name, value in said.items() if UNMET[name] in {ANYTHING, value}]
