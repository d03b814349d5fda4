"""What is in the way, in the writer's own words: "waiting for IT since Tuesday", "two nurses are off sick".

An obstacle is told by a joining word ("because", "due to", "blocked by", "can't ... until"), by waiting for
someone, or by a mishap that needs none ("supplier let us down"). "No blockers" and what is over ("working
again") tell none, and the reason for good news is no obstacle.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.understanding.units import stem
from core.understanding.written import Clause, Written


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A phrase that tells what is in the way, and where it stands."""

    text: str
    start: int
    end: int


_NONE = re.compile(
    r"\b(?:no|zero|not any|without(?: any)?|n'?t (?:have |had |got |seen )?any|nothing(?:'s| is)?|none"
    r"|free of|dim|heb) (?:\w+ )?(?:blockers?|blocks?|obstacles?|barriers?|issues?|problems?|hold-?ups?"
    r"|snags?|delays|rhwystrau|problemau)\b|\bnothing(?:'s| is| was| really)? (?:\w+ )?(?:in the way|in (?:my"
    r"|our) way|block\w*|hold\w*|stop\w*|stand\w*|delay\w*|prevent\w*|slow\w*)|\bno longer\b"
    r"|\bno one is stopping|\bdim byd yn\b|^\s*(?:none|nil|n/?a|nothing|no|dim)\s*$|\b(?:despite|in spite of"
    r"|er gwaethaf)\b|\b(?:isn'?t|aren'?t|not) (?:being )?(?:blocked|held up|delayed|stuck|waiting)\b"
    r"|\bunblocked\b"
)
_OVER = re.compile(
    r"\b(?:working again|back up(?: and running)?|(?:now|been|is|are|all|got|finally|has"
    r"|have) (?:\w+ )?(?:fixed|resolved|sorted|repaired|restored|lifted|cleared|approved|confirmed|arrived"
    r"|signed|filled|recruited)|back (?:at|in|to) work|up and running|is back|are back|came back|come through"
    r"|came through|has ended|is over|behind us|got (?:over|past)|overcome|eased|reopened|called off|averted"
    r"|(?:sickness|absence|vacanc\w+|turnover|demand|delays?|shortages?|workload)(?: \w+)? (?:is|are|has"
    r"|have)(?: \w+)? (?:down|falling|lower|better|improv\w+|reduced|gone|over|fewer|come down|dropp\w+)"
    r"|(?:weather|traffic) (?:has been|was|is) (?:kind|good|fine|great|better|lovely)|did ?n'?t (?:affect"
    r"|stop|delay|hold|bother|hit)|(?:has|have) ?n'?t (?:affected|stopped|delayed|held|hit)"
    r"|no (?:\w+ ){0,2}?(?:off (?:sick|ill)|sickness|absences?|outages?|crashes|cancellations|vacancies)"
    r"|wedi'i ddatrys|wedi dod yn ôl)\b"
)
_STILL = re.compile(
    r"\b(?:n'?t|not|until|before|no|waiting|await\w*|never|once|when|heb|to be|unless|yet|how|need\w*)\b"
)
_AFTER_MARKER = re.compile(
    r"\b(?:due to(?! (?:start|begin|finish|be|go|complete|have|meet|see|get|arrive|open|close|launch|join"
    r"|come|return|end|happen|take|hear|submit|publish|report|visit|do)\b)|owing to|on account of"
    r"|as a result of|caused by|held (?:up|back) (?:by|due to|with|on)|hold-?up (?:with|is|from)|delay(?:ed"
    r"|s)? (?:by|from|due to|at|with|because of|in)(?! (?:\d|a |an |two|three|four|five|six|seven|eight|nine"
    r"|ten|about|around|up to|at least|another|roughly|week|few|several))|blocked (?:by|on|with|because of)"
    r"|hampered by|hit by|affected by|disrupted by|hindered by|let down by|thrown (?:out|off) by"
    r"|knocked (?:back|off course) by|brick wall (?:with|over|on)|stuck (?:on|with|behind)(?! (?:it|this"
    r"|that)\b)|at the mercy of|pending|dependent on|depends on|reliant on|relying on|hinges on"
    r"|down to(?! (?:an? average(?: of)? |about |around |just |under |nearly |roughly |only |the last |below "
    r"|almost )?(?:\d|[£a]\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]*teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|half))|(?:blockers?|main issue|issue|problem|barrier"
    r"|obstacle|challenge|snag|sticking point|difficulty|bottleneck|rhwystr|y broblem) (?:is|are|was|were"
    r"|being|has been|remains|this week is|with|yw|ydi|ydy)(?: still| that| the fact)*|thanks to|oherwydd"
    r"|o achos|yn sgil)\s+(?:that |the fact that |fact )?"
)
_REASON_WORD = re.compile(
    r"\b(?:as|since|given(?: that)?|with|after|cos|coz|cuz|cause|bc|b/c|'cause|when|while|whilst|due"
    r"|seeing as|now that|gan)\s+"
)
_WAITING = re.compile(
    r"\b(?:(?:still |just |again |now |all |been |sat |sitting |sat here |left |currently |only "
    r"|also )*(?:waiting|awaiting|wait(?=(?:ing)? (?:for|on))|chasing)\s+(?:for|on|to hear|to get|to be|upon"
    r"|(?<=awaiting )|(?<=chasing ))|awaiting|chasing|(?:yn )?aros (?:am|i|hyd)|yn disgwyl)(?! (?:lists?"
    r"|times?|rooms?|areas?))\s*(?=\S)|\b(?:been |still |now )*waiting (?:(?:about|over|nearly|almost"
    r"|more than|for) )*(?:\d+|an?|two|three|four|five|six|several|some) (?:days?|weeks?"
    r"|months?)(?: now)? (?:for|on)\b"
)
_OTHERS_WAIT = re.compile(
    r"\b(?:not|n'?t|no one|people|those|patients?|customers?|callers?|tenants?|residents?|cases"
    r"|families)\s+(?:\w+ )?$"
)
_CANNOT = re.compile(
    r"\b(?:can'?t|cannot|can not|could ?n'?t|unable to|not able to|won'?t be able to|impossible to"
    r"|nothing (?:can|will) (?:happen|move)|on hold|paused|stuck|parked|standstill|halt|stalled"
    r"|dead in the water|methu|no (?:progress|way))\b(?=.{0,60}?\b(?:until|till|til|without|unless|before"
    r"|while|whilst|tan|nes|heb)\b)"
)
_WHILE = re.compile(r"\b(?:while|whilst)\s+(?=\S)")
_IN_THE_WAY = re.compile(
    r"\b(?:(?:is|are|was|were|keeps?|has been|have been|'s|that'?s|been) (?:\w+ )?(?:holding|slowing|stopping"
    r"|blocking|preventing|delaying|hampering|hindering|getting in|setting|throwing|knocking|pulling)\b"
    r"|(?:held|slowed|set|holds?|slows?|sets|knocked|threw|stopped|hampered|disrupted|delayed|blocked"
    r"|prevented|derailed|scuppered|stymied|hindered|messed|caused|causing) (?:us|me|things|everything"
    r"|everyone|the team|it|work|this|progress|our|a delay|delays|problems)\b|in the way\b|not helping\b"
    r"|doesn'?t help\b|didn'?t help\b|brought (?:us|everything|work|it) to)"
)
_NOT_DONE_BY_OTHERS = (
    r"(?:ha(?:s|ve|d)(?:n'?t| not| still not| yet to)|did(?:n'?t| not)|won'?t|wo not|will not|is(?:n'?t| not)"
    r"|are(?:n'?t| not)|was(?:n'?t| not)|keeps? not|never|still not|yet to|not|refus\w+ to"
    r"|failed to)(?: \w+)? (?:come back|got back|get back|gotten back|repl(?:y|ied)|respond(?:ed)?|sen[td]"
    r"|sign(?:ed)?(?: it)?(?: off)?|approve[d]?|authorise[d]?|confirm(?:ed)?|deliver(?:ed)?|arrive[d]?"
    r"|turn(?:ed)? up|show(?:ed)? up|provide[d]?|return(?:ed)?|finish(?:ed)?|release[d]?|issue[d]?|fix(?:ed)?"
    r"|answer(?:ed)?|respond|set (?:it )?up|agree(?:d)?|decide(?:d)?|working|work|available|engag\w+"
    r"|co-?operat\w+|been (?:approved|signed|confirmed|delivered|fixed|released|agreed|sent|filled|set up"
    r"|installed|paid|processed|appointed|given|ready))"
)
_MISHAP = re.compile(
    r"\b(?:(?:on|off on) (?:maternity|paternity|long[- ]term|compassionate|jury)|off (?:sick|ill|with"
    r"|long[- ]term|on (?:maternity|sick|long|compassionate))|on sick(?: leave)?|sick leave|(?:went|gone"
    r"|going|been|are|is|was|were|both|all|has been|have been) (?:off|sick|ill|poorly|unwell)\b(?! (?:to|the"
    r"|track|course|target|limits))|sickness|illness|norovirus|outbreak|flu\b|covid|short[- ]?(?:staffed"
    r"|handed)|under[- ]?staffed|low on staff|staff shortages?|staffing (?:issues?|problems?|shortages?"
    r"|pressures?|crisis|levels|gaps?)|short of (?:staff|people|nurses|officers|drivers|cover|capacity|hands)"
    r"|shortages?|lack of \w+|vacanc(?:y|ies)\b(?! filled)|turnover|resign(?:ed|ing|ation)|handed in (?:his"
    r"|her|their|my) notice|(?:has|have|'s|'ve|just|had|is|are) (?:left|leaving|quit)\b|lost (?:a|an|our|one"
    r"|two|three|both|another|\d+|my) (?!week|day|month|hour|time|bit|little|lot)\w+|can'?t (?:recruit|fill"
    r"|get (?:staff|cover|anyone|people|hold|into|on to|access|agency))|unable to recruit"
    r"|recruitment (?:market|freeze|is|has|problems?|difficult\w*|issues?|drive|still|struggl\w*|not)"
    r"|nobody (?:applied|to cover|available)|no ?one (?:has |have )?(?:applied|to cover|available"
    r"|come forward)|no (?:applicants|candidates|applications|suitable|takers|bidders|bids|cover|capacity"
    r"|staff|budget|funding|money|access|response|reply|replies|answer|word|decision|sign[- ]?off|trainers?"
    r"|drivers?|vans?|venue|dates|slots)\b|(?:systems?|ɪt|network|server|servers|website|portal|software"
    r"|phones?|phone lines?|wi-?fi|internet|email|emails|app|database|laptops?|printers?|lift|boiler|crm|ehr"
    r"|case management|telephony|software|teams)(?: \w+)? (?:is|was|are|were|been|went|has been|keeps?|kept"
    r"|still|has|have)(?: \w+)? (?:down|crash\w*|broken|playing up|offline|not working|failing|failed"
    r"|freezing|out|unavailable|going down|broke|slow|locking|logging)|(?:systems?|network|server|portal"
    r"|website|phones?|wi-?fi|ɪt|it(?= (?:outage|issue|problem|migration|failure|trouble))|software|laptop"
    r"|printer|boiler|lift|van|vehicle|machine|scanner|link|app) (?:down|crash\w*|fail\w*|outage|broke(?:n)?"
    r"|not working|issues?|problems?|glitch\w*|trouble|migration|freeze)|outages?|crash(?:ed|es|ing)"
    r"|power cut|cyber[- ]?(?:attack|incident)|broken down|broke down|breakdown|let (?:us|me) down|pulled out"
    r"|walked off|dropped out|went bust|gone bust|into administration|liquidation|messed us about|(?:supplier"
    r"|contractor|vendor|delivery|deliveries|parts|materials|supply chain|builder|kit|equipment|order"
    r"|orders)(?: \w+){0,2} (?:delay\w*|late|problems?|issues?|missing|cancel\w*|fail\w*|behind|stuck|wrong"
    r"|on back ?order|out of stock|slow|hasn'?t|not)|back ?order|out of stock|(?:further|another|more"
    r"|yet another|big|long|constant|continued|repeated|major|supplier|contractor|it|delivery|planning"
    r"|procurement|legal|recruitment) (?:delays?|hold-?ups?|setbacks?)|delays? (?:from|in|at|with|to|by"
    r"|getting|caused)(?! (?:a |an |the end|next|\d))|cancel(?:led|lation|lations|ling)|postponed by|rejected"
    r"|turned down|refused|objections?|objected|appeal(?:ed)?|snow(?:ed|ing)?|storm|flood(?:s|ed|ing)?|icy"
    r"|bad weather|the weather|weather (?:has|is|was|delay\w*|stopp\w*|hasn'?t|cancel\w*)|heatwave|high winds"
    r"|strikes?|striking|industrial action|asbestos|vandal\w*|stolen|fire (?:at|in)|burst (?:pipe|main)"
    r"|(?:budget|spending|recruitment|hiring) (?:freeze|cuts?|frozen|on hold|hasn|not|still)|funding (?:not"
    r"|hasn|cut|withdrawn|still|fell|decision|delay\w*|is|was|gap|ended|has)|(?:grant|funding|budget|approval"
    r"|decision|permission|planning|contract|licence|money|access|sign-?off|data|dbs|dbs checks?|checks?"
    r"|results?|legal)(?: \w+){0,2} (?:not|still|n'?t|hasn'?t|yet)\b|(?:new|change of|changes? to|changed"
    r"|revised|updated|changes in) (?:government |national |the |statutory |cqc )?(?:guidance|legislation"
    r"|regulations?|rules|law|requirements?|policy from)|moved the goalposts|closed(?: (?:down|for|by|due"
    r"|because|all|since|again))|(?:ward|site|building|school|office|depot|pool|road|centre"
    r"|library)(?: \w+){0,3} (?:closed|shut|flooded)|stopped working|(?:took|taken|taking|takes) up (?:all"
    r"|most|much|a lot|so much|too much)|won'?t (?:work|load|open|start|connect|let (?:us|me))|locked out"
    r"|broke(?:n)?\b|restructur\w*|reorgani[sz]ation|too (?:busy|many|much (?:work|on|demand)|stretched)"
    r"|snowed under|swamped|overwhelmed|overstretched|stretched|firefighting|(?:huge|big|high|record|rising"
    r"|increased|massive|surge in|spike in|unprecedented|higher|more) (?:demand|volumes?|caseloads?|workload"
    rf"|referrals|admissions|backlog|calls than)|winter pressures?|workload|{_NOT_DONE_BY_OTHERS}|yn sâl"
    r"|i ffwrdd yn sâl|salwch|prinder staff|diffyg \w+|swyddi gwag|wedi torri|ddim yn gweithio|tywydd|eira"
    r"|llifogydd|streic|wedi canslo|wedi'i ganslo|heb (?:ateb|ymateb|gyrraedd|gadarnhau|gymeradwyo))\b"
)
_ITSELF = re.compile(
    r"(?:(?:it|this|that|still|just|it's|its|this is|i|we|i've|we've|so|sorry|probably|quite|have|has|is|are)\s*)*"
)
_DENIAL = re.compile(r"(?:not|never|still not|yet to|(?:is|are|was|ha[sv]e?|had|did|wo)(?: ?n'?t| not))\b")
_GOOD_REASON = re.compile(
    r"\b(?:new (?:system|starter|process|staff|team|recruit\w*|triage|approach|tool)|great|good|brilliant"
    r"|hard work|worked hard|support|helped|thanks|better|improved|recruited|joined|extra staff|overtime"
    r"|everyone|team effort|easier|volunteers|success\w*|brought in|started using|pulled together)\b"
)
_GOOD = re.compile(
    r"\b(?:on track|ahead|done|going (?:really |very )?well|finished|improv\w+|good progress|best|great"
    r"|up and running|pleased|met|hit|exceed\w+|better)\b"
)
_OWN_MISS = re.compile(
    r"^(?:sorry,? )?(?:i|we|i've|we've|my|our|me)\b(?! (?:manager|boss|supplier|contractor|system|team lead"
    r"|director|printer|laptop|van|trainer|partner|colleague))"
)
_END = re.compile(
    r"\s+(?:and (?:need|we need|i need|also need|so|will|would|could|now|then|the average|have asked|am|asked"
    r"|please|can|i'm|we're|we'll|help|status|confidence|partly|hoping|hope)|so (?:we|i|it|will|need|the|am"
    r"|now|that|down|up|at|have|has|had|still|only|not|can)|mean(?:s|t|ing)?\b|then we|which (?:means|has|is"
    r"|will|meant|isn)|meaning|hence|therefore|"
    r"need(?:ing)? (?:another|two|more|an|three|a few|until|\d)|pushing|putting|hopefully|please|felly)\b.*$",
    re.DOTALL,
)
_LEADING = re.compile(
    r"^(?:of|that|the fact that|and|also|so|then|well|just|mainly|mostly|partly|basically|unfortunately|sadly"
    r"|annoyingly|again|ok|oh|no change|:|-|it's|its|is|fod|bod)\s+"
)
_BEFORE_COLON = re.compile(
    r"\b(?:blockers?|blocked|barriers?|obstacles?|issues?|problems?|risks?|reasons?|cause|challenges?"
    r"|hold-?ups?|rhwystrau?|rheswm|what'?s in the way|in the way)\s*$"
)


