"""Engines that draw: the model that comes with Kippu, and what a person brings."""

from kippu.engines.pictures.order import Guidance, Mask, Order, Painter, Pixels, Seen, Stopped

__all__ = ["Guidance", "Mask", "Order", "Painter", "Pixels", "Seen", "Stopped"]
