"""Wishes: registered, matched with what is offered, and asked of suppliers where nothing fits. Matchers only."""
