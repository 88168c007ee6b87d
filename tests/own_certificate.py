"""A certificate for this computer, made by openssl; whoever is to trust it is told so by `SSL_CERT_FILE`."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest


def own_certificate(folder: Path) -> ssl.SSLContext:
    """One that nobody has vouched for, as a network that reads along has."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=127.0.0.1"
    named = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command.split(), *named], cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context