def read_obstacles(written: Written, title: str = "") -> list[Obstacle]:
    """The obstacles told, in order; words of the objective's own title are its subject, not a mishap."""
    own_words = {stem(word) for word in re.findall(r"[^\W\d_]{4,}", title.lower())}
    found: list[Obstacle] = []
    previous = ""
    for clause in written.clauses:
        for start, end in _spans(written, clause, own_words, previous):
            phrase = _trimmed(written, start, end)
            if phrase is not None and not any(
                phrase.start < each.end and each.start < phrase.end for each in found
            ):
                found.append(phrase)
        previous = written.words_of(clause)
    return found


def _spans(written: Written, clause: Clause, own_words: set[str], previous: str) -> Iterator[tuple[int, int]]:
    said = written.words_of(clause)
    if _NONE.search(said) or (_OVER.search(said) and not _STILL.search(_OVER.sub(" ", said))):
        return
    start, end = clause.start, clause.end
    if clause.lead == ":" and _BEFORE_COLON.search(previous):
        yield start, end
        return
    if _CANNOT.search(said) and not _WHILE.search(said):
        yield start, end
        return
    if marker := _AFTER_MARKER.search(said):
        if marker.group().startswith("thanks to") and not _MISHAP.search(said[marker.end() :]):
            return
        yield start + marker.end(), end
        return
    waiting = _WAITING.search(said)
    if waiting and not _OTHERS_WAIT.search(said, 0, waiting.start()):
        yield start + waiting.start(), end
        return
    if clause.lead in ("because", "achos", "oherwydd", "gan fod"):
        is_good = (_GOOD.search(previous) and not _MISHAP.search(said)) or (
            _GOOD_REASON.search(said) and not _MISHAP.search(said)
        )
        if not is_good:
            yield start, end
        return
    if (pausing := _WHILE.search(said)) and _CANNOT.search(said):
        yield start + pausing.end(), end
        return
    if clause.lead in ("while", "whereas") and re.search(
        r"\b(?:paused|on hold|standstill|stuck|halt|stalled)\s*$", previous
    ):
        yield start, end
        return
    if _IN_THE_WAY.search(said):
        yield start, end
        return
    yield from _mishap(said, start, end, own_words)


def _mishap(said: str, start: int, end: int, own_words: set[str]) -> Iterator[tuple[int, int]]:
    for mishap in _MISHAP.finditer(said):
        words = {stem(word) for word in re.findall(r"[^\W\d_]{4,}", mishap.group())}
        if words and words <= own_words:
            continue
        if _OWN_MISS.search(said) and not re.search(
            r"\b(?:lost|been|have|had|we're|we are|can'?t|locked|short|under)\b", said
        ):
            continue
        if _DENIAL.match(mishap.group()) and _ITSELF.fullmatch(said[: mishap.start()]):
            continue  # "not finished" tells of the objective, not of someone in its way
        begins = 0
        for reason in _REASON_WORD.finditer(said, 0, mishap.start()):
            begins = reason.end()
        yield start + begins, end
        return


def _trimmed(written: Written, start: int, end: int) -> Obstacle | None:
    """The phrase without what follows from it and the small words that lead to it; None when nothing is left."""
    said = written.said[start:end]
    if cut := _END.search(said):
        end = start + cut.start()
    while leading := _LEADING.match(written.said[start:end]):
        start += leading.end()
    text = written.quote(start, end)
    return Obstacle(text, start, end) if len(text) > 1 else None
