"""The words that tell a difference from a value, and which way it went: "up", "another", "fewer", "off"."""

import re

UP = (
    r"(?:up|risen|rose|rising|increased?|increasing|gained?|grown|grew|climbed|crept up|gone up|went up"
    r"|jumped|lifted|i fyny|wedi codi|codi)"
)
DOWN = (
    r"(?:down|fallen|fell|falling|dropped|drop|dropping|reduced|reducing|decreased?|cut|shaved|knocked"
    r"|trimmed|lost|shrunk|brought down|come down|gone down|went down|reduction of|fall of|decrease of|lower"
    r"|i lawr|wedi gostwng|gostwng)"
)
ABOUT = (
    r"(?:\s+(?:by|about|around|roughly|approx(?:imately)?|nearly|almost|just|only|over|another|a further|a|an"
    r"|some|a whole|of|off|circa|c|tua|o))*\s*$"
)
CHANGE_BEFORE = re.compile(rf"\b(?P<up>{UP}|increase of|rise of)(?P<gap>{ABOUT})|\b(?P<down>{DOWN}){ABOUT}")
BY_BEFORE = re.compile(
    r"\bby(?: about| around| roughly| nearly| another| a| just| only| over| almost)*\s*$|\bo\s*$"
)
VERB_UP = re.compile(
    r"\b(?:up|risen|rose|increas\w+|gained|grown|grew|climbed|crept up|went up|jumped|raised|lifted|codi)\b"
)
VERB_DOWN = re.compile(
    r"\b(?:down|fallen|fell|drop\w*|reduc\w+|decreas\w+|cut|shaved|knocked|trimmed|shrunk|lower\w*|shorten\w*"
    r"|gostwng)\b"
)
VERB_BETTER = re.compile(r"\b(?:improv\w+|better|bettered)\b")
VERB_WORSE = re.compile(r"\b(?:wors\w+|deteriorat\w+|slipp\w+)\b")
TO_OR_FROM = re.compile(
    r"\b(?:to|at|from|than|i)(?: about| around| just| over| under| nearly| the| roughly| a)*\s*$"
)
MORE_AFTER = re.compile(
    r"\s*(?:(?:\w+|-)\s+)?(?P<up>more|extra|additional|further|higher|longer|slower|above|up(?=\s+(?:on|since"
    r"|this|compared|vs|versus)\b|\s*$))\b(?!\s+(?:to|from|left|until|time|date|than (?:half|enough)"
    r"|and running)\b)(?P<than>\s+(?:than|on)\b)?|\s*(?:\w+\s+)?(?P<down>fewer|less|lower|down(?=\s+(?:on"
    r"|since|this|compared|vs|versus)\b|\s*$)|quicker|faster|shorter|sooner)\b(?!\s+(?:to|from|sick|ill|work"
    r"|with|at|for|due)\b)|\s*(?:\w+\s+)?(?P<better>better)\b|\s*(?:\w+\s+)?(?P<worse>worse)\b"
)
ANOTHER_BEFORE = re.compile(
    r"\b(?:another|a further|an extra|an additional|additional|extra|plus|further|arall)\s*$"
)
CLEARED = re.compile(
    r"\b(?:clear\w*|clos\w+|resolv\w+|complet\w+|finish\w*|fix\w*|deal\w*|dealt|process\w*|sort\w*|done|did"
    r"|shift\w*|off|cross\w+|removed|knocked|tick\w+)\b"
)
MORE_LEFT = re.compile(r"\b(?:to go|to do|left|needed|required|to see|to complete|to finish)\b")
TAKEN_OFF = re.compile(
    r"\b(?:took|taken|take|taking|knocked|shaved|cut|trimmed|got)(?: (?:about|another|nearly|around|a|an"
    r"|almost))*\s*$"
)
CLEARED_BEFORE = re.compile(
    r"\b(?:cleared|closed|resolved|fixed|completed|processed|dealt with|shifted|sorted|got rid of)(?: (?:off"
    r"|another|about|around|some|out|over|nearly|a))*\s*$"
)
CLEARED_AFTER = re.compile(
    r"^\s*(?:[a-z]+ )?(?:cleared|closed|resolved|fixed|completed|processed|dealt with|sorted)\b"
)
