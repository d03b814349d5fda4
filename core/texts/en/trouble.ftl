# What is said when something goes wrong on our side.

trouble-unavailable-title = Please try again in a few minutes
trouble-unavailable = I can’t reach my records just now. Nothing that was saved is lost. Please try again in a few minutes.
trouble-unavailable-kept-title = This may take a few minutes
trouble-unavailable-kept = I can’t reach my records just now. Nothing is lost: I have what you sent and will work on it as soon as I can. If you have heard nothing after ten minutes, please try again.

trouble-fault-title = Something went wrong on my side
trouble-fault = Sorry, that didn’t work, and it was nothing you did. Nothing was lost. Please try again in a few minutes; if it happens again, quote { $reference } when you ask for help.
trouble-fault-kept-title = Something went wrong on my side
trouble-fault-kept = Sorry, that didn’t work, and it was nothing you did. Nothing was lost: I have what you sent and will try again by myself in a few minutes. If you hear nothing, quote { $reference } when you ask for help.

error-not-found-title = There is no page here
error-not-found = If you followed a link from a message, ask Milepost for a new one. If you typed the address, check it.
error-unavailable-title = Please try again in a few minutes
error-unavailable = Milepost can’t reach its records just now. Nothing that was saved is lost, and this link still works later.
error-refused-title = That is not open to you here
error-refused = Milepost does not take that request from a browser. Nothing was changed.
error-failed-title = Something went wrong on our side
error-failed = Sorry, that didn’t work, and it was nothing you did. Please try again in a few minutes.
trouble-paced-title = One after the other
trouble-paced = That was a lot at once. Nothing is lost: I have all of it and answer one after the other, one every two seconds. There is no need to send anything again.
