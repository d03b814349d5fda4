# Words that steer a conversation, as they are suggested to be typed.

steering-later = later
steering-stop = stop
steering-help = help
