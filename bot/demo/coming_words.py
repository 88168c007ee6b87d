"""How the page says what is coming, in its two languages."""

from collections.abc import Sequence
from typing import assert_never

from bot.demo.city_description import Label
from domain.language import Language
from domain.meeting import FULFILS, MeetingKind
from domain.obligation import ObligationKind, Rung
from domain.offer_step import OfferStep
from domain.placement_step import PlacementStep
from domain.role import Role
from domain.slot import SlotKind
from messages.label import Label as Wording

MATCHERS = Label("matcharna", "the matchers")
COORDINATOR = Label("samordnaren", "the coordinator")
RECEIVERS = Label("leverantörerna", "the suppliers")

DIGEST = Label("Samlade erbjudanden", "Gathered offers")
MORNING = Label("Morgonmeddelandet, om något är nytt eller väntar", "The morning message, if anything is new or waits")
MONTHLY = Label("Månadsbrevet", "The monthly letter")
BROADCAST = Label("Ett utskick", "A broadcast")
TRYOUT = Label("Ett försök är över: så blev det", "A tryout is over: how it went")
FORM = Label("Det påbörjade formuläret visas igen", "The unfinished form is shown again")
MESSAGE = Label("Ett meddelande som väntar", "A message that waits")
MEETING_REMINDER = Label("Påminnelse om möte", "Reminder of a meeting")
MEETING_PREPARED = Label("Dagordning inför möte", "Agenda of a meeting")
MEETING_PROPOSED = Label("En föreslagen tid väntar på svar", "A suggested time waits for an answer")
MEETING_CONFIRMED = Label("Väntar på bekräftelse", "Waits to be confirmed")
MEETING_ASKED = Label("Frågan hur mötet gick", "The question how the meeting went")

INQUIRY_WAITS = Label("Påminnelse om en fråga som väntar på svar", "Reminder of a question that waits for an answer")
INQUIRY_ESCALATED = Label("En fråga som kommunen inte har svarat på", "A question that the city has not answered")

_NUDGED = Label("Puff om det som ska göras, samlat i ett meddelande", "Nudge: all that is to be done, in one message")
_UNDECIDED = Label("Det som väntar på beslut, samlat", "What waits for a decision, gathered")

_RUNGS = {
    Rung.REMINDER: Label("Vänlig påminnelse", "Friendly reminder"),
    Rung.NUDGE: Label("Puff på dagen", "Nudge on the day"),
    Rung.SECOND_CONTACT: Label("Puff, nu till båda kontaktpersonerna", "Nudge, now to both contacts"),
    Rung.COORDINATOR: Label("Till samordnaren, med hela historiken", "To the coordinator, with the whole history"),
}
_ASKED_AGAIN = Label("Väntar på beslut, frågas igen", "Waits for a decision, asked again")

_OTHER_MEETING = Label("dialogmöte", "dialogue meeting")


_OF_OFFER = {
    OfferStep.MATCHERS: Label(
        "ingen har tagit det. Matcharna frågas igen.", "nobody has taken it. The matchers are asked again."
    ),
    OfferStep.COORDINATOR: Label("ingen har tagit det på fem arbetsdagar", "nobody has taken it in five working days"),
    OfferStep.STILL: Label("gäller det fortfarande?", "does it still stand?"),
    OfferStep.HOLDER: Label("hur går det?", "how is it going?"),
    OfferStep.OVER_HOLDER: Label("inget har hänt på tio arbetsdagar", "nothing has happened in ten working days"),
    OfferStep.HELD: Label("blev det av?", "did it take place?"),
    OfferStep.OVER_HELD: Label("blev det av?", "did it take place?"),
    OfferStep.EXPIRE: Label("går ut", "expires"),
    OfferStep.REASON: Label("varför kom ingen?", "why did nobody come?"),
    OfferStep.UNKNOWN: Label("besked att vi inte hittade någon", "news that we found nobody"),
    OfferStep.RENEWED: Label("erbjuds igen", "is offered again"),
}


