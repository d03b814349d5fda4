"""The words by which people say how things stand, English and Welsh; `standing` says what they come to."""

import re

_NT = (
    r"(?:(?:is|are|was|were|has|have|had|do|does|did|wo|ca|could|would|should|ai)n'?t|cannot|not|never"
    r"|no longer|nowhere near|far from|hardly|nor|nid|ddim|dim|dydy|dyw|nac)"
)
_LATE = (
    r"(?:schedule|plan|target|where (?:we|i|it) (?:should|wanted|want|need|hoped)|time|timetable|profile"
    r"|trajectory|deadline|on (?:this|it|the)|with (?:this|it|the)|amserlen)"
)

COLOUR = re.compile(
    r"^(?:(?:still|now|currently|i'd say|i would say|status|rag|rating|it's|its|it is|we're|we are|gone"
    r"|moved to|moving to|turning|back to|probably|definitely|firmly|solidly|remains?|staying|stays|overall"
    r"|at|on|is|an?|mae'n|yn|statws)\s+)*(red|amber|green|yellow|gwyrdd|coch|oren|melyn"
    r"|ambr)(?![-\w])(?!\s+(?:bins?|bags?|room|team|lane|space|spaces|waste|ward|lights?|tape|form|flags?"
    r"|belt|card|book|cross|paper|energy|travel))|\b(?:rag|status|rating|rated|marked|marking|mark|flag"
    r"|flagging|flagged|call(?:ing)?|turned|gone|going|goes|stays?|staying|remains?|moved|now at|sitting at"
    r"|sits at|back to|say|we're at|we are)(?: (?:it|this|us|as|is|now|to|at|a|the|status|from red|from amber"
    r"|still|back|at an|an))*\s+(red|amber|green|yellow)(?![-\w])(?!\s+(?:bins?|bags?|room|team|lane|space"
    r"|spaces|waste|ward|lights?|tape|form|flags?|belt|card|book))"
)
NOT_STARTED = re.compile(
    r"\b(?:(?:not|never|ha(?:s|ve|d)n'?t|have not|has not|did ?n'?t|did not|is ?n'?t|are ?n'?t|can'?t|cannot"
    r"|unable to|not been able to|couldn'?t)(?: \w+){0,3}? (?:start(?:ed)?|begun|begin|began|commenced?"
    r"|kick(?:ed)? off|get going|got going|get started|got started|got underway|under ?way|got off the ground"
    r"|get off the ground|looked at (?:it|this|that)|touched (?:it|this)|made a start|make a start"
    r"|opened (?:it|this)|put pen to paper)|(?:yet|still|waiting|due|about|planning|plan|going|hoping|ready"
    r"|hope) (?:\w+ )?to (?:start|begin|commence|get going|get started|kick off|be started"
    r"|make a start)(?! (?:to|seeing|getting))|(?:will|i'll|we'll|to) (?:start|begin|be starting"
    r"|kick off)(?: \w+){0,2} (?:in|on|next|after|from|tomorrow|monday|tuesday|wednesday|thursday|friday)"
    r"|(?:starts|starting|begins|kicks off) (?:it |this |work )?(?:in|on|next|after|tomorrow|monday|tuesday"
    r"|wednesday|thursday|friday)\b|nothing(?:'s| has)?(?: been)? (?:done|started|happened"
    r"|to show)(?: \w+)?(?: yet| so far)?|no start made|start not made|not a thing done"
    r"|still on the (?:to-?do|starting) (?:list|blocks)|not on my radar yet|unstarted|un-started|(?:not"
    r"|n'?t) had (?:a |the |any )?(?:chance|time) to (?:start|begin|look)|(?:have|has)n'?t got (?:round"
    r"|around) to (?:it|this|starting)|not got (?:round|around) to (?:it|this|starting)"
    r"|haven'?t had (?:a )?chance to (?:start|begin|look)|heb (?:ei )?(?:ddechrau|gychwyn|dechrau"
    r"|cychwyn)(?:'r)?|ddim wedi (?:dechrau|cychwyn)|dim wedi (?:dechrau|cychwyn|ei ddechrau)"
    r"|eto i (?:ddechrau|gychwyn))\b"
)
OTHERS_START = re.compile(
    r"\b(?:phase|stage|part|milestone|round|step|wave|cohort)\b.{0,8}\b(?:start|begin|kick)"
    r"|\bstart(?:ing)? (?:all over )?again\b|\b(?:contractors?|suppliers?|builders?|they|starter|the new \w+"
    r"|recruit\w*|agency|school|officer|trainer|manager|he|she|vendor|it team"
    r"|apprentice)(?: \w+){0,3}? (?:ha(?:s|ve)n'?t|not|doesn'?t|don'?t|can'?t|starts?|starting|isn'?t|yet"
    r"|due)\b"
)

