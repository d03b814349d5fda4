# Tables that leave as files.

export-title = Export
export-intro = Tables as files, with the columns that imports have. A link works once, and only for a quarter of an hour.
export-people = People
export-training = Training
export-compliance = Compliance
export-compliance-summary = Compliance summary
export-as-csv = As CSV
export-as-xlsx = For Excel (XLSX)
export-ready = Your file is ready
export-link = Download { $what } ({ $format })
export-once = The link works once, until { $until }. The file holds personal data: please keep it where only those who need it can open it.
export-no-address = Milepost has no address here that a browser reaches, so I can’t offer a download. Your administrator can write the file with “{ $command }”.
download-title = Your file
download-ready = This link works once. The file holds personal data: please keep it where only those who need it can open it.
download-button = Download
download-gone-title = This link no longer works
download-gone = It was used already, or its time is over. Ask for a new one in chat with “hr export”.
