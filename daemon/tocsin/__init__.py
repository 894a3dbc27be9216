"""Tocsin watches news feeds and rings once per story."""

__version__ = "0.1.0"
