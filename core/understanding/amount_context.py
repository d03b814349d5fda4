"""The words around an amount that tell what it is: what was, is aimed at, is left, or by how much it changed.

Patterns named `..._BEFORE` are searched in what stands before the amount and end at it; `..._AFTER` match what
follows. English first, Welsh beside it.
"""

import re

TO_BEFORE = re.compile(
    r"\b(?:up|down|fell|fallen|fall|dropped|drop|rose|risen|rise|reduced?|cut|increased?|grown|grew|gone|went"
    r"|moved|improved|got|come|came|brought|crept|climbed|back|on|it|that|average|us|now|we|slipped|jumped"
    r"|lawr|fyny|days?|hours?|weeks?|%|\d)(?: it| this| that| the \w+| us| up| down| right| back)?(?: to"
    r"| i)(?: about| around| just| over| under| nearly| roughly| a)*\s*$"
)
PAST_BEFORE = re.compile(
    r"\b(?:was|were|wasn't|had been|used to be|from|previously|before|originally|initially|started (?:at|on"
    r"|with|off at)|starting (?:at|from|point)|baseline|compared (?:to|with)|against|vs\.?|versus|instead of"
    r"|rather than|than(?: the)?|began (?:at|on)|last (?:month|week|quarter|time|year|autumn|spring|winter"
    r"|summer)|yesterday|roedd|oedd|arfer bod)(?:\s+(?:is|was|were|it|we|at|on|to|of|be|about|around|the|had"
    r"|been|stood|our|a|over|just|averag\w+|still|old|initial|figure(?: of)?|baseline(?: of)?|only|number"
    r"|waiting|running|sitting|yn|o)){0,4}\s*[(:,]?\s*$"
)
PAST_AFTER = re.compile(
    r"^\s*(?:[a-z%]+\s*)?(?:-+>|=>|→)|^\s*(?:[a-z%]+\s+){0,3}?(?:last (?:month|week|quarter|time|year|autumn"
    r"|spring|winter|summer)|previously|before(?! (?:the|we|i|it|end))|(?:a|one|two|\d+) (?:months?|weeks?"
    r"|years?) ago|originally|we started|it started|when (?:we|i) started|at the start|to begin with"
    r"|to start with|at (?:the )?baseline|baseline)\b"
)
TARGET_BEFORE = re.compile(
    r"\b(?:target(?:s|ed)?|goal|aim(?:ing|ed)?|objective|supposed to|should be|meant to|want(?:ed)? (?:to|it"
    r"|us)|ought to|limit|threshold|benchmark|standard|expectation|need(?:s|ed)? to (?:be|get|hit|reach|do)"
    r"|have to|has to|required|trying to|get(?:ting)? to|still to|away from|way to(?: the| our)?|short of"
    r"|until|towards?|close to|closer to|(?<!just )shy of|nod|targed|i gyrraedd)(?:\s+(?:is|was|of|at|for|to"
    r"|be|it|get|hit|reach|do|the|a|down|up|by|under|below|above|over|around|about|less|than|our|remains"
    r"|still|still is|complete|finish|=|yw|ydi|o)){0,4}\s*[:=(]?\s*$"
)
TARGET_AFTER = re.compile(
    r"^\s*(?:[a-z%]+\s+){0,2}?(?:target|goal|limit|standard|threshold|needed|required|benchmark|we need"
    r"|is the aim|was the aim)\b"
)
FUTURE_BEFORE = re.compile(
    r"\b(?:will|'ll|won't|would|'d (?:like|be|get|hope|expect|reach|hit|want|love)|should(?! be with)|could"
    r"|might|may|hop(?:e|es|ing|ed)|hopefully|expect(?:ed|ing|s)?|planned|planning|plans? to|going to"
    r"|intend\w*|predict\w*|forecast\w*|project(?:ed|ing)|anticipat\w*|booked|scheduled|if|once|unless"
    r"|can get|can do|need to|next (?:week|month|quarter)|tomorrow|gobeithio|bydd|byddwn|os)\b(?! (?:check"
    r"|confirm|let))"
)
FUTURE_AFTER = re.compile(
    r"^\s*(?:[a-z%]+\s+){0,3}?(?:next (?:week|month|quarter)|tomorrow|by (?:the end|next|end|easter|christmas"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr"
    r"|jun|jul|aug|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|year|summer|spring|autumn)"
    r"|(?:booked|scheduled|planned|due|expected|lined up|in the diary|pending|to come|in the pipeline"
    r"|outstanding visits)|will be|to be)\b"
)
NOT_BEFORE = re.compile(
    r"(?:\bnot|n'?t|\bnever|\bnowhere near|\bheb|\bno longer)(?:\s+(?:even|quite|at|yet|the|got|get|hit"
    r"|reached|reach|to|near|be|been|all|done|managed|done all|down|up|seen|met|achieved|our|anywhere"
    r"|completed|finished)){0,4}\s*$"
)
LEFT_AFTER = re.compile(
    r"^\s*(?:[a-z%-]+\s+){0,3}?(?:left|to go|to do|remain(?:s|ing)?|outstanding|still to|to finish"
    r"|to complete|to see|not (?:yet )?(?:done|started|complete|seen|visited)|ar ôl|i fynd|untouched"
    r"|incomplete)\b"
)
LEFT_BEFORE = re.compile(
    r"\b(?:remaining|leaves|leaving|left with|still have|still got|still to do|still to go"
    r"|outstanding)\s*(?:us with|just|another|about|only|have|got|:)?\s*$"
)
ONE_CASE_BEFORE = re.compile(
    r"\b(?:worst|best|longest|shortest|highest|lowest|slowest|quickest|fastest|oldest"
    r"|one (?:\w+ ){1,3}?(?:took|was|has|had|is|went|at)|max(?:imum)?|min(?:imum)?|peak(?:ed)?(?: at)?"
    r"|at least one|some (?:are|were|took|cases|have)|a few (?:are|were|took)|(?:as )?(?:long|high|low|many"
    r"|much) as)\b(?:\s+(?:\w+|was|is|took|the)){0,3}\s*$"
)
ELAPSED_BEFORE = re.compile(
    r"\b(?:for|in|over|past|last|next|within|since|after|every|first|another|wait(?:ed|ing)|off|spent|lost"
    r"|during|ers|am|mewn)(?: the)?(?: past| last| next| first| about| around| nearly| over| almost"
    r"| more than| another)*\s*$"
)
ELAPSED_AFTER = re.compile(
    r"^\s*(?:ago|off\b|away|late|behind|overdue|early|earlier|ahead|delay|slippage|from now|until|since"
    r"|before|after|later|old|notice|in a row|running|'? leave|'? holiday|'? sick|holiday|leave|training"
    r"|course|conference|workshop|induction|to go|left|time|into|of (?:chasing|waiting|work|sickness|strike"
    r"|delay|training|leave|annual|no|outage|downtime|rain|snow|the)|waiting|without|with no|out|lost|spent"
    r"|yn ôl)\b"
)
NOW = re.compile(
    r"\b(?:now|currently|at present|in total|total|overall|all told|altogether|to date|so far|nawr|bellach"
    r"|erbyn hyn|hyd yn hyn)\b"
)
IN_PERIOD = re.compile(
    r"^\s*(?:[a-z%-]+\s+){0,3}?(?:this (?:week|month|morning|afternoon)|today|yesterday|last week|on (?:mon"
    r"|tues|wednes|thurs|fri)day|since (?:last|my last|our last|the last|monday|tuesday|wednesday|thursday"
    r"|friday)|yr wythnos hon|heddiw|ddoe)\b"
)
IN_TOTAL = re.compile(r"\b(?:total|so far|to date|altogether|overall|all told|ytd|year to date|now)\b")
RANGE = re.compile(r"\s*(?:or|to|-|/|and|neu|i)\s*(?:maybe |possibly |even )?$")
ARROW = re.compile(r"\s*(?:[a-z%£]+\s*)?(?:->|-->|=>|→|>)\s*$")
VAGUE_BEFORE = re.compile(
    r"(?<!just )(?<!bit )\b(?:under|below|less than|fewer than|between|somewhere|either)\s*$"
)
PARTICIPLE = re.compile(
    r"^\s*(?:have |has |were |was |are |is |been |now |all |already |of them |people |of these "
    r"|so far )*(?:fully |now |been |successfully |already )*(?P<verb>(?!failed|cancelled|rejected|refused"
    r"|dropped|missed|postponed|delayed|delay|need)[a-z]+ed|done|complete|seen|held|sent|met|built|let|sold"
    r"|in place|ready|through|live|passed|signed off|over the line|under our belt|in the bag|on board"
    r"|ticked off|sorted|down|wedi)\b"
)
VERB_BEFORE = re.compile(
    r"\b(?:did|done|completed|finished|inspected|visited|delivered|cleared|closed|resolved|managed|approved"
    r"|recruited|trained|saved|seen|held|hit|reached|achieved|at|now|currently|is|are|got|averag\w+|average"
    r"|stands|standing|sits|sitting|total(?:s|led|ling)?|reading|measured|tracking|running|about|around"
    r"|roughly|approx|circa|have|has|had|we've|i've|far|date|takes|taking|took|i've done|counting|makes"
    r"|that's|@|=|been|scored|score|recorded|logged|down to|up to|to|of|it's|its|down|nearly|almost|just|only"
    r"|over|still|month|week|today|figure|number|yn|wedi|bellach|nawr|tua|mae)\s*[:=@~]?\s*~?$"
)
FUNCTION_WORDS = frozenset(
    [
        "so",
        "now",
        "and",
        "but",
        "as",
        "at",
        "this",
        "today",
        "yesterday",
        "on",
        "in",
        "for",
        "since",
        "with",
        "out",
        "up",
        "down",
        "better",
        "which",
        "that",
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "had",
        "it",
        "we",
        "i",
        "the",
        "a",
        "an",
        "by",
        "because",
        "due",
        "if",
        "when",
        "while",
        "from",
        "to",
        "of",
        "or",
        "than",
        "then",
        "yet",
        "still",
        "just",
        "only",
        "too",
        "again",
        "overall",
        "total",
        "altogether",
        "average",
        "avg",
        "ytd",
        "already",
        "all",
        "last",
        "next",
        "sadly",
        "unfortunately",
        "luckily",
        "thankfully",
        "though",
        "although",
        "although",
        "i'm",
        "we're",
        "it's",
        "not",
        "per",
        "each",
        "every",
        "compared",
        "vs",
        "against",
        "good",
        "great",
        "bad",
        "worse",
        "ok",
        "fine",
        "who",
        "what",
        "where",
        "how",
        "why",
        "can",
        "could",
        "will",
        "would",
        "should",
        "please",
        "thanks",
        "atm",
        "currently",
        "mostly",
        "nearly",
        "almost",
        "about",
        "around",
        "approx",
        "roughly",
        "please",
        "also",
        "erbyn",
        "hyn",
        "nawr",
        "bellach",
        "ar",
        "yn",
        "y",
        "yr",
        "hyd",
        "ond",
        "a",
        "ac",
    ]
)
ADJECTIVES = frozenset(
    [
        "new",
        "more",
        "further",
        "other",
        "extra",
        "food",
        "different",
        "separate",
        "full",
        "whole",
        "big",
        "small",
        "large",
        "first",
        "initial",
        "final",
        "formal",
        "live",
        "open",
        "old",
        "high",
        "low",
        "additional",
        "working",
        "calendar",
        "total",
        "actual",
        "overall",
        "individual",
        "remaining",
        "outstanding",
        "complete",
        "completed",
        "approved",
        "trained",
        "further",
        "successful",
        "possible",
    ]
)
PEOPLE = re.compile(
    r"\b(?:staff|people|colleagues?|nurses?|officers?|managers?|workers?|doctors?|members?|vacanc\w+|posts?"
    r"|starters?|leavers?|managers?|teams?|meetings?|emails?|calls?|others?|things|issues?|problems?|times"
    r"|attempts?|reasons?|options?|quotes?|bidders?|suppliers?|contractors?|councillors?|trainers?|sites?"
    r"|wards?|departments?|agencies|partners?)\b"
)

