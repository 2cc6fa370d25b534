"""Kippu: one assistant that runs on the person's own device first."""

__version__ = "0.1.0"
