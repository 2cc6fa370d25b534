"""Engines that draw: the model that comes with Kippu, and what a person brings."""

from kippu.engines.pictures.order import Order, Painter, Pixels, Seen, Stopped

__all__ = ["Order", "Painter", "Pixels", "Seen", "Stopped"]
