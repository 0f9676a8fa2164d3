/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_changes.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "survey_headers.h"
#include "survey_words.h"

char **co_survey_headers(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, NULL);
    g_autoptr(GStrvBuilder) headers = g_strv_builder_new();
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_autofree char *header = co_clean_text(co_sheet_header(sheet, i));
        g_strv_builder_add(headers, header);
    }
    return g_strv_builder_end(headers);
}

/* @return (transfer full) what is compared of a header: its key, every number made one sign unless
 * numbers are all that tells codes apart */
static char *key_of(const char *header, bool codes)
{
    g_autofree char *key = co_text_key(header);
    if (codes)
        return g_steal_pointer(&key);
    g_autoptr(GString) blind = g_string_new(NULL);
    for (const char *at = key; *at != '\0'; at++) {
        if (!g_ascii_isdigit(*at))
            g_string_append_c(blind, *at);
        else if (blind->len == 0 || blind->str[blind->len - 1] != '#')
            g_string_append_c(blind, '#');
    }
    return g_strdup(blind->str);
}

/* One list of headers, by what is compared of them. */
typedef struct Keys {
    GPtrArray *keys; /* of owned char *, by column */
    GHashTable *set;
} Keys;

static Keys keys_of(char *const *headers, bool codes)
{
    Keys keys = {g_ptr_array_new_with_free_func(g_free), g_hash_table_new(g_str_hash, g_str_equal)};
    for (int i = 0; headers[i] != NULL; i++) {
        g_ptr_array_add(keys.keys, key_of(headers[i], codes));
        g_hash_table_add(keys.set, keys.keys->pdata[i]);
    }
    return keys;
}

static void keys_clear(Keys *keys)
{
    g_hash_table_unref(keys->set);
    g_ptr_array_unref(keys->keys);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Keys, keys_clear)

enum { MAX_COMPARED = 20000 };

typedef struct Comparison {
    const CoMapping *mapping;
    const CoSheet *sheet;
    CoProblemList *problems;
    bool codes;
    char *const *old_headers, *const *new_headers;
    Keys before, after;
    GHashTable *told; /* keys already reported */
    int n_compared;   /* spellings, so far */
} Comparison;

/* @return whether a key of the mapping leads to a header so compared */
static bool leads_to(const Comparison *comparison, const char *header, const char *key)
{
    if (header == NULL)
        return false;
    g_autofree char *first = co_placeholder_fill(header, 1);
    g_autofree char *mapped = key_of(first, comparison->codes);
    return strcmp(mapped, key) == 0;
}

/* @return (transfer none) the key of the mapping that leads to a header, or NULL */
static const char *user_of(const Comparison *comparison, const char *key)
{
    const CoMapping *mapping = comparison->mapping;
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        if (leads_to(comparison, mapping->answer[i], key))
            return co_mapping_answer_key(i);
    for (int i = 0; i < CO_PERSON_N_COLUMNS; i++)
        if (leads_to(comparison, mapping->person[i], key))
            return co_mapping_person_key(i);
    for (guint i = 0; i < mapping->counts->len; i++)
        if (leads_to(comparison, g_array_index(mapping->counts, CoCountColumn, i).header, key))
            return "effectifs";
    return NULL;
}

/* @return the one new column that asks for what an old one asked, in other words; -1 = none */
static int find_alike(Comparison *comparison, guint old_column)
{
    int alike = -1;
    if (!co_guess_is_question(comparison->old_headers[old_column]))
        return -1;
    for (guint i = 0; i < comparison->after.keys->len; i++) {
        const char *key = comparison->after.keys->pdata[i];
        if (*key == '\0' || g_hash_table_contains(comparison->before.set, key) ||
            g_hash_table_contains(comparison->told, key) ||
            comparison->n_compared++ >= MAX_COMPARED ||
            !co_words_ask_alike(comparison->old_headers[old_column], comparison->new_headers[i]))
            continue;
        if (alike >= 0)
            return -1;
        alike = (int)i;
    }
    return alike;
}

