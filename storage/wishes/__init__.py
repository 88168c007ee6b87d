"""Wishes, the areas they name, and what suppliers are asked for because of them."""
