"""The ways to contribute, so that a company can choose."""
