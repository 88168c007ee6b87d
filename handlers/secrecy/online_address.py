"""E-mail addresses, user names, and the addresses of somebody's own page."""

from domain.pattern import Pattern
from handlers.secrecy.plain_form import plain_form

# Each part begins where a word does and never gives back what it took, so that no text takes long.
_NAME = r"(?<![\w.+-])[\w.+-]{1,64}+"
_HOST = r"[\w-]{1,63}+(?:(?:\.| \. )[\w-]{1,63}+){0,5}?(?:\.| \. )[a-zåäö]{2}"
_AT_IN_BRACKETS = r"[(\[{<] ?(?:at|@|snabel-?a) ?[)\]}>]|[(\[{<]a[)\]}>]"
_OWN_PAGES = (
    r"t\.me|telegram\.me|wa\.me|m\.me|signal\.me|linkedin\.com/in|facebook\.com|instagram\.com|tiktok\.com"
    r"|snapchat\.com|twitter\.com|x\.com"
)
_ADDRESS = Pattern(
    rf"{_NAME}@[a-zåäö]"
    rf"|{_NAME} ?@ ?{_HOST}"
    rf"|{_NAME} ?(?:{_AT_IN_BRACKETS}) ?[\w.-]"
    rf"|{_NAME} at [\w-]{{1,63}}+ (?:dot|punkt) [a-z]{{2}}"
    r"|(?<![\w.])[\w-]{1,63}+\.[\w-]{1,63}+ at [\w-]{1,63}+\.[a-z]{2}"
    r"|\wsnabel-?a|\bsnabel-?a [\w-]"
    r"|(?<![\w@])@[a-z]\w{3}"
    rf"|tg://|(?<![a-z])(?:{_OWN_PAGES})/[\w.@-]"
)


def is_in(text: str) -> bool:
    """Whether there is an e-mail address in the text, a user name, or the address of somebody's own page."""
    searched, _ = plain_form(text)
    return _ADDRESS.search(searched) is not None
