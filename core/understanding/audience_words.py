"""The words and shapes by which audiences are told, in English and Welsh.

All are looked for in case-folded text, at the place that has been read up to.
"""

import re
from collections.abc import Mapping

from core.model.person import Employment, Language, Nation

EXCEPT = re.compile(
    r",?\s*\b(?:except(?: for)?|but not|apart from|excluding|other than|not including"
    r"|ac eithrio(?:'r)?|heblaw(?: am)?|ond nid)\b",
)
NOT = re.compile(r"(?:(?:who|that) )?(?:(?:is|are) )?not\b|nad (?:yw|ydynt)\b|nid\b")
OR = re.compile(r"or\b|neu\b")
ALSO = re.compile(r"(?:and )?(?:(?:who|that) )?(?:(?:is|are|have) )?also\b|hefyd\b")
AND = re.compile(r",|&|and\b|plus\b|ac\b|a\b(?! ddechreuodd)")
FILLER = re.compile(
    r"(?:to|please|everyone|everybody|anyone|all(?: of)?(?: the)?|every|each|people|persons?|staff|colleagues?"
    r"|employees?"
    r"|workers?|members?|those|them|who|that|which|are|is|am|work(?:s|ing)?|have|has|the|with|of|do|does"
    r"|pawb|pob|holl|pobl|gweithwyr|aelodau|rhai|y rhai|sydd|sy'n|sy|mae|i|yr?|'r|wedi|ni|eu)(?=[\s,]|$)"
)
LACKS = re.compile(
    r"(?:lack(?:s|ing)?|without|missing|needs?(?: to do)?|(?:have|has|who) no|no|"
    r"(?:(?:have|has) not|haven't|hasn't|not|never|yet to|still to|didn't|did not|have yet to)"
    r" (?:yet )?(?:done|do|completed?|finished?|had|passed|taken|take|trained in)"
    r"|heb(?: wneud| gwblhau| gael)?|angen) "
)
OVERDUE = re.compile(r"(?:overdue|late) (?:for|with|on|in) |(?:yn )?hwyr (?:gyda|ar gyfer) ")
IS_OVERDUE = re.compile(
    r"(?:(?P<cue>whose|y mae eu|mae eu) )?(?P<name>[^,]+?) (?:is |are |yn )?(?:overdue|hwyr)(?=[\s,]|$)"
)
EXPIRES = re.compile(
    r"(?:(?:whose|with|y mae eu|mae eu|gyda) )?(?P<name>[^,]+?) "
    r"(?:(?:that |which )?(?:is |are |yn )?(?:expires?|expiring|runs? out|running out|lapses?|lapsing"
    r"|due(?: for renewal)?"
    r"|up for renewal|dod i ben|darfod))"
    r"(?: (?:within|in|over|during|o fewn|ymhen|yn ystod)(?: the| y)?(?: next)?"
    r" (?P<count>\d{1,3}|an?|one|two|three|six|un|dau|dwy|tri|tair)"
    r" ?(?P<unit>days?|weeks?|months?|diwrnod|dyddiau|wythnos(?:au)?|mis(?:oedd)?)(?: nesaf)?)?(?=[\s,]|$)"
)
EXPIRING = re.compile(r"(?:expiring|running out of|due to renew|due for) (?P<name>[^,]+)$")
STARTED_WITHIN = re.compile(
    r"(?:(?:new )?(?:started|joined|starting|joiners?|starters?|arrived|began)"
    r"|(?:a )?(?:ddechreuodd|dechreuodd|ymunodd))"
    r" (?:with(?:in)?|in|over|during|o fewn|yn ystod)(?: the| y)?(?: last| past)?"
    r" (?P<count>\d{1,3}|an?|one|two|three|six|un|dau|dwy|tri|tair)"
    r" ?(?P<unit>days?|weeks?|months?|years?|diwrnod|dyddiau|wythnos(?:au)?|mis(?:oedd)?|blynedd|flwyddyn)"
    r"(?: diwethaf)?(?=[\s,]|$)"
)
STARTED = re.compile(
    r"(?:(?:new )?(?:started|joined|starting|joiners?|starters?|arrived|began)"
    r"|(?:a )?(?:ddechreuodd|dechreuodd|ymunodd))"
    r" (?P<which>since|on or after|after|from|before|ers|ar ôl|cyn|o) "
)
NEW = re.compile(r"(?:new (?:starters?|joiners?|people|staff)|newydd-ddyfodiaid|dechreuwyr newydd)(?=[\s,]|$)")
NEW_DAYS = 90
"""How long someone is a new starter."""

