"""Whose control a cause is in: the person's own doing, or something that happened to them.

Outside: suppliers, other departments and bodies, IT, government and regulators, sickness, weather, the recruitment
market, decisions on money. Own: what someone says they forgot, put off, underestimated. Where both are told it is
mixed, and asked about; where neither is, nothing is known.
"""

import re
from collections.abc import Iterable

from core.understanding.written import Written

_SAID_OUTSIDE = re.compile(
    r"\b(?:out(?:side)?(?: of)? (?:my|our|anyone'?s?|the team'?s) (?:control|hands)|beyond (?:my|our) control"
    r"|not (?:within |in )?(?:my|our) (?:control|fault|doing|making)|(?:no|not any) fault of (?:mine|ours"
    r"|my own|our own)|nothing (?:i|we) (?:can|could) do|y tu hwnt i(?:'n|'m)? (?:f?y )?rheolaeth"
    r"|tu hwnt i'n rheolaeth)\b"
)
_OWN = re.compile(
    r"\b(?:my (?:own )?(?:fault|bad|mistake|error|doing|oversight)|our (?:own )?(?:fault|mistake|error|doing"
    r"|oversight)|own fault|own goal|down to me|on me\b|all on me|that'?s on (?:me|us)|(?:i|we|i've|we've|i'd"
    r"|we'd|have|just|simply|completely|totally) (?:just |simply |totally |completely |clean |plain "
    r"|stupidly |honestly |both |)?(?:forgot|forgotten|misjudged|underestimated|under-estimated|overlooked"
    r"|miscalculated|misread|misunderstood|procrastinated|put it off|put this off|let it (?:slip|slide|drift)"
    r"|kept putting (?:it|this|that) off|left it (?:too late|late|to the last)|neglected|mismanaged|messed up"
    r"|mucked up|dropped the ball|took (?:my|our) eye off|took on too much|overcommitted|over-committed"
    r"|got distracted|got side-?tracked|ran out of steam|lost track|lost focus|was (?:too )?(?:slow|lazy"
    r"|disorganised|complacent)|were (?:too )?(?:slow|complacent|disorganised)|planned (?:it |this )?badly"
    r"|booked the wrong|sent the wrong|double[- ]booked|missed the email|should have|should'?ve|could have"
    r"|ought to have|made a mistake|got (?:it|the \w+|my \w+) wrong|prioritised (?:other|the wrong)"
    r"|didn'?t prioriti[sz]e|overestimated|over-estimated|bit off more)|^\W*forgot\b|(?:so|totally|and|but"
    r"|because) forgot\b|should(?:'ve| have| of) (?:started|done|chased|asked|planned|booked|sent|begun|got"
    r"|been|raised|checked|allowed|given|made)|(?:did ?n'?t|did not|have ?n'?t|has ?n'?t|have not|never"
    r"|not)(?: \w+)? (?:get|got|gotten|getting) (?:round|around) to|(?:did ?n'?t|did not|have ?n'?t|never"
    r"|not) (?:manage to |really |even |bother(?:ed)? to |think to |remember to )?(?:chase|chased|chasing"
    r"|prioritis\w+|make (?:the )?time|made (?:the )?time|find the time|found the time"
    r"|put (?:enough )?(?:time|effort) in|plan(?:ned)? (?:it|this|ahead|for)|allow(?:ed)? enough|leave enough"
    r"|left enough|give myself|get my act together|keep on top|stay on top|book|booked|submit|submitted)"
    r"|me (?:not|being) (?:\w+ing|slow|late|behind|disorganised)|me forgetting|\b(?:i|we) (?:just |simply "
    r"|honestly )?(?:did ?n'?t|have ?n'?t|did not) (?:do|done) (?:it|this|that|anything|my bit)"
    r"|poor planning on (?:my|our)|bad planning|(?:my|our) (?:poor|bad) planning"
    r"|i was (?:away with the fairies|too busy with other)|was too optimistic|were too optimistic"
    r"|anghofi(?:ais|odd|on)|anghofi[oa]|fy mai i|bai fi|ar fai|fy nghamgymeriad|wnes i ddim|dylwn i fod"
    r"|tanamcangyfrif)\b"
)
_OUTSIDE = re.compile(
    r"\b(?:suppliers?|contractors?|sub-?contractors?|vendors?|builders?|manufacturers?|deliver(?:y"
    r"|ies) (?:delay|late|problem|of)|parts|ɪt|it(?= (?:team|department|dept|support|outage|system|issues?"
    r"|problems?|to|have|has|haven|hasn|are|were|migration|since|desk|upgrade|still|helpdesk|who|fix|say))"
    r"|for it\b|on it(?= (?:to|since|for))|from it\b|ict|digital team|servers?|network|wi-?fi|outages?"
    r"|software|laptops?|(?:new |old |case |finance |booking |hr |housing |the |our |management )?systems?"
    r"|portal|website|printers?|phones? (?:were|was|are|is|been|line|system|went)|phone lines?|crash(?:ed|es"
    r"|ing)?|cyber\W?\w*|data breach|power cut|government|ministers?|ministry|parliament|home office|dluhc"
    r"|mhclg|dhsc|department of|department for|welsh government|scottish government|whitehall|legislation"
    r"|new law|guidance|regulators?|regulations?|cqc|ofsted|hmrc|dwp|ombudsman|elections?|purdah|pre-election"
    r"|treasury|senedd|estyn|ico|nhs england|nhse|hse|environment agency|sick(?:ness)?|off ill|is ill|was ill"
    r"|been ill|are ill|ill health|unwell|poorly|covid|flu|norovirus|outbreak|maternity|paternity"
    r"|long[- ]term sick|compassionate|bereavement|long[- ]term (?:absence|leave)|sâl|salwch|yn sâl|weather"
    r"|snow(?:ed|ing)?|storms?|flood\w*|ice|icy|frost|heatwave|rain|winds?|eira|tywydd|llifogydd|storm \w+"
    r"|recruit\w*|vacanc\w+|applicants?|applied for|candidates?|no applications|labour market|job market"
    r"|agency (?:staff|worker|nurses?)|short[- ]?staffed|staff shortages?|staffing shortages?|shortages?"
    r"|hiring freeze|recruitment freeze|recriwtio|swyddi gwag|turnover|resign\w*|handed in (?:his|her"
    r"|their) notice|(?:has|have|'ve|just) left|lost (?:a|an|one|two|three|our)|left the (?:team|council"
    r"|trust)|quit|materials|equipment|(?:we'?ve|we|have|has|had) lost (?:a|an|our|one|two|three|both|another"
    r"|\d)|partners?|partner (?:bodies|agency|agencies|organisations?)|police|courts?|tribunal|fire service"
    r"|ambulance|health board|trust board|the trust|gps?|schools?|landlords?|developers?|utilit\w+"
    r"|national grid|dno|openreach|bt\b|highways|county council|district council|other (?:councils?"
    r"|departments?|teams?|services?|organisations?|agencies)|charit\w+|unions?|strikes?|strik(?:e|ing)"
    r"|industrial action|residents?|tenants?|families|patients?|parents|public|finance|procurement"
    r"|legal(?: services| team)?|hr|estates|facilities|comms|payroll|audit|planning (?:department|committee"
    r"|team|permission)|building control|committee|cabinet|council(?:lors)?|members|board|panel|directors?"
    r"|chief exec\w*|senior (?:management|leadership|team)|leadership team|smt|slt|head of \w+|funding|grant"
    r"|budget (?:freeze|cut|decision|not|hasn|hold|cuts)|spending (?:freeze|controls?)|cuts\b|cyllid|grant"
    r"|closed|closure|(?:let|lets|letting) (?:us|me) down|pulled out|went bust|gone bust|into administration"
    r"|liquidation|asbestos|vandal\w*|theft|stolen|fire\b|accident|burst pipe|cancelled|cyflenwyr?"
    r"|contractwyr?|llywodraeth|tg\b|adran (?!hon)\w+|systemau?|y bwrdd|pwyllgor)\b"
)
_AWAITED = re.compile(
    r"\b(?:waiting|await\w*|wait|chasing|chased|haven'?t (?:heard|had|come|sent|got|replied|responded)"
    r"|hasn'?t (?:come|sent|replied|responded|been|got|arrived|signed)|have not (?:replied|sent|come)"
    r"|has not (?:replied|sent|come)|not (?:replied|responded|come back|got back|signed|approved|arrived"
    r"|been (?:approved|signed|confirmed|delivered))|until (?:the |they|we (?:get|have|hear)"
    r"|\w+ )(?:\w+ ){0,4}?(?:signed|sign|approved?|confirmed?|agreed?|released?|delivered|fixed|arrives?|back"
    r"|decided?|granted|given)|no (?:reply|response|answer|word)|aros am|aros i|disgwyl)\b"
)
_MYSELF = re.compile(r"\b(?:waiting|wait) (?:for|on) (?:me|myself|my own|the kettle)\b")


def is_outside_control(written: Written, obstacles: Iterable[str]) -> tuple[bool | None, bool]:
    """Whether what is in the way is outside the person's control, and whether that is unsure since both were told.

    `obstacles` are the phrases that tell what is in the way. A person's own doing counts wherever it is told.
    """
    said = written.said
    told = [phrase.lower() for phrase in obstacles]
    is_own = _OWN.search(said) is not None
    outside = [phrase for phrase in told if _is_outside(phrase)]
    if _SAID_OUTSIDE.search(said):
        return (None, True) if is_own else (True, False)
    if outside and is_own:
        # The person's own doing may be told within the very phrase: "I forgot to chase the supplier" is theirs.
        apart = [phrase for phrase in outside if not _OWN.search(phrase)]
        return (None, True) if apart else (False, False)
    if outside:
        return True, False
    return (False, False) if is_own else (None, False)


def _is_outside(phrase: str) -> bool:
    if _MYSELF.search(phrase):
        return False
    return _OUTSIDE.search(phrase) is not None or _AWAITED.search(phrase) is not None
