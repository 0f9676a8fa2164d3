/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Version 4 of the campaign file: who was at which meeting, by codes and person ids, like plans. */
#include "migrations.h"

#include <stddef.h>

static const char *const statements[] = {
    "CREATE TABLE attendance ("
    "day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), "
    "half INTEGER NOT NULL CHECK (half IN (1, 2)), "
    "group_code TEXT NOT NULL, "
    "path TEXT NOT NULL, "
    "module TEXT NOT NULL, "
    "person TEXT NOT NULL REFERENCES known_people (id), "
    /* 0 present, 1 absent, 2 excused; never why */
    "state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), "
    "minutes INTEGER CHECK (minutes >= 0), "
    "version INTEGER NOT NULL REFERENCES plans (version), "
    "PRIMARY KEY (day, half, group_code, path, module, person)) STRICT, WITHOUT ROWID",
    NULL,
};

const CoMigration co_schema_v4 = {statements};
