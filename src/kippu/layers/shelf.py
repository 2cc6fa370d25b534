"""The layers of this device: those that came with Kippu, and those that the person added.

Knows folders; chooses no layer and uses none. A layer that is no longer whole is told of, and left out.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kippu.errors import BadInput, LayerBroken, LayerMisfit, ModelBroken, NotFound
from kippu.layers.packing import seal, take
from kippu.layers.reading import FindBase, Layer, read_layer
from kippu.layers.stacking import stacked

SHIPPED = Path(__file__).parent / "shipped"

_READER = "phone-and-home"
"""The layer that came with Kippu and brings the encoder of sentences."""

_log = logging.getLogger(__name__)


class Shelf:
    """Layers by name. What is added, removed or changed by others is seen at the next look."""

    def __init__(self, folder: Path, base: FindBase, shipped: Path = SHIPPED) -> None:
        """``folder`` need not exist; ``base`` tells of the models that adapters are made for."""
        self.folder = folder
        self._base = base
        self._shipped = shipped
        self._seen: tuple[object, ...] | None = None
        self._layers: dict[str, Layer] = {}
        self._broken: dict[str, LayerBroken] = {}
        self._told: set[tuple[str, str]] = set()

    def all(self) -> tuple[Layer, ...]:
        """All that are whole, by name."""
        self._look()
        return tuple(self._layers.values())

    def broken(self) -> Mapping[str, LayerBroken]:
        """Those that are not, each with what is wrong."""
        self._look()
        return self._broken

    def untold(self) -> Mapping[str, LayerBroken]:
        """Those that were found broken since this was last asked for: a person is told of each once."""
        news = {name: error for name, error in self._broken.items() if (name, str(error)) not in self._told}
        self._told |= {(name, str(error)) for name, error in news.items()}
        return news

    def encoder(self) -> Path:
        """Folder of the encoder of sentences that came with Kippu; raises ModelBroken if it is not whole."""
        try:
            layer = self.layer(_READER)
        except (NotFound, LayerBroken) as error:
            raise ModelBroken(
                f"The encoder that reads free speech is left out. {error} Install Kippu again.",
                f"自由な話し方を読むエンコーダーが壊れているため、使われません: {error.ja} "
                "Kippu を入れ直してください。",
            ) from error
        if not (layer.shipped and layer.manifest.encoder):
            raise ModelBroken(
                f"{layer.folder} hides the encoder that came with Kippu: remove it.",
                f"{layer.folder} が Kippu 付属のエンコーダーを隠しています。削除してください。",
            )
        return layer.folder / layer.manifest.encoder

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
        """The layer with all that it stands on, the lowest first; raises what ``layer`` does."""
        return stacked(self.layer(name), self._layers)

    def under(self, layer: Layer) -> tuple[Layer, ...]:
        """The same for one that is only opened; raises NotFound, LayerBroken and LayerMisfit."""
        if layer.manifest.below:
            self.layer(layer.manifest.below)
        return stacked(layer, self._layers)

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
                    f"{source.name} has no [files] with hashes: pack it with `kippu layer export FOLDER`.",
                    f"{source.name} に [files] のハッシュがありません。"
                    "`kippu layer export フォルダー` でまとめてください。",
                )
            seal(folder)
            yield read_layer(folder, self._base)

    def check_place(self, layer: Layer) -> None:
        """Raises BadInput or LayerMisfit where this layer can't be added."""
        if (self._shipped / layer.name).exists():
            raise BadInput(
                f"The name {layer.name} is taken by a layer that comes with Kippu: choose another.",
                f"{layer.name} は Kippu 付属のレイヤーの名前です。別の名前にしてください。",
            )
        self.under(layer)

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
            raise BadInput(
                f"{name} comes with Kippu: `kippu layer use none` has no layer chosen by itself.",
                f"{name} は Kippu に付属しています。"
                "`kippu layer use none` で、レイヤーを使わないようにできます。",
            )
        if name not in self.broken():
            self.layer(name)
        if standing := [layer.name for layer in self.all() if layer.manifest.below == name]:
            raise BadInput(
                f"{standing[0]} stands on {name}: remove that first.",
                f"{standing[0]} が {name} を土台にしています。先にそちらを削除してください。",
            )

    def remove(self, name: str) -> None:
        """Take one off this device, broken or not; raises what ``check_removal`` does."""
        self.check_removal(name)
        shutil.rmtree(self.folder / name)

    def _look(self) -> None:
        paths = [path for root in (self._shipped, self.folder) for path in _folders(root)]
        seen = tuple((path, tuple(_state(path))) for path in paths)
        if seen == self._seen:
            return
        folders = [Path(path) for path in paths]
        layers: dict[str, Layer] = {}
        broken: dict[str, LayerBroken] = {}
        for path in folders:
            try:
                layer = read_layer(path, self._base, shipped=path.parent == self._shipped)
                if layer.name != path.name:
                    raise LayerBroken(
                        f"{path} holds the layer {layer.name}: the folder has to have its name.",
                        f"{path} の中身はレイヤー {layer.name} です。フォルダーの名前を同じにしてください。",
                    )
                layers[layer.name] = layer
            except LayerBroken as error:
                broken[path.name] = error
        for layer in tuple(layers.values()):
            try:
                stacked(layer, layers)
            except LayerMisfit as error:
                broken[layer.name] = error
        for name, wrong in broken.items():
            layers.pop(name, None)
            _log.warning("the layer %s is left out: %s", name, wrong)
        self._layers, self._broken, self._seen = layers, broken, seen  # at once: others look at the same time


# Looked at with every request, and so by ``scandir``: a Path for each file takes several times as long.


def _folders(root: Path) -> list[str]:
    """The folders in it that may be layers, by name."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(root) as entries:
        return sorted(one.path for one in entries if not one.name.startswith((".", "_")) and one.is_dir())
    return []


def _state(folder: str) -> Iterator[tuple[str, int, int]]:
    """Others when any file in it was changed, came or went."""
    with suppress(OSError), os.scandir(folder) as entries:  # another process may be removing it
        for one in entries:
            if one.is_dir(follow_symlinks=False):
                yield from _state(one.path)
            else:
                with suppress(OSError):
                    stat = one.stat(follow_symlinks=False)
                    yield one.path, stat.st_mtime_ns, stat.st_size
