/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cells.h"

#include <string.h>

#include "clean.h"
#include "cohorte/text.h"
#include "inputs/identity/decisions.h"
#include "inputs/identity/match_role.h"
#include "numbers.h"
#include "inputs/calendars/stamps.h"

bool co_cell_is_blank(const CoRow *row, int column)
{
    return co_clean_is_blank(co_row_cell(row, column));
}

static const char *keep(const CoRow *row, const char *text)
{
    return co_campaign_text(row->table->import->campaign, text);
}

const char *co_cell_text(const CoRow *row, int column)
{
    g_autofree char *text = co_clean_text(co_row_cell(row, column));
    if (co_clean_looks_like_formula(text))
        co_row_report(row, column,
                      (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                  .code = CO_PROBLEM_FORMULA_TEXT,
                                  .value = text});
    return keep(row, text);
}

const char *co_cell_published(const CoRow *row, int column)
{
    g_autofree char *text = co_clean_text(co_row_cell(row, column));
    return keep(row, text);
}

static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');
    return at != NULL && at > text && at[1] != '\0' && strchr(at + 1, '@') == NULL &&
           strpbrk(text, " ,;") == NULL;
}

const char *co_cell_email(const CoRow *row, int column)
{
    g_autofree char *typed = co_clean_text(co_row_cell(row, column));
    if (*typed == '\0')
        return "";
    g_autofree char *text = g_utf8_strdown(typed, -1);
    if (is_email(text))
        return keep(row, text);
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_VALUE_TYPE,
                              .action = CO_ACTION_CELL_OUT,
                              .value = typed,
                              .detail = "courriel"});
    return "";
}

static bool is_required(const CoRow *row, int column)
{
    CoNeed need = row->table->columns[column].need;
    return need == CO_REQUIRED || need == CO_SOUND;
}

static CoAction consequence(const CoRow *row, int column)
{
    if (is_required(row, column))
        return CO_ACTION_ROW_OUT;
    return row->fallback != NULL ? CO_ACTION_DEFAULT : CO_ACTION_CELL_OUT;
}

void co_cell_refuse(CoRow *row, int column, CoProblemCode code, const char *detail)
{
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = code,
                              .action = consequence(row, column),
                              .value = co_row_cell(row, column),
                              .used = row->fallback,
                              .detail = detail});
    row->out = row->out || is_required(row, column);
}

static void report_mended(const CoRow *row, int column, CoProblemCode code, CoProblem problem)
{
    problem.severity = CO_SEVERITY_NOTICE;
    problem.code = code;
    problem.action = CO_ACTION_MENDED;
    problem.value = co_row_cell(row, column);
    co_row_report(row, column, problem);
}

/* @return a date that is not written as asked but can mean one day only, said with a notice */
static CoDay mend_day(const CoRow *row, int column)
{
    CoDay day = co_stamp_hand_day(co_row_cell(row, column));
    char used[CO_DAY_ISO_SIZE];
    if (day != CO_DAY_NONE)
        report_mended(row, column, CO_PROBLEM_VALUE_TYPE,
                      (CoProblem){.used = co_day_to_iso(day, used), .detail = "date"});
    return day;
}

bool co_cell_day(CoRow *row, int column, CoDay *value)
{
    const char *raw = co_row_cell(row, column);
    if (co_clean_is_blank(raw))
        return false;
    CoDay day = co_day_parse(raw);
    if (day == CO_DAY_NONE)
        day = co_stamp_paris_day(raw); /* a spreadsheet's "18/11/2024 00:00:00" */
    if (day == CO_DAY_NONE)
        day = co_stamp_serial_day(raw);
    if (day == CO_DAY_NONE)
        day = mend_day(row, column);
    if (day == CO_DAY_NONE) {
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "date");
        return false;
    }
    *value = day;
    return true;
}

/* @return the position of a folded cell in a list of words, or -1 */
static int find_word(const char *raw, const char *const *words)
{
    g_autofree char *key = co_text_key(raw);
    for (int i = 0; words[i] != NULL; i++) {
        g_autofree char *word = co_text_key(words[i]);
        if (strcmp(key, word) == 0)
            return i;
    }
    return -1;
}

