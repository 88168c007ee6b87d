"""The rules of the programme, as pure functions and frozen dataclasses over the standard library only."""
