"""The layers of this device: those that came with Kippu, and those that the person added.

Knows folders; chooses no layer and uses none. A layer that is no longer whole is told of, and left out.
"""

import logging
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kippu.errors import BadInput, LayerBroken, LayerMisfit, NotFound
from kippu.layers import manifest as form
from kippu.layers.manifest import RANK
from kippu.layers.packing import seal, take
from kippu.layers.reading import FindBase, Layer, read_layer

SHIPPED = Path(__file__).parent / "shipped"

_log = logging.getLogger(__name__)


class Shelf:
    """Layers by name. Those that another process adds or removes are seen at the next look."""

    def __init__(self, folder: Path, base: FindBase, shipped: Path = SHIPPED) -> None:
        """``folder`` need not exist; ``base`` tells of the models that adapters are made for."""
        self.folder = folder
        self._base = base
        self._shipped = shipped
        self._seen: tuple[tuple[str, int], ...] | None = None
        self._layers: dict[str, Layer] = {}
        self._broken: dict[str, LayerBroken] = {}

    def all(self) -> tuple[Layer, ...]:
        """All that are whole, by name."""
        self._look()
        return tuple(self._layers.values())

    def broken(self) -> Mapping[str, LayerBroken]:
        """Those that are not, each with what is wrong."""
        self._look()
        return self._broken

    def layer(self, name: str) -> Layer:
        """One of them; raises NotFound, or what is wrong with it."""
        self._look()
        if name in self._broken:
            raise self._broken[name]
        if name not in self._layers:
            known = ", ".join(self._layers) or "none"
            raise NotFound(
                f"There is no layer '{name}'. Here are: {known}.",
                f"「{name}」というレイヤーはありません。あるもの: {known}",
            )
        return self._layers[name]

    def stack(self, name: str) -> tuple[Layer, ...]:
        """The layer with all that it stands on, the lowest first; raises NotFound and LayerMisfit."""
        layers = [self.layer(name)]
        while (below := layers[0].manifest.below) is not None:
            try:
                layers.insert(0, self.layer(below))
            except NotFound as error:
                raise LayerMisfit(
                    f"The layer {layers[0].name} stands on {below}, which is not here: add that first."
                ) from error
            if RANK[layers[0].manifest.level] >= RANK[layers[1].manifest.level]:
                raise LayerMisfit(
                    f"{layers[1].name} is of the level {layers[1].manifest.level} and can't stand on "
                    f"{below}, which is of the level {layers[0].manifest.level}."
                )
        return tuple(layers)

    @contextmanager
    def opened(self, source: Path) -> Iterator[Layer]:
        """The layer of a .zip file or folder, checked, in a place of its own until the block ends."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=self.folder) as place:
            folder = Path(place) / "layer"
            take(source, folder)
            layer = read_layer(folder, self._base)
            if source.is_file() and not layer.manifest.files:
                raise LayerBroken(
                    f"{source.name} has no [files] with hashes: pack it with `kippu layer export FOLDER`."
                )
            seal(folder)
            yield read_layer(folder, self._base)

    def check_place(self, layer: Layer) -> None:
        """Raises BadInput or LayerMisfit where this layer can't be added."""
        if (self._shipped / layer.name).exists():
            raise BadInput(
                f"The name {layer.name} is taken by a layer that comes with Kippu: choose another."
            )
        if layer.manifest.below:
            under = self.stack(layer.manifest.below)[-1]
            if RANK[under.manifest.level] >= RANK[layer.manifest.level]:
                raise LayerMisfit(
                    f"{layer.name} is of the level {layer.manifest.level} and can't stand on {under.name}, "
                    f"which is of the level {under.manifest.level}."
                )

    def keep(self, layer: Layer) -> None:
        """Take an opened layer in, in place of one of its name."""
        self.check_place(layer)
        here, old = self.folder / layer.name, self.folder / f".old-{layer.name}"
        shutil.rmtree(old, ignore_errors=True)
        if here.exists():
            here.rename(old)
        layer.folder.rename(here)
        shutil.rmtree(old, ignore_errors=True)

    def check_removal(self, name: str) -> None:
        """Raises NotFound, and BadInput for a layer that came along or that another one stands on."""
        if (self._shipped / name).exists():
            raise BadInput(f"{name} comes with Kippu: `kippu layer use none` has no layer chosen by itself.")
        if name not in self.broken():
            self.layer(name)
        if standing := [layer.name for layer in self.all() if layer.manifest.below == name]:
            raise BadInput(f"{standing[0]} stands on {name}: remove that first.")

    def remove(self, name: str) -> None:
        """Take one off this device, broken or not; raises what ``check_removal`` does."""
        self.check_removal(name)
        shutil.rmtree(self.folder / name)

    def _look(self) -> None:
        folders = [
            path
            for root in (self._shipped, self.folder)
            if root.is_dir()
            for path in sorted(root.iterdir())
            if path.is_dir() and not path.name.startswith((".", "_"))
        ]
        seen = tuple((str(path), _changed(path)) for path in folders)
        if seen == self._seen:
            return
        self._layers, self._broken = {}, {}
        for path in folders:
            try:
                layer = read_layer(path, self._base, shipped=path.parent == self._shipped)
                if layer.name != path.name:
                    raise LayerBroken(
                        f"{path} holds the layer {layer.name}: the folder has to have its name."
                    )
                self._layers[layer.name] = layer
            except LayerBroken as error:
                self._broken[path.name] = error
                _log.warning("the layer %s is left out: %s", path.name, error)
        self._seen = seen


def _changed(folder: Path) -> int:
    try:
        return (folder / form.FILE).stat().st_mtime_ns
    except OSError:
        return 0
