"""Contracts: what is promised, what is next, what is past due, and what a coordinator or a supplier does about it."""
