# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one program and measures it: wall and processor time, peak memory, when each line came."""
import os
import signal
import subprocess
import threading
import time

LINES_KEPT = 20000


class Measured:
    """How one run went. A line is (seconds since the start, text)."""

    def __init__(self):
        self.code = None
        self.killed = False
        self.seconds = self.cpu_seconds = 0.0
        self.memory_mb = 0
        self.lines = []
        self.error = ""

    @property
    def text(self):
        return "\n".join(text for _, text in self.lines)


def _read(stream, started, lines):
    for line in stream:
        if len(lines) < LINES_KEPT:
            lines.append((time.monotonic() - started, line.rstrip("\n")))


def _kill(pid, measured):
    measured.killed = True
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run(command, kill_after_s=None, cwd=None):
    """Runs a command to its end, or kills it and what it started after kill_after_s seconds."""
    measured = Measured()
    started = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], cwd=cwd, text=True,
                               encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True)
    errors = []
    readers = [threading.Thread(target=_read, args=(process.stdout, started, measured.lines)),
               threading.Thread(target=_read, args=(process.stderr, started, errors))]
    for reader in readers:
        reader.start()
    timer = threading.Timer(kill_after_s or 1e6, _kill, (process.pid, measured))
    timer.daemon = True
    timer.start()
    try:
        # Of this child alone, which subprocess itself does not tell.
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        _kill(process.pid, measured)
        raise
    finally:
        timer.cancel()
    measured.seconds = time.monotonic() - started
    for reader, stream in zip(readers, (process.stdout, process.stderr)):
        reader.join()
        stream.close()
    process.returncode = measured.code = os.waitstatus_to_exitcode(status)
    measured.cpu_seconds = usage.ru_utime + usage.ru_stime
    measured.memory_mb = round(usage.ru_maxrss / 1024)
    measured.error = "\n".join(text for _, text in errors)
    return measured
