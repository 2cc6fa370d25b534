"""The painters there are: those that come with Kippu, and the person's own picture models.

Each is made ready at its first use.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kippu.engines.pictures import Painter
from kippu.engines.pictures.diffusion import Diffusion, Files, Manner
from kippu.engines.pictures.signed import Certificate
from kippu.errors import KippuError, ModelMissing, SettingsError
from kippu.models import Model, Store, picture_parts
from kippu.models.picture_parts import Part
from kippu.settings import Settings

_MANNERS = {
    "sd1": Manner(512, 20, 7.0, "dpm++2m-karras"),
    "sd2": Manner(512, 20, 7.0, "dpm++2m-karras"),
    "sdxl": Manner(1024, 25, 6.0, "dpm++2m-karras"),
    "flux": Manner(1024, 20, 1.0, "euler"),
    "z-image": Manner(1024, 9, 1.0, "euler"),
}
"""As the makers' model cards have it."""
_FAST = Manner(512, 4, 1.0, "euler-a-trailing")
"""As SDXL-Turbo's scheduler is set. Such models learned the times that divide the whole evenly from its noisy
end: spaced from end to end, the last of four steps would be spent on a picture without noise."""
_FAST_NAMES = ("turbo", "schnell", "lightning", "lcm")
"""What stands in the names of models that were taught to draw in few steps; their weights don't tell."""


class Painters(Mapping[str, Callable[[], Painter]]):
    """What makes each painter, by its mode; the usual one first. Models that come and go do so here too."""

    def __init__(self, store: Store, idle_minutes: float) -> None:
        """``idle_minutes``: after which a picture model gives its memory back."""
        self._store = store
        self._idle = idle_minutes
        self._shipped = shipped()

    def __getitem__(self, mode: str) -> Callable[[], Painter]:
        if mode in self._shipped:
            return self._shipped[mode]
        model = {each.id: each for each in self._models()}[mode]
        return lambda: Diffusion(model.name, lambda: self._files(model), manner(model), self._idle)

    def __iter__(self) -> Iterator[str]:
        yield from self._shipped
        yield from (model.id for model in self._models())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _models(self) -> tuple[Model, ...]:
        return tuple(model for model in self._store.installed() if model.kind == "picture")

    def _files(self, model: Model) -> Files:
        """What the model consists of, with what else is here and suits it; raises what is wrong with it."""
        own = [picture_parts.read(path) for path in _paths(model, self._store.whole(model.id))]
        drawing = next((part for part in own if part.draws), own[0])
        others = [part for part in own if part is not drawing] + list(self._parts())
        loras = {
            part.path.stem: part.path
            for part in others
            if part.role == "lora" and picture_parts.suits(part, drawing)
        }
        parts = picture_parts.join(drawing, others)
        if lacking := picture_parts.lacking(drawing, parts):
            raise ModelMissing(
                f"{model.name} has in its file nothing but what draws; it also needs {', '.join(lacking)}. "
                "Add them, each with: `kippu models get FILE` (those of the catalogue by their ids).",
                f"{model.name} には描く部分しかなく、ほかに {', '.join(lacking)} が必要です。"
                "それぞれ `kippu models get ファイル` で追加してください。",
            )
        return Files(parts, loras, self._hashes(), drawing.type == "F32")

    def _hashes(self) -> dict[Path, str]:
        """SHA-256 of each file of a picture model, as it was when it was taken up."""
        return {
            path: file.sha256
            for model in self._store.installed()
            if model.kind in {"picture", "picture-part"} or _reads(model)
            for file, path in zip(model.files, _paths(model, self._store.path(model.id)), strict=True)
            if file.sha256
        }

    def _parts(self) -> Iterator[Part]:
        """What joins picture models; one that can't be read is passed over."""
        for model in self._store.installed():
            if model.kind == "picture-part" or _reads(model):
                for path in _paths(model, self._store.path(model.id)):
                    try:
                        yield picture_parts.read(path)
                    except KippuError:
                        continue


def certificate(settings: Settings) -> Certificate | None:
    """What pictures are signed with; raises SettingsError where only a half of it is named."""
    chain, key = settings.c2pa_certificate, settings.c2pa_key
    if chain is None and key is None:
        return None
    if chain is None or key is None:
        raise SettingsError(
            "Signing pictures takes both a certificate and its key: set 'c2pa_certificate' and 'c2pa_key'.",
            "絵に署名するには、設定の c2pa_certificate（証明書）と c2pa_key（秘密鍵）の両方が必要です。",
        )
    return Certificate(chain.expanduser(), key.expanduser())


def shipped() -> dict[str, Callable[[], Painter]]:
    """Those that come with Kippu."""
    return {"model": _model, "composed": _composer}


def manner(model: Model) -> Manner:
    """How a model draws best."""
    usual = replace(
        _MANNERS.get(model.family, _MANNERS["sd1"]), follows=model.family in picture_parts.FOLLOWS
    )
    fast = any(word in f"{model.id} {model.name}".lower() for word in _FAST_NAMES)
    if not fast or model.family == "z-image":
        return usual
    if model.family == "flux":
        return replace(usual, steps=_FAST.steps, guidance=_FAST.guidance)
    return replace(_FAST, follows=usual.follows)


def _paths(model: Model, place: Path) -> list[Path]:
    return [place / file.name for file in model.files] if place.is_dir() else [place]


def _reads(model: Model) -> bool:
    """Whether a model that talks is the one that reads the words for Z-Image: Qwen3 4B."""
    return model.kind == "chat" and model.id.startswith("qwen3-4b")


def _model() -> Painter:
    from kippu.engines.pictures.stickers import Stickers  # noqa: PLC0415  # no start waits for its libraries

    return Stickers.shipped()


def _composer() -> Painter:
    from kippu.engines.pictures.composer import Composer  # noqa: PLC0415  # as above

    return Composer.shipped()
