"""How days, times and numbers are written in each language.

The patterns are the house's own, since the locale's common ones differ: "24 november 2026", "kl. 14.05".
"""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from domain.language import Language


def day(value: date, language: Language) -> str:
    """A day in full: "24 november 2026"."""
    return format_date(value, "d MMMM y", locale=language.value)


def weekday(value: date, language: Language) -> str:
    """A day in full with its weekday: "tisdag 24 november 2026"."""
    return format_date(value, "EEEE d MMMM y", locale=language.value)


def short_day(value: date, language: Language) -> str:
    """A day where room is scarce: "24 nov". Swedish abbreviations lose their full stop."""
    return format_date(value, "d MMM", locale=language.value).rstrip(".")


def day_alone(value: date, language: Language) -> str:
    """A day soon or just gone, in a first line: "24 november"."""
    return format_date(value, "d MMMM", locale=language.value)


def numeric_day(value: date) -> str:
    """A day as people jot it down: "24/11"."""
    return f"{value.day}/{value.month}"


def weekday_and_day(value: date, language: Language) -> str:
    """A day soon with its weekday: "tisdag 24 november"."""
    return format_date(value, "EEEE d MMMM", locale=language.value)


def dated(value: date, language: Language) -> str:
    """A day in a list, with its year: "24 nov 2026"."""
    return f"{short_day(value, language)} {value.year}"


def month(value: date, language: Language) -> str:
    """A month where room is scarce: "nov 2026". Swedish abbreviations lose their full stop."""
    return f"{format_date(value, 'MMM', locale=language.value).rstrip('.')} {value.year}"


def month_short(value: date, language: Language) -> str:
    """A month in a row of them, all equally wide: "mar", not "mars"."""
    return format_date(value, "LLL", locale=language.value)[:3]


def month_in_full(value: date, language: Language) -> str:
    """A month as a heading: "November 2026"."""
    return format_date(value, "LLLL y", locale=language.value).capitalize()


def month_alone(value: date, language: Language) -> str:
    """A month soon, in a sentence: "mars"."""
    return format_date(value, "LLLL", locale=language.value)


def time_of_day(value: datetime, language: Language) -> str:
    """A local time: "kl. 14.05" in Swedish, "14:05" in English."""
    return format_datetime(value, "'kl.' HH.mm" if language is Language.SWEDISH else "HH:mm", locale=language.value)


def day_and_time(value: datetime, language: Language) -> str:
    """When something was so: "24 november 2026 kl. 14.05"."""
    return f"{day(value, language)} {time_of_day(value, language)}"


def weekday_and_time(value: datetime, language: Language) -> str:
    """When people meet: "tisdag 24 november 2026 kl. 14.05"."""
    return f"{weekday(value, language)} {time_of_day(value, language)}"


def begun_large(text: str) -> str:
    """A text as the beginning of a line; the rest stays as it is, also names in it."""
    return text[:1].upper() + text[1:]


def kronor(value: int, language: Language) -> str:
    """An amount: "1 000 000 kr" in Swedish, "SEK 1,000,000" in English."""
    written = format_decimal(value, locale=language.value)
    return f"{written} kr" if language is Language.SWEDISH else f"SEK {written}"


def number(value: int, language: Language) -> str:
    """A number alone: "12 000" in Swedish, "12,000" in English."""
    return format_decimal(value, locale=language.value)


def tenths(value: int, language: Language) -> str:
    """A number that is kept in tenths: 75 is "7,5" in Swedish and "7.5" in English, 80 is "8"."""
    return format_decimal(value / 10, locale=language.value)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 plats", "2 platser"."""
    return f"{number} {one if number == 1 else many}"
