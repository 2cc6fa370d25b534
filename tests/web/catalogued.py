"""Kippu with a catalogue of the tests' own: ``python catalogued.py CATALOGUE.json serve …``."""

import json
import sys
from pathlib import Path

from kippu.cli import main
from kippu.models import store
from kippu.models.catalogue import Catalogue, read

if __name__ == "__main__":
    entries = json.loads(Path(sys.argv.pop(1)).read_text(encoding="utf-8"))
    store.load = lambda: Catalogue(tuple(read(entry) for entry in entries))
    main()
