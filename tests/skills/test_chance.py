import pytest

from kippu.skills import chance
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_a_coin_falls_on_both_sides(en: Context, ja: Context) -> None:
    skill = chance.skill()
    assert {(await run(skill, "chance.coin", en)).text for _ in range(80)} == {"Heads.", "Tails."}
    assert {(await run(skill, "chance.coin", ja)).text for _ in range(80)} == {"表です。", "裏です。"}


async def test_dice_show_each_of_their_sides(en: Context, ja: Context) -> None:
    skill = chance.skill()
    one = {(await run(skill, "chance.dice", en)).text for _ in range(200)}
    assert one == {f"{side}." for side in range(1, 7)}
    said = await run(skill, "chance.dice", ja, count=3, sides=4)
    assert said.data is not None
    assert len(said.data["rolled"]) == 3 and all(1 <= side <= 4 for side in said.data["rolled"])
    assert said.text.endswith(f"合わせて{sum(said.data['rolled'])}です。")


@pytest.mark.parametrize(("count", "sides"), [(0, 6), (21, 6), (1, 1), (1, 1001)])
async def test_dice_that_nobody_can_roll(en: Context, count: int, sides: int) -> None:
    said = await run(chance.skill(), "chance.dice", en, count=count, sides=sides)
    assert not said.ok and "1 to 20 dice" in said.text


async def test_a_number_is_between_both_and_may_be_either(en: Context) -> None:
    skill = chance.skill()
    drawn = {(await run(skill, "chance.number", en, low=3, high=1)).text for _ in range(100)}
    assert drawn == {"1.", "2.", "3."}


@pytest.mark.parametrize("among", ["tea or coffee", "tea and coffee", "tea, coffee", "tea, or coffee"])
async def test_one_of_two_things(en: Context, among: str) -> None:
    chosen = {(await run(chance.skill(), "chance.choose", en, among=among)).text for _ in range(80)}
    assert chosen == {"Tea.", "Coffee."}


async def test_one_of_things_in_japanese(ja: Context, en: Context) -> None:
    chosen = {
        (await run(chance.skill(), "chance.choose", ja, among="お茶かコーヒー")).text for _ in range(80)
    }
    assert chosen == {"お茶です。", "コーヒーです。"}
    assert not (await run(chance.skill(), "chance.choose", en, among="tea")).ok