/* The new header that an old one became: the nearest, else the one that asks for the same, else the
 * one in its place. @return its column, -1 = none */
static int find_renamed(Comparison *comparison, guint old_column)
{
    /* Where everything changed, nothing was renamed. */
    enum { MAX_BYTES = 200 };
    const char *old_key = comparison->before.keys->pdata[old_column];
    const GPtrArray *keys = comparison->after.keys;
    int limit = MAX(3, (int)g_utf8_strlen(old_key, -1) / 3), renamed = -1;
    for (guint i = 0; strlen(old_key) <= MAX_BYTES && i < keys->len && limit >= 0; i++) {
        const char *key = keys->pdata[i];
        if (*key == '\0' || strlen(key) > MAX_BYTES ||
            g_hash_table_contains(comparison->before.set, key) ||
            g_hash_table_contains(comparison->told, key) ||
            comparison->n_compared++ >= MAX_COMPARED)
            continue;
        int distance = co_text_distance(old_key, key, limit);
        if (distance > limit)
            continue;
        renamed = (int)i;
        limit = distance - 1;
    }
    if (renamed < 0)
        renamed = find_alike(comparison, old_column);
    if (renamed >= 0 || old_column >= keys->len || keys->len != comparison->before.keys->len)
        return renamed;
    const char *there = keys->pdata[old_column];
    bool is_free = *there != '\0' && !g_hash_table_contains(comparison->before.set, there) &&
                   !g_hash_table_contains(comparison->told, there);
    return is_free ? (int)old_column : -1;
}

static void report(const Comparison *comparison, CoProblem problem)
{
    problem.severity = problem.detail != NULL ? CO_SEVERITY_WARNING : CO_SEVERITY_NOTICE;
    problem.line = co_sheet_header_line(comparison->sheet);
    co_sheet_report(comparison->sheet, comparison->problems, problem);
}

static void look_at_old(Comparison *comparison, guint column)
{
    char *key = comparison->before.keys->pdata[column];
    if (*key == '\0' || g_hash_table_contains(comparison->after.set, key) ||
        !g_hash_table_add(comparison->told, key))
        return;
    int renamed = find_renamed(comparison, column);
    CoProblem problem = {
        .code = renamed >= 0 ? CO_PROBLEM_QUESTION_RENAMED : CO_PROBLEM_QUESTION_GONE,
        .value = comparison->old_headers[column],
        .detail = user_of(comparison, key),
    };
    if (renamed >= 0) {
        problem.used = comparison->new_headers[renamed];
        g_hash_table_add(comparison->told, comparison->after.keys->pdata[renamed]);
    }
    report(comparison, problem);
}

static void look_at_new(Comparison *comparison, guint column)
{
    char *key = comparison->after.keys->pdata[column];
    if (*key == '\0' || g_hash_table_contains(comparison->before.set, key) ||
        !g_hash_table_add(comparison->told, key))
        return;
    report(comparison,
           (CoProblem){.code = CO_PROBLEM_QUESTION_NEW, .value = comparison->new_headers[column]});
}

void co_survey_compare(const CoMapping *mapping, const CoSheet *sheet, CoProblemList *problems)
{
    g_return_if_fail(mapping != NULL && sheet != NULL && problems != NULL);
    if (mapping->headers == NULL)
        return;
    bool codes = co_survey_header_mode(sheet) == CO_HEADERS_CODE;
    g_auto(GStrv) headers = co_survey_headers(sheet);
    g_auto(Keys) before = keys_of(mapping->headers, codes);
    g_auto(Keys) after = keys_of(headers, codes);
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    Comparison comparison = {
        .mapping = mapping,
        .sheet = sheet,
        .problems = problems,
        .codes = codes,
        .old_headers = mapping->headers,
        .new_headers = headers,
        .before = before,
        .after = after,
        .told = told,
    };
    for (guint i = 0; i < before.keys->len; i++)
        look_at_old(&comparison, i);
    for (guint i = 0; i < after.keys->len; i++)
        look_at_new(&comparison, i);
}
