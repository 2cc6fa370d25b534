"""The one better model that is worth telling a person of, and that can be had for all that is known.

Knows the store, what fits and which sources could not be reached; asks no network and no person.
"""

from collections.abc import Collection, Sequence

from kippu.models.catalogue import PUBLIC, Model, Source
from kippu.models.device import Device
from kippu.models.fit import Fit, best, worth
from kippu.models.runs import Run
from kippu.models.sources import reachable, unreached
from kippu.models.store import Store


def better(store: Store, device: Device, languages: Collection[str], runs: Sequence[Run]) -> Fit | None:
    """The best model that can be had from here, if it is better to talk with than all that are here.

    One that was made for something else, such as code, only where none that was made to talk is better.
    """
    sources = reachable(store.folder)
    here = max((worth(model) for model in store.installed() if _talks(model, languages)), default=0)
    talkers = [model for model in store.models() if model.purpose == "talk"]
    for models in (talkers, store.models()):
        found = best(models, device, languages, runs, sources)
        if found and worth(found.model) > here:
            return found
    return None


def out_of_reach(
    store: Store, device: Device, languages: Collection[str], runs: Sequence[Run], found: Fit | None
) -> tuple[Model, Source] | None:
    """The better model that would be offered, and its source that lately could not be reached; None where
    the best of all is ``found``."""
    talkers = [model for model in store.models() if model.purpose == "talk" and not store.has(model.id)]
    first = best(talkers, device, languages, runs)
    if first is None or found is None or first.model.id == found.model.id:
        return None
    if found.model.purpose == "talk" and worth(first.model) <= worth(found.model):
        return None
    missed = unreached(reachable(store.folder), first.model.sources)
    return (first.model, missed) if missed else None


def candidates(
    store: Store, device: Device, languages: Collection[str], runs: Sequence[Run]
) -> tuple[tuple[Source, str], ...]:
    """What has to be looked at to know what can be had: for each kind of source one, with a file's name."""
    found: list[tuple[Source, str]] = []
    for kind in PUBLIC:
        fit = best(store.models(), device, languages, runs, (kind,))
        if fit:
            source = next(source for source in fit.model.sources if source.kind == kind)
            found.append((source, fit.model.files[0].name))
    return tuple(found)


def _talks(model: Model, languages: Collection[str]) -> bool:
    return model.kind == "chat" and model.instruct and set(languages) <= set(model.languages)
