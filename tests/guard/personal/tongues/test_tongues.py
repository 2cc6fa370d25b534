"""A sentence of another language in a request is no name; a name in it is."""

import pytest

from kippu.guard.personal import Finder


def people(text: str) -> str:
    """What would be covered as somebody's."""
    return " ".join(piece.text for piece in Finder().find(text) if piece.kind in ("person", "address"))


@pytest.mark.parametrize(
    "text",
    [
        "Please polish this: 请帮我润色",
        "What does this Korean sentence mean? 오늘 날씨가 정말 좋네요. 같이 산책하러 갈래요?",
        "Could you correct my Chinese homework: 昨天我和朋友去公园跑步，天气很热，我们喝了很多水。",
        "Explain this Russian sentence: Завтра мы пойдём в библиотеку, чтобы взять новые книги.",
        "次の中国語を日本語に訳してください。我们下个星期出差，请提前预订酒店。",
        "この韓国語はどういう意味ですか？「내일 아침 일찍 일어나야 해요」",
        "上司へのメールを中国語で。件名は「会议通知」",
        "新商品「ひだまりミルクティー」のキャッチコピーを十個考えて",
        "パーキンソン病とアルツハイマー病の違いを中学生にもわかるように",
        "What does this mean in English? Mañana vamos a la playa con los niños.",
        "Fix my Italian: Ieri sera abbiamo mangiato una pizza buonissima.",
        "Translate this Turkish sentence: Yarın sabah erken kalkmam gerekiyor.",
        "Translate this Indonesian text: Saya ingin memesan dua kamar untuk besok malam.",
        "この文を日本語にして: Je voudrais réserver une table pour deux personnes.",
        "What is the Arabic word شكرا used for",
        "How do I pronounce नमस्ते?",
        "What does שלום mean?",
        "How do you say สวัสดี in English?",
        "Correct my French: je suis allé au marché avec ma soeur et nous avons acheté des fruits",
        "Can you check my Spanish: Ayer fui a la playa con mis amigos",
        "Translate to English: El gato duerme en la cocina todo el día",
        'Translate "Wo ist der Bahnhof?" into English',
        'How do I say "guten Morgen" in Spanish?',
        'What does "Fernweh" mean?',
        "Können Sie mir die Photosynthese erklären?",
        "Was ist die Hauptstadt von Australien?",
        "Wie funktioniert ein Verbrennungsmotor?",
        "Schreibe ein Gedicht über den Herbst",
        "¿Cómo funciona la fotosíntesis?",
        "普通預金の口座番号は1234567です",
        "次の見出しで記事を書いて。\n# はじめに\n## 背景\n## まとめ",
    ],
)
def test_words_of_another_language_are_no_names(text: str) -> None:
    assert people(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Translate for me: 请告诉王晓梅明天下午三点在办公室开会。", "王晓梅"),
        ("Polish the sentence: Mei-Ling Tsao 负责这个项目，李国强负责测试。", "李国强"),
        ("请帮我给王晓明写一封邮件，告诉他会议改到星期五。", "王晓明"),
        ("我叫陈丽华，今年二十八岁，在一家银行工作。", "陈丽华"),
        ("请把这个包裹寄给欧阳文静女士。", "欧阳文静"),
        ("请转告小李，他的护照已经准备好了。", "小李"),
        ("黄磊打电话说他今天不能来上班。", "黄磊"),
        ("老板让何平把报告发给客户。", "何平"),
        ("约翰·史密斯先生下周来我们公司访问。", "史密斯"),
        ("How do I say this? 김서연에게 내일까지 보고서를 보내 달라고 전해 주세요.", "김서연"),
        ("어제 하늘 씨와 같이 저녁을 먹었습니다.", "하늘"),
        ("남궁민과 한소희가 같이 프로젝트를 맡았습니다.", "한소희"),
        ("Меня зовут Варвара Ольшевская, я живу недалеко.", "Варвара Ольшевская"),
        ("Translate: Bitte schicken Sie Annelie Brückner die Rechnung bis Freitag.", "Annelie Brückner"),
        ("Fix my Italian: Ieri sera abbiamo mangiato con Ottavia Bellandi.", "Ottavia Bellandi"),
        ("my friend प्रिया शर्मा is coming", "प्रिया शर्मा"),
        ("Please call संजय about the meeting", "संजय"),
        ("I met דוד כהן yesterday", "דוד כהן"),
        ("Tell สมชาย I'm late", "สมชาย"),
        ("Translate: Ich heiße Klaus Meier und wohne in Köln", "Klaus Meier"),
        ("Bitte rufen Sie Korbinian an, ich bin krank", "Korbinian"),
        ("Mein Kollege Thorbjörn kommt morgen", "Thorbjörn"),
        ("Je voudrais écrire à mon ami Thibault, il est malade", "Thibault"),
        ('Translate to English: "Mein Nachbar Herr Schmidt ist krank"', "Schmidt"),
        ("maria de la cruz phone", "maria de la cruz"),
        ("follow up with benjamin a seiler in a couple of months. Thanks", "benjamin a seiler"),
        ("Tell Siti binti Tarudin that João da Silva e Souza is here", "João da Silva e Souza"),
        ("議事録: 出席者は八木沢、タン・ウェイリン、Nakagawa。", "タン・ウェイリン"),
    ],
)
def test_names_in_another_language_are_found(text: str, name: str) -> None:
    assert name in people(text)


def test_an_address_in_another_script_stays_whole() -> None:
    found = Finder().find("Tilly Nicholson lives at 10252 Μεγάλη Άμμος 184, ΠΑΦΟΣ")
    assert "184" in " ".join(piece.text for piece in found if piece.kind == "address")
