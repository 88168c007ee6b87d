"""What may be written and what may not: a table of texts, each with its verdict in a field about the workplace."""

import pytest

from domain.secrecy import FieldPolicy, Finding, Verdict, judged
from handlers.secrecy.personal_number import masked
from handlers.secrecy.reading import found_in
from tests.each import each

PASSES = """
556036-0793
5560360793
16556036-0793
165560360793
Org.nr 212000-1157
802005-9476 Idrottsföreningen
Södra Storgatan 12 B, 252 23 Helsingborg
Storgatan 1
Industrigatan 114, 256 69 Helsingborg
252 23
SE-252 23 Helsingborg
Registerutdrag krävs
registerutdrag krävs enligt skollagen
Utdrag ur belastningsregistret behövs, vi är en förskola
An extract from the criminal records is required
Criminal record check required
KS 2024/01234
Dnr 2025-00123
Diarienummer UH-2026-17
LU 2026/123-4
Avtal 2026-0456-02
1 000 000,00 kr
4 000 000 kr
185 kr/tim
12,50 kr per styck
2026-11-24
20261124
24/11–19/12 2026
24/11-19/12
2026-11-24 – 2027-01-31
01-12-2026
v. 9–12
vecka 48
07.00–16.00
kl 7-16
Kl. 06:45
0700-1600
mån-fre 07-16, lör 08-12
2026-01-12 08:00
40 timmar i veckan, 100 %
38,75 h
Vi är 25 personer på 3 avdelningar
B-körkort och truckkort A2 B4
CE-körkort
Port 7, rum 2140
Artikel 4711-08
Minst 18 år
Vi målar fönster och lister. Beroende på väder är vi ute.
Arbetet är varierat med få avbrott
Du bidrar till ett gott klimat
Nystartsjobb eller lönebidrag går bra
Anställningsstöd finns
Arbetsplatsen är ett sjukhus
Vi söker en sjuksköterska till vårdcentralen
Buss 22 till Råå hamn, 5 minuter att gå
Skyddsskor storlek 36-47 ordnar vi
Lugnt tempo, enkel svenska räcker
We still have many skills to share
Hiss finns, tröskelfritt
Mr. Still can show you the oberoende butik
SE45 5000 0000 0583 9825 7466
EAN 7310865004703
1234567890
24/11-05/12 2026
01/12 2026 - 28/02 2027
2026-11-24 0900
2026-11-24 0900-1600
2026-11-24, 1270 kr
06-14 14-22 22-06 07-16
20261124-20261218
IBAN SE35 5000 0000 0549 1000 0003
1 000 000 000 kr
3 000 000 000 SEK
70 500 000 kr
07 00 - 16 00
07-16 (08-17)
07-16/08-12
01/12–15/12
01/12-15/12 2026
08.00-12.00 13.00-17.00
06.45-15.30
Mobil kran 12 500 kg
Ring på, 252 23 Helsingborg
Bankgiro 5050-1055
ISO 9001:2015, ISO 14001
Kaffe @ 3.50
185 kr @ 38.75 h
Möte @ kontoret. Vi ses
We add new colours
Psykosocial arbetsmiljö
Fysiskt och psykiskt krävande
Felsökning och diagnostik av bilar
Diagnostic tools for vehicles
Arbetsskadeförsäkring finns
Handikapptoalett finns
Wheelchair accessible
Personlig assistent på LSS-boende
Demensboende med 24 platser
Fronten i butiken, horisont i öster
Strömavbrott, stenbrott, genombrott
Animal welfare
Criminal records extract needed
Criminal background check
Narkotikafri arbetsplats
EU-bidrag till projektet
2026-01-12 – 2027-01-31, varje vardag
2024-01-16 - 2025-01-31
IMG_20241124_080012.jpg
IMG-20241124-WA0012.jpg
Scan_20231126_0802.pdf
Skärmbild 2024-11-24 093015.png
Avtal 2012-0451-48
Avtal 2012-01-2346
Dnr 2012-04514-8
Avtal 241101-S123
Avtal 2411/05/0012
Avtal 24/1105/0012
Ramavtal 20241101-M001
Rum T220 och R101
EAN 8112289874123
EAN 811228987412
8112 2898 7412 3400
SE81 1228 9874 0583 9825 7466
Bankgiro 8112-2898
Plusgiro 81 12 28-9
811228 st skruv, 9874 brickor
56.046467, 12.694512
v. 45, 2024-11-15--2024-11-22
"""
PERSONAL_NUMBERS = """
850709-9805
850709 9805
8507099805
19850709-9805
198507099805
19850709 9805
1985-07-09-9805
1985 07 09 9805
85-07-09-9805
85.07.09-9805
85/07/09 9805
85 07 09 - 98 05
850709–9805
850709—9805
850709+9805
850709 - 9805
850709 9805
8 5 0 7 0 9 9 8 0 5
８５０７０９-９８０５
٨٥٠٧٠٩-٩٨٠٥
850709\u200b-9805
pnr8507099805
personnr: 850709-9805.
Hon heter Eva (850709-9805) och börjar på måndag
20010101-0015
850709  -  9805
850709_9805
850709:9805
850709·9805
850709 | 9805
850709 (9805)
850709 sista fyra 9805
850709, last four digits 9805
1985 - 07 - 09 - 9805
1985 0709 9805
8 5 0 7 0 9 - 9 8 0 5
⑧⑤⓪⑦⓪⑨-⑨⑧⓪⑤
⁸⁵⁰⁷⁰⁹⁹⁸⁰⁵
8\ufe0f\u20e35\ufe0f\u20e30\ufe0f\u20e37\ufe0f\u20e30\ufe0f\u20e39\ufe0f\u20e39\ufe0f\u20e38\ufe0f\u20e30\ufe0f\u20e35\ufe0f\u20e3
85\u033207\u033209-9805
nr 1, 850709-9805
701063-2391
19701063-2391
8112-28-9874
8112 28 9874
8112 28-9874
198112-28-9874
19 8112 28 9874
81 1228 9874
81-1228-9874
81 1228-9874
81.1228.9874
1981 1228 9874
1981-1228-9874
81 12 28 98 74
19 81 12 28 98 74
811228-98-74
811228-987-4
811228 - 9874
811228 / 9874
811 228 9874
811-228-9874
8112-289874
81-12289874
8112289-874
198 112 289 874
1981 12 289874
8112‐28‑9874
8112－28－9874
８１１２－２８－９８７４
81\u00a01228\u202f9874
8112\u00ad-28-\u200b9874
811228+9874
811288-9871
19811288-9871
8112-88-9871
19811228T987
811228-T987
811228-R220
811228 P123
1981-12-28-K001
000101-T220
080709-U123
samordningsnummer 20121130-T123
Eva_Ek_19811228-9874.pdf
IMG_8112289874.jpg
cv-811228_9874-ny.docx
Eva.811228.9874.png
"""
"""Made up: a date and a check digit that hold, as in the Tax Agency's test numbers."""

