"""Invite somebody: a form of a few questions, and then the link in every way in which it may be passed on."""
