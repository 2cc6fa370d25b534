"""Writes the words of Chinese, Korean and Japanese, as hashes, for ``kippu.guard.personal.lexicon``.

    pip download --no-deps jieba==0.42.1 python-mecab-ko-dic==2.1.1.post2 unidic-lite==1.0.8   # then unpack them
    PYTHONPATH=src python scripts/personal/tongues.py --chinese jieba/dict.txt \\
        --korean mecab_ko_dic/dictionary/sys.dic --japanese unidic_lite/dicdir/sys.dic

jieba (MIT), mecab-ko-dic (Apache 2.0) and UniDic (BSD). Every word that one of them also has as a name of a
person or a place is left out, so that no name passes for a word; so is what Korean text seldom has (its
dictionary gives such words one and the same cost).
"""

import argparse
import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lexicon import write

_OFTEN = 20
"""Times that jieba has counted a word at least."""
_SELDOM = range(2600, 2700)
"""The cost of a Korean word that no text was seen with."""
_OFTEN_KOREAN = 1300
"""The cost below which a word is one, though somebody is called so too."""
_OFTEN_JAPANESE = 1400
"""The cost below which a word in katakana is one, though a foreigner may be called so."""
_RARE_JAPANESE = 7404
"""The cost above which a word in kanji is rare."""
_HEADER = struct.Struct("<10I32s")
_UNIT = struct.Struct("<iI")
_TOKEN = struct.Struct("<HHHhII")


def main() -> None:
    """Reads the dictionaries, writes the hashes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for language in ("chinese", "korean", "japanese"):
        parser.add_argument(f"--{language}", type=Path, required=True)
    wanted = parser.parse_args()
    write("chinese.bin", chinese(wanted.chinese))
    write("korean.bin", korean(wanted.korean))
    write("japanese.bin", japanese(wanted.japanese))


def chinese(path: Path) -> set[str]:
    """Words of two to four letters that are no names."""
    words = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, part = line.split()
        if int(count) >= _OFTEN and re.fullmatch("[㐀-鿿]{2,4}", word) and not re.match("n[rstz]", part):
            words.add(word)
    return words


def korean(path: Path) -> set[str]:
    """Nouns, verbs, adverbs and what stands by itself, that are nobody's given name."""
    words, names = {}, set()
    for word, cost, features in entries(path):
        part, meaning, *_ = features.split(",")
        if part == "NNP":
            names |= {word} if meaning == "인명" else set()
        elif re.match("NN[GB]|MA[GJ]|MM|IC|NP|NR|XR|V[VAX]", part) and re.fullmatch("[가-힣]{2,5}", word):
            words[word] = min(cost, words.get(word, cost))
    return {
        word
        for word, cost in words.items()
        if cost not in _SELDOM and (word not in names or cost < _OFTEN_KOREAN)
    }


def japanese(path: Path) -> set[str]:
    """Nouns and adverbs in one script that are no names of people or places."""
    words, names = {}, set()
    for word, cost, features in entries(path):
        part, kind, what, which, *_ = features.split(",")
        if kind == "固有名詞" and what in ("人名", "地名") and which != "国":
            names.add(word)
        elif part in ("名詞", "形状詞", "副詞") and (kind != "固有名詞" or which == "国"):
            often = cost <= _RARE_JAPANESE and re.fullmatch("[一-鿿々]{2,4}", word)
            if often or re.fullmatch("[ァ-ヴー]{2,8}|[ぁ-ゖー]{3,8}", word):
                words[word] = min(cost, words.get(word, cost))
    names -= {"中国", "韓国", "米国", "英国", "日本"}
    names -= {
        word
        for word in names
        if re.fullmatch("[ァ-ヴー]+", word) and words.get(word, _RARE_JAPANESE) < _OFTEN_JAPANESE
    }
    return set(words) - names


def entries(path: Path) -> Iterator[tuple[str, int, str]]:
    """A word, its cost and what is said of it, of each entry of a dictionary that MeCab has compiled."""
    data = path.read_bytes()
    *_, array, tokens, _, _, charset = _HEADER.unpack_from(data)
    encoding = charset.rstrip(b"\0").decode()
    units = list(_UNIT.iter_unpack(data[_HEADER.size : _HEADER.size + array]))
    at_tokens = _HEADER.size + array
    at_features = at_tokens + tokens
    below = defaultdict(list)
    for place, (_, parent) in enumerate(units):
        if parent:
            below[parent].append(place)
    left = [(units[0][0], b"")]
    while left:
        base, word = left.pop()
        for place in below[base]:
            letter, value = place - base - 1, units[place][0]
            if letter < 0 and value < 0:
                first, many = divmod(-value - 1, 256)
                for token in range(first, first + many):
                    _, _, _, cost, feature, _ = _TOKEN.unpack_from(data, at_tokens + _TOKEN.size * token)
                    start = at_features + feature
                    said = data[start : data.index(b"\0", start)]
                    yield word.decode(encoding, "replace"), cost, said.decode(encoding, "replace")
            elif 0 <= letter < 256 and value > 0:
                left.append((value, word + bytes([letter])))


if __name__ == "__main__":
    main()
