"""What dates, times and periods look like within a sentence, so that they can be cut out or passed over."""

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|fawrth|ebrill|mai|fai|mehefin|fehefin"
    r"|gorffennaf|orffennaf|awst|medi|fedi|hydref|tachwedd|dachwedd|rhagfyr)\b"
)
WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:d?dydd|nos) (?:llun|mawrth"
    r"|mercher|iau|gwener|sadwrn|sul)\b)"
)
_YEAR = r"(?:,? (?:20\d\d|'?\d\d(?![\w/:.]\d)(?=\s*(?:$|[.,;!?)]))))?"
_DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th|af|ain|eg|fed)?"
_WHOLE = (
    rf"(?:{_DAY_OF_MONTH}(?: of| o)? {MONTH}{_YEAR}|{MONTH} {_DAY_OF_MONTH}(?!\d|\s*(?:%|days|weeks)){_YEAR}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}/\d{1,2}(?![\d/]))"
)
_PERIOD = (
    rf"(?:{MONTH}(?: 20\d\d)?|(?:this|next|the) (?:month|week|quarter|year|term|financial year)|q[1-4]|week"
    r"|month|financial year|year|term|y mis|yr wythnos|y flwyddyn|mis nesaf|wythnos nesaf)"
)
DATE = (
    rf"(?:(?:{WEEKDAY},? (?:the )?)?{_WHOLE}|(?:the )?(?:very )?(?:end|start|beginning|middle|ddiwedd|diwedd"
    rf"|dechrau)(?: of| o)? (?:the )?{_PERIOD}|mid[- ]{_PERIOD}|(?:early|late) {_PERIOD}|(?:next |this "
    rf"|following |the following )?{WEEKDAY}(?: (?:week|nesaf|next)\b)?(?: (?:the )?\d{{1,2}}(?:st|nd|rd"
    r"|th)\b)?|tomorrow|yfory|fory|christmas(?: eve| day)?|xmas|nadolig|easter|y pasg|the new year|new year"
    r"|next (?:week|month|quarter|year)|wythnos nesaf|mis nesaf|the \d{1,2}(?:st|nd|rd|th)\b"
    rf"|{MONTH}(?: 20\d\d)?|q[1-4]\b)"
)
"""A day or period, named or in figures; groups are not captured."""

DATED = re.compile(rf"(?<!\w){_WHOLE}(?!\w)|\b{WEEKDAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?! *(?:%|days?\b))")
"""Days in figures, wherever they stand."""

CLOCK = re.compile(
    r"(?<![\w.])(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b\.?)|\d{1,2}\s?(?:[ap]\.?m\b|o'?clock)|[012]?\d:[0-5]\d)(?!\w)"
)
"""Times of day; "10.30" alone may be an amount."""