PHONES = """
070-174 06 35
0701740635
070 174 06 35
(070) 174 06 35
+46701740635
+46 70 174 06 35
+46 (0)70 174 06 35
0046701740635
040-628 04 00
08-123 456 78
0340-123 45
ring 628 04 00
tel. 62804
Call me on 072 345 67 89
+49 30 12345678
+47 22 22 55 55
Mobil 0701740635, efter kl 16
070.174.06.35
+46.70.174.06.35
070_1740635
46701740635
Storgatan 12 070-174 06 35
08-12 34 56
(555) 123-4567
mobilnummer är 701740635
hennes nummer är 628 04 00
"""
PHONES_WITH_GAPS = [text for text in PHONES.strip().splitlines() if not text.isdigit()]
EMAILS = """
anna.lind@example.com
Anna <anna@firma.se>
anna@firma.co.uk
anna @ firma.se
anna (at) firma punkt se
anna [at] firma.se
anna snabel-a firma.se
anna at firma dot com
@anna_lind
t.me/annalind
https://www.linkedin.com/in/anna-lind
anna＠firma.se
anna@firma
anna(a)firma.se
anna <at> firma.se
anna.lind at firma.se
anna@ firma . se
annasnabelafirma.se
tg://user?id=12345
tiktok.com/@annalind
"""
HEALTH = """
Han är sjukskriven
sjukskrivning på halvtid
hon har adhd
Diagnos: autism
har haft depression
lider av ångest
missbruksproblem
alkoholmissbruk tidigare
är utbränd
går på rehab
psykisk ohälsa
funktionsnedsättning
hon är gravid
Allergi mot nötter
he is on sick leave
has anxiety
struggles with addiction
she is pregnant
mental health problems
is disabled
har ryggskada
ont i ryggen
har fibromyalgi
hon har dyslexi
beroende av alkohol
har haft stroke
är döv
cancersjuk
nedsatt hörsel
utvecklingsstörning
har ADD
a\u030angest
tar medicin
diagnosticerad förra året
is deaf
back injury
uses a wheelchair, wheelchair user
"""
CRIME = """
dömd för stöld
har suttit i fängelse
kriminell bakgrund
under frivården
villkorligt frigiven
finns i belastningsregistret
misstänkt för brott
has been convicted
was in prison
he has a criminal record
har suttit inne
rattfylleri
våldsdömd
skyddstillsyn
samhällstjänst
narkotikabrott
misshandel
belastad i registret
served time
"""
BENEFITS = """
lever på försörjningsstöd
får socialbidrag
har a-kassa
går på bidrag
aktivitetsersättning
sjukersättning
kontakt med socialtjänsten
on benefits
receives social assistance
unemployment benefit
arbetslöshetsersättning
etableringsersättning
a kassa
existensminimum
rehabiliteringsersättning
universal credit
housing allowance
lives on welfare
"""
CASES = [
    *((text, None) for text in PASSES.strip().splitlines()),
    *((text, Finding.PERSONAL_NUMBER) for text in PERSONAL_NUMBERS.strip().splitlines()),
    *((text, Finding.PHONE) for text in PHONES.strip().splitlines()),
    *((text, Finding.EMAIL) for text in EMAILS.strip().splitlines()),
    *((text, Finding.HEALTH) for text in HEALTH.strip().splitlines()),
    *((text, Finding.CRIME) for text in CRIME.strip().splitlines()),
    *((text, Finding.BENEFITS) for text in BENEFITS.strip().splitlines()),
]
STOPS = {Finding.PERSONAL_NUMBER, Finding.PHONE, Finding.EMAIL}


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 60


