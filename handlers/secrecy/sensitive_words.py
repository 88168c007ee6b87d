"""Words that usually tell of a person's health, crime or benefits, in Swedish and English, with their inflections.

None is forbidden: its writer is asked whether it is about the workplace. So the lists hold what usually describes a
person, and not what usually describes a workplace, such as a hospital or a wage subsidy.
"""

import re

from domain.secrecy import Finding
from handlers.secrecy.plain_form import plain_form

HEALTH = r"""
sjukskri\w*  sjukdom\w*  långtidssjuk\w*  \bsjuka?\b  \bpsykisk\w*  \bpsykos\w*  diagnos\w*  \badhd\b  \badd\b  autis\w*
asperger\w*  depress\w*  deprimer\w*  ångest\w*  missbruk\w*  alkoholis\w*  alkoholproblem\w*  alkoholberoende\w*
spelberoende\w*  drogberoende\w*  läkemedelsberoende\w*  tablettberoende\w*  \bdrog(?:er|problem\w*|fri|test\w*)?\b
\bknark\w*  narkoman\w*  \brehab\w*  funktionsnedsätt\w*  funktionshind\w*  funktionsvari\w*  handikapp\w*  utbränd\w*
utmattning\w*  \bptsd\b  \btrauma(?:n|tisk\w*|tiserad\w*)?\b  epilep\w*  diabet\w*  \bcancer\w*  \bhiv\b  hepatit\w*
gravid\w*  arbetsskad\w*  hörselskad\w*  synskad\w*  läkarintyg\w*  allergi\w*  astma\w*  ryggproblem\w*  \bbipolär\w*
schizofren\w*  självmord\w*
sick[_]leave  \bsickness\b  \b(?:is|was)[_]sick\b  \bill(?:ness\w*)?\b  disease\w*  disabilit\w*  \bdisabled\b
\banxiety\b  addict\w*  burn(?:ed|t)?[-]?out  burn(?:ed|t)?[_]out  pregnan\w*
mental(?:ly)?[_](?:health|ill\w*)  allerg\w*
drug[_](?:use\w*|abuse|problem\w*)  \bdrugs\b  alcoholi\w*  wheelchair\w*  \bmedicat\w*  chronic\w*
\basthma\w*  surgery
"""
CRIME = r"""
\bdömd\w*  \bdömts\b  \bstraff(?:ad\w*|et|ar|at|s)?\b  kriminell\w*  kriminalitet\w*  kriminalvård\w*  fängelse\w*
\bhäkt(?:e|et|ad|ade|ats)\b  frivård\w*  villkorlig\w*  \bbrott(?:et|en|slig\w*|sling\w*|s)?\b  våldsbrott\w*
brottsdöm\w*  (?:finns|står|förekommer|prick\w*|med)[_]i[_](?:belastnings|brotts)regist\w*  \bstöld\w*  \bstulit\b
\bstjäl\w*  \båtal\w*  polisanmäl\w*  misstänkt\w*  \bfotboja\w*  ungdomsvård\w*
\bconvict\w*  \bcriminal\w*  \bprison\w*  \bjail\w*  \bon[_]probation\b  \bparole\w*  \bfelon\w*  \boffender\w*
\bsentenced\b  \barrest\w*  \btheft\w*  \bstole\b  \bcrimes?\b
"""
BENEFITS = r"""
försörjningsstöd\w*  ekonomiskt[_]bistånd  socialbidrag\w*  \bbidrag(?:et|en|s\w*)?\b  \ba-?kass\w*  aktivitetsstöd\w*
aktivitetsersättning\w*  sjukpenning\w*  sjukersättning\w*  socialtjänst\w*  \bsoc\b  försäkringskass\w*
bostadsbidrag\w*  förtidspension\w*
social[_]assistance  \bwelfare\b  on[_]benefits  (?:unemployment|sickness|housing|disability|child)[_]benefit\w*
(?:receiv|claim|get)\w*[_]benefits  income[_]support  social[_]services  \bthe[_]dole\b
"""
ASKED_FOR = r"""
(?:register)?utdrag\w*(?:[_](?:ur|från|av))?(?:[_](?:polisens[_])?(?:belastnings|brotts)regist\w*)?
belastningsregisterutdrag\w*  (?:extracts?|checks?)[_](?:from|of|in)(?:[_]the)?[_]criminal[_]records?
criminal[_]records?[_](?:extract|check)s?  drogfri\w*[_](?:arbetsplats|miljö)  psykisk[_]arbetsmiljö
"""
"""What a workplace may ask for, or says of itself."""


def _any_of(words: str) -> re.Pattern[str]:
    """Any of these words; they stand with spaces or new lines between them."""
    return re.compile("|".join(words.split()).replace("[_]", "[ ]"))


def sensitive_in(text: str) -> frozenset[Finding]:
    """Which sorts of words stand in the text."""
    searched = _MAY_STAND.sub(" ", plain_form(text)[0])
    return frozenset(finding for finding, words in _WORDS.items() if words.search(searched))


_MAY_STAND = _any_of(ASKED_FOR)
_WORDS = {Finding.HEALTH: _any_of(HEALTH), Finding.CRIME: _any_of(CRIME), Finding.BENEFITS: _any_of(BENEFITS)}
