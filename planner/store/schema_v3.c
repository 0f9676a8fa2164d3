/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Version 3 of the campaign file: the address that messages come from. */
#include "migrations.h"

static const char *const statements[] = {
    "ALTER TABLE parameters ADD COLUMN organizer_email TEXT NOT NULL DEFAULT ''",
    NULL,
};

const CoMigration co_schema_v3 = {statements};
