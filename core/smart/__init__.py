"""The SMART meter: which letters an objective meets, and one concrete suggestion for each that it does not."""
