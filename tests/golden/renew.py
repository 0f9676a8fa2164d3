# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes attendu/ anew, and campagne.sql before it when asked to; see scripts/renew-golden."""
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from file_text import all_texts, why_no_pdf  # noqa: E402
from publication import DUMP, Publication, dump, make_campaign  # noqa: E402
from test_golden import EXPECTED  # noqa: E402


def renew_campaign():
    with tempfile.TemporaryDirectory(prefix="cohorte-") as folder:
        DUMP.write_text(dump(make_campaign(Path(folder))), encoding="utf-8")


def renew_texts():
    publication = Publication()
    try:
        texts = all_texts(publication.files())
    finally:
        publication.close()
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in texts.items():
        path = EXPECTED / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(remake):
    reason = why_no_pdf()
    if reason is not None:
        sys.exit(f"Nothing was changed: {reason}.")
    if remake == "yes":
        renew_campaign()
    renew_texts()


if __name__ == "__main__":
    main(*sys.argv[1:])