bool co_cell_tristate(CoRow *row, int column, CoTristate *value)
{
    static const char *const words[] = {"oui", "o",     "vrai",    "yes",      "y",    "true",
                                        "x",   "1",     "non",     "n",        "faux", "no",
                                        "0",   "false", "inconnu", "inconnue", "nsp",  NULL};
    enum { FIRST_NO = 8, FIRST_UNKNOWN = 14 };
    const char *raw = co_row_cell(row, column);
    if (co_clean_is_blank(raw))
        return false;
    /* LimeSurvey may number its answers: 1 is yes, 2 is no. */
    int word = row->table->is_survey && strcmp(raw, "2") == 0 ? FIRST_NO : find_word(raw, words);
    if (word < 0) {
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "oui/non");
        return false;
    }
    *value = word < FIRST_NO        ? CO_TRISTATE_YES
             : word < FIRST_UNKNOWN ? CO_TRISTATE_NO
                                    : CO_TRISTATE_UNKNOWN;
    return true;
}

bool co_cell_bool(CoRow *row, int column, bool *value)
{
    CoTristate answer = CO_TRISTATE_UNKNOWN;
    if (!co_cell_tristate(row, column, &answer))
        return false;
    if (answer == CO_TRISTATE_UNKNOWN) {
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "oui/non");
        return false;
    }
    *value = answer == CO_TRISTATE_YES;
    return true;
}

bool co_cell_int(CoRow *row, int column, int min, int max, int *value)
{
    const char *raw = co_row_cell(row, column);
    if (co_clean_is_blank(raw))
        return false;
    int64_t number;
    if (!co_number_parse_whole(raw, &number)) {
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "entier");
        return false;
    }
    if (number < min || number > max) {
        g_autofree char *range = g_strdup_printf("%d..%d", min, max);
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_RANGE, range);
        return false;
    }
    *value = (int)number;
    return true;
}

bool co_cell_micro(CoRow *row, int column, int max, int64_t *value)
{
    const char *raw = co_row_cell(row, column);
    if (co_clean_is_blank(raw))
        return false;
    int64_t micro;
    if (!co_number_parse(raw, &micro)) {
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "nombre");
        return false;
    }
    if (micro < 0 || micro > (int64_t)max * 1000000) {
        g_autofree char *range = g_strdup_printf("0..%d", max);
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_RANGE, range);
        return false;
    }
    *value = micro;
    return true;
}

bool co_cell_degrees(CoRow *row, int column, double max, double *value)
{
    const char *raw = co_row_cell(row, column);
    if (co_clean_is_blank(raw))
        return false;
    double degrees;
    if (!co_number_parse_degrees(raw, &degrees)) {
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "nombre");
        return false;
    }
    if (degrees < -max || degrees > max) {
        g_autofree char *range = g_strdup_printf("-%d..%d", (int)max, (int)max);
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_RANGE, range);
        return false;
    }
    *value = degrees;
    return true;
}

bool co_cell_choice(CoRow *row, int column, const char *const *choices, int *value)
{
    const char *raw = co_row_cell(row, column);
    if (co_clean_is_blank(raw))
        return false;
    int choice = find_word(raw, choices);
    if (choice < 0) {
        g_autofree char *allowed = g_strjoinv("|", (char **)choices);
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_CHOICE, allowed);
        return false;
    }
    *value = choice;
    return true;
}

/* @return (transfer full) the one UAI that stands among other words ("0389001C - Lycee"), else NULL
 */
static char *find_uai(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\n\r,;:()[]-_/", -1);
    g_autofree char *found = NULL;
    for (int i = 0; words[i] != NULL; i++) {
        g_autofree char *uai = co_uai_repair(words[i]);
        if (uai == NULL)
            continue;
        if (found != NULL && strcmp(found, uai) != 0)
            return NULL;
        g_free(found);
        found = g_steal_pointer(&uai);
    }
    return g_steal_pointer(&found);
}

bool co_cell_proven_uai(CoRow *row, int column, const char **value)
{
    const char *raw = co_row_cell(row, column);
    if (co_uai_is_valid(raw)) {
        *value = keep(row, raw);
        return true;
    }
    g_autofree char *repaired = co_uai_repair(raw);
    if (repaired == NULL)
        repaired = find_uai(raw);
    if (repaired == NULL)
        return false;
    report_mended(row, column, CO_PROBLEM_UAI_MENDED, (CoProblem){.used = repaired});
    *value = keep(row, repaired);
    return true;
}

bool co_cell_uai(CoRow *row, int column, const char **value)
{
    if (co_cell_is_blank(row, column))
        return false;
    if (co_cell_proven_uai(row, column, value))
        return true;
    co_cell_refuse(row, column, CO_PROBLEM_UAI_INVALID, NULL);
    return false;
}

