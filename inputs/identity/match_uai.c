/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match_uai.h"

#include <string.h>

#include "cohorte/text.h"

enum { LENGTH = 8, N_DIGITS = 7 };

typedef struct Search {
    CoUaiTest is_known;
    gpointer data;
    GPtrArray *found;
} Search;

static bool normalise(const char *text, char uai[LENGTH + 1])
{
    int n = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (strchr(" .\t\n\r", *at) != NULL)
            continue;
        if (n == LENGTH || !g_ascii_isalnum(*at))
            return false;
        uai[n++] = g_ascii_toupper(*at);
    }
    uai[n] = '\0';
    return n == LENGTH;
}

static void try_uai(Search *search, const char *uai)
{
    if (!co_uai_is_valid(uai) || !search->is_known(uai, search->data))
        return;
    for (guint i = 0; i < search->found->len; i++)
        if (strcmp(search->found->pdata[i], uai) == 0)
            return;
    g_ptr_array_add(search->found, g_strdup(uai));
}

static void try_lookalikes(Search *search, const char *typed)
{
    char uai[LENGTH + 1];
    g_strlcpy(uai, typed, sizeof uai);
    for (int i = 0; i < N_DIGITS; i++) {
        if (uai[i] == 'O')
            uai[i] = '0';
        else if (uai[i] == 'I' || uai[i] == 'L')
            uai[i] = '1';
    }
    if (strcmp(uai, typed) != 0)
        try_uai(search, uai);
}

static void try_replacements(Search *search, const char *typed)
{
    static const char *const signs[] = {"0123456789", "ABCDEFGHJKLMNPRSTUVWXYZ"};
    char uai[LENGTH + 1];
    for (int i = 0; i < LENGTH; i++) {
        g_strlcpy(uai, typed, sizeof uai);
        for (const char *sign = signs[i == N_DIGITS]; *sign != '\0'; sign++) {
            uai[i] = *sign;
            try_uai(search, uai);
        }
    }
}

static void try_swaps(Search *search, const char *typed)
{
    char uai[LENGTH + 1];
    for (int i = 0; i + 1 < LENGTH; i++) {
        g_strlcpy(uai, typed, sizeof uai);
        uai[i] = typed[i + 1];
        uai[i + 1] = typed[i];
        try_uai(search, uai);
    }
}

static int compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *co_match_uai(const char *text, CoUaiTest is_known, gpointer data)
{
    g_return_val_if_fail(text != NULL && is_known != NULL, NULL);
    Search search = {is_known, data, g_ptr_array_new_with_free_func(g_free)};
    char typed[LENGTH + 1];
    if (!normalise(text, typed))
        return search.found;
    try_lookalikes(&search, typed);
    if (search.found->len > 0)
        return search.found;
    try_replacements(&search, typed);
    try_swaps(&search, typed);
    g_ptr_array_sort(search.found, compare_texts);
    return search.found;
}
