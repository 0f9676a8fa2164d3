#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses a source tree that breaks the house rules no compiler knows.

Usage: check_style.py [--figures] ROOT
Prints one line "path:line: message [rule]" per finding; exit status 1 when there is one.
--figures adds the number and length of functions per folder, for information.

The rules, by the name that ends each message:
  outside-header   a library's header is included outside the one folder that uses it
  direction        a folder includes a header of a folder it does not stand on
  private-header   a private header is included outside its folder (its tests and bench apart)
  unknown-header   an include in quotes that names no file of the tree
  implementer      a public header does not say "Implemented by <folder>" at its top
  unlisted         a file that the CMakeLists.txt of its folder does not name
  long-function    over 80 lines, signature included, without "long: <reason>" in the comment above
  long-file        over 600 lines
  licence          the first line is not the SPDX line
  goto             scope clean-up made it obsolete
  locale           a function whose result depends on the user's language
  assertions       GLib's assertions or checks switched off
  user-text        a string with accented letters in a folder that must not speak to users
"""
import re
import statistics
import sys
from pathlib import Path

MAX_FUNCTION_LINES = 80
MAX_FILE_LINES = 600
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"

# folder -> folders whose public headers it may include, its own apart
STANDS_ON = {
    "planner/domain": set(),
    "planner/check": {"planner/domain"},
    "planner/store": {"planner/domain"},
    "planner/engine": {"planner/domain", "solver"},
    "solver": set(),
    "inputs": {"planner/domain"},
    "outputs": {"planner/domain"},
}
FRONT = "planner/front"
STANDS_ON[FRONT] = set(STANDS_ON)

# folder -> folders whose facts it puts into words: it may see their types, never call them
# (check_links.py holds it to that)
SEES_TYPES_OF = {"outputs": {"planner/check", "planner/engine"}}

# header pattern -> path prefixes that may include it
OUTSIDE_HEADERS = [
    (r"glpk\.h$", ("solver/glpk_", "tests/solver/")),
    (r"sqlite3(ext)?\.h$", ("planner/store/", "tests/store/")),
    (r"xlsxwriter(\.h$|/)", ("outputs/", "tests/outputs/")),
    (r"zip\.h$", ("inputs/", "tests/inputs/")),
    (r"expat(_external)?\.h$", ("inputs/", "tests/inputs/")),
    (r"libxml2?/", ("inputs/", "tests/inputs/")),
    (r"(cairo|pango/)", ("outputs/kit/paper", "outputs/kit/picture", "tests/outputs/test_paper")),
    (r"libical/", ("inputs/", "outputs/", "tests/inputs/", "tests/outputs/")),
    (r"(gio/|glib-object\.h$|gobject/)", ()),
]

# These return typed facts; French belongs to the front and to outputs.
SILENT_FOLDERS = ("planner/engine/", "planner/check/", "planner/store/", "solver/")

LOCALE_CALLS = re.compile(r"\b(setlocale|strtod|strtof|strtold|atof|strcoll|strftime)\s*\(")
ASSERTIONS_OFF = re.compile(r"\bG_DISABLE_(ASSERT|CHECKS)\b")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
IMPLEMENTER = re.compile(r"\bImplemented by ([\w/]+)")
ACCENTED = re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153]")
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')
TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<directive>^[ \t]*\#(?:[^\n\\]|\\.)*)""",
    re.S | re.M | re.X,
)


class Tree:
    """The files of one source tree, and what was found wrong in them."""

    def __init__(self, root):
        self.root = Path(root)
        self.findings = []

    def report(self, path, line, message, rule):
        self.findings.append((path, line, f"{path}:{line}: {message} [{rule}]"))

    def files(self, *suffixes):
        for path in sorted(self.root.rglob("*")):
            relative = path.relative_to(self.root)
            top = relative.parts[0]
            if top == "build" or top.startswith(".") or not path.is_file():
                continue
            if path.suffix in suffixes or path.name in suffixes:
                yield relative.as_posix()

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def exists(self, path):
        return (self.root / path).is_file()


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def blank(text, kinds):
    """The text with the named kinds of token made blank; every other character keeps its place."""

    def replace(match):
        if match.lastgroup not in kinds:
            return match.group()
        return re.sub(r"[^\n]", " ", match.group())

    return TOKEN.sub(replace, text)


