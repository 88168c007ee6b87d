"""Which servers an address names is read as PostgreSQL's own client reads it."""

import pytest
from sqlalchemy import make_url

from storage.server import servers_of


@pytest.mark.parametrize(
    ("address", "servers"),
    [
        ("db/city", [("db", None)]),
        ("db:5433/city", [("db", 5433)]),
        ("[::1]:5433/city", [("::1", 5433)]),
        ("db/city?port=5433", [("db", 5433)]),
        ("/city", [(None, None)]),
        (":5433/city?host=/run/pg", [("/run/pg", 5433)]),
        ("/city?host=/run/pg&port=5433", [("/run/pg", 5433)]),
        ("%2Frun%2Fpg:5433/city", [("/run/pg", 5433)]),
        ("db:5433/city?hostaddr=192.0.2.1", [("192.0.2.1", 5433)]),
        ("/city?host=one:5433&host=two", [("one", 5433), ("two", None)]),
        ("/city?host=one,two&port=5433,5434", [("one", 5433), ("two", 5434)]),
        ("/city?host=one,two&port=5433", [("one", 5433), ("two", 5433)]),
        ("/city?host=one,[::1]:5434&port=5433", [("one", 5433), ("::1", 5434)]),
    ],
)
def test_where_hosts_and_ports_may_stand(address: str, servers: list[tuple[str | None, int | None]]) -> None:
    assert servers_of(make_url(f"postgresql://user@{address}")) == servers


@pytest.mark.parametrize("address", ["db:0/city", "db:99999/city", "/city?port=x", "/city?host=a,b,c&port=1,2"])
def test_what_can_be_no_port_is_refused(address: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whatever reads it may say so
        servers_of(make_url(f"postgresql://user@{address}"))
