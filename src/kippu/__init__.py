"""Kippu: one assistant that runs on the person's own device first."""

import os

__version__ = "0.1.0"

# Our matrices are small: numpy's threads cost ten times what they win. Read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
