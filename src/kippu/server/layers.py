"""The layers of this device, and which of them answers.

Knows the shelf and the setting; adding and removing is for the command line, where a person sees what a
layer may do.
"""

from typing import TYPE_CHECKING

from fastapi import APIRouter

from kippu.layers import Layer
from kippu.server import shapes
from kippu.server.problems import RESPONSES
from kippu.settings import keep

if TYPE_CHECKING:
    from kippu.start import Kippu


def router(kippu: "Kippu") -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["Layers"], responses=RESPONSES)

    @routes.get("/layers")
    async def layers() -> shapes.Layers:
        """All layers that are whole, and which one the person chose."""
        return shapes.Layers(
            chosen=kippu.settings.layer, layers=[_facts(layer) for layer in kippu.layers.shelf.all()]
        )

    @routes.post("/layers/{name}/use")
    async def use(name: str) -> shapes.Done:
        """Answer by this layer from now on; `auto` follows each request, `none` uses none."""
        if name not in {"auto", "none"}:
            kippu.layers.shelf.stack(name)
        keep(kippu.settings, layer=name)
        return shapes.Done()

    return routes


def _facts(layer: Layer) -> shapes.LayerFacts:
    said = layer.manifest
    return shapes.LayerFacts(
        name=said.name,
        title=said.title,
        version=said.version,
        level=said.level,
        languages=list(said.languages),
        licence=said.licence,
        author=said.author,
        about=said.about,
        below=said.below,
        score=said.evaluation.score if said.evaluation else None,
        shipped=layer.shipped,
    )
