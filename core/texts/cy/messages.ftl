# What waits to go out, what did not arrive and why, and putting it right.

hr-messages = Negeseuon
messages-title = Negeseuon sy’n aros neu na chyrhaeddodd
messages-fact-waiting = Yn aros i fynd
messages-fact-sent = Anfonwyd heddiw
messages-fact-given-up = Rhoddwyd y gorau iddynt
messages-out = Nid yw { $platform } wedi ateb ers { $since }. Mae negeseuon at bobl yno yn aros ac yn mynd ohonynt eu hunain.
messages-held = Gofynnodd { $platform } i Milepost oedi tan { $until }. Mae negeseuon at bobl yno yn aros ac yn mynd ohonynt eu hunain.
messages-slow = Mae { $platform } yn derbyn llai o negeseuon nag arfer, felly maent yn mynd ar { $percent }% o’r cyflymder arferol. Ni chollir yr un.
messages-none = Ni roddwyd y gorau i’r un neges.
messages-newest = Rhoddwyd y gorau iddynt, y diweddaraf yn gyntaf
messages-letter = { $to }: { $kind }, o { $queued }, rhoddwyd y gorau iddi { $given_up }
messages-channel = sianel ar { $platform }
messages-someone = rhywun nad yw ar y rhestr mwyach
messages-older = Rhai hŷn

messages-again = Anfon eto
messages-again-all = Anfon pob un o’r { $count } eto
messages-dismiss = Diystyru
messages-dismiss-all = Diystyru pob un o’r { $count }
messages-again-done =
    { $count ->
        [0] Doedd dim ar ôl i’w anfon eto.
        [one] Mae 1 neges ar ei ffordd eto.
        [two] Mae 2 neges ar eu ffordd eto.
       *[other] Mae { $count } neges ar eu ffordd eto.
    }
messages-dismiss-done =
    { $count ->
        [0] Doedd dim ar ôl i’w ddiystyru.
        [one] Mae 1 neges wedi’i diystyru ac ni chaiff ei hanfon.
       *[other] Mae { $count } neges wedi’u diystyru ac ni chânt eu hanfon.
    }
messages-reason =
    { $count ->
        [one] 1 neges
       *[other] { $count } neges
    }: { $why }

messages-why-no-account = ni chafwyd cyfrif â’u cyfeiriad e-bost gwaith
messages-why-out-of-reach = maent wedi tynnu neu flocio Milepost
messages-why-has-left = maent wedi gadael y sefydliad
messages-why-channel-gone = mae’r sianel wedi mynd, neu tynnwyd Milepost ohoni
messages-why-uncertain = efallai ei bod wedi cyrraedd, ac ni all neb ddweud
messages-why-outage = nid oedd modd cyrraedd { $platform } am 72 awr
messages-why-not-set-up = nid yw { $platform } wedi’i osod yma
messages-why-refused = gwrthododd { $platform } hi: { $said }
messages-why-kept-failing = methodd dro ar ôl tro, o’r diwedd: { $said }
messages-why-other = { $said }
messages-help-no-account = Gwiriwch y cyfeiriad e-bost gwaith yn eich rhestr o bobl ac yn Slack neu Teams, yna anfonwch eto.
messages-help-out-of-reach = Gofynnwch iddynt ychwanegu Milepost eto, yna anfonwch eto.
messages-help-has-left = Nid oes angen gwneud dim: diystyrwch y rhain. Os yw’r dyddiad gorffen yn anghywir, cywirwch eich rhestr o bobl, yna anfonwch eto.
messages-help-channel-gone = Ychwanegwch Milepost at y sianel, neu gadewch i’r tîm ddewis un arall, yna anfonwch eto.
messages-help-uncertain = Gofynnwch a gyrhaeddodd cyn ei hanfon eto: byddai pwy bynnag sydd â hi eisoes yn ei chael ddwywaith.
messages-help-outage = Unwaith y bydd yn ateb eto, gallwch anfon y rhain eto. Meddyliwch a ydynt yn dal yn bwysig.
messages-help-not-set-up = Rhaid i bwy bynnag sy’n rhedeg Milepost ei osod yn gyntaf.
messages-help-refused = Dyna ei eiriau ei hun. Gall pwy bynnag sy’n rhedeg Milepost ddweud beth i’w newid.
messages-help-kept-failing = Gall pwy bynnag sy’n rhedeg Milepost ddweud beth i’w newid.
messages-help-other = Gall pwy bynnag sy’n rhedeg Milepost ddweud beth i’w newid.

messages-kind-check-in = gwiriad
messages-kind-summary = crynodeb tîm
messages-kind-broadcast = darllediad
messages-kind-training = am hyfforddiant
messages-kind-one-to-one = am gyfarfod un-i-un
messages-kind-colleagues = rhywbeth rhwng cydweithwyr
messages-kind-question = cwestiwn byr
messages-kind-objective = am amcan
messages-kind-change = newid i neges gynharach
messages-kind-picture = siart
messages-kind-other = ateb neu nodyn gan Milepost
