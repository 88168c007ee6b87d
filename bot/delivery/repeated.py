"""What is said again and again to somebody who writes faster than one may answer."""

REPEATED = (
    "everyone_not_understood",
    "everyone_kind_word_answered",
    "everyone_way_to_answer",
    "supplier_offer_heard",
    "everyone_command_unknown",
    "everyone_command_for_others",
    "everyone_command_for_coordinators",
    "everyone_not_found",
    "everyone_sent_no_text",
    "everyone_nothing_open",
    "everyone_button_is_old",
)
"""Templates whose words tell of nothing that has happened: where the same wait twice in a chat, once is enough."""
