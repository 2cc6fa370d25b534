"""The reader of free speech: what the encoder hears, said in plain words and read again by the sentence
templates.

It never makes a call of its own: a plain sentence has to be read as the tool that was heard, or nothing is
done. How sure it is are the encoder's chances, made honest on sentences kept aside (docs/models/free.md).
In English and in Japanese, each with an encoder of its own.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from kippu.engines.encoder import Encoder
from kippu.errors import ModelError
from kippu.turn import Language, Offer, Turn
from kippu.understand.free.added import Added
from kippu.understand.free.added_ja import AddedJa
from kippu.understand.free.kinship import ALIKE, LEFT
from kippu.understand.free.opinion import Opinion, said


class Free:
    """The reader with its encoder."""

    def __init__(
        self,
        encoders: Mapping[Language, Encoder],
        acts: Callable[[str], bool],
        folders: Sequence[Path] = (),
        offers: Sequence[Offer] = (),
    ) -> None:
        """``acts`` tells of a tool by its name whether it changes something; ``folders``: the skills'
        sentence templates, whose English tells of tools that no encoder learned; ``offers``: tools of which
        nothing is known but what they tell of themselves."""
        self._encoders = encoders
        self.acts = acts
        self._added = Added(encoders["en"], folders, LEFT | ALIKE.keys(), offers)
        self._added_ja = AddedJa(offers)

    def hear(self, turn: Turn, single: Collection[str] = ()) -> Opinion | None:
        """What it takes a turn for; None without the files of its language. ``single``: as in Opinion."""
        try:
            heard = self._encoders[turn.language].hear(said(turn))
            in_english = turn.language == "en"
            added = self._added.alike(turn.text, heard) if in_english else self._added_ja.alike(turn.text)
            return Opinion(turn, heard, self.acts, added, single)
        except ModelError:
            return None
