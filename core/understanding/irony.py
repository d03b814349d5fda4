"""Praise that means its opposite: "oh brilliant, another outage, going just great". Never taken at its word."""

import re

from core.understanding.written import Written

_PRAISE = re.compile(
    r"\b(?:brilliant|great|fantastic|wonderful|marvellous|lovely|super|perfect|excellent|terrific|fabulous"
    r"|amazing|splendid|delightful|how nice|nice one|well done|bravo|hooray|yay|joy|love (?:it|that|how|this)"
    r"|loving|gwych|bendigedig|ardderchog)\b"
)
_OPENING = re.compile(
    r"^\W*(?:oh |well |ah |so |yeah |yes |absolutely |just |how |that's |isn't that |what a )*(?:brilliant"
    r"|great|fantastic|wonderful|marvellous|lovely|super|perfect|excellent|terrific|fabulous|amazing|splendid"
    r"|delightful|nice|joy|gwych|bendigedig|ardderchog)\b(?!\s+(?:news|progress|week|month|to|work|team"
    r"|response|feedback|result|results|turnout|start|that|we|day|session|meeting|support|support))"
)
_MISHAP = re.compile(
    r"\b(?:another|yet another|again|outage|crash\w*|broke\w*|down(?! to)|cancelled|delay\w*|late|failed"
    r"|fails|fault|lost|no show|off sick|resigned|quit|leak\w*|flood\w*|frozen|freeze|useless|not working"
    r"|doesn't work|stopped working|chaos|mess|ignored|nothing works|cut|rejected|stolen|restructure"
    r"|reorgani[sz]ation|extra form|more forms|eto fyth|wedi torri)\b"
)
_MOCKERY = re.compile(
    r"\b(?:just what (?:we|i) (?:needed|wanted)|just (?:great|brilliant|perfect|wonderful|lovely|fantastic"
    r"|marvellous|fab|dandy|peachy)|living the dream|what could (?:possibly )?go wrong|thanks for nothing"
    r"|thanks a (?:lot|bunch|million)|big thanks to (?:it|the system|procurement)|yeah right|as if\b"
    r"|surprise,? surprise|what an? (?:great|brilliant|fantastic|wonderful|lovely|fabulous) (?:week|day|month"
    r"|start)|who needs|couldn'?t make it up|you couldn'?t|nice one,? (?:it|procurement|finance|hr)"
    r"|how (?:lovely|wonderful|marvellous|nice|convenient)|so that'?s (?:great|brilliant|fun|nice)|oh (?:joy"
    r"|goody|happy days|good\b)|happy days|because (?:obviously|of course) (?:we|i)"
    r"|going (?:just )?(?:swimmingly|brilliantly|great guns)|love (?:it when|when|how|that)"
    r"|always a (?:pleasure|joy)|fun and games|best week ever|could(?:n'?t| not) be (?:better|happier))\b|🙄|🙃"
    r"|\s/s\b|\b(?:not|n't) at all frustrating"
)
_PLAIN_MOCKERY = re.compile(
    r"\byeah,? right\b|🙄|\s/s\b|\b(?:best week ever|living the dream|thanks for nothing|couldn'?t make it up"
    r"|surprise,? surprise)\b"
)
_SCARE_QUOTES = re.compile(
    r'"(?:brilliant|great|improved|new|upgraded?|fixed|working|support\w*|helpful|progress|on track|fine)"'
)


def is_ironic(written: Written) -> bool:
    """Whether praise and mishap stand side by side, or the words mock: what was said is then to be asked about.

    Praise followed by "but" is meant: "great week, but the system went down".
    """
    said = written.said
    praise = _PRAISE.search(said)
    mishap = _MISHAP.search(said)
    if _PLAIN_MOCKERY.search(said):
        return True
    if _MOCKERY.search(said):
        return mishap is not None or praise is not None or "🙄" in said or " /s" in said
    if _SCARE_QUOTES.search(said) and mishap:
        return True
    if praise is None or mishap is None:
        return False
    if re.search(r"\b(?:but|although|though|however|despite|except|apart from|even with)\b", said):
        return False
    return _OPENING.search(said) is not None and mishap.start() > praise.start()
