#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses a library that calls a folder it does not stand on.

Usage: check_links.py FOLDER=LIBRARY...
FOLDER is a product folder (planner/engine), LIBRARY its static library. All libraries meet in the
program, so the linker would not complain: this looks at what each one asks for and who has it.
"""
import subprocess
import sys

from check_style import STANDS_ON


def symbols(library, option):
    """The names that nm lists; a missing or unreadable library is an error, not an empty list."""
    result = subprocess.run(
        ["nm", "--portability", "--extern-only", option, library],
        check=True,
        capture_output=True,
        text=True,
    )
    lines = (line.split() for line in result.stdout.splitlines())
    return {words[0] for words in lines if len(words) > 1 and words[0].startswith("co_")}


def check(libraries):
    """One message per call that goes against the arrows; libraries maps folder to file."""
    owner = {}
    findings = []
    for folder, library in sorted(libraries.items()):
        for name in symbols(library, "--defined-only"):
            if name in owner:
                findings.append(f"{name} is defined by {owner[name]} and by {folder}")
            owner[name] = folder
    for folder, library in sorted(libraries.items()):
        allowed = STANDS_ON[folder] | {folder}
        for name in sorted(symbols(library, "--undefined-only")):
            if name in owner and owner[name] not in allowed:
                findings.append(f"{folder} calls {name}() of {owner[name]}, on which it does not stand")
    return findings


def main(arguments):
    libraries = dict(argument.split("=", 1) for argument in arguments)
    findings = check(libraries)
    for finding in findings:
        print(finding)
    return 1 if findings or not libraries else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
