#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C while a plan is sought, on a terminal: progress is shown and the best plan is kept."""
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "front"))
import program  # noqa: E402
from program import DEMO, OK, PROBLEMS, PROGRAM  # noqa: E402


class Terminal:
    """The program with a terminal for its error stream, and what it wrote there."""

    def __init__(self, folder, *words, **changes):
        self.master, slave = pty.openpty()
        self.text = ""
        self.process = subprocess.Popen(
            [PROGRAM, *words], cwd=folder, env=program.environment(TERM="xterm", **changes),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=slave,
        )
        os.close(slave)

    def read_until(self, pattern):
        """Reads until the text matches; returns whether it did before the program ended."""
        deadline = time.monotonic() + program.LIMIT_S
        while time.monotonic() < deadline:
            if re.search(pattern, self.text):
                return True
            ready, _, _ = select.select([self.master], [], [], 1)
            if not ready:
                continue
            try:
                self.text += os.read(self.master, 65536).decode("utf-8", "replace")
            except OSError:  # what Linux answers when the other side is closed
                return bool(re.search(pattern, self.text))
        return False

    def close(self):
        out, _ = self.process.communicate(timeout=program.LIMIT_S)
        os.close(self.master)
        return out.decode("utf-8")


class Interrupt(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.assert_run(OK, "creer")
        self.run_in("importer", self.copied(DEMO))

    def interrupt(self, number):
        terminal = Terminal(self.folder, "planifier", "--temps", "200")
        self.assertTrue(terminal.read_until(r"\d s · [^\r]*€"), terminal.text)
        terminal.process.send_signal(number)
        out = terminal.close()
        self.assertIn(terminal.process.returncode, (OK, PROBLEMS), out)
        self.assertIn("Plan 1 : ", out)
        return terminal.text

    def test_the_best_plan_is_kept_and_sound(self):
        text = self.interrupt(signal.SIGINT)
        self.assertIn("\r", text)
        plan = self.run_in("etat", "--json").json["resultat"]["plans"][0]
        self.assertEqual(plan["version"], 1)
        self.assert_run(OK, "controler")
        journal = self.run_in("journal", "--json").json["resultat"]["lignes"]
        self.assertEqual(journal[2]["commande"], "planifier")

    def test_a_request_to_end_does_the_same(self):
        self.interrupt(signal.SIGTERM)
        self.assertEqual(len(self.run_in("etat", "--json").json["resultat"]["plans"]), 1)

    def test_progress_is_quiet_when_asked(self):
        for words in (["-q"], ["--json"]):
            terminal = Terminal(self.folder, "planifier", "--travail", "200", *words)
            terminal.read_until("a text that never comes")
            terminal.close()
            self.assertEqual(terminal.text, "")


if __name__ == "__main__":
    program.main()
