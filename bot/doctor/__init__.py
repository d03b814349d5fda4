"""`milepost doctor`: looks at everything that Milepost stands on, and names the fix for whatever is not right."""

from bot.doctor.check import Check, Verdict
from bot.doctor.examining import examine, examined

__all__ = ["Check", "Verdict", "examine", "examined"]
