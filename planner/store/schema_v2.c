/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Version 2 of the campaign file: the decisions of earlier imports, for exports to come. */
#include "migrations.h"

#include <stddef.h>

static const char *const statements[] = {
    "CREATE TABLE decisions (pos INTEGER PRIMARY KEY CHECK (pos >= 0), "
    "kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), "
    "value TEXT NOT NULL, "
    "proposal TEXT NOT NULL, "
    "followed INTEGER NOT NULL CHECK (followed IN (0, 1)), "
    "decision TEXT NOT NULL) STRICT",
    NULL,
};

const CoMigration co_schema_v2 = {statements};
