"""Finds names, addresses and what else only the words around it tell, with a small network of our own."""

from kippu.guard.personal.tagger.tagger import Tagger

__all__ = ["Tagger"]
