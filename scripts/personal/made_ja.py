"""Makes up Japanese people, addresses, companies and numbers. Knows no sentence."""

import re
from typing import Any

from faker.providers.address.ja_JP import Provider as Places
from faker.providers.person.ja_JP import Provider as People
from made import Made
from pools import romaji

_BUILDING = "ビル マンション ハイツ コーポ 荘 アパート タワー レジデンス ヒルズ メゾン ハウス コート プラザ パレス クレスト シティ".split()
_FIRM_BEHIND = "商事 工業 製作所 建設 不動産 運輸 食品 電機 印刷 銀行 信用金庫 病院 医院 クリニック 大学 高校 小学校 保育園 薬局 工務店 商店 新聞 放送 自動車 証券 製薬 化学 鉄道 出版 保険 歯科 法律事務所 研究所 市役所 区役所 ホールディングス システム サービス 電力 酒造 製菓 旅館 ホテル 図書館 苑 園 荘 堂 屋 亭 寺 神社 教室 道場 塾 ジム 整骨院 美容室 電器 酒店 書店 青果 精肉店 写真館 幼稚園 医療センター 工房 農園 水産 交通 観光 薬品 会計事務所".split()
_FIRMS = (
    "トヨタ ソニー 任天堂 パナソニック 日立製作所 富士通 東芝 キヤノン ホンダ 日産 楽天 ソフトバンク NTTドコモ KDDI 三菱商事 三井物産 伊藤忠 みずほ銀行 三菱UFJ銀行"
    " 三井住友銀行 りそな銀行 ゆうちょ銀行 セブンイレブン ローソン ファミリーマート イオン ユニクロ 無印良品 資生堂 花王 サントリー アサヒビール JR東日本 全日空 日本航空 電通 博報堂 早稲田大学"
    " 慶應義塾大学 京都大学 大阪大学 東北大学 NHK 朝日新聞 読売新聞 ヤマト運輸 佐川急便 日本郵便 メルカリ LINE サイバーエージェント リクルート 武田薬品 順天堂医院 慶応病院"
).split()
_ERA = "昭和 平成 令和".split()
_KANJI = "〇一二三四五六七八九十"