_OF_PLACEMENT = {
    PlacementStep.PROPOSAL_REMINDED: Label("vill ni träffas?", "would you like to meet?"),
    PlacementStep.PROPOSAL_OVER: Label("inget svar på åtta arbetsdagar", "no answer in eight working days"),
    PlacementStep.MATCHER_REMINDED: Label("hur går det?", "how is it going?"),
    PlacementStep.START_ASKED: Label("har någon börjat?", "has somebody begun?"),
    PlacementStep.START_REMINDED: Label("har någon börjat?", "has somebody begun?"),
    PlacementStep.CONFIRMATION_REMINDED: Label("har någon börjat hos er?", "has somebody begun with you?"),
    PlacementStep.CONFIRMATION_OVER: Label("starten är inte bekräftad", "the start is not confirmed"),
    PlacementStep.END_ASKED: Label("är det slut?", "has it ended?"),
    PlacementStep.END_REMINDED: Label("är det slut?", "has it ended?"),
    PlacementStep.END_OVER: Label("är det slut?", "has it ended?"),
}


EVALUATION = Label("Utvärdering, ett par tryck", "Evaluation, a few presses")


def of_outcome(code: str) -> Label:
    """What became of somebody is asked."""
    return Label(f"Placering {code}: hur gick det sedan?", f"Placement {code}: how did it go afterwards?")


def of_placement(step: PlacementStep, code: str) -> Label:
    """What the clock does with a placement."""
    told = _OF_PLACEMENT[step]
    return Label(f"Placering {code}: {told.sv}", f"Placement {code}: {told.en}")


def of_offer(step: OfferStep, kind: SlotKind, area: str) -> Label:
    """What the clock does with an offer."""
    sv, en = (Wording(f"kind.{kind}").worded(language) for language in (Language.SWEDISH, Language.ENGLISH))
    return Label(f"{sv}, {area}: {_OF_OFFER[step].sv}", f"{en}, {area}: {_OF_OFFER[step].en}")


def climbs(rung: Rung | None, kind: ObligationKind, title: str | None, contract: str) -> Label:
    """An obligation on its way up the ladder; no rung where it waits for a decision."""
    what = Label(title, title) if title else _obligation(kind)
    return _told(_RUNGS[rung] if rung else _ASKED_AGAIN, what, contract)


def nudged(role: Role) -> Label:
    """Somebody is nudged, or asked again to decide."""
    return _NUDGED if role is Role.SUPPLIER else _UNDECIDED


def of_meeting(what: Label, kind: MeetingKind, contract: str) -> Label:
    """Something about a meeting."""
    asked_for = FULFILS.get(kind)
    return _told(what, _obligation(asked_for) if asked_for is not None else _OTHER_MEETING, contract)


def people(names: Sequence[str], company: str | None = None) -> Label:
    """Who hears of it, and for which company; the company alone where it has named nobody."""
    who = ", ".join([*names, *([company] if company else [])])
    return Label(who, who)


def _obligation(kind: ObligationKind) -> Label:
    """What is to be done; a new kind that has no words here is an error to the type checker."""
    match kind:
        case ObligationKind.START_UP:
            swedish, english = "startmöte", "start-up meeting"
        case ObligationKind.FOLLOW_UP:
            swedish, english = "avstämning", "follow-up meeting"
        case ObligationKind.ANNUAL_REVIEW:
            swedish, english = "årsuppföljning", "annual review"
        case ObligationKind.CLOSE_OUT:
            swedish, english = "slutmöte", "close-out meeting"
        case ObligationKind.PLAN:
            swedish, english = "plan för erbjudanden", "plan of offers"
        case ObligationKind.PLACES:
            swedish, english = "platser enligt avtalet", "places by contract"
        case ObligationKind.ACTION:
            swedish, english = "det som är överenskommet", "what was agreed"
        case _:
            assert_never(kind)
    return Label(swedish, english)


def _told(what: Label, about: Label, contract: str) -> Label:
    return Label(f"{what.sv}: {about.sv}, {contract}", f"{what.en}: {about.en}, {contract}")
