"""An invitation link as a picture that a phone's camera reads."""

import io

import segno

PIXELS_A_MODULE = 16
"""With the 33 to 41 modules of a link and the quiet zone, about 700 pixels a side."""

QUIET_ZONE = 4
"""Modules of white around it, as the standard asks for: in a dark chat no camera would find it otherwise."""


def png(link: str) -> bytes:
    """To be shown in a chat."""
    return _saved(link, kind="png", scale=PIXELS_A_MODULE)


def svg(link: str) -> str:
    """To be printed at any size."""
    return _saved(link, kind="svg").decode()


def _saved(link: str, *, kind: str, scale: int = 1) -> bytes:
    picture = io.BytesIO()
    # "M" still reads with 15 % of it smudged, as on a letter that was folded.
    segno.make_qr(link, error="m").save(picture, kind=kind, scale=scale, border=QUIET_ZONE, dark="#000", light="#fff")
    return picture.getvalue()
