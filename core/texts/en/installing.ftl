# Installing Milepost in a workspace: the pages a browser shows, and what administrators are told.

install-title = Add Milepost to Slack
install-what = Milepost asks each person once a week about their objectives, in a minute, where they already are. To add it, you choose your workspace at Slack and look through what it may do there.
install-who = You need to be allowed to add apps to your workspace. If you are not, Slack passes your request on to someone who is.
install-button = Choose a workspace at Slack

installed-title = Milepost is in your workspace
installed-what = Milepost now works in { $workspace } and has said hello to you there, if it knows you.
installed-next = You can close this page.
installed-open = Open Milepost in Slack

install-cancelled-title = Nothing was added
install-cancelled-what = You stopped before Milepost was added. Nothing has changed in your workspace.

install-expired-title = This page is too old to go on from
install-expired-what = For safety, adding Milepost has to be finished within ten minutes, in the browser it was begun in, and only once. Nothing was added. Please begin again.

install-failed-title = That did not work
install-failed-what = Milepost could not be added just now. Nothing is broken, and you have done nothing wrong. Please begin again in a few minutes.

install-again = Begin again

installation-ended-title = Milepost was removed from { $workspace }
installation-ended-what = It can no longer write to anyone in that Slack workspace. Everything people have told it is kept.
installation-ended-how = If that was not meant, someone who may add apps to the workspace can add Milepost again; it goes on where it left off.

slack-not-installed = Milepost is not installed in this workspace any more. Please ask whoever looks after your Slack apps to add it again.
