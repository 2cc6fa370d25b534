"""Which models there are, which of them this device can carry, and getting them."""

from kippu.models.catalogue import Catalogue, File, Model, Source
from kippu.models.device import Device, measure
from kippu.models.fit import Fit, best, fit
from kippu.models.getting import Plan, Progress
from kippu.models.offer import better, out_of_reach
from kippu.models.runs import Run, Runs
from kippu.models.sources import reachable, unreached
from kippu.models.store import Store

__all__ = [
    "Catalogue",
    "Device",
    "File",
    "Fit",
    "Model",
    "Plan",
    "Progress",
    "Run",
    "Runs",
    "Source",
    "Store",
    "best",
    "better",
    "fit",
    "measure",
    "out_of_reach",
    "reachable",
    "unreached",
]
