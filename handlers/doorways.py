"""The buttons that lead from one house into another that it does not know: what they carry first.

A house shows such a button; the house that it leads into says in its `routes.py` what happens when it is pressed.
"""

CONTRACT = "as"
"""A contract's card: its id, and perhaps a page."""

OFFER_SLOT = "ar"
"""The report of a slot, with the contract filled in: the contract's id."""

SAY_START, UNDO_START = "st", "su"
"""Somebody has begun in a slot, or has not after all: what the other buttons of a slot's card carry: its id and
revision, and the list behind the card."""

PLACEMENT = "plc"
"""A placement's card: its id."""

PROPOSE = "plp"
"""Propose somebody for a slot: what the other buttons of a slot's card carry."""

FITTING_WISHES = "fiw"
"""The wishes of a matcher that fit a slot: the slot's id."""

DOSSIER, DOCUMENTS = "dos", "dol"
"""The dossier of a contract, and all documents about it: the contract's id; the second a page behind it."""

OFFER_SLOT_NOW = "nd"
"""The report of a slot, from a reminder: the obligation's id."""

BOOK_MEETING, PROPOSE_MEETING = "mb", "mt"
"""A dialogue meeting: `BOOK_MEETING` carries a contract's and an obligation's id, `PROPOSE_MEETING` an obligation's."""

END_ACCESS, HAND_OVER = "pe", "ph"
"""What becomes of a person's access, and of what is open for them: the person's id."""

TELL_DETAILS, DECLINE_DETAILS = "ud", "uk"
"""One's own phone and e-mail: to tell them, or not just now."""

RENEW_INVITATION, UNDO_INVITATION = "in", "iu"
"""An invitation's id."""

OVERVIEW = "ovo"
"""How far it is to the goal of a year: the year, or 0 for this one."""

MONTHLY = "rdm"
"""A reader's monthly letter, and whether it comes."""

SUPPLIER = "spp"
"""A supplier's page: the supplier's id."""

HEAR_CONTRACT, HEAR_OBLIGATION, HEAR_SLOT, HEAR_START, HEAR_MEETING = "hc", "ho", "hs", "hp", "hm"
"""What a supplier said by phone or mail, about a contract, an obligation, a slot, a placement or a meeting: its id."""

COUNCIL = "cop"
"""The council's page: the year."""

NAMING = "com"
"""Whether one's company may be named in what the city shows of its results."""

PROCUREMENT = "prc"
"""A procurement's card: its id."""

ASK_CITY, SEND_TO_CITY = "cqa", "cqs"
"""A question to the city: one that is asked for, perhaps with the numbers of the `FaqKey` whose answer didn't do; or
the one that was just typed."""

WAYS = "waw"
"""The ways to contribute, below what the button stood under."""

ASK_NAMING = "cor"
"""Ask one supplier whether it may be named: the supplier's id."""

BROADCASTS = "brq"
"""Whether somebody gets what the city tells many suppliers at once."""
