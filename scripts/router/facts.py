"""Short questions with answers that a program can check, from what everybody may know: facts, words, sums.

Written for this project; nothing here is from another collection.
"""

_CAPITALS = """France Paris|Japan Tokyo|Italy Rome|Germany Berlin|Spain Madrid|Portugal Lisbon|Greece Athens
Norway Oslo|Sweden Stockholm|Finland Helsinki|Denmark Copenhagen|Poland Warsaw|Austria Vienna|Hungary Budapest
Ireland Dublin|Iceland Reykjavik|Turkey Ankara|Egypt Cairo|Kenya Nairobi|Nigeria Abuja|Ethiopia Addis_Ababa
Morocco Rabat|Ghana Accra|Peru Lima|Chile Santiago|Cuba Havana|Canada Ottawa|Australia Canberra
India New_Delhi|Nepal Kathmandu|Thailand Bangkok|Vietnam Hanoi|Mongolia Ulaanbaatar|Iran Tehran|Iraq Baghdad
Uruguay Montevideo|Bolivia La_Paz/Sucre|Slovenia Ljubljana|Kazakhstan Astana|Madagascar Antananarivo"""

_SYMBOLS = """gold Au|silver Ag|iron Fe|oxygen O|hydrogen H|sodium Na|potassium K|lead Pb|tin Sn|copper Cu
mercury Hg|helium He|carbon C|zinc Zn|tungsten W|calcium Ca|chlorine Cl|magnesium Mg|silicon Si|neon Ne"""

_AUTHORS = """Hamlet Shakespeare|Pride_and_Prejudice Austen|War_and_Peace Tolstoy|Don_Quixote Cervantes
Moby-Dick Melville|1984 Orwell|The_Odyssey Homer|Frankenstein Shelley|Dracula Stoker|Oliver_Twist Dickens
Faust Goethe|The_Divine_Comedy Dante|Crime_and_Punishment Dostoevsky/Dostoyevsky|Ulysses Joyce
The_Metamorphosis Kafka|Jane_Eyre Brontë/Bronte|Les_Misérables Hugo|The_Great_Gatsby Fitzgerald
The_Old_Man_and_the_Sea Hemingway|One_Hundred_Years_of_Solitude Márquez/Marquez"""

_OPPOSITES = """hot cold|big small/little|happy sad/unhappy|early late|empty full|rich poor|loud quiet/silent
ancient modern/new|brave cowardly/afraid/timid|generous stingy/selfish/mean|victory defeat/loss
arrive leave/depart|shallow deep|expand contract/shrink|guilty innocent|rough smooth|temporary permanent
increase decrease|accept reject/refuse|bitter sweet"""

_PASTS = """go went|eat ate|see saw|run ran|write wrote|teach taught|buy bought|begin began|swim swam|fly flew
catch caught|drive drove|choose chose|freeze froze|seek sought|break broke|throw threw|sing sang
lead led|bite bit"""

_COINS = """Japan yen|India rupee|Mexico peso|China yuan/renminbi|Russia ruble/rouble
Brazil real|Thailand baht|Poland zloty/złoty|Israel shekel|Vietnam dong
Sweden krona|Turkey lira|Hungary forint|Nigeria naira|Ghana cedi"""

_OTHERS = """How many days are in a week? 7/seven
How many months are in a year? 12/twelve
How many legs does a spider have? 8/eight
How many sides does a hexagon have? 6/six
How many minutes are in an hour? 60/sixty
How many continents are there? 7/seven
How many players are in a soccer team on the field? 11/eleven
How many strings does a violin have? 4/four
How many planets are in the solar system? 8/eight
How many degrees are in a right angle? 90/ninety
What is the largest planet in the solar system? Jupiter
Which planet is closest to the Sun? Mercury
What is the largest ocean on Earth? Pacific
What is the longest river in South America? Amazon
What is the highest mountain on Earth? Everest
Who painted the Mona Lisa? Leonardo
Who developed the theory of relativity? Einstein
Who was the first person to walk on the Moon? Armstrong
In which year did World War II end? 1945
In which year did the Berlin Wall fall? 1989
Which gas do plants take in for photosynthesis? carbon dioxide/CO2
What is the hardest natural substance? diamond
What is the freezing point of water in Celsius? 0/zero
Which organ pumps blood through the body? heart
Which language is spoken in Brazil? Portuguese
What is the square root of 81? 9/nine
What is the chemical formula of water? H2O/H₂O
What do bees make? honey
What is a baby cat called? kitten
What is a young sheep called? lamb
Which metal is liquid at room temperature? mercury
Who wrote the Ninth Symphony with the Ode to Joy? Beethoven
What is the study of earthquakes called? seismology
What is the capital of the US state of Texas? Austin
What is the capital of the US state of Vermont? Montpelier
Which element has atomic number 26? iron
Which country has the city of Marrakesh? Morocco
Who discovered penicillin? Fleming
What is the smallest prime number? 2/two
What is the Roman numeral for 50? L"""


def facts() -> list[tuple[str, tuple[str, ...]]]:
    """Questions, each with the answers of which one must stand in a right reply."""
    made = [(f"What is the capital of {of}?", is_) for of, is_ in _pairs(_CAPITALS)]
    made += [(f"What is the chemical symbol for {of}?", is_) for of, is_ in _pairs(_SYMBOLS)]
    made += [(f"Who wrote {of}?", is_) for of, is_ in _pairs(_AUTHORS)]
    made += [(f"What is the opposite of '{of}'?", is_) for of, is_ in _pairs(_OPPOSITES)]
    made += [(f"What is the past tense of '{of}'?", is_) for of, is_ in _pairs(_PASTS)]
    made += [(f"What is the currency of {of}?", is_) for of, is_ in _pairs(_COINS)]
    made += [_split(line) for line in _OTHERS.splitlines()]
    made += [
        (f"What is {a} plus {b}?", (str(a + b),)) for a, b in ((2, 3), (7, 5), (12, 9), (34, 28), (57, 66))
    ]
    made += [
        (f"What is {a} times {b}?", (str(a * b),)) for a, b in ((3, 4), (6, 7), (8, 12), (13, 7), (24, 15))
    ]
    made += [
        (f"What is {a} minus {b}?", (str(a - b),))
        for a, b in ((9, 4), (20, 7), (51, 19), (83, 45), (100, 36))
    ]
    return made


def _pairs(table: str) -> list[tuple[str, tuple[str, ...]]]:
    pairs = []
    for cell in table.replace("\n", "|").split("|"):
        of, is_ = cell.rsplit(" ", 1)
        pairs.append((of.replace("_", " "), tuple(is_.replace("_", " ").split("/"))))
    return pairs


def _split(line: str) -> tuple[str, tuple[str, ...]]:
    question, answers = line.split("? ", 1)
    return f"{question}?", tuple(answers.split("/"))
