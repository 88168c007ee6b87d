"""How far it is to a year's goal: the overview with its pictures, its parts, and what they are made of."""
