"""How English denies a deed, tells of it, wishes for it, asks after it, or asks for no deed at all.

The ways to tell of one were found by somebody who looked for sentences that did harm. Knows words alone: no
tool and no encoder.
"""

import re

from kippu.regex import regex

DEEDS = (
    "turn|switch|open|clos|shut|lock|unlock|set|start|play|chang|touch|dim|put|add|delet|remov|cancel|call|ring"
    "|text|messag|send|remind|mov|mak|rais|lower|mute|paus|kill|wak|run|clean|hoover|vacuum|book|schedul|tell"
    "|email|mail|dock|skip|stop|snooz|draw|writ|keep|clear"
    "|get(?:ting)? rid|wip|eras|empt|throw|scrap|ditch|toss"
)
DENIES = regex(
    r"(?<!why )\b(?:don't|dont|do not|dinnae|dinna|never|needn't|(?:no|any) need to|mustn't|shouldn't|not to"
    r"|without|avoid|rather (?:you )?(?:not|didn't)|under no circumstances"
    r"|(?:don't|dont|do not|didn't) (?:want|ask|tell)(?: you)? to)\s+"
    rf"(?:(?:you|ever|even|please|just|bother|dare|go|to|and)\s+)*(?:{DEEDS})"
    r"|\bleave (?:\w+ ){1,4}(?:alone|be$|as (?:it|they) (?:is|are))\b",
    re.IGNORECASE,
)
_MORE_ASKED = (
    r"(?!.*(?:,| so | and | but |\?)\s*(?:can|could|would|please|turn|switch|put|set|kill|so|and|make))"
)
"""A story that ends in a request is told for its sake."""
_SOMEBODY = (
    r"(?:he|she|they|(?:my|our|the|his|her|their) (?:neighbou?rs?|boss|mum|mom|dad|brother|sister|wife"
    r"|husband|son|daughter|kids?|friends?|flatmate|roommate|landlord|cat|dog|colleague|teacher|hotel|film|movie))"
)
_THINGS = "alarms?|reminders?|timers?|lists?|notes?|diary|calendar|meetings?|appointments?|events?|plans"
_QUALITY = "cold|cool|hot|warm|chilly|loud|quiet|bright|dark|dim"
_FOOD = (
    r"tea|coffee|soup|curry|food|dinner|pizza|water|bath|beer|wine|milk|drink|ice cream|fridge|freezer|oven"
    r"|tank|car|train"
)
_SAYINGS = (
    # on a condition, or at another time
    r"\bif(?! (?:you|possible|i (?:may|could)|(?:it|that)(?:'s| is) (?:ok|all ?right|alright|no)))\b",
    r"\b(?:unless|until|once|whenever|as soon as|in case|as long as|assuming|provided|next time)\b",
    r"\bbefore (?:i|we)\b",
    r"\bwh(?:en|ile|ilst) (?:i|we|he|she|they|my|the|it|i'm|we're)\b(?! (?:is|gets?) (?:so|too))",
    # said by somebody, done by somebody, wanted by somebody
    r"\b(?:said|says|told (?:me|him|her|us|them|you|the)|asked (?:me|him|her|us)|reckons?|shouted|yelled)\b",
    rf"\b{_SOMEBODY} (?:\w+ )?"
    r"(?:turn|left|leave|forg[eo]t|always|never|keeps?|kept|open|lock|set|play|switch|wants?\b)",
    # done already, or about to be done by the person
    r"\b(?:already|yesterday|last (?:night|week|weekend|month|year|time)|used to|i wish|was going to)\b",
    r"\b(?:(?:minutes?|hours?|days?|weeks?|months?|years?) ago|(?:would|could|should|might)(?:'ve| have))\b",
    rf"^{_MORE_ASKED}(?:well |so )?(?:i|we)(?:'ve|'d| have| had)? (?:just |only |also )*"
    r"(?!need|want|used|got\b(?! rid)|feel)(?:\w+ed|set|put|shut|left|had|sent|cut|got rid)\b(?! (?:you|to))",
    rf"^{_MORE_ASKED}(?:i'm|i am|we're|we are|that was me) (?:just |only |still )?"
    rf"(?:(?:{DEEDS})\w*ing|gonna|going to|about to|tempted|afraid)\b",
    r"^(?:i'll|i will|i should|i must|i forgot to|i have to|i could) "
    r".*\b(?:call|ring|text|message|e?mail|phone)\b",
    r"\bthat was me\b|\bby (?:mistake|accident)\b",
    # thanks and praise
    r"\b(?:thanks|thank you|cheers|ta|appreciate|nice one|good (?:job|thing|work|call)|well done|sorry|glad"
    r"|happy)\b,? (?:for|on|that|you|the)\b|\bthank god\b|\bhooray\b",
    # to be left as it is; not this but that; all but one
    r"\bleave (?:it|that|them|everything|the)\b"
    r"|^(?:enough|no|no more)\b(?! (?:light|longer|sound|noise|volume))"
    r"|\bnot the\b",
    r"\b(?:on|off|open|closed|shut),? not (?:on|off|open|closed|shut)\b",
    r"\b(?:except|bar|apart from|save for|other than|everything but|all but|but the|but keep|not that)\b",
    r"\b(?:no,? wait|i mean|scratch that|(?<!^)actually|never ?mind|on second thoughts)\b",
    # a state that is told or is right as it is, and one that a word turns round
    rf"^(?:my|all|all my|the|our|every) ?(?:\w+ )?(?:{_THINGS})(?:'s| is| are| has)\b",
    rf"^no (?:more )?(?:{_THINGS})\b",
    rf"^{_MORE_ASKED}(?:the |my |our |all )*(?:lights?|coffee) (?:is|are|was|were|went|comes?|keeps?)\b"
    r"(?! (?:too|so|very|way|a bit|really|blinding|to be)\b)",
    r"^(?:please |can you |could you )*(?:stop|quit) "
    r"(?:dimm|brighten|turn|switch|chang|rais|lower|clos|lock)\w*ing\b",
    r"^(?:the )?(?:heating|heater|fan|telly|tv|lights?|lamp|blinds?|curtains|doors?|windows?)"
    r"(?:'s| is| are)(?: \w+)? (?:on|off|closed|shut|open|locked)$",
    rf"\b(?:{_QUALITY}) enough\b|\bless (?:{_QUALITY})\b|\bhalve\b|\btoo (?:high|low|much light)\b",
    rf"\b(?:isn't|(?<!^)not|no longer|don't mind it) (?:too |that |so )?(?:{_QUALITY})\b",
    rf"\b(?:nice|lovely) and (?:{_QUALITY}|cosy)\b|\bbut (?:i like|it's (?:fine|too|ok)|i'm fine)\b",
    # of something that is no room and no thing of the home
    rf"\b(?:{_FOOD})\b(?:'s|'re| is| are| isn't| aren't)? ?(?:way |far |too |so )*(?:{_QUALITY}|freezing)\b",
    r"\b(?:outside|in the (?:garden|loft|shed|car|conservatory|fridge|shop)|in town|at work|thin ice)\b",
    rf"\b(?:warm|heat|cool|chill)(?: me)? (?:up|down) (?:a|the|some|my) (?:{_FOOD})\b",
    r"\b(?:cold|hot|freezing|boiling|chilly|nippy|baltic|perishing) out\b|\block up (?:your|the shop)\b",
    r"\bclean (?:my |the |your )?(?:oven|shoes?|windows?|dishes|car|teeth|hob|sink|bath|toilet|pool"
    r"|fridge|grill|barbecue|aquarium|tank|desk|mirror)\b",
    r"\b(?:come|slate) clean\b|\byou remind\b|\bremind (?!me\b|us\b)\w+|\bremind me again why\b",
    r"\bhear myself think\b|\bi like it\b",
    r"\b(?:fix(?! (?:me|us)\b)|repair|sell|buy|order)\b|\bneeds? (?:a )?new\b|\b(?:need|want|get) a new\b",
    # only mused about
    r"\b(?:maybe|perhaps|might|wonder(?:ing)? (?:what|why|how)|thinking (?:of|about)|considering|some ?day"
    r"|one day|imagine|suppose|what if|should i|any idea)\b",
    # time that is begged for
    r"^(?:hang on|hold on|just|give me|wait|back in|one) (?:a |an |one )?(?:sec|second|minute|moment)s?\b",
)  # fmt: skip
TELLS = regex("|".join(_SAYINGS), re.IGNORECASE)
"""On a condition, at another time, by somebody, in the past, of something else, or only mused about."""
NO_CONDITION = regex(
    r",? (?:until|till?|unless) (?:(?:i|we) (?:say|tell|ask|call|want|need|speak|let)\b.*"
    r"|(?:i'm |i am )?(?:told|asked|said|instructed|notified)\b.*|further notice)$"
    r"|\b(?:until|till?) (?:about )?(?=\d|(?:noon|midday|midnight|half past|quarter (?:to|past)|tomorrow"
    r"|tonight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
"""Says that another order will end it, as one always may; or when it ends, which is among the times."""
WANTS = regex(
    r"^(?:(?:hey|hi|yo|ok|okay|please|so|well|now|kippu|google|alexa|olly|computer)[ ,]+)*"
    r"i(?:'d like| would like| (?:really |do )?(?:need|want))(?: to (?:have|drink))? "
    r"(?!(?:a |the |some |my |another )?new\b|to |you )(?:(?!\b(?:and|but|for|from|in|at|on)\b)[\w']+ ){0,4}"
    r"(?:coffees?|espressos?|lattes?|cappuccinos?|americanos?|brew)(?: made)?"
    r"(?: (?:with|without) .*)?(?:,? (?:right )?(?:now|please|for me|asap|thanks))*[.!]?$",
    re.IGNORECASE,
)
WISHES = regex(
    r"\b(?:would|'d) (?:be|taste|go down|love|like|kill)\b(?! (?:you|to have you|if you))"
    r"|\bcould (?:really )?(?:use|do with)\b|\bfeel(?:ing)? like\b|\bin the mood\b|\bi wish\b|\bcrav"
    r"|\bi (?:really )?(?:need|want) (?:a|an|some|my|more)\b",
    re.IGNORECASE,
)
ASKS = regex(
    r"^(?:(?:is|are (?!you able\b)|was|were|did|does|has|had|which|who|why|when|where|how (?!about\b))\b"
    r"(?! it possible\b)"
    r"|(?:do|have) (?:i|we|you|they|the \w+ (?:need|have))\b"
    r"|what(?:'s| is| are| was| did| do| does| will| happens| would| if)\b)",
    re.IGNORECASE,
)
WONDERS = regex(
    r"^(?:(?:please|hey|ok|can you|could you|would you)[ ,]+)*"
    r"(?:translate|summari[sz]e|rewrite|rephrase|proofread|how (?:do|would) (?:you|i) say"
    r"|(?:write|compose|draft) (?:me )?an? (?:\w+ ){0,2}"
    r"(?:poem|script|function|program|story|letter|essay|song|speech))\b",
    re.IGNORECASE,
)
"""Asks for a text, whatever that speaks of: "translate this: call me"."""
