"""Asks pip-audit about known vulnerabilities; part of `make check`. Being offline is no failure."""

import shutil
import subprocess
import sys
from pathlib import Path

OFFLINE = ("ConnectionError", "Max retries", "Temporary failure", "Failed to upgrade", "timed out", "ProxyError")


def main() -> None:
    """Report what is known of the pinned dependencies; status 1 only when something was found."""
    program = Path(sys.executable).with_name("pip-audit")
    found = str(program) if program.exists() else shutil.which("pip-audit")
    if found is None:
        sys.exit("pip-audit is not installed: run make check, which installs it")
    answer = subprocess.run(
        [found, "--require-hashes", "--disable-pip", "-r", "requirements/run.lock", "--progress-spinner", "off"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = answer.stdout + answer.stderr
    if answer.returncode == 0:
        print("No known vulnerabilities in the pinned dependencies.")
    elif any(sign in said for sign in OFFLINE) or "Found" not in said:
        print("pip-audit cannot be asked from here; not checked.")
    else:
        print(said)
        sys.exit(1)


if __name__ == "__main__":
    main()
