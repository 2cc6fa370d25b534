"""A prompt with something changed: "a cat" in blue, with a hat, without it, or a dog in its place.

Works on the words as they stand, so that all else stays as the person said it. Knows English and Japanese
phrases; knows no drawing.
"""

import re

from kippu.engines.pictures.colours import NAMED, named
from kippu.engines.pictures.wanted import COLOURS_JA, SPLIT, WORN, read, without_style
from kippu.errors import BadInput
from kippu.regex import regex

_WITH = regex(r"\b(?:with|wearing|wears|holding|holds)\b", re.IGNORECASE)
_BARE = regex(r"^(?:an?|the|some|his|her|its|their) ", re.IGNORECASE)
_ON_HEAD = regex(r"(?:帽子|ハット|キャップ|王冠|ヘルメット)$")
_ON_EYES = regex(r"(?:サングラス|メガネ|めがね|眼鏡|ゴーグル)$")


def is_japanese(words: str) -> bool:
    """Whether words are read as Japanese."""
    return re.search(r"[ぁ-んァ-ヶ一-龠]", words) is not None


def changed(
    prompt: str,
    colour: str | None = None,
    added: str | None = None,
    without: str | None = None,
    instead: str | None = None,
) -> str:
    """The prompt, changed so; raises BadInput for a colour that has no name here, and for what the prompt has
    not or can't hold."""
    prompt = without_style(prompt)[0]
    for words in (added, without, instead):
        if words and is_japanese(words) != is_japanese(prompt):
            raise BadInput(
                f"The picture is of “{prompt}”, and “{words}” is in another language. "
                "Say the whole of what to draw.",
                f"今の絵は「{prompt}」で、「{words}」とは言葉が違います。描くもの全体を言ってください。",
            )
    if instead:
        prompt = _replaced(prompt, instead)
    if without:
        prompt = _left_out(prompt, without)
    if colour:
        prompt = _coloured(prompt, colour)
    return _added(prompt, added) if added else prompt


def _coloured(prompt: str, said: str) -> str:
    colour = "lightblue" if said == "light blue" else named(said)
    if colour is None:
        listed = ", ".join(name for name, _, _ in NAMED.values())
        raise BadInput(
            f"I know no colour “{said}”. The colours are: {listed}.",
            f"「{said}」という色は使えません。使えるのは{'、'.join(ja for _, ja, _ in NAMED.values())}です。",
        )
    first = read(prompt, lambda _: False).first
    if is_japanese(prompt):
        head, name, tail = prompt.rpartition(first.words)
        return _uncoloured(head) + _as_said(colour) + name + tail
    if first.colour:
        alike = "|".join(
            word for word in re.findall(r"light blue|\w+", prompt.lower()) if _is(word, first.colour)
        )
        return re.sub(
            rf"\b(?:an? )?(?:{alike})\b", lambda old: _one(old[0], colour), prompt, count=1, flags=re.I
        )
    return re.sub(
        rf"\b(?:an? )?(?={re.escape(first.words)})",
        lambda old: f"{_one(old[0], colour)} ",
        prompt,
        count=1,
        flags=re.I,
    )


def _is(word: str, colour: str) -> bool:
    return ("lightblue" if word == "light blue" else named(word)) == colour


def _one(before: str, colour: str) -> str:
    """The colour's word, with the article that fits where there was one."""
    word = NAMED[colour][0]
    if not before.lower().startswith(("a ", "an ")):
        return word
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _uncoloured(head: str) -> str:
    ends = sorted((said for said in COLOURS_JA if head.endswith(said)), key=len)
    return head.removesuffix(ends[-1]) if ends else head


def _as_said(colour: str) -> str:
    """As a colour stands before a thing: 赤い, 茶色い, 水色の, ピンクの."""
    return next(said for said, key in COLOURS_JA.items() if key == colour)


def _added(prompt: str, thing: str) -> str:
    if not is_japanese(prompt):
        return f"{prompt} {'and' if _WITH.search(prompt) else 'with'} {thing}"
    has = "をかぶった" if _ON_HEAD.search(thing) else "をかけた" if _ON_EYES.search(thing) else "をつけた"
    return f"{thing}{has if WORN.search(thing) else 'を持った'}{prompt}"


def _replaced(prompt: str, thing: str) -> str:
    if is_japanese(prompt):
        head, _, tail = prompt.rpartition(read(prompt, lambda _: False).first.words)
        return _uncoloured(head) + thing + tail
    rest = SPLIT.search(prompt.lower())
    return thing + (prompt[rest.start() :] if rest and rest.start() else "")


def _left_out(prompt: str, thing: str) -> str:
    bare = re.escape(_BARE.sub("", thing))
    if is_japanese(prompt):
        left = re.sub(rf"[^をたる]*{bare}を[^をたるだ]{{1,5}}?(?:ている|てる|た|る|だ)", "", prompt, count=1)
    else:
        part = rf" (?P<how>with|wearing|holding|and|in|on) (?:(?:an?|the|some|two|three) )?(?:\w+ )?{bare}\b"
        found = re.search(part, prompt, re.IGNORECASE)
        if found is None:
            left = prompt
        else:
            rest = re.sub(r"^,? and ", f" {found['how']} ", prompt[found.end() :])
            left = prompt[: found.start()] + rest
    if left == prompt:
        raise BadInput(
            f"There is no “{_BARE.sub('', thing)}” in “{prompt}” that could be left out.",
            f"「{prompt}」に「{thing}」はありません。",
        )
    return left