def folder_of(path):
    """The product folder that a path lies in, or None."""
    for folder in STANDS_ON:
        if path.startswith(folder + "/"):
            return folder
    return None


def implementer_of(tree, header):
    """The product folder that a public header names as its implementer, or None."""
    head = "\n".join(tree.read(header).splitlines()[:6])
    match = IMPLEMENTER.search(head)
    return folder_of(match.group(1).rstrip("/") + "/") if match else None


def resolve(tree, path, name):
    """The tree path that an include in quotes stands for, or None."""
    beside = (tree.root / path).parent / name
    try:
        candidates = [beside.resolve().relative_to(tree.root.resolve()).as_posix()]
    except ValueError:
        candidates = []
    candidates += [f"include/{name}", name]
    return next((candidate for candidate in candidates if tree.exists(candidate)), None)


def check_outside_header(tree, path, line, name):
    for pattern, allowed in OUTSIDE_HEADERS:
        if re.match(pattern, name) and not path.startswith(allowed):
            where = " and ".join(allowed) if allowed else "no file"
            tree.report(path, line, f"<{name}> belongs to {where}", "outside-header")


def check_public_include(tree, path, line, header):
    source = implementer_of(tree, path) if path.startswith("include/") else folder_of(path)
    target = implementer_of(tree, header)
    if source is None or target is None or source == target:
        return
    if target not in STANDS_ON[source] | SEES_TYPES_OF.get(source, set()):
        message = f"{source} does not stand on {target}, which implements {header}"
        tree.report(path, line, message, "direction")


def check_private_include(tree, path, line, header):
    owner = folder_of(header) or header.rsplit("/", 1)[0]
    mine = folder_of(path) or path.rsplit("/", 1)[0]
    if owner == mine or mine in ("tests/" + owner.rsplit("/", 1)[-1], "tests/fuzz", "bench"):
        return
    source, target = folder_of(path), folder_of(header)
    if source and target and target not in STANDS_ON[source]:
        tree.report(path, line, f"{source} does not stand on {target}", "direction")
    elif source or target:
        tree.report(path, line, f"{header} is private to {owner}", "private-header")


def check_includes(tree, path, text):
    for match in INCLUDE.finditer(blank(text, {"comment"})):
        quote, name = match.groups()
        line = line_of(text, match.start(1))
        check_outside_header(tree, path, line, name)
        if quote == "<" and not name.startswith("cohorte/"):
            continue
        header = resolve(tree, path, name)
        if header is None:
            if not any(re.match(pattern, name) for pattern, _ in OUTSIDE_HEADERS):
                tree.report(path, line, f'"{name}" is no file of this tree', "unknown-header")
        elif header.startswith("include/"):
            check_public_include(tree, path, line, header)
        else:
            check_private_include(tree, path, line, header)


def last_paragraph(code):
    """Where the last run of lines that are not blank begins."""
    lines = code[: len(code.rstrip())].split("\n")
    position = len(code.rstrip())
    for line in reversed(lines):
        if not line.strip():
            break
        position -= len(line) + 1
    return max(position + 1, 0)


def functions_of(text):
    """(first line, last line) of each function, its signature included and its comment not."""
    code = blank(text, {"comment", "string", "directive"})
    depth, start = 0, 0
    opened = None
    for match in re.finditer(r"[{};]", code):
        mark, position = match.group(), match.start()
        if mark == "{":
            if depth == 0:
                signature = code[start:position]
                is_function = re.search(r"\)[\s\w()]*$", signature) and "=" not in signature
                opened = start + last_paragraph(signature) if is_function else None
            depth += 1
        elif mark == "}":
            depth = max(depth - 1, 0)
            if depth == 0 and opened is not None:
                yield line_of(text, opened), line_of(text, position)
                opened = None
        if depth == 0:
            start = position + 1


def has_long_reason(text, first_line):
    above = "\n".join(text.splitlines()[: first_line - 1])
    match = re.search(r"/\*(?:(?!\*/).)*\*/[ \t]*\Z", above, re.S)
    return bool(match and re.search(r"\blong:\s*\w", match.group()))


