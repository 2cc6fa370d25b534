"""Conversations for ``bench/memory.py``: what is told early is asked late, with ordinary talk between.

A turn is what is said; with ``Asked`` stands what a right answer names, with ``Done`` what a tool answered.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A question about what was said before."""

    text: str
    right: tuple[str, ...]
    """Words of which any stands in a right answer, in small letters."""


@dataclass(frozen=True)
class Done:
    """A command, and what the tool said that did it."""

    text: str
    answer: str


Turn = str | Asked | Done

CONVERSATIONS: tuple[tuple[Turn, ...], ...] = (
    (
        "Hi! My name is Anna and I live in Lisbon.",
        "How are you today?",
        "What could I cook for dinner?",
        "Do you like music?",
        "Tell me a fun fact about the sea.",
        Asked("What is my name?", ("anna",)),
        Asked("Which city do I live in?", ("lisbon",)),
    ),
    (
        "My dog is called Rex. He is three years old.",
        "What do dogs like to eat?",
        "How often should I walk with him?",
        "Is it good to give him a bath?",
        "What toys do dogs enjoy?",
        Asked("What is my dog called?", ("rex",)),
        Asked("How old is he?", ("three", "3")),
    ),
    (
        "I am planning a trip to Iceland in March.",
        "What should I pack?",
        "Is it very cold there?",
        "What can one see in the night sky?",
        Asked("In which month do I travel?", ("march",)),
        Asked("To which country do I travel?", ("iceland",)),
    ),
    (
        "My favourite colour is green.",
        "I also like tea more than coffee.",
        "Tell me a short story about a fox.",
        "What happens to the fox next?",
        "That was nice, thank you.",
        Asked("What is my favourite colour?", ("green",)),
        Asked("Do I like tea or coffee more?", ("tea",)),
    ),
    (
        "Good morning!",
        "I slept badly tonight.",
        "What helps to fall asleep?",
        "And what should I avoid in the evening?",
        "How many hours of sleep does one need?",
        "Why do we dream?",
        "Thanks, that helps.",
        "Have a nice day!",
    ),
    (
        "I have a meeting with Peter at nine.",
        "How do I start a meeting well?",
        "What if people are late?",
        "How can I keep it short?",
        "What is a good way to end it?",
        Asked("Who is my meeting with?", ("peter",)),
        Asked("When is my meeting?", ("nine", "9")),
    ),
    (
        "Hello, I am a teacher for mathematics.",
        Done("turn on the kitchen light", "The kitchen light is on."),
        "Why do some pupils fear numbers?",
        "How can I make a lesson fun?",
        "Give me an idea for a game.",
        Done("set a timer for 5 minutes", "A timer for 5 minutes runs."),
        "What is a good reward for pupils?",
        Asked("What is my job?", ("teach", "mathemat")),
        Asked("Which light did I turn on?", ("kitchen",)),
    ),
    (
        Done("turn on the kitchen light", "The kitchen light is on."),
        Done("close the bedroom blinds", "The bedroom blinds are closed."),
        Done("add milk to the shopping list", "Milk is on the shopping list."),
        Done("lock the front door", "The front door is locked."),
        Done("set a timer for 10 minutes", "A timer for 10 minutes runs."),
        Done("what time is it", "It is 8:15 pm."),
        "Tell me about the history of bread.",
        "Why does dough rise?",
        Asked("Which door did I lock?", ("front",)),
        "How long should bread bake?",
    ),
    (
        "My sister Maria has her birthday on Sunday.",
        "What could I give her?",
        "She likes to paint.",
        "What colours do painters use most?",
        "How do I wrap a present nicely?",
        "What cake would fit?",
        "What can we play at the party?",
        Asked("What is my sister called?", ("maria",)),
        Asked("On which day is her birthday?", ("sunday",)),
    ),
    (
        "What is a volcano?",
        "Why do they erupt?",
        "Is lava hot?",
        "What is the largest one?",
        "Can people live near one?",
        "Do plants grow there?",
        "Is there a volcano under the sea?",
        "What is a geyser?",
        "Where can I see one?",
        Asked("What did I ask you about first?", ("volcano",)),
    ),
    (
        "I bought four apples and two lemons.",
        "What can I bake with apples?",
        "Does it need sugar?",
        "What goes well with it?",
        Asked("How many apples did I buy?", ("four", "4")),
        Asked("How many lemons did I buy?", ("two", "2")),
        "Thank you!",
    ),
    (
        "I want to learn the guitar.",
        "Is it hard?",
        "How often should I practise?",
        "Which song is good to begin with?",
        "What is a chord?",
        "My fingers hurt.",
        "How long does it take to be good?",
        "Should I take lessons?",
        "Can I learn it alone?",
        Asked("Which instrument do I want to learn?", ("guitar",)),
        "Any last advice?",
        "Goodbye!",
    ),
)
