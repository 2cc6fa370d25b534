"""What people buy, by its English words: "milk", "eggs", and what is called by two, such as "orange juice".

Both who asks whether something is to be bought, and who takes a row of items apart, ask here.
"""

import re

_PRODUCTS = frozenset(
    "milk cream butter margarine cheese yogurt yoghurt egg bread bun bagel toast flour sugar salt"
    " pepper rice pasta spaghetti noodle cereal oat oatmeal muesli honey jam syrup oil vinegar ketchup"
    " mustard mayonnaise mayo sauce soup stock spice garlic onion potato tomato carrot cucumber lettuce"
    " salad spinach cabbage broccoli cauliflower mushroom courgette zucchini aubergine eggplant leek"
    " celery corn pea bean lentil chickpea tofu avocado apple pear banana orange lemon lime grape berry"
    " strawberry blueberry raspberry cherry peach plum melon watermelon pineapple mango kiwi fruit"
    " vegetable veg veggie meat beef pork ham bacon sausage steak mince chicken turkey salmon tuna cod"
    " shrimp prawn biscuit cookie cracker chip crisp chocolate candy sweet snack nut almond peanut juice"
    " water soda cola coke lemonade beer cider whisky whiskey vodka gin detergent bleach soap shampoo"
    " conditioner toothpaste toothbrush deodorant razor tissue napkin foil sponge diaper nappy wipe"
    " battery bulb candle"
    .split()
)  # fmt: skip
"""What is bought, by the word that it is called by at its end; no word that is planned as well, as tea is."""
_FRUIT = (
    "apple orange lemon lime grape pear peach cherry plum berry strawberry raspberry"
    " blueberry mango pineapple"
).split()
_MEAT = "chicken beef pork ham turkey fish tuna salmon shrimp prawn meat egg".split()
_GREENS = "tomato potato onion carrot mushroom celery corn pea bean lentil leek vegetable veg veggie".split()
_KINDS = {
    "juice": {*_FRUIT, "tomato", "carrot", "fruit", "vegetable"},
    "jam": {*_FRUIT, "fruit"},
    "yogurt": {*_FRUIT, "fruit"},
    "yoghurt": {*_FRUIT, "fruit"},
    "cider": {*_FRUIT},
    "sauce": {*_GREENS, "apple", "cheese", "mustard", "pasta", "chocolate", "fish", "pepper"},
    "soup": {*_GREENS, *_MEAT, "noodle"},
    "stock": {*_MEAT, *_GREENS},
    "salad": {*_MEAT, *_GREENS, "fruit", "pasta", "rice"},
    "oil": {"olive", "corn", "nut", "peanut", "vegetable", "coconut"},
    "vinegar": {"rice", "cider", "wine", "apple"},
    "milk": {"almond", "oat", "rice", "nut", "chocolate", "banana", "strawberry", "soy", "coconut"},
    "cream": {"ice", "salad", "sour"},
    "butter": {"peanut", "almond", "nut", "garlic"},
    "cheese": {"cream"},
    "bread": {"garlic", "corn", "soda", "banana", "milk"},
    "flour": {"corn", "rice", "almond", "oat"},
    "syrup": {"corn"},
    "cereal": {"rice", "oat", "corn", "chocolate"},
    "noodle": {"egg", "rice"},
    "chip": {"potato", "corn", "chocolate", "banana"},
    "crisp": {"potato", "corn", "apple"},
    "cracker": {"cheese", "rice", "cream", "salt"},
    "cookie": {"chocolate", "oat", "oatmeal", "butter", "egg"},
    "biscuit": {"chocolate", "oat", "butter"},
    "chocolate": {"milk"},
    "chicken": {"butter"},
    "bean": {"butter", "coffee"},
    "bacon": {"turkey"},
    "sausage": {"pork", "beef", "chicken", "turkey"},
    "mince": {"beef", "pork", "turkey"},
    "steak": {"tuna", "salmon", "pepper"},
    "tomato": {"cherry", "plum"},
    "pepper": {"lemon"},
    "mustard": {"honey"},
    "water": {"coconut", "soda"},
    "salt": {"garlic", "celery"},
    "powder": {"garlic", "onion", "chocolate", "milk"},
    "paste": {"tomato"},
    "paper": {"toilet", "kitchen", "baking"},
    "roll": {"toilet", "kitchen", "bread"},
    "candy": {"chocolate"},
}
"""What is called by two words, by the second: a row of things has none of these apart."""
_ALONE = frozenset(
    "milk bread sugar salt flour pasta rice butter water juice beer detergent shampoo toothpaste cereal"
    " yogurt yoghurt soap ketchup mayo".split()
)
"""What tells the kind of nothing but what is in ``_KINDS``: of "lemon cookies" the lemon does."""
_PAIR = 2


def is_product(word: str) -> bool:
    """Whether a word, one or many of it, is something to buy."""
    return any(form in _PRODUCTS for form in _forms(word))


def in_a_row(words: str) -> list[str]:
    """The things that are named one after the other without a comma, "milk eggs"; none where a word of them
    is unknown, or there is but one thing."""
    left, found = words.split(), list[str]()
    while left:
        if len(left) > 1 and _is_kind(left[0], left[1]):
            size = 2
        elif is_product(left[0]):
            size = 1
        else:
            return []
        found.append(" ".join(left[:size]))
        left = left[size:]
    return found if len(found) > _PAIR or (len(found) == _PAIR and _stands_alone(found[0])) else []


def _stands_alone(first: str) -> bool:
    """Whether the first of only two is no kind of the second: several of it, or what never is one."""
    last = first.casefold().split()[-1]
    return last in _ALONE or last not in _PRODUCTS or " " in first


def _is_kind(first: str, second: str) -> bool:
    """Whether both are one thing: "orange juice", and no "oranges juice"."""
    return any(first.casefold() in _KINDS.get(form, ()) for form in _forms(second))


def _forms(word: str) -> tuple[str, ...]:
    """The word as it may be said of one."""
    plain = word.casefold()
    return plain, plain.removesuffix("s"), plain.removesuffix("es"), re.sub(r"ies$", "y", plain)