ADJECTIVES_DONE = frozenset({"complete", "completed", "approved", "trained"})
TITLE_VERBS = frozenset(
    [
        "reduce",
        "increase",
        "improve",
        "cut",
        "keep",
        "get",
        "make",
        "more",
        "less",
        "fewer",
        "faster",
        "sooner",
        "quicker",
        "better",
        "down",
        "up",
        "bring",
        "raise",
        "lower",
        "save",
        "send",
        "turn",
        "round",
        "move",
        "publish",
        "deliver",
        "complete",
        "answer",
        "answers",
        "answered",
        "clear",
        "waiting",
        "week",
        "day",
        "days",
        "time",
        "times",
        "percentage",
        "rate",
        "average",
        "number",
        "all",
        "every",
        "from",
        "new",
        "two",
        "three",
    ]
)
OF_THE_WAY = re.compile(r"\bway\b|\bthere\b|\bthrough\b|ffordd|midway")
OF_SOMETHING = re.compile(
    r"half ?-?way|midway|hanner ffordd|\b(?:of|done|complete[d]?|finished|through|there|way|trained|cleared"
    r"|delivered|written|drafted|in|built|wedi|ffordd|visited|inspected|seen|reviewed|moved|migrated"
    r"|recruited|approved|spent|saved)\b"
)
IS_BEFORE = re.compile(
    r"\b(?:now|at|is|are|average|averaging|averages|currently|takes?|taking|standing|stands|sits|running"
    r"|around|about|down to|up to|to|reached|hit|nawr|bellach|yn|still|was|be|been|@|its|it's)(?:\s+(?:at"
    r"|about|around|roughly|just|over|under|nearly|only|approx|us|a|mere))*\s*[:=@~]?\s*$"
)
TURNED_ROUND = re.compile(
    r"\b(?:answer\w*|sent|send|sending|go(?:ing|es)? out|respond\w*|repl\w+|turn\w*|process\w*|clos\w+"
    r"|resolv\w+|let|relet|done|complet\w+|averag\w+|discharg\w+|seen|issued|deal\w*|dealt|decid\w+"
    r"|determin\w+|paid|fixed|repair\w*|picked up|sorted|all|most|doing (?:it|them)|getting (?:it|them))\b"
)
TARGET_MET = re.compile(
    r"\b(?:hit|met|reached|achieved|beat(?:en)?|exceed\w+|smash\w+|above|past|over"
    r"|passed)\b[^.]{0,20}\b(?:target|goal)\b|\b(?:target|goal) (?:met|hit|reached|achieved)\b"
)
THIS_TIME = re.compile(
    r"\b(?:this (?:week|month|quarter|morning|time|year)|averag\w+|today|yesterday|latest|on (?:mon|tues"
    r"|wednes|thurs|fri)day)\b"
)
MOVED_BEFORE = re.compile(
    r"\b(?:from|went|gone|moved|improved|dropped|reduced|fell|fallen|rose|risen|increased|up|down|cut|o)\b"
)
NO_CHANGE = re.compile(
    r"\bno (?:real |major |further |significant |big |other )?(?:change|changes|movement|progress)\b(?! (?:to"
    r"|in|of) (?:the )?(?:date|deadline|plan|scope|process|policy|report|team|staff|law)s?\b)|\bunchanged\b"
    r"|\b(?:exactly |about |much |pretty much )?(?:the )?same as (?:last|before|ever|previous|it was|we were)"
    r"|\bstill the same\b|\bno different\b|\bstays? the same\b|\b(?:hasn'?t|haven'?t|has not|have not|not"
    r"|didn'?t|isn'?t) (?:really )?(?:changed?|moved?|shifted|budged?|moving)\b(?! (?:house|in|to|on"
    r"|offices?)\b)|\bnothing(?:'s| has)? (?:changed|moved|new(?: to report)?)\b|\bas (?:before|you were"
    r"|last (?:week|time|month))\b|\bdim (?:newid|cynnydd|symud)\b|\bheb (?:newid|symud)\b|\byr un (?:fath"
    r"|peth|lle)\b|\b(?:remain(?:s|ed)?|holding|held|staying|stayed) (?:steady|static|flat|the same)\b"
    r"|\bflat this (?:week|month)\b"
)
OF_SOMETHING_ELSE = re.compile(
    r"^\s*(?:increase|rise|reduction|drop|cut|decrease|fall|growth|capacity|pay|vacanc\w*|turnover|staff\w*"
    r"|sick\w*|discount|chance|sure|certain|more|less|fewer|higher|lower|up|down|off|over|under|of (?:staff"
    r"|the team|my team|our team|what|last|the staff|people|nurses))\b"
)
TOTAL_AFTER = re.compile(
    r"^\s*(?:[a-z%]+\s+){0,2}?(?:in total|overall|altogether|all told|in all|all in all|to date|in total now)\b"
)
TOTAL_BEFORE = re.compile(
    r"\b(?:total(?:s|led|ling)?|makes it|makes that|so that'?s|that'?s|taking us to|brings us to"
    r"|bringing us to|taking it to|bringing it to)(?: (?:is|of|now|up|to|so far|at)){0,3}\s*[:=]?\s*$"
)
IN_TOTAL_AFTER = re.compile(
    r"^\s*(?:this (?:month|week|quarter)|now|in total|overall|altogether|all told|in all)\b"
)
OF_TARGET = re.compile(r"^\s*of (?:the |our |my )?(?:target|goal|total)\b")
AS_A_RULE = re.compile(r"^\s*(?:on average|now\b|at the moment|average\b|each|per)")
SO_FAR_AFTER = re.compile(
    r"^\s*(?:so far|now|as of|as at|to date|today|overall|on average|already|altogether|at (?:the )?(?:moment"
    r"|present)|this (?:week|month|morning)|hyd yn hyn|nawr)\b"
)
OPEN_AFTER = re.compile(
    r"^\s*\w+ (?:left|outstanding|remaining|open|still open|on the list|to clear|waiting|in the (?:queue"
    r"|backlog))\b"
)