AFTER_DATE = re.compile(
    r"\s(?:and|or|who|in|at|lack(?:s|ing)?|without|neu|ac|heb|yn|ar|sy'n|also|hefyd|on|speaking|with|whose|y mae"
    r"|a ddechreuodd|started|joined)\s|,|$"
)
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "six": 6, "un": 1, "dau": 2, "dwy": 2, "tri": 3, "tair": 3,
}  # fmt: skip
EMPLOYMENT: Mapping[Employment, str] = {
    Employment.PERMANENT: r"permanent|parhaol",
    Employment.FIXED_TERM: r"fixed[- ]term|cyfnod penodol",
    Employment.INTERIM: r"interims?|dros dro",
    Employment.AGENCY: r"agency|asiantaeth",
    Employment.BANK: r"bank|banc",
}
CONTRACT = r"(?:staff|workers?|people|employees?|contracts?|gweithwyr)"
EMPLOYED = tuple(
    (kind, re.compile(rf"(?:(?:on )?an? |on |ar (?:gontract )?)?(?:{words})(?: {CONTRACT})?(?=[\s,]|$)"))
    for kind, words in EMPLOYMENT.items()
)
LANGUAGES = (
    (
        Language.CY,
        re.compile(
            r"(?:welsh[- ]speak(?:ers?|ing)|speaks? welsh|speaking welsh|reads? welsh|reading welsh|siarad cymraeg"
            r"|siaradwyr cymraeg|darllen cymraeg)(?=[\s,]|$)"
        ),
    ),
    (
        Language.EN,
        re.compile(
            r"(?:english[- ]speak(?:ers?|ing)|speaks? english|speaking english|reads? english|reading english"
            r"|siarad saesneg|siaradwyr saesneg|darllen saesneg)(?=[\s,]|$)"
        ),
    ),
)
NATIONS: tuple[tuple[Nation, re.Pattern[str]], ...] = (
    (Nation.WALES, re.compile(r"(?:in wales|yng nghymru)(?=[\s,]|$)")),
    (Nation.SCOTLAND, re.compile(r"(?:in scotland|yn yr alban)(?=[\s,]|$)")),
    (Nation.NORTHERN_IRELAND, re.compile(r"(?:in northern ireland|yng ngogledd iwerddon)(?=[\s,]|$)")),
    (Nation.ENGLAND, re.compile(r"(?:in england|yn lloegr)(?=[\s,]|$)")),
)
TEAM = re.compile(r"(?:(?:in|on|from) )?(?:the )?team |(?:yn )?y? ?(?:tîm|tim) ")
ROLE = re.compile(r"(?:in )?(?:the )?roles? (?:of )?|(?:yn )?y? ?swydd ")
SITE = re.compile(r"(?:based )?at (?:the )?(?:site )?|ar (?:y )?safle |based in (?:the )?")
PLACE = re.compile(r"(?:in|from|within|yn yr|yn y|yn) (?:the )?")
AS = re.compile(r"as (?:an? )?|fel ")
ENDS = re.compile(
    r"[,]|\s(?=(?:and|or|who|whose|that|in|at|on|with|without|lack(?:s|ing)?|neu|ac|heb|sy'n|sydd|also|hefyd|started|joined"
    r"|speaking|a ddechreuodd|yn|ar|y mae)(?:\s|$))|$"
)
AROUND_NAME = re.compile(r"^(?:the|their|a|an|any|y|yr|eu) |(?: team| training| course| site| tîm| cwrs)$")
AFTER_NAME = re.compile(r"(?:\s(?:team|training|course|site|office|tîm|cwrs))?(?=[\s,.]|$)")
