"""Lists: shopping, to do, and the person's own. Items are matched forgivingly."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kippu.skills import asking, spoken
from kippu.skills.lists.amounts import counted, uncounted
from kippu.skills.lists.naming import ALL, SHOPPING, canonical, items, title
from kippu.skills.lists.store import Item, Lists
from kippu.skills.matching import closest, nth
from kippu.tool import Context, Said, Skill, Tool
from kippu.turn import Call

__all__ = ["Item", "Lists", "skill"]

_UNDO_SECONDS = 300
"""For so long a bare "undo" is about a list; later it names the list."""


def skill(lists: Lists) -> Skill:
    """The skill ``lists``."""
    tools = _ListTools(lists)
    return Skill(
        name="lists",
        title={"en": "Lists", "ja": "リスト"},
        examples={
            "en": (
                "add milk to the shopping list",
                "add call the plumber to my to-do list",
                "what's on my shopping list",
                "check milk off the shopping list",
                "remove eggs from the shopping list",
                "clear the shopping list",
                "restore the shopping list",
                "what lists do I have",
                "make a list called camping",
            ),
            "ja": (
                "買い物リストに牛乳を追加して",
                "やることリストに洗濯を入れておいて",
                "買い物リストを見せて",
                "牛乳を買った",
                "買い物リストから卵を消して",
                "買い物リストを空にして",
                "買い物リストを元に戻して",
                "どんなリストがある？",
                "キャンプというリストを作って",
            ),
        },
        tools=(
            Tool("lists.add", tools.add, acts=True, foreign=True),
            Tool("lists.remove", tools.remove, acts=True, foreign=True),
            Tool("lists.check", tools.check, acts=True, foreign=True),
            Tool("lists.show", tools.show, acts=False, foreign=True),
            Tool("lists.clear", tools.clear, acts=True),
            Tool("lists.restore", tools.restore, acts=True, foreign=True),
            Tool("lists.all", tools.all, acts=False, foreign=True),
            Tool("lists.create", tools.create, acts=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


class _ListTools:
    """The tools."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    async def add(self, context: Context, item: str, list: str = SHOPPING, amount: str = "") -> Said:
        """Put one or several items on a list; with ``amount`` so much of one, for what was written of it."""
        name = self._name(list)
        wanted = items(item)
        if not wanted:
            return Said(context.say("What shall I add?", "何を追加しますか？"), ok=False)
        if amount := amount.strip():
            return self._count(context, name, wanted, amount)
        there = {known.text.casefold(): known for known in self._lists.items(name)}
        added = [text for text in wanted if text.casefold() not in there or there[text.casefold()].done]
        for text in added:
            old = there.get(text.casefold())
            if old:
                self._lists.check(old.id, done=False)
            else:
                self._lists.add(name, text)
        where = title(context, name)
        if not added:
            what = spoken.row(context, wanted)
            return Said(
                context.say(
                    f"Already on {where}: {what}.",
                    f"{what}はもう{where}にあります。",
                ),
                data={**self._data(name), "already": True},
            )
        what, known = spoken.row(context, added), [text for text in wanted if text not in added]
        text = context.say(f"Added {what} to {where}.", f"{where}に{what}を追加しました。")
        if known:
            already = spoken.row(context, known)
            text += context.say(f" On it already: {already}.", f"{already}はもうあります。")
        away = tuple(Call("lists.remove", {"item": each, "list": name}) for each in added)
        return Said(text, data=self._data(name), undo=away if known else ())

    def _count(self, context: Context, name: str, wanted: Sequence[str], amount: str) -> Said:
        """Write down how much of an item is wanted; it is asked of which where several were named."""
        if len(wanted) > 1:
            return _which(context, wanted, ())
        left = [each for each in self._lists.items(name) if not each.done]
        found = closest(wanted[0], left, _text) or closest(uncounted(wanted[0]), left, _text)
        if len(alike := [*dict.fromkeys(each.text for each in found)]) > 1:
            return _which(context, alike, ())
        where, before = title(context, name), found[0].text if found else ""
        text = counted(before or wanted[0], amount)
        back = [Call("lists.remove", {"item": text, "list": name})]
        if before:
            self._lists.reword(found[0].id, text)
            back.append(Call("lists.add", {"item": before, "list": name}))
            said = (
                f"On {where}: {text}, instead of {before}.",
                f"{where}の「{before}」を「{text}」にしました。",
            )
        else:
            self._lists.add(name, text)
            said = (f"Added {text} to {where}.", f"{where}に{text}を追加しました。")
        return Said(context.say(*said), data=self._data(name), undo=tuple(back))

    async def remove(self, context: Context, item: str, list: str = SHOPPING) -> Said:
        """Take an item off a list."""
        if not item:
            return Said(
                context.say("What shall I take off the list?", "リストから何を消しますか？"), ok=False
            )
        return self._each(
            context,
            item,
            self._name(list),
            self._lists.take_off,
            ("Removed {what} from {where}.", "{where}から{what}を削除しました。"),
        )

    async def check(self, context: Context, item: str, list: str = SHOPPING) -> Said:
        """Tick an item of a list off."""
        return self._each(
            context,
            item,
            self._name(list),
            self._check_off,
            ("Checked {what} off {where}.", "{where}の{what}を完了にしました。"),
        )

    async def show(self, context: Context, list: str = SHOPPING, item: str = "", count: bool = False) -> Said:
        """Tell what is on a list, or whether an item is; ``count``: how many there are, too."""
        name = self._name(list)
        if name not in self._lists.names():
            return self._no_list(context, name)
        where = title(context, name)
        there = self._lists.items(name)
        if item:
            return self._whether(context, name, item)
        left = [item.text for item in there if not item.done]
        done = len(there) - len(left)
        if not left:
            text = context.say(f"{where.capitalize()} is empty.", f"{where}は空です。")
            if done:
                text = context.say(f"Everything on {where} is done.", f"{where}はすべて完了しています。")
            return Said(text, data=self._data(name))
        what = spoken.row(context, left)
        many = f"{len(left)} thing{'s' if len(left) > 1 else ''} on" if count else "On"
        text = context.say(
            f"{many} {where}: {what}.", f"{where}には{len(left)}件あります：{what}。"
        ) + context.say(f" {done} done." if done else "", f"完了が{done}件あります。" if done else "")
        each = [{"tool": "lists.remove", "arguments": {"item": one, "list": name}} for one in left]
        return Said(text, data={**self._data(name), "listed": each})

    def _whether(self, context: Context, name: str, item: str) -> Said:
        where = title(context, name)
        left = [each for each in self._lists.items(name) if not each.done]
        if found := closest(item, left, _text):
            what = spoken.row(context, [each.text for each in found])
            said = (f"Yes, on {where}: {what}.", f"はい、{where}に{what}があります。")
        elif pointed := nth(item, left):
            said = (f"On {where}, there is {pointed[0].text}.", f"{where}の{item}は{pointed[0].text}です。")
        else:
            said = (f"No, “{item}” is not on {where}.", f"いいえ、{item}は{where}にありません。")
        return Said(context.say(*said), data=self._data(name))

    async def clear(self, context: Context, list: str = SHOPPING) -> Said:
        """Take everything off a list."""
        if not list:
            return _either(context, self._lists.names())  # all that is on it would go
        name = self._name(list)
        if name not in self._lists.names():
            return self._no_list(context, name)
        count = self._lists.clear(name)
        where = title(context, name)
        if not count:
            return Said(
                context.say(f"{where.capitalize()} was empty.", f"{where}は空でした。"), data=self._data(name)
            )
        return Said(
            context.say(
                f"Cleared {where}: {count} item{'s' if count > 1 else ''}. "
                f"“Restore {where}” brings {'them' if count > 1 else 'it'} back.",
                f"{where}の{count}件をすべて消しました。「{where}を元に戻して」で戻せます。",
            ),
            data=self._data(name),
            undo=(Call("lists.restore", {"list": name}),),
        )

    async def restore(self, context: Context, list: str | None = None) -> Said:
        """Put back what was last taken off a list; without a list's name, only what has just been."""
        gone = self._lists.taken_off()
        name = self._name(list) if list else None
        late = gone is not None and name is None and time.time() - gone[1] > _UNDO_SECONDS
        if gone is None or late or name not in (None, gone[0]):
            return Said(
                context.say(
                    "There is nothing to bring back: I can undo what was last taken off a list.",
                    "戻せるものがありません。元に戻せるのは、最後にリストから消したものです。",
                ),
                ok=False,
            )
        back = self._lists.restore()
        where, what = title(context, gone[0]), spoken.row(context, [item.text for item in back])
        return Said(
            context.say(
                f"Back on {where}: {what or 'all of it was there already'}.",
                f"{what or 'すべて'}を{where}に戻しました。",
            ),
            data=self._data(gone[0]),
        )

    def _check_off(self, items: Sequence[Item]) -> None:
        for item in items:
            self._lists.check(item.id)

    async def all(self, context: Context) -> Said:
        """Tell which lists there are."""
        names = self._lists.names()
        told = [
            context.say(
                f"{title(context, name).removeprefix('the ')} ({self._left(name)})",
                f"{title(context, name)}（{self._left(name)}件）",
            )
            for name in names
        ]
        return Said(
            context.say(
                f"Your lists: {spoken.row(context, told)}.", f"リスト：{spoken.row(context, told)}。"
            ),
            data={"lists": {name: self._left(name) for name in names}},
        )

    async def create(self, context: Context, list: str | None = None) -> Said:
        """Begin a new list, which stays though nothing is on it yet."""
        if not list:
            return Said(
                context.say(
                    "What shall it be called? Say, for example, “make a list called camping”.",
                    "名前は何にしますか？「キャンプというリストを作って」のように言ってください。",
                ),
                ok=False,
            )
        name = canonical(list)
        where = title(context, name)
        if name in self._lists.names():
            return Said(
                context.say(f"There is {where} already.", f"{where}はもうあります。"), data=self._data(name)
            )
        self._lists.begin(name)
        return Said(
            context.say(
                f"There is {where} now. Say “add … to {where}”.",
                f"{where}を作りました。「{where}に…を追加して」と言ってください。",
            ),
            data=self._data(name),
        )

    def _each(
        self,
        context: Context,
        wanted: str,
        name: str,
        act: Callable[[Sequence[Item]], None],
        texts: tuple[str, str],
    ) -> Said:
        """Do something with each item that is named; say so when one is not there, or not only one fits."""
        if asked_back := self._which_list(context, name):
            return asked_back
        where = title(context, name)
        there = self._lists.items(name)
        together = wanted.strip().casefold() in {item.text.casefold() for item in there}
        asked = [wanted] if together else items(wanted) or [wanted]
        found: dict[str, Item] = {}
        for words in asked:
            fitting = closest(words, there, _text)
            if pointed := [] if fitting else _pointed_at(words, there):
                found.update({item.id: item for item in pointed})
                continue
            if not fitting and (ALL.fullmatch(words) or (nth(words, _MANY) and _none_left(there))):
                return Said(context.say(f"Nothing is left on {where}.", f"{where}には何も残っていません。"))
            if not fitting:
                return Said(
                    context.say(f"“{words}” is not on {where}.", f"{words}は{where}にありません。"),
                    ok=False,
                    data=self._data(name),
                )
            if len(alike := list({item.text.casefold(): item.text for item in fitting}.values())) > 1:
                rest = [each for each in asked if each != words]
                return _which(context, alike, rest)
            found.update({item.id: item for item in fitting})
        act(tuple(found.values()))
        what = spoken.row(context, [item.text for item in found.values()])
        return Said(
            context.say(*(text.format(what=what, where=where) for text in texts)),
            data=self._data(name),
            undo=tuple(Call("lists.add", {"item": item.text, "list": name}) for item in found.values()),
        )

    def _name(self, said: str) -> str:
        """The list that is meant: one that is there, or else the name as it was said."""
        name = canonical(said)
        found = closest(name, self._lists.names(), str)
        return found[0] if len(found) == 1 else name

    def _which_list(self, context: Context, name: str) -> Said | None:
        """The question which list is meant, where the name fits several and is none's."""
        names = self._lists.names()
        fitting = closest(name, names, str)
        if name in names or len(fitting) < 2:
            return None
        return _either(context, fitting)

    def _no_list(self, context: Context, name: str) -> Said:
        if asked := self._which_list(context, name):
            return asked
        lists = spoken.row(context, [title(context, known) for known in self._lists.names()])
        return Said(
            context.say(
                f"There is no {name} list. There is {lists}.",
                f"{name}リストはありません。{lists}があります。",
            ),
            ok=False,
        )

    def _left(self, name: str) -> int:
        return sum(not item.done for item in self._lists.items(name))

    def _data(self, name: str) -> dict[str, object]:
        there = [{"text": item.text, "done": item.done} for item in self._lists.items(name)]
        return {"list": name, "items": there}


