# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of a publication says what it said when somebody last looked at it.

attendu/ holds each file as text (file_text.py). A change that is meant is taken over by
scripts/renew-golden and reviewed like any other.
"""
import difflib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from file_text import all_texts, why_no_pdf  # noqa: E402
from publication import HERE, PublicationTest, program  # noqa: E402

EXPECTED = HERE / "attendu"
REMEDY = "\nIf this is meant: scripts/renew-golden, then review its diff."
MOST_LINES = 40


def expected_texts():
    return {
        path.relative_to(EXPECTED).as_posix()[: -len(".txt")]: path.read_text(encoding="utf-8")
        for path in sorted(EXPECTED.rglob("*.txt"))
    }


def difference(name, before, after):
    """The first lines of a unified diff."""
    lines = list(
        difflib.unified_diff(
            before.splitlines(), after.splitlines(), f"expected {name}", f"published {name}",
            n=1, lineterm="",
        )
    )
    left = len(lines) - MOST_LINES
    return "\n".join(lines[:MOST_LINES] + ([f"... {left} more lines"] if left > 0 else []))


class Golden(PublicationTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expected = expected_texts()
        cls.found = all_texts(cls.publication.files())

    def test_every_file_is_expected_and_every_expected_file_is_there(self):
        missing = sorted(set(self.expected) - set(self.found))
        extra = sorted(set(self.found) - set(self.expected))
        told = [f"not published any more: {name}" for name in missing]
        told += [f"published, not expected: {name}" for name in extra]
        self.assertEqual(told, [], "\n".join(["", *told]) + REMEDY)

    def compare(self, is_wanted):
        for name in sorted(set(self.expected) & set(self.found)):
            if not is_wanted(name) or self.expected[name] == self.found[name]:
                continue
            with self.subTest(name):
                self.fail("\n" + difference(name, self.expected[name], self.found[name]) + REMEDY)

    def test_workbooks_messages_and_texts_say_what_is_expected(self):
        self.compare(lambda name: not name.endswith(".pdf"))

    def test_sheets_of_paper_say_what_is_expected(self):
        reason = why_no_pdf()
        if reason is not None:
            self.skipTest(reason)
        self.compare(lambda name: name.endswith(".pdf"))


if __name__ == "__main__":
    program.main()