bool co_cell_period(CoRow *row, int first_column, int last_column, CoDay *first, CoDay *last)
{
    bool both = co_cell_day(row, first_column, first);
    both = co_cell_day(row, last_column, last) && both;
    if (!both || *first <= *last)
        return !row->out;
    co_row_report(row, last_column,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = CO_PROBLEM_DATES_REVERSED,
                              .action = CO_ACTION_ROW_OUT,
                              .value = co_row_cell(row, last_column),
                              .detail = co_row_cell(row, first_column)});
    row->out = true;
    return false;
}

char **co_cell_list(const CoRow *row, int column)
{
    g_auto(GStrv) parts = g_strsplit(co_row_cell(row, column), "|", -1);
    GPtrArray *items = g_ptr_array_new();
    for (int i = 0; parts[i] != NULL; i++) {
        char *item = co_clean_text(parts[i]);
        if (*item != '\0')
            g_ptr_array_add(items, item);
        else
            g_free(item);
    }
    g_ptr_array_add(items, NULL);
    return (char **)g_ptr_array_free(items, FALSE);
}

static void report_unknown(const CoRow *row, int column, const char *value, const char *table)
{
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = CO_PROBLEM_REFERENCE_UNKNOWN,
                              .action = consequence(row, column),
                              .value = value,
                              .detail = table});
}

static bool holds(const GArray *indices, int index)
{
    for (guint i = 0; i < indices->len; i++)
        if (g_array_index(indices, int, i) == index)
            return true;
    return false;
}

/* @return (transfer none) the indices found, in the campaign; nothing found of something typed may
 * put the row out */
static int *keep_indices(CoRow *row, int column, const GArray *indices, int *n)
{
    *n = (int)indices->len;
    if (*n == 0 && !co_cell_is_blank(row, column) && is_required(row, column)) {
        co_row_report(row, column,
                      (CoProblem){.severity = CO_SEVERITY_ERROR,
                                  .code = CO_PROBLEM_VALUE_MISSING,
                                  .action = CO_ACTION_ROW_OUT});
        row->out = true;
    }
    return co_campaign_array(row->table->import->campaign, indices->data, *n, sizeof(int));
}

int *co_cell_references(CoRow *row, int column, CoKeys *keys, const char *table, int *n)
{
    g_auto(GStrv) items = co_cell_list(row, column);
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; items[i] != NULL; i++) {
        int index = co_keys_find(keys, items[i]);
        if (index < 0)
            co_row_report(row, column,
                          (CoProblem){.severity = CO_SEVERITY_ERROR,
                                      .code = CO_PROBLEM_REFERENCE_UNKNOWN,
                                      .action = CO_ACTION_CELL_OUT,
                                      .value = items[i],
                                      .detail = table});
        else if (!holds(indices, index))
            g_array_append_val(indices, index);
    }
    return keep_indices(row, column, indices, n);
}

int co_cell_reference(CoRow *row, int column, CoKeys *keys, const char *table)
{
    g_autofree char *code = co_clean_text(co_row_cell(row, column));
    if (*code == '\0')
        return -1;
    int index = co_keys_find(keys, code);
    if (index >= 0)
        return index;
    report_unknown(row, column, code, table);
    row->out = row->out || is_required(row, column);
    return -1;
}

static void report_role(const CoRow *row, int column, const char *name, CoProblem problem)
{
    const CoImport *import = row->table->import;
    problem.code = CO_PROBLEM_ROLE_UNKNOWN;
    problem.value = name;
    problem.detail = co_import_is_flooded(import) ? NULL : co_keys_closest(import->roles, name);
    co_row_report(row, column, problem);
}

int co_cell_role(CoRow *row, int column, CoSeverity severity)
{
    g_autofree char *name = co_clean_text(co_row_cell(row, column));
    if (*name == '\0')
        return -1;
    int index = co_keys_find(row->table->import->roles, name);
    if (index >= 0)
        return index;
    report_role(row, column, name,
                (CoProblem){.severity = severity, .action = consequence(row, column)});
    row->out = row->out || is_required(row, column);
    return -1;
}

static void append_index(GArray *indices, int index)
{
    if (!holds(indices, index))
        g_array_append_val(indices, index);
}

static void report_near(const CoRow *row, int column, CoProblem problem)
{
    problem.code = CO_PROBLEM_ROLE_NEAR;
    co_row_report(row, column, problem);
}

