"""Remind suppliers of what they have promised, take their answers, and ask the coordinators where none comes."""
