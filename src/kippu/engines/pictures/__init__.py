"""Engines that draw: the model that comes with Kippu, and what a person brings."""

from kippu.engines.pictures.order import Mask, Order, Painter, Pixels, Seen, Stopped

__all__ = ["Mask", "Order", "Painter", "Pixels", "Seen", "Stopped"]
