"""What a training on several machines gives away: whether it may, and the ledger's rows of it.

The other machines get numbers that are made of the examples, and these can tell of them. Needs no torch.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager

from kippu import reasons
from kippu.errors import NotAllowed
from kippu.guard.topics import topics
from kippu.layers.training import Example, Place
from kippu.record import Database, Ledger, Marks
from kippu.settings import Settings


def check_leaving(place: Place, examples: Sequence[Example], settings: Settings) -> None:
    """Raises NotAllowed where the training would tell other machines of what the person keeps on this one.

    Topics are told by words alone: by meaning, a few in a hundred of other examples would be told as one.
    """
    if not place.leaves:
        return
    if settings.policy == "device only":
        raise NotAllowed(
            "Nothing leaves this device under `device only`, and a training on several machines tells the "
            "others what is made of your examples. Train on this machine alone, or allow it first: "
            "`kippu privacy policy 'ask me'`.",
            "方針が `device only` のため、何も外に出せません。複数の端末での学習では、例から作られた数値が"
            "ほかの端末に伝わります。この端末だけで学習するか、先に許可してください: "
            "`kippu privacy policy 'ask me'`",
        )
    texts = [text for example in examples for text in (example.prompt, example.answer)]
    with closing(Database(settings.data / "kippu.db")) as database:
        marked = Marks(database).within("\n".join(texts))
    if marked:
        raise _kept(
            f"words that you marked as private: {', '.join(marked)}", f"非公開の言葉: {'、'.join(marked)}"
        )
    for topic in settings.never:
        if any(topic in topics(text) for text in texts):
            raise _kept(*_topic(reasons.TOPICS[topic]))


def _topic(named: tuple[str, str]) -> tuple[str, str]:
    return f"a topic that you keep on this device: {named[0]}", f"この端末にとどめる話題: {named[1]}"


def _kept(what: str, ja: str) -> NotAllowed:
    return NotAllowed(
        f"The examples have {what}. A training on several machines would tell the others of it. Leave these "
        "examples out, or train on this machine alone.",
        f"例に含まれています（{ja}）。複数の端末での学習では、ほかの端末に伝わります。その例を除くか、この端末だけで"
        "学習してください。",
    )


@contextmanager
def noted(name: str, place: Place, settings: Settings) -> Iterator[Callable[[int], None]]:
    """Two rows of the ledger: one before anything leaves, and one with its bytes, however it ends.

    What it gives takes how many bytes this process has given to the others by now.
    """
    given = 0

    def told(bytes_: int) -> None:
        nonlocal given
        given = bytes_

    if not place.leaves:
        yield told
        return
    what = f"What process {place.rank} of {place.count} computes of the examples, as numbers"
    with closing(Database(settings.data / "kippu.db")) as database:
        ledger = Ledger(database)
        row = f"the layer {name} is trained on several machines"
        ledger.add("egress", row, to=place.meeting, text=what, size=0)
        try:
            yield told
        finally:
            ledger.add("egress", f"{row}: what that came to", to=place.meeting, text=what, size=given)
