"""Free text to meaning: commands, numbers, choices and dates as people type them."""
