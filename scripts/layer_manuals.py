"""Copy what docs/ says of Kippu into the layer that supports it, and seal the shipped layers: ``make docs``.

A wheel has no docs/; a test holds the two together.
"""

import sys
from pathlib import Path

from kippu.layers.packing import seal
from kippu.layers.shelf import SHIPPED

DOCS = Path(__file__).parent.parent / "docs"
MANUAL = SHIPPED / "consumer-electronics-support" / "knowledge"
PAGES = ("install.md", "home.md", "models.md", "privacy.md", "server.md")


if __name__ == "__main__":
    for page in PAGES:
        (MANUAL / page).write_bytes((DOCS / page).read_bytes())
    for layer in sorted(path for path in SHIPPED.iterdir() if (path / "layer.toml").exists()):
        seal(layer)
        sys.stdout.write(f"sealed {layer.name}\n")
