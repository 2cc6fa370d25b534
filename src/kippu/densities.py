"""How heavy what is measured in a kitchen is, for whoever turns cups into grams and whoever hears of them."""

WEIGHS = {
    "water": 1.0, "milk": 1.03, "cream": 1.01, "flour": 0.528, "plain flour": 0.528,
    "all-purpose flour": 0.528, "white flour": 0.528, "sugar": 0.845, "white sugar": 0.845,
    "granulated sugar": 0.845, "brown sugar": 0.93, "icing sugar": 0.507, "powdered sugar": 0.507,
    "butter": 0.959, "oil": 0.921, "olive oil": 0.913, "vegetable oil": 0.921, "honey": 1.43, "salt": 1.23,
    "rice": 0.782, "oats": 0.342, "cocoa": 0.363, "cornstarch": 0.541, "cornflour": 0.541,
    "水": 1.0, "牛乳": 1.05, "小麦粉": 0.55, "薄力粉": 0.55, "強力粉": 0.55, "片栗粉": 0.65, "砂糖": 0.65,
    "上白糖": 0.65, "グラニュー糖": 0.9, "塩": 1.2, "バター": 0.9, "油": 0.9, "サラダ油": 0.9,
    "はちみつ": 1.4, "米": 0.85,
}  # fmt: skip
"""Grams of a millilitre: of a US cup (236.6 ml) after USDA FoodData Central; the Japanese ones of a cup of
200 ml after the Standard Tables of Food Composition in Japan."""
