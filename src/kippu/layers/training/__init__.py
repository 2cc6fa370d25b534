"""Making a layer: from examples of a job to an adapter that llama.cpp loads.

Others use what is named here. torch, transformers, peft and gguf are the extra ``train``; they are imported
when a training runs, and by nothing else.
"""

from kippu.layers.training.data import Example, Parts, read_examples, split
from kippu.layers.training.place import Place, check_alone, launched, read_place
from kippu.layers.training.recipe import Recipe, Sample, Step

__all__ = [
    "Example",
    "Parts",
    "Place",
    "Recipe",
    "Sample",
    "Step",
    "check_alone",
    "launched",
    "read_examples",
    "read_place",
    "split",
]
