/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_content.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "inputs/tables/numbers.h"
#include "inputs/calendars/stamps.h"

enum { MAX_FILLED = 200, MAX_ROWS = 1000, MAX_BYTES = 300 };

bool co_content_is_unsaid(const char *cell)
{
    static const char *const words[] = {"n a", "anonymous", "anonyme", "non communique", NULL};
    if (co_clean_is_blank(cell))
        return true;
    if (strlen(cell) > MAX_BYTES)
        return false;
    g_autofree char *key = co_text_key(cell);
    return g_strv_contains(words, key);
}

bool co_content_is_yes(const char *cell)
{
    static const char *const words[] = {"oui", "y", "yes", "x", "1", "vrai", "true", NULL};
    g_autofree char *key = strlen(cell) > MAX_BYTES ? NULL : co_text_key(cell);
    return key != NULL && g_strv_contains(words, key);
}

static bool is_no(const char *cell)
{
    static const char *const words[] = {"non", "n", "no", "0", "2", "faux", "false", NULL};
    g_autofree char *key = co_text_key(cell);
    return g_strv_contains(words, key);
}

bool co_content_is_choice(const char *cell)
{
    return co_content_is_unsaid(cell) ||
           (strlen(cell) <= MAX_BYTES && (co_content_is_yes(cell) || is_no(cell)));
}

static bool is_uai(const char *cell)
{
    g_autofree char *uai = co_uai_repair(cell);
    return uai != NULL;
}

static bool is_address(const char *cell)
{
    const char *at = strchr(cell, '@');
    return at != NULL && at > cell && strchr(at, '.') != NULL && strchr(at + 1, '@') == NULL &&
           strpbrk(cell, " ,;") == NULL;
}

static bool is_role(CoKeys *roles, const char *cell)
{
    if (roles == NULL)
        return false;
    if (co_keys_find(roles, cell) >= 0)
        return true;
    g_auto(GStrv) items = g_strsplit_set(cell, "|;/,", -1);
    int n_known = 0, n_items = 0;
    for (int i = 0; items[i] != NULL; i++) {
        if (*g_strstrip(items[i]) == '\0')
            continue;
        n_items++;
        n_known += co_keys_find(roles, items[i]) >= 0;
    }
    return n_items > 0 && n_known == n_items;
}

static bool is_count(const char *cell)
{
    int64_t number;
    return co_number_parse_whole(cell, &number) && number >= 0 && number < 10000;
}

static bool is_stamp(const char *cell)
{
    int64_t moment;
    return co_stamp_moment(cell, &moment) || co_stamp_hand_day(cell) != CO_DAY_NONE;
}

static bool is_spans(const char *key, const char *cell)
{
    static const char *const days[] = {"lundi",    "mardi",  "mercredi", "jeudi",
                                       "vendredi", "samedi", NULL};
    for (int i = 0; days[i] != NULL; i++)
        if (strstr(key, days[i]) != NULL)
            return true;
    return strstr(cell, "..") != NULL && strpbrk(cell, "0123456789") != NULL;
}

/* A few words of letters; a surname may have a hyphen, an apostrophe, a particle. */
static bool is_name(const char *key)
{
    enum { MAX_LETTERS = 40, MAX_WORDS = 5 };
    int n_words = 1;
    for (const char *at = key; *at != '\0'; at++) {
        if (g_ascii_isdigit(*at))
            return false;
        n_words += *at == ' ';
    }
    return *key != '\0' && strlen(key) <= MAX_LETTERS && n_words <= MAX_WORDS;
}

static bool is_capitals(const char *cell)
{
    g_autofree char *upper = g_utf8_strup(cell, -1);
    g_autofree char *lower = g_utf8_strdown(cell, -1);
    return strcmp(upper, cell) == 0 && strcmp(lower, cell) != 0;
}

static void look_at(CoContent *content, CoKeys *roles, const char *raw)
{
    g_autofree char *cell = co_clean_text(raw);
    g_autofree char *key = co_text_key(cell);
    bool address = is_address(cell), name = !address && is_name(key);
    content->n_filled++;
    content->uai += is_uai(cell);
    content->email += address;
    content->role += is_role(roles, cell);
    content->stamp += is_stamp(cell);
    content->count += is_count(cell);
    content->truth += co_content_is_choice(cell);
    content->spans += is_spans(key, cell);
    content->name += name;
    content->capitals += name && is_capitals(cell);
}

static void make_shares(CoContent *content)
{
    int *const shares[] = {&content->uai,   &content->email, &content->role,
                           &content->stamp, &content->count, &content->truth,
                           &content->spans, &content->name,  &content->capitals};
    for (size_t i = 0; content->n_filled > 0 && i < G_N_ELEMENTS(shares); i++)
        *shares[i] = 100 * *shares[i] / content->n_filled;
}

CoContent co_content_of(const CoSheet *sheet, const int *columns, int n_columns, CoKeys *roles)
{
    g_return_val_if_fail(sheet != NULL && (columns != NULL || n_columns == 0), (CoContent){0});
    CoContent content = {0};
    int n_rows = MIN(co_sheet_n_rows(sheet), MAX_ROWS);
    for (int row = 0; row < n_rows; row++) {
        for (int i = 0; i < n_columns && content.n_filled < MAX_FILLED; i++) {
            const char *cell = co_sheet_cell(sheet, row, columns[i]);
            if (strlen(cell) <= MAX_BYTES && !co_content_is_unsaid(cell))
                look_at(&content, roles, cell);
        }
    }
    make_shares(&content);
    return content;
}

static bool begins_address(const char *name, const char *address)
{
    g_autofree char *name_key = co_text_key(name);
    g_autofree char *local = g_strndup(address, strcspn(address, "@"));
    g_autofree char *local_key = co_text_key(local);
    return *name_key != '\0' && g_str_has_prefix(local_key, name_key);
}

int co_content_begins_address(const CoSheet *sheet, int name_column, int email_column)
{
    g_return_val_if_fail(sheet != NULL && name_column >= 0 && email_column >= 0, 0);
    int n_addresses = 0, n_alike = 0;
    int n_rows = MIN(co_sheet_n_rows(sheet), MAX_ROWS);
    for (int row = 0; row < n_rows && n_addresses < MAX_FILLED; row++) {
        const char *address = co_sheet_cell(sheet, row, email_column);
        const char *name = co_sheet_cell(sheet, row, name_column);
        if (strlen(address) > MAX_BYTES || strlen(name) > MAX_BYTES || !is_address(address))
            continue;
        n_addresses++;
        n_alike += begins_address(name, address);
    }
    return n_addresses == 0 ? 0 : 100 * n_alike / n_addresses;
}
