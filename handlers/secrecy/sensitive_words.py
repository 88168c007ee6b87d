"""Words that usually tell of a person's health, crime or benefits, in Swedish and English, with their inflections.

None is forbidden: its writer is asked whether it is about the workplace. So the lists hold what usually describes a
person, and not what usually describes a workplace, such as a hospital or a wage subsidy.
"""

import re
import unicodedata
from functools import cache

from domain.secrecy import Finding
from handlers.secrecy.plain_form import plain_form

HEALTH = r"""
sjukskri\w*  sjukdom\w*  sjuka?\b  sjukpension\w*  sjukbidrag\w*  sjukfrånvar\w*  \bpsykisk\w*  \bpsykos(?!oc)\w*
\bpsykiskt?[_]dålig\w*  \bmår[_](?:psykiskt[_])?dåligt  diagnos(?!ti[ck])\w*  diagnosti[cs]er\w*  \badhd\b
\bhar[_]add\b  autis\w*  asperger\w*  tourette\w*  depress\w*  deprimer\w*  ångest\w*  panikattack\w*  panikångest\w*
missbruk\w*  alkoholis\w*  alkoholproblem\w*  alkoholberoende\w*  nykterist\w*  \bnykter[_]alkoholist  spelberoende\w*
drogberoende\w*  läkemedelsberoende\w*  tablettberoende\w*
beroende[_]av[_](?:alkohol|drog|spel|läkemed|medicin|tablett|narkotik)\w*  \bdrog(?:er|problem\w*|fri|test\w*)?\b
\bknark\w*  narkoman\w*  \brehab(?!iliteringsersätt)\w*  funktionsnedsätt\w*  funktionshind\w*  funktionsvari\w*
\bhandikapp(?:ad|ade|et)?\b  utvecklingsstör\w*  dyslexi\w*  dyslekti\w*  utbränd\w*  utmattning\w*  utmattad\w*
\bptsd\b  \btrauma(?:n|tisk\w*|tiserad\w*)?\b  epilep\w*  diabet\w*  \bcancer\w*  \bhiv\b  hepatit\w*  \bstroke\b
hjärtinfarkt\w*  hjärtproblem\w*  \bdemens(?!boende|vård|avdelning|enhet|team)\w*  \bdement\w*  fibromyalgi\w*
reumati\w*  \bkronisk\w*  sömnproblem\w*  gravid\w*  arbetsskad(?!eförsäkring)\w*  hörselskad\w*  synskad\w*
nedsatt[_](?:hörsel|syn|arbetsförmåga)  \bdöva?\b  läkarintyg\w*  \b(?:tar|äter|går[_]på)[_]medicin\w*
antidepressiv\w*  allergi\w*  astma\w*  rygg(?:problem|skad|besvär|smärt|värk)\w*  \bont[_]i[_]\w  värk\b
\bbipolär\w*  schizofren\w*  självmord\w*  rullstolsburen\w*  rullstolsbunden\w*  personlig[_]assistan\w*
\blss-?(?:insats|beslut)\w*  sick[_]leave  \bsickness\b  \b(?:is|was)[_]sick\b  \bill(?:ness\w*)?\b  \bunwell\b
\bdiseases?\b  disabilit\w*  \bdisabled\b  \banxiety\b  panic[_]attack\w*  addict\w*  burn(?:ed|t)?[-]?out
burn(?:ed|t)?[_]out  pregnan\w*  mental(?:ly)?[_](?:health|ill\w*)  allerg\w*  \bdeaf\b  \bdyslexi\w*  \bdementia\b
heart[_](?:attack|condition|problem)\w*  drug[_](?:use\w*|abuse|problem\w*)  \bdrugs\b  alcoholi\w*
\bin[_]a[_]wheelchair  wheelchair[_](?:user|bound)\w*  \bmedication\w*  \bchronic\w*  \basthma\w*  \bsurgery\b
\b(?:bad|injured)[_]back\b  \bback[_](?:pain|injur\w*|problem\w*)
"""
CRIME = r"""
\bdömd\w*  våldsdömd\w*  \bdömts\b  \bdömdes\b  \bstraff(?:ad\w*|et|ar|at|s)?\b  kriminell\w*  kriminalitet\w*
kriminalvård\w*  fängelse\w*  \bhäkt(?:e|et|ad|ade|ats)\b  frivård\w*  villkorlig\w*  skyddstillsyn\w*
samhällstjänst\w*  \bsuttit[_]inne\b  \bsitter[_]inne\b(?=[  ]för)  \bavtjäna\w*  \bpå[_]anstalt(?:en)?\b  \bfrigiv\w*
\bbrott(?:et|en|slig\w*|sling\w*|s)?\b  (?:vålds|narkotika|sexual|vapen|trafik|eko|bedrägeri)brott\w*  brottsdöm\w*
(?:finns|står|förekommer|prick\w*|med)[_]i[_](?:belastnings|brotts)regist\w*  \bbelastad[_]i[_]regist\w*  \bstöld\w*
\bstulit\b  \bstal\b  \bstjäl\w*  \brån\b  \brånat\b  misshand\w*  bedrägeri\w*  rattfyll\w*  narkotika\w*  \båtal\w*
polisanmäl\w*  misstänkt\w*  \bfotboja\w*  ungdomsvård\w*  \bconvict\w*  \bex-con\w*  \bcriminal\w*  \bprison\w*
\bjail\w*  \bserved[_]time\b  \bon[_]probation\b  \bparole\w*  \bfelon\w*  \boffend\w*  \bsentenced\b  \barrest\w*
\btheft\w*  \bstole\b  \bcrimes?\b  drunk[_]driving
"""
BENEFITS = r"""
försörjningsstöd\w*  ekonomiskt[_]bistånd  biståndstagar\w*  socialbidrag\w*  (?<!-)\bbidrag(?:et|en|s\w*)?\b
sjukbidrag\w*  bostadsbidrag\w*  \ba[-_]?kass\w*  aktivitetsstöd\w*  arbetslöshetsersätt\w*  etableringsersätt\w*
aktivitetsersättning\w*  rehabiliteringsersätt\w*  sjukpenning\w*  sjukersättning\w*  föräldrapenning\w*
socialtjänst\w*  \bsoc\b  försäkringskass\w*  förtidspension\w*  existensminim\w*  skuldsanering\w*  kronofogde\w*
social[_](?:assistance|welfare|services)  \b(?:on|lives[_]on|living[_]on)[_]welfare\b  \bon[_]benefits
(?:unemployment|sickness|housing|disability|child)[_](?:benefit|allowance|pension)\w*
(?:receiv|claim|get)\w*[_]benefits  income[_]support  universal[_]credit  jobseeker.?s[_]allowance  \bthe[_]dole\b
"""
ASKED_FOR = r"""
(?:register)?utdrag\w*(?:[_](?:ur|från|av))?(?:[_](?:polisens[_])?(?:belastnings|brotts)regist\w*)?
belastningsregisterutdrag\w*  (?:extracts?|checks?)[_](?:from|of|in)(?:[_]the)?[_]criminal[_]records?(?:[_]regist\w*)?
criminal[_](?:records?|background)[_](?:extract|check)s?  (?:drog|narkotika)fri\w*[_](?:arbetsplats|miljö)
psykisk[_]arbetsmiljö  psykiskt[_](?:krävande|tung\w*|påfrestande|lätt\w*)
"""
"""What a workplace may ask for, or says of itself."""

WORDS = {Finding.HEALTH: HEALTH, Finding.CRIME: CRIME, Finding.BENEFITS: BENEFITS}


def sensitive_in(text: str) -> frozenset[Finding]:
    """Which sorts of words stand in the text."""
    # Composed first: in searching, a ring or dots that stand by themselves are left out.
    searched = _any_of(ASKED_FOR).sub(" ", plain_form(unicodedata.normalize("NFC", text))[0])
    return frozenset(finding for finding, words in WORDS.items() if _any_of(words).search(searched))


@cache
def _any_of(words: str) -> re.Pattern[str]:
    """Any of these words; they stand with spaces or new lines between them. Compiled for the first text only."""
    return re.compile("|".join(words.split()).replace("[_]", "[ ]").replace("[-_]", "[ -]"))
