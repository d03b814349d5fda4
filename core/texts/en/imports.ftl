# What is said about a file of people or objectives: what is wrong with it and how to put it right, and what it did.

import-whole-file = the file: { $what } Fix: { $fix }
import-line = line { $line }: { $what } Fix: { $fix }
import-cell = line { $line }, { $column }: { $what } Fix: { $fix }
import-note = Note: { $problem }

import-refused = { $count ->
    [one] Nothing was changed: the file has one problem.
   *[other] Nothing was changed: the file has { $count } problems.
}
import-dry-run = Dry run: nothing was saved. This is what the file would do.
import-added = { $count } added
import-updated = { $count } updated
import-unchanged = { $count } as before
import-new-teams = New teams: { $names }
import-new-priorities = New priorities: { $names }
import-left-out = { $count ->
    [one] One is known to Milepost but not in the file, and was left as it is:
   *[other] { $count } are known to Milepost but not in the file, and were left as they are:
}

import-wrong-no-file = it cannot be opened ({ $reason }).
import-fix-no-file = Check the name, and that you may read the file.
import-wrong-empty-file = it is empty.
import-fix-empty-file = Give the columns’ names in the first line, and one line for each row.
import-wrong-not-utf8 = it is not text in UTF-8.
import-fix-not-utf8 = Save it as “CSV UTF-8 (Comma delimited)”, or as an Excel workbook (.xlsx).
import-wrong-old-excel = it is a workbook of an old kind (.xls), or one with a password.
import-fix-old-excel = Save it without a password as an Excel workbook (.xlsx), or as “CSV UTF-8 (Comma delimited)”.
import-wrong-macros = it is a workbook with macros.
import-fix-macros = Save it as an Excel workbook (.xlsx) without macros, or as “CSV UTF-8 (Comma delimited)”.
import-wrong-other-sheet = it is not an Excel workbook (.xlsx).
import-fix-other-sheet = Save it as an Excel workbook (.xlsx), or as “CSV UTF-8 (Comma delimited)”.
import-wrong-too-many-rows = it has more than { $most } rows.
import-fix-too-many-rows = Split it into several files, or ask whoever runs Milepost to import it.
import-wrong-damaged = it is not a workbook that can be read.
import-fix-damaged = Open it in Excel and save it again as an Excel workbook (.xlsx).
import-wrong-open-quote = the quotation marks do not match.
import-fix-open-quote = Close the quotation mark that begins a cell, and double those within it.
import-wrong-no-header = the first line does not name the columns.
import-fix-no-header = Put a line with the columns’ names above the first row, for example “email,name,team”.
import-wrong-no-rows = there is nothing below the columns’ names.
import-fix-no-rows = Export the file again with its rows.

import-wrong-missing-column = the column “{ $column }” is missing.
import-fix-missing-column = Add it; it must be filled in for every row.
import-wrong-misspelt-column = there is no column of this name.
import-fix-misspelt-column = Call it “{ $nearest }” if that is meant, or remove it.
import-wrong-unknown-column = there is no column of this name, so it was not read.
import-fix-unknown-column = { $nearest ->
    [none] None is needed if the column is not meant for Milepost.
   *[other] None is needed if the column is not meant for Milepost; the most similar name is “{ $nearest }”.
}
import-wrong-repeated-column = the column is there twice.
import-fix-repeated-column = Remove one of the two.

import-wrong-missing = nothing is filled in.
import-fix-missing = Fill it in; this column is needed for every row.
import-wrong-spreadsheet-error = the spreadsheet could not work out this cell ({ $written }).
import-fix-spreadsheet-error = Correct the formula, or type in the value.
import-wrong-extra-cell = there are more cells than columns, from “{ $written }” on.
import-fix-extra-cell = Put a value that has commas in it in quotation marks, or give the extra column a name.
import-wrong-bad-email = “{ $written }” is not an email address.
import-fix-bad-email = Write one work email, like amira.hassan@council.example.
import-wrong-bad-date = “{ $written }” is not a date written year first.
import-fix-bad-date = { $nearest ->
    [none] Write year, month and day, for example 2027-03-31 for 31 March 2027.
   *[other] Write { $nearest } if the day comes first in “{ $written }”.
}
import-wrong-bad-days = “{ $written }” are not days of the week.
import-fix-bad-days = Write for example Mon-Fri, or Mon,Wed,Thu.
import-wrong-bad-number = “{ $written }” is not a number.
import-fix-bad-number = Write the number alone, like 12, 1,200 or 4.5; its unit goes into the column “unit”.
import-wrong-bad-weight = “{ $written }” is no weight.
import-fix-bad-weight = Write a number above nought; 1 is usual, 2 counts twice.
import-wrong-unknown-choice = “{ $written }” is not one of the choices.
import-fix-unknown-choice = Use one of these: { $allowed }.
import-wrong-unknown-zone = “{ $written }” is not a time zone.
import-fix-unknown-zone = { $nearest ->
    [none] Use a name like Europe/London, or leave the cell blank.
   *[other] Use { $nearest } if that is meant, or leave the cell blank.
}

