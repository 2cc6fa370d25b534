"""Words that streets, companies, peoples and dates are put together from. Our own lists; knows nothing else."""

STREET_BEHIND = (
    "Street St St. Road Rd Rd. Avenue Ave Ave. Drive Dr Lane Ln Court Ct Way Boulevard Blvd Place Pl Terrace Close Crescent"
    " Square Hill Gardens Grove Mews Parkway Circle Trail Highway Row Walk Mill Alley Green Rise View Park Ridge Loop Quay"
).split()
STREET_JOINED = (
    "strasse straße str. gasse weg platz allee ring ufer damm steig laan straat weg plein dijk kade singel gracht vej gade"
    " gården vænget parken stræde veien gata gate bakken vegen svingen gatan vägen gränd torget stigen katu tie kuja polku"
    " ranta gata stígur vegur braut götu utca út utcája ova ulice tee puiestee iela gatve skaya"
).split()
STREET_BEFORE = (
    "Via|Viale|Piazza|Corso|Largo|Vicolo|Strada|Rue|rue de|rue du|Avenue|Avenue de|Boulevard|Place|Quai|Chemin|Impasse|Allée"
    "|Calle|C/|Avda.|Avenida|Paseo|Plaza|Carretera|Ctra.|Camino|Rúa|Carrer|Rua|Rua da|Avenida da|Travessa|Praça|Estrada"
    "|ul.|ulica|al.|os.|pl.|Aleja|Strada|Str.|Bulevardul|Aleea|Trg|Cesta|Put|Obala|Ulica|улица|ул.|Λεωφόρος|Οδός|Jalan|Jl."
    "|Quinta|Barrio|Urbanización|Via della|Via San|Kungs|Am|An der|Im|Auf dem|Zum|Unter den|Op de|Rruga|bul.|Lorong"
).split("|")
STREET_AFTER = "u.|utca|út|tér|köz|sor|fasor|tee|tn|pst|g.|gatvė|iela|sokak|caddesi|Sk.|Cd.|cesta|nábřeží|náměstí|üzeri".split(
    "|"
)
UNIT = "Apt.|Apt|Apartment|Suite|Ste|Ste.|Unit|Flat|Floor|Room|#|No.|Building|Bldg|PO Box|P.O. Box|Studio|Box|Piso|Interior|Office"
BRAND_PARTS = (
    "data green cloud logic smart blue bright health care edu fund civic open geo loop pay trans solar net social medi auto"
    " agri farm home way map lend credit stock price food news law legal learn bio gene therm quant vista nova terra aqua"
    " luna zen iron copper stone fox bear owl hawk maple oak cedar river lake north true first next ever simple pro omni"
    " meta inter micro rate watch trip rent spot link hub stream track search school job work shop ware craft sync graph"
).split()
BRAND_ENDS = "ly ify io ia us ix er able ium eon ora ity ment scape wise point base lab labs box works soft tech ware metrics".split()
ONE_WORD = (
    "Google Apple Microsoft Amazon Facebook Meta Netflix Tesla Toyota Honda Sony Nintendo Samsung Siemens Bosch Nokia IKEA"
    " Volvo BMW Ford GM Chrysler Walmart Target Costco Starbucks McDonald's Nike Adidas Intel IBM Oracle SAP Cisco Dell HP"
    " Boeing Airbus Lufthansa Ryanair Uber Airbnb PayPal Visa HSBC Barclays Citibank Deloitte KPMG Accenture McKinsey"
    " Pfizer Novartis Bayer BASF Nestlé Unilever Danone Shell BP Exxon Chevron Total Disney Warner Pixar BBC CNN Reuters"
    " UNESCO UNICEF NATO NASA FBI CIA WHO IMF Greenpeace Interpol Harvard Stanford Oxford Cambridge MIT Yale UCLA Spotify"
    " Twitter YouTube LinkedIn Reddit TikTok Instagram WhatsApp Zoom Slack Adobe Salesforce Verizon Vodafone AT&T Comcast"
).split()
FIRMS = [
    *ONE_WORD,
    "Goldman Sachs",
    "Morgan Stanley",
    "Bank of America",
    "Wells Fargo",
    "JP Morgan",
    "Deutsche Bank",
    "Credit Suisse",
    "General Motors",
    "General Electric",
    "Red Cross",
    "Manchester United",
    "Real Madrid",
    "New York Times",
    "Rolling Stone",
    "The Guardian",
    "Financial Times",
    "Johnson & Johnson",
    "Procter & Gamble",
    "American Airlines",
    "British Airways",
    "Universal Music",
    "Columbia Records",
    "EMI",
    "Atlantic Records",
    "Home Depot",
    "Best Buy",
    "United Nations",
    "World Bank",
]
GROUPS = (
    "American British English Scottish Welsh Irish French German Italian Spanish Portuguese Dutch Belgian Swiss Austrian"
    " Danish Swedish Norwegian Finnish Icelandic Greenlandic Polish Czech Slovak Slovenian Croatian Serbian Bosnian Hungarian"
    " Romanian Bulgarian Greek Turkish Cypriot Albanian Macedonian Estonian Latvian Lithuanian Russian Ukrainian Belarusian"
    " Georgian Armenian Chechen Kazakh Uzbek Mongolian Chinese Taiwanese Japanese Korean Vietnamese Thai Cambodian Laotian"
    " Burmese Malaysian Singaporean Indonesian Filipino Australian Kiwi Indian Pakistani Bangladeshi Nepalese Afghan Iranian"
    " Persian Iraqi Syrian Lebanese Jordanian Israeli Palestinian Saudi Yemeni Omani Emirati Kuwaiti Egyptian Libyan"
    " Tunisian Algerian Moroccan Sudanese Ethiopian Kenyan Ugandan Tanzanian Rwandan Nigerian Ghanaian Senegalese Malian"
    " Ivorian Cameroonian Congolese Angolan Zambian Zimbabwean Namibian Mexican Cuban Jamaican Haitian Dominican Guatemalan"
    " Honduran Salvadoran Nicaraguan Panamanian Colombian Venezuelan Ecuadorian Peruvian Bolivian Chilean Argentinian"
    " Argentine Uruguayan Paraguayan Brazilian Canadian Hispanic Latino Asian European African Arab Kurdish Basque Catalan"
    " Jewish Muslim Christian Catholic Protestant Orthodox Buddhist Hindu Sikh Mormon Atheist Republican Democrat Conservative"
    " Liberal Communist Socialist Labour Tibetan Bavarian Texan Californian Parisian Sicilian Maltese Bruneian Maldivian Fijian"
    " Samoan Tongan Barbadian Bahamian Surinamese Guyanese Greenlander Icelander Swede Dane Finn Pole Turk Serb Croat Scot"
    " Spaniard Briton Englishman Frenchman Irishman Dutchman Welshman Somali Eritrean Gambian Liberian Togolese Beninese"
).split()
HONORIFIC = (
    "Mr. Mrs. Ms. Miss Dr. Prof. Mr Mrs Ms Dr Professor Sir Madam Herr Frau Señor Captain Judge Rev.".split()
)
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
OFTEN = (
    "en_US",
    "en_GB",
    "de_DE",
    "fr_FR",
    "es_ES",
    "it_IT",
    "en_IN",
    "en_CA",
    "en_AU",
    "es_MX",
    "pt_BR",
    "nl_NL",
)
