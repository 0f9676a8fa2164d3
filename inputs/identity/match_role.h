/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file match_role.h  Roles by close spelling. */
#pragma once
#include <stdbool.h>

struct CoImport;

typedef struct CoRoleMatch {
    int role_idx;  /**< nearest role, -1 = none is near */
    bool is_close; /**< so near, and no other nearly as near, that it may stand for it */
} CoRoleMatch;

/** Finds the role whose code, label or alias is nearest. Near is a third of the letters; close is a
 * sixth, of five letters at least: short codes are never one another's misspelling. */
CoRoleMatch co_match_role(const struct CoImport *import, const char *typed);