import-wrong-repeated-person = { $email } is in line { $first } already.
import-fix-repeated-person = Keep one line for each person.
import-wrong-repeated-objective = { $email } has an objective with this title in line { $first } already.
import-fix-repeated-objective = Keep one of the two, or tell their titles apart.
import-wrong-end-before-start = the contract ends on { $end }, before it starts on { $start }.
import-fix-end-before-start = Correct one of the two dates; a single hyphen (-) means that there is none.
import-wrong-unknown-manager = { $written } is neither in the file nor known to Milepost.
import-fix-unknown-manager = { $nearest ->
    [none] Add the manager to the file, or correct the email.
   *[other] Write { $nearest } if that is meant, or add the manager to the file.
}
import-wrong-own-manager = { $email } would be their own manager.
import-fix-own-manager = Name whom they report to, or write a single hyphen (-) for nobody.
import-wrong-circle = the reporting line goes round in a circle: { $path }.
import-fix-circle = Correct the manager of one of them.
import-wrong-unknown-person = { $written } is not known to Milepost.
import-fix-unknown-person = { $nearest ->
    [none] Import the person first, or correct the email.
   *[other] Write { $nearest } if that is meant, or import the person first.
}
import-wrong-target-is-baseline = the target is the same as the baseline ({ $written }), so nothing would have to change.
import-fix-target-is-baseline = Give a different target, or correct the baseline.
import-wrong-wrong-direction = the direction is “{ $written }”, but from baseline to target it goes the other way.
import-fix-wrong-direction = Write { $right } or leave the cell blank, or correct the baseline or the target.

import-wrong-unknown-priority = “{ $written }” is no priority or goal that Milepost knows, so the objective serves none yet; the words were kept.
import-fix-unknown-priority = { $nearest ->
    [none] Import the priority first, then this file again.
   *[other] Write “{ $nearest }” if that is meant, or import the priority first, then this file again.
}
import-wrong-long-title = the title has { $written } characters.
import-fix-long-title = Say it in { $allowed } characters or fewer, so that it can be read in a list.
import-wrong-repeated-aim = “{ $written }” is in line { $first } already.
import-fix-repeated-aim = Keep one of the two, or tell their titles apart.
import-wrong-unknown-team = there is no team called “{ $written }”.
import-fix-unknown-team = { $nearest ->
    [none] Import the people of the team first, or correct its name. Leave the cell blank for a priority of the whole organisation.
   *[other] Write “{ $nearest }” if that is meant, or import the people of the team first.
  }
import-wrong-unknown-aim = “{ $written }” is neither in the file nor known to Milepost.
import-fix-unknown-aim = { $nearest ->
    [none] Add it to the file as a row of its own, or correct the title.
   *[other] Write “{ $nearest }” if that is meant, or add it to the file as a row of its own.
}
import-wrong-priority-serves-goal = the priority “{ $written }” would serve “{ $path }”, which is a team’s goal.
import-fix-priority-serves-goal = Let the goal serve the priority instead, or give both a team.
import-wrong-aim-circle = these would serve one another in a circle: { $path }.
import-fix-aim-circle = Correct what one of them serves; a single hyphen (-) means that it serves nothing above it.