def _either(context: Context, names: Sequence[str]) -> Said:
    """The question which of these lists is meant."""
    titles = [title(context, each) for each in names]
    listed = spoken.either(context, titles)
    return asking.which(
        context.say(f"Which one: {listed}?", f"どれですか？{listed}があります。"),
        [
            asking.Choice(told.removeprefix("the "), {"list": each})
            for told, each in zip(titles, names, strict=True)
        ],
    )


def _which(context: Context, alike: Sequence[str], rest: Sequence[str]) -> Said:
    """Asks which item is meant; the rest of what was asked for goes along with the reply."""
    listed = spoken.either(context, alike)

    def all_of_it(text: str) -> str:
        every = (text, *rest)
        return (", " if all(each.isascii() for each in every) else "、").join(every)

    return asking.which(
        context.say(f"Which one: {listed}?", f"どれですか？{listed}があります。"),
        [asking.Choice(text, {"item": all_of_it(text)}) for text in alike],
    )


_MANY = range(100)
"""Places on a list, to know the words for one from the name of an item."""


def _none_left(there: Sequence[Item]) -> bool:
    return all(item.done for item in there)


def _pointed_at(words: str, there: Sequence[Item]) -> list[Item]:
    """What is meant by where it stands, or by "everything"; of what is still to be done, as it is told."""
    left = [item for item in there if not item.done]
    return left if ALL.fullmatch(words.strip()) else nth(words, left)


def _text(item: Item) -> str:
    return item.text
