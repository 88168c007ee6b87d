"""Whether a picture looks like the one that somebody has looked at and approved: edges may differ, shapes may not."""

import io
import os
from pathlib import Path

from PIL import Image, ImageChops

APPROVED = Path(__file__).parent / "approved"

README = Path(__file__).parents[3] / "docs"
"""Where the pictures lie that README shows, as large as they are sent."""

WIDE = 270
"""Approved pictures are kept so small; every mark is still to be seen."""

CLEARLY = 64
"""Of 255: an edge that is drawn otherwise differs less, a mark that is missing more."""

MOST_DIFFERENT = 0.0003
"""Of all points. One mark of four hundred is more."""

IS_APPROVING = "STEGET_APPROVE" in os.environ
"""Whether what is drawn now is kept as approved."""


def small(content: bytes) -> Image.Image:
    """The picture at the size in which it is compared."""
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    return picture.resize((WIDE, round(picture.height * WIDE / picture.width)), Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of points that clearly differ; all of them where the size does."""
    if one.size != other.size:
        return 1.0
    clearly = ImageChops.difference(one, other).convert("L").point(lambda by: 255 * (by > CLEARLY))
    return clearly.histogram()[255] / (one.width * one.height)


def is_as_approved(content: bytes, name: str) -> bool:
    """Whether it looks like the approved one of that name, which it becomes where pictures are being approved."""
    path = APPROVED / f"{name}.png"
    if IS_APPROVING:
        small(content).quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)
    with Image.open(path) as approved:
        return difference(small(content), approved.convert("RGB")) <= MOST_DIFFERENT


def is_as_in_readme(content: bytes, name: str) -> bool:
    """Whether README shows the same, which it does from now on where pictures are being approved."""
    path = README / f"{name}.png"
    if IS_APPROVING:
        path.write_bytes(content)
    return difference(small(content), small(path.read_bytes())) <= MOST_DIFFERENT
