# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes attendu/ and papier.csv anew, and campagne.sql before when asked to; see
scripts/renew-golden."""
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import office  # noqa: E402
from file_text import all_texts, why_no_pdf  # noqa: E402
from publication import DUMP, Publication, dump, make_campaign  # noqa: E402
from test_golden import EXPECTED  # noqa: E402
from test_office import COUNTS, counts_of_paper, print_all  # noqa: E402


def renew_campaign():
    with tempfile.TemporaryDirectory(prefix="cohorte-") as folder:
        DUMP.write_text(dump(make_campaign(Path(folder))), encoding="utf-8")


def renew_texts(publication):
    texts = all_texts(publication.files())
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in texts.items():
        path = EXPECTED / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def renew_counts(publication):
    with tempfile.TemporaryDirectory(prefix="cohorte-") as folder:
        COUNTS.write_text(counts_of_paper(print_all(publication, folder)), encoding="utf-8")


def main(remake):
    reason = why_no_pdf() or office.why_not()
    if reason is not None:
        sys.exit(f"Nothing was changed: {reason}.")
    if remake == "yes":
        renew_campaign()
    publication = Publication()
    try:
        renew_texts(publication)
        renew_counts(publication)
    finally:
        publication.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
