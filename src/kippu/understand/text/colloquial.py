"""Japanese as it is said, once more as it is written: 「消しちゃって」 is 「消して」, 「どんくらい」 is
「どのくらい」, 「何だっけ」 is 「は何」, and 「キチン」 the home's 「キッチン」.

For sentences that nobody took as they were. Knows the grammar of endings; knows no tool.
"""

import re
from collections.abc import Iterable, Iterator

from kippu.names import Names
from kippu.regex import regex

_PLAINLY = r"^((?!.*(?:鍵|カギ|玄関|ドア|扉|門|ガレージ|ロック|錠|自動|から))(?:.*[^ぁ-ん])?[ぁ-ん]*?)"
"""What lets nobody in, and says nothing of when: 「帰ったら開くようにして」 is no order for now."""
_ENDS = r"(?=(?:ください|下さい|ね|よ|くれ|もらえ|ほしい)*[^ぁ-んー]*$)"
_IF = r"(?:たら|るなら|れば|るから|るので|るんで)"
"""How a command says of what it undoes that it is so."""
_UNASKED = r"(?!.*(?:いい|よい|良い|だめ|ダメ)(?:です)?(?:か|かな)?[？?]?$)"
_RULES = tuple(
    (regex(pattern), said)
    for pattern, said in (
        (r"^(?:ねえ|ねぇ|あの[ーさ]?|えっと|えーと|あ|ごめん|[悪わ]る?いけど|すまんけど|じゃあ?)[、, ]+", ""),
        (r"^(?:すみません|恐れ入ります|申し訳(?:あり|ござい)ません|お手数です)[がけどね]*[、, ]+", ""),
        (r"やっぱ(?:り|し)?[、 ]*(?=.)", ""),
        (r"(?<=お願い)(?:でき(?:る|ます|ません)か?|しても?いい(?:です)?か?)(?:な|ね|ん)?$", ""),
        (rf"{_PLAINLY}([切入])るようにして{_ENDS}", r"\1\2って"),
        (rf"{_PLAINLY}([けめれえべねせてげじ])るようにして{_ENDS}", r"\1\2て"),
        (rf"{_PLAINLY}すようにして{_ENDS}", r"\1して"), (rf"{_PLAINLY}くようにして{_ENDS}", r"\1いて"),
        (rf"[がは]?ついて(?:い)?{_IF}、?(?=(?:消|けし|切){_UNASKED})", "を"),
        (rf"[がは]?消えて(?:い)?{_IF}、?(?=(?:つけ|点け){_UNASKED})", "を"),
        (rf"[がは]?[開あ]いて(?:い)?{_IF}、?(?=(?:閉|しめ){_UNASKED})", "を"),
        (r"もうちょ(?:っと|い)", "もう少し"),
        (r"ちょい(?=[^ぁ-ん]|$)", "ちょっと"),
        (r"なんか(?!い)", "何か"),
        (r"なし(?:で|に(?:なった|なりました|して))(?:ね|よ|から|ので)?$", "キャンセルして"),
        (r"つけっぱ(?:なし)?(?:にしてい?ない|にしてた|じゃない|かも)?(?:かな|っけ|よね)?$", "ついてる"),
        (r"(?<=起こして)(、?)(?:とりあえず|一旦|いったん)", r"\1ちょっと"),  # not for the waking
        (r"(?:ざっと|さくっと|サクッと|ちゃちゃっと|ささっと|そろそろ|とりあえず|ついでに)", ""),
        (r"(?<=[てで])(?:も)?(?:いい|良い)(?:です)?(?:よ|から|ぞ)$", ""),
        (r"(?:ちゃ|ちま)った", "た"),
        (r"(?:じゃ|じま)った(?=$|[、,])", "だ"),
        (r"(?<=[ぁ-ん一-龠])(?:あった)(?:んだ)?っけ$", "ある"),
        (r"(?<=[てで])た(?:んだ)?っけ$", "る"),
        (r"(?:んだ|んです|の|です)?(?:けど|けども|けれど)$", ""),
        (r"(?<=[てで])(?:ほしい|欲しい|くれ(?:る|ない|ますか|ません)?|くん(?:ない|ねえ?)|もらって(?:も)?(?:いい|良い)|もらえ(?:る|ない|ます|ません)?"
         r"|もらいたい|ちょうだい|頂戴|いただけ(?:る|ます|ません)か?|ください|下さい|おくれ|よ|ね|や|な)"
         r"(?:です|ん|の|か|かな|でしょうか|よ|ね|な)*$", ""),
        (r"(?:ちゃ|ちま)(?:って|おう?|う|え)(?=$|[、,])", "て"),
        (r"(?:じゃ|じま)って(?=$|[、,])", "で"),
        (r"とい(?:て|た方がいい)(?=$|[、,])", "て"),
        (r"どい(?:て|た方がいい)(?=$|[、,])", "で"),
        (r"(?:どん|どれ|どの)(?:くらい|ぐらい|だけ)", "どのくらい"),
        (r"(?:って|は|、)?(?:何|なん|なに)(?:だっけ|だったっけ|でしたっけ|だろう?|かな)$", "は何"),
        (r"(?<=[たるい])(?:んだ|の)?っけ$", ""),
        (r"だ(?:った)?っけ$", ""),
        (r"(?<=\d)(割|%|パーセント|度|分)(?:くらい|ぐらい|ほど|ばかし)に", r"\1に"),
        (r"(?<=\d)(時間|分|秒)(?:くらい|ぐらい|ほど)(?=[経たし])", r"\1"),
        (r"(?:くらい|ぐらい|っぽく)(?:に)?して", "にして"),
        (r"(キャンセル|追加|登録|削除|変更|中止|予約|停止)(?:で|を|お願い|頼む|よろしく)[ねよ]?$", r"\1して"),
        (r"(?<=[^\d割%度分どのれん])(?:くらい|ぐらい)$", ""),
        (r"って(?=午前|午後|朝|昼|夜|もう|まだ)", "は"),
        (r"って(?=今|いま|いつ|何|なん|なに|どこ|いく[らつ]|どう|誰|だれ|空い|あい|ある|あっ|入っ)", "は"),
        (r"(?<=[まさで])[ー〜]+(?=[すい][ー〜!！。]*$)", ""),
        (r"(?<![っッ])[ッ]$|[ー〜~!！。、]+$", ""),
        (r"(?<=[いただるすよ])(?:よ|わ|ね|な|さ|ぞ|の|かな|かも)+$", ""),
    )
)  # fmt: skip
_PARTICLE = regex(r"(?:よ|ね|な|や|わ|さ|かな|よね|かも)+$")
"""What a sentence may end in and mean the same."""
_REASON = regex(
    r"^[^、。]{2,12}?(?:から|ので|んで)、?(?=(?:一旦|いったん|ちょっと|すぐ|もう|早く|一回)*+(?:.{4,}[てで]|(?:暗|明る)くして)$)"
)
"""What a command is for: 「卵をゆでるから8分計って」; not before a verb alone, whose thing it may name."""
_KATAKANA = regex(r"[ァ-ヶー]{2,}")
_DROPPED = str.maketrans("", "", "ッー・")


def as_written(text: str) -> str:
    """The sentence with the endings and words of writing; the same where it had none of speech."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return text


def written(text: str) -> Iterator[str]:
    """The ways to write the sentence, the nearest first; without itself."""
    plain = as_written(text)
    versions = (plain, _PARTICLE.sub("", plain), _REASON.sub("", plain))
    yield from dict.fromkeys(version for version in versions if version not in ("", text))


def with_names(text: str, names: Iterable[str]) -> str:
    """The sentence with the home's own spelling where small ッ or a long vowel was left out or put in."""
    known: dict[str, set[str]] = {}
    for name in names:
        for word in _KATAKANA.findall(name):
            known.setdefault(word.translate(_DROPPED), set()).add(word)

    def spelt(match: re.Match[str]) -> str:
        meant = known.get(match[0].translate(_DROPPED), set())
        return match[0] if match[0] in meant or len(meant) != 1 else next(iter(meant))

    return _KATAKANA.sub(spelt, text)


def said_names(names: Names) -> Iterator[str]:
    """All that things and rooms are called."""
    for thing in names.things:
        yield from (thing.name, *thing.aliases)
    for room in names.rooms:
        yield from (room.name, *room.aliases)
