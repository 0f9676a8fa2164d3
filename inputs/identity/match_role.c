/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match_role.h"

#include <string.h>

#include "cohorte/text.h"
#include "inputs/import_context.h"

enum { MAX_BYTES = 200, LEAST_CLOSE_LETTERS = 5 };

/* Distances to the nearest spelling of one role, capped. */
static int distance_to(const char *typed, const CoRole *role, int limit)
{
    int best = limit + 1;
    for (int i = -2; i < role->n_aliases && best > 0; i++) {
        const char *spelling = i == -2 ? role->code : i == -1 ? role->label : role->aliases[i];
        g_autofree char *key = strlen(spelling) <= MAX_BYTES ? co_text_key(spelling) : NULL;
        if (key != NULL && *key != '\0')
            best = MIN(best, co_text_distance(typed, key, best - 1 > 0 ? best - 1 : 0));
    }
    return best;
}

CoRoleMatch co_match_role(const CoImport *import, const char *typed)
{
    CoRoleMatch match = {-1, false};
    g_return_val_if_fail(import != NULL && typed != NULL, match);
    g_autofree char *key = strlen(typed) <= MAX_BYTES ? co_text_key(typed) : g_strdup("");
    int n_letters = (int)g_utf8_strlen(key, -1), limit = n_letters / 3;
    int best = limit + 1, second = limit + 1;
    for (int i = 0; n_letters > 0 && i < import->campaign->n_roles; i++) {
        int distance = distance_to(key, &import->campaign->roles[i], limit);
        if (distance < best) {
            second = best;
            best = distance;
            match.role_idx = i;
        } else {
            second = MIN(second, distance);
        }
    }
    if (second == best)
        match.role_idx = -1;
    match.is_close = match.role_idx >= 0 && n_letters >= LEAST_CLOSE_LETTERS &&
                     best <= MAX(1, n_letters / 6) && best < second;
    return match;
}
