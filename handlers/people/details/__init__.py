"""One's own phone and e-mail, which the other side of an offer sees; and what is kept of everybody who is in."""