def test_each_text_has_its_verdict(subtests: pytest.Subtests) -> None:
    for text, finding in CASES:
        with each(subtests, text):
            judgement = judged(found_in(text), FieldPolicy.WORKPLACE_TEXT)
            expected = Verdict.PASSES if finding is None else Verdict.STOPS if finding in STOPS else Verdict.ASKS
            assert (judgement.verdict, judgement.finding) == (expected, finding)


def test_a_field_for_somebody_at_the_workplace_takes_their_phone_and_e_mail(subtests: pytest.Subtests) -> None:
    for text in [*PHONES.strip().splitlines(), *EMAILS.strip().splitlines()]:
        with each(subtests, text):
            assert judged(found_in(text), FieldPolicy.WORKPLACE_CONTACT).verdict is Verdict.PASSES


def test_a_personal_number_is_masked_and_known_by_its_mask(subtests: pytest.Subtests) -> None:
    for text in PERSONAL_NUMBERS.strip().splitlines():
        with each(subtests, text):
            hidden = masked(text)
            assert not any(sign.isnumeric() for sign in hidden.replace("nr 1,", ""))
            assert len(hidden.encode("utf-16-le")) == len(text.encode("utf-16-le"))
            assert Finding.PERSONAL_NUMBER in found_in(hidden)
            assert masked(hidden) == hidden


def test_what_is_no_personal_number_is_left_as_it_is(subtests: pytest.Subtests) -> None:
    for text in [*PASSES.strip().splitlines(), *PHONES_WITH_GAPS]:
        with each(subtests, text):
            assert masked(text) == text


@pytest.mark.parametrize("policy", FieldPolicy)
def test_no_field_takes_a_personal_number(policy: FieldPolicy, subtests: pytest.Subtests) -> None:
    for text in PERSONAL_NUMBERS.strip().splitlines():
        with each(subtests, text):
            assert judged(found_in(text), policy).verdict is Verdict.STOPS