def check_lengths(tree, path, text):
    n_lines = text.count("\n")
    if n_lines > MAX_FILE_LINES:
        message = f"{n_lines} lines; {MAX_FILE_LINES} is the limit, one subject each"
        tree.report(path, n_lines, message, "long-file")
    for first, last in functions_of(text):
        n_function_lines = last - first + 1
        if n_function_lines > MAX_FUNCTION_LINES and not has_long_reason(text, first):
            message = f'a function of {n_function_lines} lines without "long: <reason>" above it'
            tree.report(path, first, message, "long-function")


def check_words(tree, path, text):
    if not text.split("\n", 1)[0].startswith(f"/* {SPDX} */"):
        tree.report(path, 1, f'the first line is not "/* {SPDX} */"', "licence")
    code = blank(text, {"comment", "string"})
    for match in re.finditer(r"\bgoto\b", code):
        tree.report(path, line_of(text, match.start()), "goto", "goto")
    for match in ASSERTIONS_OFF.finditer(code):
        message = f"{match.group()}: assertions stay on"
        tree.report(path, line_of(text, match.start()), message, "assertions")
    if folder_of(path):
        for match in LOCALE_CALLS.finditer(code):
            message = f"{match.group(1)}() depends on the user's language; see g_ascii_*"
            tree.report(path, line_of(text, match.start()), message, "locale")


def check_user_text(tree, path, text):
    if not path.startswith(SILENT_FOLDERS):
        return
    for match in STRING.finditer(blank(text, {"comment"})):
        if ACCENTED.search(match.group()):
            line = line_of(text, match.start())
            tree.report(path, line, f"words for users: {match.group()}", "user-text")


def check_public_header(tree, path):
    if path.startswith("include/") and implementer_of(tree, path) is None:
        message = 'its first lines do not say "Implemented by <folder>"'
        tree.report(path, 1, message, "implementer")


def check_listed(tree, path):
    """Sources are named one by one: a forgotten file would silently not be built or tested."""
    product = "include" if path.startswith("include/") else folder_of(path)
    folder, name = path.rsplit("/", 1) if "/" in path else (".", path)
    if product is not None:  # one list for a folder and its sub-folders
        folder, name = product, path[len(product) + 1 :]
    if product != "include" and (path.endswith(".h") or path == "tests/fuzz/replay_main.c"):
        return
    listing = f"{folder}/CMakeLists.txt"
    if folder_of(path) is None and not path.startswith(("include/", "tests/", "bench/")):
        return
    words = re.split(r"[\s()\"]+", tree.read(listing)) if tree.exists(listing) else []
    if name not in words:
        tree.report(path, 1, f"not named in {listing}", "unlisted")


def check_build_file(tree, path):
    for match in ASSERTIONS_OFF.finditer(tree.read(path)):
        message = f"{match.group()}: assertions stay on"
        tree.report(path, line_of(tree.read(path), match.start()), message, "assertions")


def check(root):
    """The findings of a whole tree, in order of path and line."""
    tree = Tree(root)
    for path in tree.files(".c", ".h"):
        text = tree.read(path)
        check_includes(tree, path, text)
        check_lengths(tree, path, text)
        check_words(tree, path, text)
        check_user_text(tree, path, text)
        check_public_header(tree, path)
        check_listed(tree, path)
    for path in tree.files("CMakeLists.txt", ".cmake", "CMakePresets.json"):
        check_build_file(tree, path)
    return [text for _, _, text in sorted(tree.findings)]


def figures(root):
    """One line per folder: how many functions there are, and how long."""
    tree = Tree(root)
    lengths = {}
    for path in tree.files(".c"):
        folder = folder_of(path) or path.split("/", 1)[0]
        for first, last in functions_of(tree.read(path)):
            lengths.setdefault(folder, []).append(last - first + 1)
    for folder in sorted(lengths):
        values = sorted(lengths[folder])
        median = statistics.median(values)
        ninth = values[(len(values) * 9 - 1) // 10]
        yield f"{folder}: {len(values)} functions, median {median:g}, p90 {ninth}, max {values[-1]}"


def main(arguments):
    want_figures = arguments[:1] == ["--figures"]
    roots = arguments[1:] if want_figures else arguments
    if len(roots) != 1 or not Path(roots[0]).is_dir():
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    findings = check(roots[0])
    for finding in findings:
        print(finding)
    if want_figures:
        for line in figures(roots[0]):
            print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