class MadeJapanese(Made):
    """The same for Japan."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        words = self.pools["japanese"]
        kanji = re.compile(r"[一-鿿々ヶケぁ-んァ-ヶ]{1,5}")
        self.last_names = [(a, b) for a, b in words["last"] if kanji.fullmatch(a) and re.search("[一-鿿]", a)]
        self.first_names = [
            (a, b) for a, b in words["first"] if kanji.fullmatch(a) and not re.fullmatch("[ァ-ヶー・]+", a)
        ]
        self.regions = [
            a
            for a, _ in words["region"]
            if 2 <= len(a) <= 7 and re.fullmatch("[一-鿿ヶケノ々ぁ-んァ-ヶー]+", a)
        ]
        self.foreign_names = [
            a for a, _ in words["first"] + words["last"] if re.fullmatch("[ァ-ヶー]{2,9}", a)
        ]
        self.firms = [a for a, _ in words["organization"] if 3 <= len(a) <= 12]
        self.common_last = [(pair[0], pair[1]) for pair in People.last_name_pairs]
        self.common_first = [(pair[0], pair[1]) for pair in People.first_name_pairs]
        self.prefectures, self.cities, self.towns = Places.prefectures, Places.cities, Places.towns
        self.cities_all = sorted(
            {*self.cities, *(a for a in self.regions if a.endswith(("市", "区", "町", "村")))}
        )

    def hiragana(self, kana: str) -> str:
        return "".join(chr(ord(c) - 96) if "ァ" <= c <= "ヶ" else c for c in kana)

    def _last(self) -> tuple[str, str]:
        return self.pick(self.common_last if self.odds(0.3) else self.last_names)

    def _first(self) -> tuple[str, str]:
        return self.pick(self.common_first if self.odds(0.2) else self.first_names)

    def jlast(self) -> str:
        return self._last()[0] if self.odds(0.93) else self._last()[1]

    def jfirst(self) -> str:
        first = self._first()
        return self.pick([first[0], first[0], first[0], first[1], self.hiragana(first[1])])

    def jperson(self) -> str:
        last, first, way = self._last(), self._first(), self.r.random()
        if way < 0.42:
            return last[0] + first[0]
        if way < 0.60:
            return f"{last[0]}{self.pick([' ', '　'])}{first[0]}"
        if way < 0.78:
            return last[0]
        if way < 0.84:
            return self.jfirst()
        if way < 0.89:
            return self.jkperson()
        if way < 0.93:
            return self.hiragana(last[1]) + self.pick(["", " ", "　"]) + self.hiragana(first[1])
        if way < 0.97:
            return last[1] + self.pick(["", " ", "　"]) + first[1]
        return self.roman()

    def jname(self) -> str:
        return self.jfirst() if self.odds(0.5) else self.jperson()

    def jnick(self) -> str:
        """What friends call somebody: the beginning of a name, and an ending."""
        kana = self.hiragana(self._first()[1] if self.odds(0.6) else self._last()[1])[: self.r.randint(1, 3)]
        ends = "っち っぺ ぴょん りん たん ぽん っちゃん ちゃん やん きち すけ こ っしー っぴ 姉 兄".split()
        return kana + self.pick(ends)

    def jkana(self) -> str:
        last, first = self._last()[1], self._first()[1]
        space = self.pick(["", " ", "　", " "])
        return self.pick(
            [last + space + first, last + space + first, self.hiragana(last) + space + self.hiragana(first)]
        )

    def jkperson(self) -> str:
        return self.pick(self.foreign_names) + self.pick(["", "・", "・", " "]).join(
            ["", self.pick(self.foreign_names)]
        )

    def roman(self) -> str:
        return (
            f"{romaji(self._first()[1]).title()} {romaji(self._last()[1]).title()}"
            if self.odds(0.5)
            else f"{self.first()} {self.last()}"
        )

    def jplace(self) -> str:
        way = self.r.random()
        if way < 0.25:
            prefecture = self.pick(self.prefectures)
            return prefecture if self.odds(0.5) or prefecture == "北海道" else prefecture[:-1]
        return self.pick(self.cities_all) if way < 0.5 else self.pick(self.regions)

    def jplace2(self) -> str:
        return self.pick(self.regions)

    def jkplace(self) -> str:
        return self.pick(self.pools["places"]["katakana"])

    def number(self, text: str) -> str:
        return (
            text.translate({ord("0") + n: chr(ord("０") + n) for n in range(10)} | {ord("-"): "−"})
            if self.odds(0.12)
            else text
        )

    def jlot(self) -> str:
        a, b, c = (self.r.randint(1, 40) for _ in range(3))
        kanji = _KANJI[self.r.randint(1, 9)]
        return self.pick(
            [
                f"{a}-{b}-{c}",
                f"{a}-{b}-{c}",
                f"{a}-{b}",
                f"{a}丁目{b}番{c}号",
                f"{a}丁目{b}-{c}",
                f"{a}番地{b}",
                f"{a}{b}番地",
                f"{kanji}丁目{b}番{c}号",
                f"{kanji}丁目{b}-{c}",
                f"{a}-{b}-{c}-{self.digits(3)}",
                str(a * b),
                f"{a}丁目",
            ]
        )

    def jaddress(self) -> str:
        prefecture = self.pick([self.pick(self.prefectures), self.pick(self.prefectures), ""])
        town = self.pick(self.regions if self.odds(0.7) else self.towns)
        city = self.pick(self.cities_all) + (self.pick(["", self.pick("北南東西中港") + "区"]))
        text = f"{prefecture}{city}{town}{self.number(self.jlot())}"
        if self.odds(0.3):
            name = self.pick(
                [
                    self.pick(self.regions),
                    self.pick(self.foreign_names),
                    self._last()[0],
                    "グリーン",
                    "サン",
                    "パーク",
                    "ロイヤル",
                ]
            )
            text += self.pick(["", " ", "　", " "]) + self.pick(
                [f"{name}{self.pick(_BUILDING)}", f"{self.pick(_BUILDING)}{name}"]
            )
            text += self.pick(["", " ", "　", ""]) + self.pick(
                [
                    f"{self.digits(3)}号室",
                    f"{self.digits(3)}",
                    f"{self.r.randint(1, 40)}階",
                    f"{self.r.randint(1, 40)}F",
                    "",
                ]
            )
        return text

    def jpost(self) -> str:
        return self.number(f"{self.pick(['〒', '〒', '〒 ', ''])}{self.digits(3)}-{self.digits(4)}")

    def jphone(self) -> str:
        a = self.pick(["090", "080", "070", "03", "06", "045", "0120", "0466", "050", "011"])
        b, c = self.digits(10 - len(a) - 4 + (a[2:] == "0")), self.digits(4)
        return self.number(
            self.pick(
                [
                    f"{a}-{b}-{c}",
                    f"{a}-{b}-{c}",
                    f"{a}{b}{c}",
                    f"({a}){b}-{c}",
                    f"{a}({b}){c}",
                    f"{a} {b} {c}",
                    f"+81 {a[1:]} {b} {c}",
                ]
            )
        )

    def jorg(self) -> str:
        way, name = (
            self.r.random(),
            self.pick(
                [
                    self._last()[0],
                    self.pick(self.regions),
                    self.pick(self.foreign_names),
                    self.pick(
                        [
                            "青空",
                            "ひまわり",
                            "さくら",
                            "太陽",
                            "富士",
                            "みどり",
                            "あさひ",
                            "未来",
                            "希望",
                            "つばさ",
                        ]
                    ),
                ]
            ),
        )
        if way < 0.25:
            return self.pick(self.firms)
        if way < 0.45:
            return self.pick(_FIRMS)
        body = name + self.pick(_FIRM_BEHIND)
        return self.pick(
            [
                f"株式会社{body}",
                f"{body}株式会社",
                f"有限会社{body}",
                f"(株){body}",
                body,
                body,
                body,
                f"合同会社{name}",
                f"株式会社{name}",
                f"医療法人{body}",
            ]
        )

    def jbank(self) -> str:
        return self.pick(
            [*_FIRMS[17:22], f"{self.pick(self.regions)}銀行", f"{self.pick(self.regions)}信用金庫"]
        )

    def jaccount(self) -> str:
        return self.digits(7)

    def jlicence(self) -> str:
        return self.digits(12)

    def my_number(self) -> str:
        n = self.digits(12)
        return self.pick([n, f"{n[:4]} {n[4:8]} {n[8:]}", f"{n[:4]}-{n[4:8]}-{n[8:]}"])

    def jdate(self) -> str:
        y, m, d = self.r.randint(1930, 2030), self.r.randint(1, 12), self.r.randint(1, 28)
        return self.number(
            self.pick(
                [
                    f"{y}年{m}月{d}日",
                    f"{m}月{d}日",
                    f"{self.pick(_ERA)}{y % 60 + 1}年{m}月{d}日",
                    f"{y}/{m}/{d}",
                    f"{y}年{m}月",
                    f"{m}/{d}",
                ]
            )
        )

    def jbirth(self) -> str:
        y, m, d = self.r.randint(1930, 2020), self.r.randint(1, 12), self.r.randint(1, 28)
        return self.number(
            self.pick(
                [
                    f"{y}年{m}月{d}日",
                    f"{m}月{d}日",
                    f"{self.pick(_ERA)}{y % 60 + 1}年{m}月{d}日",
                    f"{y}/{m}/{d}",
                    f"{y}-{m:02}-{d:02}",
                    f"{self.pick('SHR')}{y % 60 + 1}.{m}.{d}",
                ]
            )
        )

    def jplate(self) -> str:
        kana = self.pick("あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるろわ")
        n = self.digits(4)
        space = self.pick(["", " "])
        return self.number(
            f"{self.pick(['品川', '横浜', '練馬', 'なにわ', '名古屋', '札幌', *self.regions[:50]])}{space}{self.digits(3)}{space}{kana}{space}{n[:2]}{self.pick(['-', '', '-'])}{n[2:]}"
        )

    # -- words that are nobody's
    def jnoun(self) -> str:
        return str(self.pick(self.pools["japanese"]["noun"])[0])

    def jverb(self) -> str:
        verb, ends = self.pick(self.pools["japanese"]["verb"])
        return f"{verb}{self.pick(['ます', 'たい', 'ました', 'ながら', 'ません', 'たいです', 'そう']) if ends else self.pick(['', '', 'の', 'ので', 'こと', 'から', 'けど'])}"

    def jadj(self) -> str:
        return str(self.pick(self.pools["japanese"]["adjective"])[0])

    def jadv(self) -> str:
        return str(self.pick(self.pools["japanese"]["adverb"])[0])