import-new-courses = New courses: { $names }.
import-wrong-in-future = “{ $written }” is still to come
import-fix-in-future = give the day on which the course was completed
import-wrong-before-start = “{ $written }” is before the person’s first day, { $start }
import-fix-before-start = correct the day, or the start date in the people file
import-wrong-expires-early = “{ $written }” is before the day of completion
import-fix-expires-early = give the last day on which the completion counts, or leave the cell empty
import-wrong-repeated-completion = { $email } completed this course on this day on line { $first } already
import-fix-repeated-completion = remove one of the two lines
import-wrong-course-differs = “{ $written }” says something else about the course than line { $first }
import-fix-course-differs = say the same of a course on every line, or only once
import-wrong-bad-months = “{ $written }” is no number of months
import-fix-bad-months = give whole months from 1 to 240, or leave the cell empty
import-wrong-nearly-known-course = “{ $written }” is new and nearly the same as a course that is known
import-fix-nearly-known-course = use “{ $nearest }” if that is meant; otherwise nothing is to be done
import-wrong-repeated-course = “{ $written }” is in line { $first } already
import-fix-repeated-course = keep one line for each course
import-wrong-bad-window = “{ $written }” is no number of days
import-fix-bad-window = give whole days from 0 to 730, or leave the cell empty
import-wrong-bad-link = “{ $written }” is not a web address
import-fix-bad-link = copy it whole from the browser, from https:// on, or leave the cell empty

import-wrong-bad-level = “{ $written }” is no level
import-fix-bad-level = use 1 (learning), 2 (confident) or 3 (can teach it)
import-wrong-long-skill = this skill has { $written } characters
import-fix-long-skill = use at most { $allowed }, without a vertical bar
import-wrong-repeated-skill = “{ $written }” is on line { $first } for the same job title already
import-fix-repeated-skill = keep one of the two lines
import-wrong-nearly-known-skill = “{ $written }” is new and nearly the same as a skill that is known
import-fix-nearly-known-skill = use “{ $nearest }” if that is meant; otherwise nothing is to be done

import-wrong-too-long = it has { $written } characters.
import-fix-too-long = Shorten it to { $allowed } characters or fewer.
import-wrong-unknown-scale = “{ $written }” is not a scale that is known.
import-fix-unknown-scale = Write 1 to 5, 0 to 10 or percent. A spreadsheet may have made a date of 1-5.
import-wrong-off-scale = { $written } is not on its scale.
import-fix-off-scale = Give a score from { $lowest } to { $highest }, or correct the scale.
import-wrong-not-received-yet = “{ $written }” is still to come.
import-fix-not-received-yet = Give the day on which the answer came in.
import-wrong-repeated-answer = the source has “{ $written }” twice, first at number { $first }.
import-fix-repeated-answer = Keep one of the two.
import-wrong-no-subject = it is said of neither a team nor an objective.
import-fix-no-subject = Fill in the team, or the objective’s title with its owner’s email.
import-wrong-two-subjects = it is said of a team and of an objective at once.
import-fix-two-subjects = Keep the team, or the email and the objective.
import-wrong-half-subject = an objective is known by its title and its owner’s email, and one of them is missing.
import-fix-half-subject = Fill in both.
import-wrong-team-not-found = there is no team called “{ $written }”.
import-fix-team-not-found = { $nearest ->
    [none] Correct its name, or import the people of the team first.
   *[other] Write “{ $nearest }” if that is meant, or import the people of the team first.
}
import-wrong-objective-not-found = { $email } has no objective called “{ $written }”.
import-fix-objective-not-found = { $nearest ->
    [none] Give its title as the owner sees it, or name a team instead.
   *[other] Write “{ $nearest }” if that is meant, or name a team instead.
}
import-wrong-no-such-objective = no such objective is known.
import-fix-no-such-objective = Check its title and its owner’s email, or name a team instead.
import-wrong-unknown-measure = “{ $written }” is no measure that teams are compared by.
import-fix-unknown-measure = { $nearest ->
    [none] Use one of these: { $allowed }.
   *[other] Write “{ $nearest }” if that is meant; the measures are { $allowed }.
}
import-wrong-bad-period = “{ $written }” is no period.
import-fix-bad-period = Write a financial year like 2025/26, a calendar year like 2025, a quarter like 2025/26 Q3 (of a financial year) or 2025 Q3, or a month like 2025-11.
import-wrong-period-to-come = { $written } has not begun yet.
import-fix-period-to-come = Correct the period; only figures with the scope “target” may be of one to come.
import-wrong-scale-differs = this measure is not told on the scale { $written }.
import-fix-scale-differs = Leave the scale out, or write { $allowed }; only satisfaction has a scale of its own.
import-wrong-share-of-one = { $written } is less than one percent.
import-fix-share-of-one = Write { $meant } if { $meant }% is meant, or { $written }% if it really is that small.
import-wrong-repeated-benchmark = “{ $written }” is on line { $first } already.
import-fix-repeated-benchmark = Keep one of the two lines, or tell their scopes apart.
