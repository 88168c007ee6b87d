"""The machine's certificates are read by none of what is loaded, and once by whoever is asked over https."""

import os
import ssl
from typing import NoReturn

import pytest

from bot import certificates, command_line
from tests.each import each


@pytest.mark.parametrize("named", [None, "/path/to/city.pem"])
def test_a_command_is_loaded_where_none_are_found_and_afterwards_all_is_as_it_was(
    named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loaded(name: str) -> NoReturn:
        assert ssl.create_default_context().cert_store_stats()["x509"] == 0
        raise ImportError(name)

    monkeypatch.setattr(command_line, "import_module", loaded)
    monkeypatch.setenv("SSL_CERT_FILE", named or "")
    if named is None:
        monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(ImportError, match=r"bot\.commands\.status"):
        command_line.main(["status"], standalone_mode=False)
    assert os.environ.get("SSL_CERT_FILE") == named


def test_only_plain_http_needs_none(subtests: pytest.Subtests) -> None:
    for schemes in (("https",), ("https", "http"), ("http", "https")):
        with each(subtests, " ".join(schemes)):
            trust = certificates.for_schemes(*schemes)
            assert isinstance(trust, ssl.SSLContext)
            assert trust.verify_mode is ssl.CERT_REQUIRED
            assert trust is certificates.for_schemes("https")
    assert certificates.for_schemes("http", "http") is True
