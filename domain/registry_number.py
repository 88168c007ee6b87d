"""A number in the city's register of records (diarienummer): by what two writings of it are known to be one."""

LONGEST_REGISTRY_NUMBER = 60
"""Characters."""

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def known_as(number: str) -> str:
    """The number without regard to capitals and spaces: "KS 2026/17" is "ks2026/17"."""
    return "".join(number.casefold().translate(DASHES).split())
