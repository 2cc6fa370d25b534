"""How Japanese asks after a deed, denies it, tells of it, or asks for no deed at all.

Knows words alone: no tool and no encoder.
"""

from kippu.regex import regex

ASKS = regex(
    r"^(?!.*(?:[てで](?:くれ(?!た)|くん|もら(?!った)|いただ|ちょうだい|頂|ほし|欲し|下さ|くださ)[^、。]*$|できる|できます)).*"
    r"(?:[？?]|か|かな|かね|っけ|かしら|だろう|[たるいな]の)$|誰や|だれや"
)
"""Asked at its end, and not whether one would do it."""
DENIES = regex(
    r"(?<!見え)(?<!聞こえ)(?<!忘れ)(?<!足り)(?<![眠寝]れ)(?<!く)(?<!でき)(?<!わから)"
    r"(?:(?<!つ)ない(?:で|と(?!いけ|あか|なら)|ほう)|なくて|なくても)|んで(?:ええ|いい)|たらあかん|ちゃ(?:だめ|ダメ|駄目)|困る"
)
"""Denied; what can't be seen, heard or remembered is a reason and no denial."""
TELLS = regex(
    r"(?:[いきしちにみりけせてねべめれえっ]た|んだ|しもた)(?:わ|よ|ん|んだ|の|ね|で|な)*$|だれが?|誰が?|ほうがいい|方がいい|かも"
    r"|(?:この|その|今の|さっきの)(?:歌|曲|映画|番組)(?:は|が|も|って)?(?:大好き|好き|すき|いい|懐かし|なつかし|楽しみ|最高)|も楽しみ|も好き"
    r"|(?<!だっ)たら(?!ない)|れば|ときは|時は|頃に|[るた](?:前|まえ|後|あと)に|(?:父|母|弟|妹|兄|姉|夫|妻|子|友達|隣の人|あいつ|彼|彼女)が"
)
"""Done already, by somebody, perhaps, or on a condition."""
NO_CONDITION = regex(
    r"(?:[てで]くれ|[てで]もらえ)(?:たら|れば)(?=(?:と|大変)?(?:助か|たすか|嬉し|うれし|ありがた|神))"
    r"|\d+(?:時|分|秒)半?間?(?:に?なったら|したら|たったら|経ったら)"
)
"""Asks politely, or says when: that is among the times that were said."""
_OWN = (
    r"予定|リスト|メモ|アラーム|目覚まし|タイマー|リマイン|設定|連絡先|天気|気温|温度|予報|履歴|電気|エアコン|曜|日付"
    r"|今日|明日|昨日|今週|来週|今月|来月|さっき|あなた|番号|住所|誕生日|会話|[話言]した"
)
_WORLD = (
    rf"^(?!.*(?:{_OWN}))[^、。]{{1,14}}(?:について|のこと|とは)[をも]?(?:もっと)?"
    r"(?:教え|おしえ|話し|語っ|説明し|詳しく|知りたい)"
)
_TEXT = (
    r"翻訳し|(?<!通)訳し|英語に(?:して|直し)|要約し"
    r"|(?:手紙|文章|作文|詩|物語|小説|コード|プログラム|関数|スクリプト)を書"
)
WONDERS = regex(f"{_WORLD}|{_TEXT}")
"""Asks to be told of the world, or for a text."""
