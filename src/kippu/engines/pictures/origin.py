"""Where a picture comes from, as its file says it: by which model, from which words, with which seed.

Written as XMP, in the fields that IPTC's Photo Metadata Standard 2025.1 has for what a model made; other
programs and picture agencies look for ``DigitalSourceType`` there. Knows no file format.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from kippu import __version__

SOFTWARE = f"Kippu {__version__}"
MADE = "Made by a model"
"""What people read of it."""
COMPOSED = "Put together from artwork by a program"
_SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


@dataclass(frozen=True, slots=True)
class Origin:
    """What is told of how one picture came about."""

    prompt: str
    seed: int
    style: str
    model: str
    """Name and version of what drew it."""
    mode: str = "model"
    started: bool = False
    """True when it began from a picture of the person's."""
    steps: int | None = None
    guidance: float | None = None
    weights: Mapping[str, str] = field(default_factory=dict)
    """A short hash of each part that it comes of, by what that is."""
    times: int = 1
    """How many times larger it was made than it was drawn."""
    of: tuple[int, int] = (0, 0)
    """Width and height in pixels that it was made larger from."""

    @property
    def made(self) -> str:
        """In a few words, for people."""
        return COMPOSED if self.mode == "composed" else MADE

    @property
    def source(self) -> str:
        """IPTC's word for it, as the address of an entry in its list of digital source types."""
        if self.mode == "composed":
            return f"{_SOURCES}composite"
        kind = "compositeWithTrainedAlgorithmicMedia" if self.started else "trainedAlgorithmicMedia"
        return f"{_SOURCES}{kind}"

    def texts(self) -> dict[str, str]:
        """By the keywords that the PNG specification has for texts, and one for the seed."""
        return {
            "Description": self.prompt,
            "Comment": self.made,
            "Software": SOFTWARE,
            "Source": self.model,
            "Seed": str(self.seed),
            "Style": self.style,
            **(
                {"Weights": ", ".join(f"{part} {hash}" for part, hash in self.weights.items())}
                if self.weights
                else {}
            ),
            **({"Larger": self.larger} if self.larger else {}),
        }

    @property
    def larger(self) -> str:
        """That it was made larger, and from what; empty when it wasn't."""
        if self.times == 1:
            return ""
        return f"Made {self.times} times larger from a picture of {self.of[0]} x {self.of[1]} pixels"

    @property
    def how(self) -> str:
        """The figures that it takes to make it again."""
        told = [f"seed {self.seed}", f"style {self.style}"]
        told += [f"{self.steps} steps"] if self.steps is not None else []
        told += [f"guidance {self.guidance:g}"] if self.guidance is not None else []
        return ", ".join(told)

    def xmp(self) -> str:
        """The XMP packet (ISO 16684-1)."""
        more = f"\n{self.larger}" if self.larger else ""
        description = escape(
            f"{self.prompt}\n{self.made}: {self.model}, seed {self.seed}, {self.style}{more}"
        )
        attributes = {
            "xmp:CreatorTool": SOFTWARE,
            "Iptc4xmpExt:DigitalSourceType": self.source,
            "Iptc4xmpExt:AISystemUsed": self.model,
            "Iptc4xmpExt:AIPromptInformation": f"{self.prompt} ({self.how})",
            "photoshop:Source": self.made,
        }
        told = " ".join(f"{name}={quoteattr(_printable(value))}" for name, value in attributes.items())
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
            f' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" {told}>'
            f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_printable(description)}</rdf:li>'
            "</rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
            '<?xpacket end="w"?>'
        )


def _printable(text: str) -> str:
    """Without control characters and halves of surrogate pairs, which XML can't hold."""
    return "".join(
        letter
        for letter in text
        if letter in "\t\n"
        or (letter >= " " and not "\ud800" <= letter <= "\udfff" and letter < "\ufffe")
        or letter > "\uffff"
    )
