"""How much can be kept of whom to turn to: a person's or a company's name, a phone number, an e-mail address."""

LONGEST_NAME = 120
LONGEST_PHONE = 40
LONGEST_EMAIL = 254