/* The roles a decision names. @return false, reported, when it names none */
static bool append_decided(const CoRow *row, const char *decision, GArray *indices)
{
    CoKeys *roles = row->table->import->roles;
    g_auto(GStrv) items = g_strsplit(decision, "|", -1);
    bool any = false;
    int index = co_keys_find(roles, decision);
    for (int i = 0; index < 0 && items[i] != NULL; i++) {
        int item = co_keys_find(roles, g_strstrip(items[i]));
        if (item >= 0)
            append_index(indices, item);
        any = any || item >= 0;
    }
    if (index >= 0)
        append_index(indices, index);
    else if (!any)
        co_decisions_reject(row, CO_QUESTION_ROLE, decision);
    return index >= 0 || any;
}

/* Asks about a spelling nobody knows. @return whether that settled it, one way or the other */
static bool settle_role(const CoRow *row, int column, const char *name, GArray *indices)
{
    const CoImport *import = row->table->import;
    const CoQuestion *known = co_question_list_find(import->questions, CO_QUESTION_ROLE, name);
    bool was_asked = known != NULL && known->n_rows > 0;
    CoRoleMatch match = was_asked ? (CoRoleMatch){-1, false} : co_match_role(import, name);
    const char *proposal = match.role_idx < 0 ? "" : import->campaign->roles[match.role_idx].code;
    CoVerdict verdict = co_decisions_ask(row, (CoQuestion){.kind = CO_QUESTION_ROLE,
                                                           .value = name,
                                                           .proposal = proposal,
                                                           .followed = match.is_close});
    if (verdict.state == CO_VERDICT_REFUSED) {
        report_near(
            row, column,
            (CoProblem){.action = indices->len > 0 ? CO_ACTION_CELL_OUT : consequence(row, column),
                        .value = name});
        return true;
    }
    if (verdict.state == CO_VERDICT_WAITING || !append_decided(row, verdict.value, indices))
        return false;
    bool followed = verdict.state == CO_VERDICT_FOLLOWED;
    report_near(row, column,
                (CoProblem){.severity = followed ? CO_SEVERITY_WARNING : CO_SEVERITY_NOTICE,
                            .action = CO_ACTION_MENDED,
                            .value = name,
                            .used = verdict.value});
    return true;
}

/* @return whether the name was read, or decided to be nothing */
static bool append_role(const CoRow *row, int column, const char *name, GArray *indices)
{
    int index = co_keys_find(row->table->import->roles, name);
    if (index < 0)
        return settle_role(row, column, name, indices);
    append_index(indices, index);
    return true;
}

/* Check boxes are joined by commas, which a role may have too: only roles on both sides tell. */
static bool is_list(const CoImport *import, const char *whole)
{
    g_auto(GStrv) items = g_strsplit_set(whole, ",;|/", -1);
    int n_known = 0;
    for (int i = 0; items[i] != NULL; i++) {
        if (*g_strstrip(items[i]) == '\0')
            continue;
        if (co_keys_find(import->roles, items[i]) < 0)
            return false;
        n_known++;
    }
    return n_known > 1;
}

/* A whole that stands for one role, or was decided upon as a whole, is not taken apart. */
static bool is_whole(const CoImport *import, const char *whole)
{
    if (strpbrk(whole, "|;/") == NULL || co_keys_find(import->roles, whole) >= 0)
        return true;
    const CoQuestion *question = co_question_list_find(import->questions, CO_QUESTION_ROLE, whole);
    return question != NULL && *question->decision != '\0';
}

int *co_cell_roles(CoRow *row, int column, int *n)
{
    CoImport *import = row->table->import;
    g_autofree char *whole = co_clean_text(co_row_cell(row, column));
    bool commas = strchr(whole, ',') != NULL && co_keys_find(import->roles, whole) < 0 &&
                  is_list(import, whole);
    const char *signs = commas ? "|;/," : is_whole(import, whole) ? "" : "|;/";
    g_auto(GStrv) items = g_strsplit_set(whole, signs, -1);
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GPtrArray) unknown = g_ptr_array_new();
    for (int i = 0; items[i] != NULL; i++)
        if (*g_strstrip(items[i]) != '\0' && !append_role(row, column, items[i], indices))
            g_ptr_array_add(unknown, items[i]);
    *n = (int)indices->len;
    /* One role that is known keeps the row; the others are cells left out. */
    CoAction action = *n > 0 ? CO_ACTION_CELL_OUT : consequence(row, column);
    for (guint i = 0; i < unknown->len; i++)
        report_role(row, column, unknown->pdata[i],
                    (CoProblem){.severity = CO_SEVERITY_ERROR, .action = action});
    row->out = row->out || (*n == 0 && *whole != '\0' && is_required(row, column));
    return co_campaign_array(import->campaign, indices->data, *n, sizeof(int));
}
