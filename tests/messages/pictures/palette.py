"""The pictures' colours, and how eyes see them."""

import tomllib
from math import dist

from messages.pictures.drawing import FOLDER, Colours

Light = tuple[float, float, float]
Matrix = tuple[Light, Light, Light]

EYES: dict[str, Matrix] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""By Machado, Oliveira and Fernandes, 2009, at their severest."""


def palette(colours: Colours) -> dict[str, str]:
    """Each colour's code by its name."""
    tables = tomllib.loads((FOLDER / "palette.toml").read_text(encoding="utf-8"))
    return dict(tables[colours.value])


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 reckons it: from 1 to 21."""
    darker, lighter = sorted(_luminance(_light(each)) for each in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str, eyes: Matrix) -> float:
    """How far apart two colours are to such eyes, in Oklab: from 0 to about 1."""
    seen = [_oklab(_seen(_light(each), eyes)) for each in (one, other)]
    return dist(*seen)


def _light(code: str) -> Light:
    red, green, blue = (_linear(int(code[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _luminance(light: Light) -> float:
    return _mixed((0.2126, 0.7152, 0.0722), light)


def _seen(light: Light, eyes: Matrix) -> Light:
    red, green, blue = (min(1.0, max(0.0, _mixed(row, light))) for row in eyes)
    return red, green, blue


def _oklab(light: Light) -> Light:
    long = _mixed((0.4122214708, 0.5363325363, 0.0514459929), light) ** (1 / 3)
    middle = _mixed((0.2119034982, 0.6806995451, 0.1073969566), light) ** (1 / 3)
    short = _mixed((0.0883024619, 0.2817188376, 0.6299787005), light) ** (1 / 3)
    cones = (long, middle, short)
    return (
        _mixed((0.2104542553, 0.7936177850, -0.0040720468), cones),
        _mixed((1.9779984951, -2.4285922050, 0.4505937099), cones),
        _mixed((0.0259040371, 0.7827717662, -0.8086757660), cones),
    )


def _mixed(row: Light, light: Light) -> float:
    return sum(share * value for share, value in zip(row, light, strict=True))
