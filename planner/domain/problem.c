/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/problem.h"

enum { MAX_PROBLEMS = 10000, MAX_VALUE_LETTERS = 200, N_SEVERITIES = CO_SEVERITY_ERROR + 1 };

struct CoProblemList {
    GArray *problems;              /* of CoProblem; the last one tells of those left out, if any */
    GStringChunk *texts;           /* repeated texts (files, columns) are kept once */
    size_t left_out[N_SEVERITIES]; /* problems past MAX_PROBLEMS */
};

CoProblemList *co_problem_list_new(void)
{
    CoProblemList *list = g_new0(CoProblemList, 1);
    list->problems = g_array_new(FALSE, FALSE, sizeof(CoProblem));
    list->texts = g_string_chunk_new(4096);
    return list;
}

void co_problem_list_free(CoProblemList *list)
{
    if (list == NULL)
        return;
    g_array_unref(list->problems);
    g_string_chunk_free(list->texts);
    g_free(list);
}

static const char *keep(CoProblemList *list, const char *text)
{
    return text == NULL ? NULL : g_string_chunk_insert_const(list->texts, text);
}

static const char *keep_value(CoProblemList *list, const char *value)
{
    if (value == NULL)
        return NULL;
    g_autofree char *valid = g_utf8_make_valid(value, -1);
    if (g_utf8_strlen(valid, -1) > MAX_VALUE_LETTERS)
        *g_utf8_offset_to_pointer(valid, MAX_VALUE_LETTERS) = '\0';
    return keep(list, valid);
}

static bool is_truncated(const CoProblemList *list)
{
    return list->problems->len > MAX_PROBLEMS;
}

/* The one last problem speaks for those left out: it is as severe as the worst of them. */
static void leave_out(CoProblemList *list, CoSeverity severity)
{
    if (!is_truncated(list)) {
        CoProblem note = {.code = CO_PROBLEM_LIMIT_TRUNCATED, .severity = severity};
        g_array_append_val(list->problems, note);
    }
    list->left_out[severity]++;
    CoProblem *note = &g_array_index(list->problems, CoProblem, MAX_PROBLEMS);
    note->severity = MAX(note->severity, severity);
    note->number++;
}

void co_problem_list_add(CoProblemList *list, const CoProblem *problem)
{
    g_return_if_fail(list != NULL && problem != NULL);
    g_return_if_fail(problem->severity <= CO_SEVERITY_ERROR);
    if (list->problems->len >= MAX_PROBLEMS) {
        leave_out(list, problem->severity);
        return;
    }
    CoProblem copy = *problem;
    copy.file = keep(list, problem->file);
    copy.sheet = keep(list, problem->sheet);
    copy.column = keep(list, problem->column);
    copy.value = keep_value(list, problem->value);
    copy.used = keep(list, problem->used);
    copy.detail = keep(list, problem->detail);
    g_array_append_val(list->problems, copy);
}

size_t co_problem_list_size(const CoProblemList *list)
{
    g_return_val_if_fail(list != NULL, 0);
    return list->problems->len;
}

const CoProblem *co_problem_list_at(const CoProblemList *list, size_t index)
{
    g_return_val_if_fail(list != NULL && index < list->problems->len, NULL);
    return &g_array_index(list->problems, CoProblem, index);
}

size_t co_problem_list_count(const CoProblemList *list, CoSeverity at_least)
{
    g_return_val_if_fail(list != NULL, 0);
    size_t count = 0;
    size_t n_listed = MIN(list->problems->len, (guint)MAX_PROBLEMS);
    for (size_t i = 0; i < n_listed; i++)
        count += g_array_index(list->problems, CoProblem, i).severity >= at_least;
    for (size_t severity = at_least; severity < N_SEVERITIES; severity++)
        count += list->left_out[severity];
    return count;
}

static int compare_problems(gconstpointer left, gconstpointer right, G_GNUC_UNUSED gpointer data)
{
    const CoProblem *a = left, *b = right;
    int order = g_strcmp0(a->file, b->file);
    if (order != 0)
        return order;
    order = g_strcmp0(a->sheet, b->sheet);
    if (order != 0)
        return order;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    return (a->code > b->code) - (a->code < b->code);
}

void co_problem_list_sort(CoProblemList *list)
{
    g_return_if_fail(list != NULL);
    /* The note on those left out stays last, wherever "no file" would put it. */
    guint n = MIN(list->problems->len, (guint)MAX_PROBLEMS);
    g_qsort_with_data(list->problems->data, (gint)n, sizeof(CoProblem), compare_problems, NULL);
}
