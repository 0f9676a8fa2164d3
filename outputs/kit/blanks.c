/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "blanks.h"

#include <string.h>

static bool begins_with_one_of(const char *text, const char *const *beginnings)
{
    for (; *beginnings != NULL; beginnings++)
        if (g_str_has_prefix(text, *beginnings))
            return true;
    return false;
}

/* Whether a word is exactly one of the units: "h" in "54 h d'animation", not in "54 heures". */
static bool is_unit(const char *text)
{
    static const char *const units[] = {"h", "km", "min", NULL};
    size_t length = strcspn(text, " ,;.)'");
    for (int i = 0; units[i] != NULL; i++)
        if (strlen(units[i]) == length && strncmp(text, units[i], length) == 0)
            return true;
    return false;
}

static bool ends_with(const char *text, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - text) >= length && memcmp(end - length, word, length) == 0;
}

bool co_blank_clings(const char *text, const char *blank)
{
    g_return_val_if_fail(text != NULL && blank >= text, false);
    static const char *const closing[] = {":", ";", "?", "!", "»", "%", "€", NULL};
    if (begins_with_one_of(blank + 1, closing))
        return true;
    if (blank > text && g_ascii_isdigit(blank[-1]) && is_unit(blank + 1))
        return true;
    return ends_with(text, blank, "«") || ends_with(text, blank, "UAI") ||
           ends_with(text, blank, "n°");
}
