/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/family.h"

#include <string.h>

#include "cohorte/text.h"

static bool has_word(const char *padded_key, const char *word)
{
    g_autofree char *padded = g_strdup_printf(" %s ", word);
    return strstr(padded_key, padded) != NULL;
}

CoFamily co_place_family(const char *type)
{
    static const struct {
        const char *word;
        CoFamily family;
    } words[] = {
        {"erea", CO_FAMILY_EREA},       {"adapte", CO_FAMILY_EREA},
        {"college", CO_FAMILY_COLLEGE}, {"clg", CO_FAMILY_COLLEGE},
        {"lp", CO_FAMILY_VOCATIONAL},   {"professionnel", CO_FAMILY_VOCATIONAL},
        {"lycee", CO_FAMILY_LYCEE},     {"lg", CO_FAMILY_LYCEE},
        {"lt", CO_FAMILY_LYCEE},        {"lgt", CO_FAMILY_LYCEE},
        {"lpo", CO_FAMILY_LYCEE},
    };
    g_return_val_if_fail(type != NULL, CO_FAMILY_OTHER);
    g_autofree char *key = co_text_key(type);
    g_autofree char *padded = g_strdup_printf(" %s ", key);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (has_word(padded, words[i].word))
            return words[i].family;
    return CO_FAMILY_OTHER;
}

const char *co_place_family_label(CoFamily family)
{
    static const char *const labels[] = {
        [CO_FAMILY_COLLEGE] = "Coll\u00e8ge",
        [CO_FAMILY_LYCEE] = "Lyc\u00e9e",
        [CO_FAMILY_VOCATIONAL] = "Lyc\u00e9e professionnel",
        [CO_FAMILY_EREA] = "EREA",
    };
    return labels[family];
}