BACK_ON_TRACK = re.compile(
    r"\b(?:back (?:on track|on course|on schedule|to plan|up to speed)|caught (?:back )?up(?: now)?"
    r"|made up (?:the )?(?:lost )?(?:time|ground)|recovered|nôl ar y trywydd(?: iawn)?)\b"
)
ON_TRACK_OUTRIGHT = re.compile(
    r"\b(?:on[- ]?track|ar y trywydd(?: iawn)?|ar y trac|on target|on course|on schedule|(?:going |all "
    r"|running )?to schedule)\b"
)
ON_TRACK = re.compile(
    r"\b(?:(?:going|running|according|all|progressing|proceeding|everything) to plan|as planned|to plan"
    r"|(?:it's |is |all |everything |everything's |things |)(?:going|goes|gone|went|progressing|proceeding"
    r"|moving along|moving|coming along|coming on|shaping up|tracking|working|ticking along|ticking over"
    r"|motoring|getting on|rolling|plodding|chugging|pottering) (?:along )?(?:very |really |pretty |quite "
    r"|so |fairly |reasonably |ever so |extremely |just )?(?:well|fine|nicely|great|good|ok|okay|smoothly"
    r"|brilliantly|swimmingly|steadily|strong|strongly|better than (?:expected|planned|hoped))"
    r"|ticking (?:along|over)(?: nicely| fine)?|plodding (?:along|on)|chugging along"
    r"|moving in the right direction|(?:heading|going) (?:in )?the right (?:way|direction)|(?:all"
    r"|everything(?:'s| is)?|we're all|things are|it's|its|we're|we are|that's|i'm|still|looking|feeling"
    r"|mostly) (?:good|fine|ok|okay|well|great|hunky dory|under control|in hand|in order|rosy"
    r"|going ahead)(?! (?:to|enough|at|for|question|idea|with|if|but|news))|(?:good|great|steady|excellent"
    r"|solid|decent|strong|real|brilliant|fantastic|reasonable|fab|lovely|super) progress"
    r"|progress(?:ing)?(?: is|'s)? (?:good|well|steady|nicely|great|strong|excellent)|making (?:headway"
    r"|progress|strides)(?! difficult| slow)|ahead of (?:schedule|plan|target|where|time|profile|the game"
    r"|trajectory|ourselves|expectations)|well ahead|slightly ahead|a(?: bit| little)? ahead|ahead$|(?:exceed"
    r"|beat|smash|surpass|out-?perform)(?:ing|ed|en)?(?: the| our| my| that)? (?:target|goal|plan|trajectory"
    r"|expectations)|(?:better than|past|beyond) (?:the |our |my )?(?:target|plan|trajectory|profile)"
    r"|well within (?:target|limits?|range)|within (?:target|tolerance)|doing (?:really |very |pretty "
    r"|quite )?(?:well|great|fine|good|ok|okay|nicely)|in (?:really |very |pretty |a )?(?:good|great|fine"
    r"|decent) (?:shape|place|position|order)|no (?:concerns|worries|problems|issues|dramas"
    r"|complaints)(?! (?:this|received|from|in|were|logged|about))(?= at all|$| so far| here| from me"
    r"| to report| with)|(?:full )?steam ahead|bang on|spot on|plain sailing|smooth(?:ly)?(?: sailing)?"
    r"|(?:very |really )?(?:happy|pleased|comfortable) with (?:it|this|progress|how|where|things)"
    r"|on time(?= and| |$)(?! (?:for|in|with|to|by|rate|this|last|repl\w+|respon\w+|answer\w+))"
    r"|bob'?s your uncle|looking (?:really |very |pretty )?(?:good|healthy|promising|positive|strong)"
    r"|we(?:'ll| will| should| are going to| shall) (?:easily |comfortably |definitely )?(?:make it|hit (?:it"
    r"|the target|target|our target)|get there|meet (?:it|the target|target|the deadline)|be fine)|(?:should"
    r"|will) be (?:fine|ok|okay|done in time|on time|finished in time)|full speed ahead"
    r"|nothing to worry about|well on (?:the|our|its|my|track|course)(?: way)?|steady as (?:she|it) goes"
    r"|sailing along|flying(?: along)?$|(?:yn )?mynd yn (?:dda|iawn|wych|hwylus|grêt)|popeth yn (?:iawn|dda"
    r"|mynd yn dda)|cynnydd da|symud ymlaen yn dda|o flaen (?:yr )?amser\w*)(?!\w)|^(?:(?:all|still|yep|yes"
    r"|yeah|it's|its|we're|this is|pretty|quite|very|really|things are|iawn|da|mostly)\s+)*(?:fine|ok|okay"
    r"|good|great|grand|well|all good|happy|healthy|steady|strong|dandy|ace|iawn|da)(?:\s+(?:thanks|thank you"
    r"|so far|here|this week|for now|at the moment|diolch|overall|really|tbh|actually|now))*$"
)
AT_RISK_OUTRIGHT = re.compile(
    r"\b(?:at[- ]?risk|in danger|in jeopardy|in doubt|under threat|mewn perygl|mewn peryg|risk of (?:missing"
    r"|slipping|not|falling|delay\w*|going|failing)|risks? (?:missing|slipping))\b"
)
AT_RISK = re.compile(
    r"\b(?:slip(?:s|ped|ping)?|drift(?:ing|ed)(?! (?:from|to) \d)|slid(?:ing)?|(?:a (?:little |wee |tiny "
    r"|small )?bit|a little|a touch|a tad|slightly|somewhat|bit|fractionally|marginally|just|few \w+|days?"
    r"|weeks?|fortnight|month|falling|fallen|fell|running|getting|gone|slipped|dropping|going|lagging"
    rf"|trailing) behind(?:hand)?|behind (?:{_LATE})|(?:we're|we are|i'm|i am|it's|this is|still|bit|currently"
    r"|now|am|are|is) (?:a bit |slightly |a little )?behind(?! (?:it|this|the idea|us|schedule))|behind(?=$"
    r"| because| as | due| since)|behind(?:hand)|lagging|running (?:a bit |a little |slightly |quite "
    r"|very )?late|(?:a bit|slightly|a little|bit) (?:late|delayed|slow|wobbly|shaky|tight|hairy|sticky"
    r"|off (?:target|track|plan|pace))|slower than (?:planned|hoped|expected|i'd like|we'd like|i would like"
    r"|we would like|i hoped|anticipated)|slow(?:ed)? (?:going|progress|down)|progress (?:is|has been"
    r"|'s) (?:slow|patchy|limited|sluggish)|slow(?=$)|going slow(?:ly)?|dragging(?: on)?|touch and go"
    r"|touch-and-go|tight(?= |$)(?! (?:ship|budget|team|deadline met))|cutting it fine|close call"
    r"|hanging in the balance|in the balance|hit and miss|up and down|wobbl(?:y|ing|es?)|shaky|struggling"
    r"|a struggle|struggled|finding it (?:hard|tough|difficult)|hard going|heavy going|uphill"
    r"|not (?:going )?(?:great|well|brilliantly|so good|so well|as planned|to plan|ideal|where (?:we"
    r"|i) (?:want|need|should|hoped|wanted)|looking good|looking great)|tricky|concern(?:ed|s|ing)(?= about"
    r"| that| we| with| is|$)|worr(?:ied|ying|y)(?= about| that| we| this| it|$)|(?:might|may|could) (?:not"
    r"|miss|slip|struggle|fail|fall behind|be late|overrun|be tight|well miss|well not)(?: (?:make|hit|meet"
    r"|get|reach|be|manage|finish|happen))?|unlikely (?:to|we)|doubtful|(?:some|a few|minor|slight|small"
    r"|further|more|several|had) (?:delays?|slippage|setbacks?|hold-?ups?)|losing (?:ground|time|momentum)"
    r"|lost (?:ground|momentum|time|a bit of time)|heading (?:in )?the wrong (?:way|direction)"
    r"|going (?:in )?the wrong (?:way|direction)|going backwards|gone backwards|off the pace|not as (?:far"
    r"|quick|fast|good) (?:on|along|forward|as)|below (?:where|par)|short of (?:target|where|plan)"
    r"|needs? watching|yn llithro|llithro|ychydig (?:yn )?(?:ar ei h[oô]l hi|yn hwyr|ar ôl)"
    r"|ar ei h[oô]l hi (?:braidd|ychydig|tipyn bach)|braidd ar ei h[oô]l hi|braidd yn (?:hwyr|araf)"
    r"|mynd yn araf|poeni|tynn)\b"
)
OFF_TRACK_OUTRIGHT = re.compile(r"\b(?:off[- ]?track|off course|off the rails|oddi ar y (?:trywydd|trac))\b")
OFF_TRACK = re.compile(
    r"\b(?:(?:way|well|far|miles|badly|seriously|significantly|hopelessly|months|massively|considerably"
    r"|a long way|so far|really|very|too far|months and months|quite far|hugely|wildly) (?:behind"
    r"|off (?:target|track|course|plan)|off where|adrift|overdue|short of|below target|late)|(?:totally "
    r"|completely |well and truly |really |still |a bit )?stuck(?! in traffic| to the| with it| at it)"
    r"|(?<!un)blocked(?! (?:drain|gutter|toilet|sink|diary|calendar|out))|(?:at|come to|came to|reached"
    r"|to) an? (?:complete |total |standing |full )?(?:standstill|halt|dead end|impasse|stop)|stalled"
    r"|stalling|stall|deadlock(?:ed)?|gridlock(?:ed)?|(?:is |are |been |put |it's |currently |gone "
    r"|on) ?on hold(?! for callers)|^on hold|paused|parked|shelved|suspended|ground to a halt"
    r"|grinding to a halt|going nowhere|getting nowhere|got nowhere|nowhere fast|dead in the water|derailed"
    r"|collapsed|fallen (?:apart|through|over)|fell through|scuppered|in limbo|(?:can'?t|cannot|can not"
    r"|could ?n'?t|unable to|not able to|impossible to|no way to|won'?t be able to|aren'?t able to"
    r"|isn'?t able to) (?:really |possibly |even |actually )?(?:move|proceed|progress|continue|carry on|go on"
    r"|go any further|go ahead|go forward|do anything|do any more|do much|get any further|get on|get going"
    r"|take it (?:any )?further|finish|complete|advance|make (?:any )?(?:progress|headway)"
    r"|move (?:it )?(?:forward|on))(?! (?:in|to|house) (?:the )?(?:house|office|hotel))|(?:won'?t|will not"
    r"|not going to|no way (?:we|i|this|it)(?:'ll| will| is| are|'re)?(?: going to)?|can'?t|cannot"
    r"|no chance (?:we|of|this|i)(?:'ll| will)?) (?:now )?(?:make|making|hit|hitting|meet|meeting|reach"
    r"|reaching|get there|getting there|achieve|achieving|happen|be done in time|be ready in time"
    r"|manage)(?: it| the target| target| the deadline| in time| this)?(?! (?:anyone|them|him|her|with))"
    r"|(?:missed|failed|failing|fail|missing|(?<=will )miss|(?<=ll )miss|(?<=to )miss)(?: to (?:hit|meet|make"
    r"|reach|deliver))?(?: the| our| my| this| that)?(?: \w+)? (?:deadline|target|milestone|date|cut-?off)"
    r"|failing(?= |$)(?! (?:students|schools|schools|grades))|gone (?:badly |very |horribly )?wrong"
    r"|going (?:badly|very badly|terribly|horribly|wrong)|(?:went|gone) badly|in (?:real |serious |deep "
    r"|big )?trouble|out of (?:time|control)|unachievable|(?:do ?n'?t|do not|can'?t) (?:think|believe|expect"
    r"|see) (?:that )?(?:we|i|it|this|us|they)(?:'ll| will| can| are going to|'re going to"
    r"| is going to)? (?:make|hit|meet|reach|get there|finish|manage|be (?:done|ready|finished)|making"
    r"|hitting|meeting|happen)|not achievable|impossible|hit a (?:brick )?wall|brick wall|hitting a wall"
    r"|back to square one|overdue|in a (?:right )?mess|(?:total|complete|absolute|bit of a) (?:disaster"
    r"|shambles|mess)|no longer (?:achievable|possible|realistic)|brought (?:us|it|everything|work"
    r"|things) to a (?:halt|stop|standstill)|wedi stopio|wedi'i stopio|yn sownd|methu (?:symud|parhau"
    r"|mynd ymlaen|gwneud)|ar stop|(?<!ychydig )(?<!braidd )(?<!tipyn )ar ei h[oô]l hi(?! (?:braidd|ychydig"
    r"|tipyn bach))|wedi'i ohirio am y tro)\b"
)
DONE = re.compile(
    r"\b(?:done(?! (?:by|to|for(?! the year)|a|an|the|some|most|half|part|my|lots|loads|well|nothing"
    r"|this week|so far|since)\b)|finished(?! (?:by|off the|reading|my|the first|a)\b)"
    r"|complete(?:d)?(?! (?:by|lack|mess|nightmare|disaster|standstill|halt|a|an|my|some|the first)\b)"
    r"|achieved(?! (?:by|a|an|some)\b)|accomplished|delivered(?= |$)(?! (?:by|a|the first|some)\b)"
    r"|signed[- ]off|signed and sealed|wrapped (?:it )?up|all sorted|sorted(?=$|!)|closed off|closed down"
    r"|job done|nothing (?:left|more|else) to (?:do|finish)|done and dusted|nailed (?:it|this)|ticked off"
    r"|in the bag|over the line|(?:target|goal|milestone|objective) (?:has been |is |now |was |been )*(?:met"
    r"|hit|reached|achieved|exceeded|smashed|beaten)|(?:met|hit|reached|achieved|smashed|beaten|exceeded"
    r"|passed|got to|made) (?:the|our|my|this|that|its|full) (?:\w+ )?(?:target|goal)|went live|gone live"
    r"|(?:now|is|are|all|went) live|launched|published|fully (?:complete|done|implemented|rolled out"
    r"|delivered|live|recruited|staffed|compliant|trained)|100% (?:complete|done|there|finished)|wedi gorffen"
    r"|wedi'i (?:gorffen|orffen|chwblhau|gwblhau)|wedi cwblhau|wedi'i wneud|wedi ei (?:wneud|gwblhau|orffen)"
    r"|gorffennwyd|cwblhawyd|popeth wedi'i wneud|wedi dod i ben|wedi'u gwneud i gyd"
    r"|wedi cyrraedd y targed)(?!\w)"
)
DENIED = re.compile(
    rf"\bno(?:ne)?(?: of (?:it|them))?(?: (?:real|major|big|serious|are|is))?\s*$|\b{_NT}(?:\s+(?!but\b"
    r"|because\b|only\b|just\b)[\w'-]+){0,3}\s*$|\bno (?:longer|sign of|risk of|danger of|fear of|more"
    r"|chance of|question of)(?:\s+\w+){0,2}\s*$|\b(?:rather than|instead of|stopped|avoid(?:ed|ing)?"
    r"|without|nothing(?:'s| is| has)?|nobody(?:'s)?|no one(?:'s)?|un)(?:\s+(?:us|is|has|been|got|we|me|being"
    r"|getting|be|to))*\s*$"
)
HOPED = re.compile(
    r"\b(?:will|'ll|should|would|hope|hoping|hopefully|hoped|plan|planning|aim|aiming|to (?:be|get|bring|put)"
    r"|get(?:ting)?|trying|expect(?:ing|ed)?|need to|if|once|until|might|could|want|be|as long as|provided"
    r"|gobeithio|bring|put)(?:\s+\w+){0,3}\s*$"
)
FEARED = re.compile(
    r"\b(?:could|might|may|if|risk|danger|likely to|will|'ll|would|about to|starting to|going to|unless"
    r"|otherwise|nearly|almost|afraid|worried|beginning to)(?:\s+\w+){0,4}\s*$"
)
NOT_WHOLLY = re.compile(
    r"\b(?:nearly|almost|half|partly|partially|mostly|part|largely|virtually|practically|not quite|about"
    r"|more or less|be|being|been able to|get(?:ting)?|to be|will|'ll|should|would|could|might|hope\w*"
    r"|expect\w*|plan\w*|aim\w*|until|once|when|before|after|if|unless|as soon as|some(?: of| are| have"
    r"| were)?|most(?: of| are| have)?|a few|many|another|one|several|both|lots|more|just|bron|bron iawn|am"
    r"|i gael|need\w*|to|have it|want\w*|quarters?|thirds?|hanner|chwarter|work|what's|what i've|i've only"
    r"|only|bits?|little|nothing|what we'?ve|how much|first|second)(?:\s+(?:of|it|them|this|that|is|are|have"
    r"|has|had|were|was|been|be|get|all|the|everything|a|we|i|they|we've|i've|it's|out|yn|wedi|hopefully|us"
    r"|\w+s|\w+))?(?:\s+(?:it|be|been|have|is|are|was|were|has|all|get|this|that|that's|we|i|they|fully|going"
    r"|now|got|yn))*\s*$"
)
NOT_DONE_LATER = re.compile(
    r"^\s*(?:by|next|tomorrow|when|once|soon|after|if|in (?:the )?(?:next|new|january|february|march|april"
    r"|spring|summer|a|two|three|\d)|shortly|apart from|except|bar|mostly|on \d|half|up to|as far as)\b"
)
PART = re.compile(
    r"\b(?:phase|stage|step|part|bit|section|chapter|round|wave|module|milestone|first|second|third|draft"
    r"|half|quarter|thirds?|workstream|pilot|survey|consultation|interviews?|meeting|report|form|paperwork"
    r"|some|most|(?<!this )(?<!that )one|element|strand|floor|ward|site|block|initial|scoping|design|spec"
    r"|specification|planning|prep|preparation|tender|training session|application|drafting|cam|rhan"
    r"|templates?|business case|plan|per cent|%)\b(?! (?:target|objective)\b)"
)
EVERYTHING = re.compile(
    r"\b(?:all(?! (?:week|day|month|morning|the time|good|right|going))|every(?:thing|one|body)?|the lot"
    r"|the whole|whole|fully|both|entire\w*|final|last (?:one|of them)|popeth|pob un|i gyd|cyfan)\b|\b100 ?%"
)
SHARE = re.compile(r"(\d+)\s*(?:/|of|out of|o'r|o)\s*(?:the |our )?(\d+)")
COUNTED = re.compile(
    r"\d|(?<!this )(?<!that )\bone\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen|couple|few|several|some|half"
    r"|quarters?|thirds?|hanner|chwarter|dau|dwy|tri|pedwar|pump|deg|deuddeg)\b"
)
MORE_TO_DO = re.compile(
    r"\b(?:now (?:on to|onto|working|waiting|need|moving|writing|starting|the|for)|next (?:step|up|is|stage"
    r"|phase|one)|on to the|then (?:the|we|i)|remaining|still (?:to|need|waiting|have|left|got|some|a few|\d"
    r"|not|working|outstanding)|left to|to go|to do\b|just (?:the|need|waiting|a few|needs|got|have|a)"
    r"|waiting (?:for|on)|awaiting|need (?:to|two|another|more|sign|some|until|help)|needs (?:to|sign|a)"
    r"|not (?:yet|all|everyone|everything)|yet to|haven'?t|hasn'?t|but (?:not|still|the|we|i|there|need"
    r"|waiting)|except|apart from|bar the|outstanding|the rest|other half|others?|half ?way|stuck|slipping"
    r"|behind|almost|nearly|aros am|angen|ar ôl|eto i)\b"
)
PAST = re.compile(
    r"\b(?:was|were|had been|used to be|last (?:week|month|time|quarter|year)|previously|before|earlier"
    r"|originally|initially|thought|roedd|oedd|yesterday)\b"
)
PRESENT = re.compile(
    r"\b(?:is|are|'s|'re|now|still|currently|today|again|this (?:week|month)|mae|nawr|bellach|back|am|since"
    r"|because|'m|has|have)\b"
)
SURE_OF = re.compile(
    r"\b(?:sure|confident|certain|convinced|doubt|doubtful|unlikely|unsure|worried|afraid|think|chance|if"
    r"|whether|hopeful|hope|believe)\b"
)
OVER_TARGET = re.compile(r"\b(?:above|over) (?:the |our |my )?(?:target|plan|trajectory|profile|limit)\b")
UNDER_TARGET = re.compile(r"\b(?:below|under|within) (?:the |our |my )?(?:target|plan|trajectory|profile|limit)\b")
HEDGED = re.compile(r"\b(?:slightly|a bit|bit|a little|a touch|a tad|somewhat|ychydig|braidd)\s*$")
DOUBTED = re.compile(r"\b(?:could|might|may|if|risk|danger|likely|unless|afraid|worried)\b")
LAUNCHED = re.compile(r"\b(?:went|gone|now|is|are|go(?:es)?) live\b|\b(?:launched|published)\b")
