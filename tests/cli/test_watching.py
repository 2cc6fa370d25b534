"""The bar of a drawing beside the words of its answer, in a real terminal."""

from pathlib import Path

from .conftest import environment
from .terminal import terminal

LATE = """
import asyncio
from kippu.cli import showing
from kippu.cli.steps import Step
from kippu.cli.watching import watching

class Drawing:
    def __init__(self):
        self.wanted = asyncio.Queue()

    async def steps(self):
        while True:
            yield await self.wanted.get()

async def seen(drawing, step):
    drawing.wanted.put_nowait(step)
    await asyncio.sleep(0.2)

async def main():
    drawing = Drawing()
    async with watching(drawing) as watch:
        pieces = showing.Piecewise(watch.end)
        await seen(drawing, Step(0, 1, 8))
        pieces.add("Here is your cat\\n")
        await seen(drawing, Step(0, 8, 8))
        pieces.add("with a hat.")
        pieces.close()
        watch.wait()
        await seen(drawing, Step(0, 2, 8))

asyncio.run(main())
"""


def test_a_step_that_comes_after_the_first_word_leaves_the_words_alone(data: Path) -> None:
    with terminal(environment=environment(data), script=LATE) as screen:
        screen.until(r"drawing .*Here is your cat\r\nwith a hat\.\r\n.*drawing ")
        assert screen.ends() == 0
