"""A style that is named among the words of what to draw: taken when there is it, told when there isn't."""

from collections.abc import Sequence

from kippu.engines.pictures.artwork import STYLES
from kippu.engines.pictures.wanted import without_style
from kippu.errors import BadInput
from kippu.record import Picture
from kippu.skills.pictures.wanted import named_style


def among_the_words(prompt: str, styles: Sequence[str]) -> str | None:
    """The one of ``styles`` that the prompt names."""
    said = without_style(prompt)[1]
    try:
        return named_style(said, styles) if said else None
    except BadInput:
        return None


def stands_in(lacks: Sequence[str]) -> tuple[str, str]:
    """A sentence in English and Japanese that says what there is no drawing of; "" when there is all."""
    if not lacks:
        return "", ""
    named = " and ".join(f"“{each}”" for each in lacks)
    return (
        f"There is no drawing of {named}: something near stands in for it.",
        f"{''.join(f'「{each}」' for each in lacks)}の絵はないので、近いもので代えました。",
    )


def not_known(picture: Picture) -> tuple[str, str] | None:
    """A sentence in English and Japanese when the prompt names a style that this picture's painter lacks.

    Of a person's own weights nothing is told: they read such words themselves.
    """
    said = without_style(picture.prompt)[1]
    if not said or picture.style not in STYLES or among_the_words(picture.prompt, STYLES):
        return None
    return (
        f"I don't know the style “{said}”, so it is in {picture.style}; the styles are {', '.join(STYLES)}.",
        f"「{said}」という画風は使えないので{picture.style}で描きました。使えるのは{'、'.join(STYLES)}です。",
    )
