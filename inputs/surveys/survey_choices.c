/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions with a column for each option: "Question [Option]" says yes or no. */
#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "survey_content.h"
#include "survey_shape_steps.h"

typedef struct Choice {
    char *question;
    GArray *columns;   /* of int */
    GPtrArray *labels; /* of each column; NULL: the option in one's own words */
} Choice;

static void choice_free(gpointer data)
{
    Choice *choice = data;
    g_free(choice->question);
    g_array_unref(choice->columns);
    g_ptr_array_unref(choice->labels);
    g_free(choice);
}

/* Splits "Question [Option]". @return whether the header is of that form */
static bool split(const char *header, char **question, char **option)
{
    g_autofree char *text = co_clean_text(header);
    size_t length = strlen(text);
    char *open = strrchr(text, '[');
    if (open == NULL || open == text || text[length - 1] != ']' || open[1] == ']')
        return false;
    text[length - 1] = '\0';
    *option = g_strdup(g_strstrip(open + 1));
    *open = '\0';
    *question = g_strdup(g_strstrip(text));
    return **question != '\0';
}

static bool is_own_words(const char *option)
{
    g_autofree char *key = co_text_key(option);
    return strcmp(key, "autre") == 0 || strcmp(key, "other") == 0;
}

static void note_column(GPtrArray *choices, int column, char *question, char *option)
{
    g_autofree char *owned_question = question;
    g_autofree char *label = option;
    Choice *last = choices->len > 0 ? choices->pdata[choices->len - 1] : NULL;
    if (last == NULL || strcmp(last->question, question) != 0) {
        last = g_new(Choice, 1);
        *last = (Choice){g_steal_pointer(&owned_question), g_array_new(FALSE, FALSE, sizeof(int)),
                         g_ptr_array_new_with_free_func(g_free)};
        g_ptr_array_add(choices, last);
    }
    g_array_append_val(last->columns, column);
    g_ptr_array_add(last->labels, is_own_words(label) ? NULL : g_steal_pointer(&label));
}

/* Options of a question stand side by side; comments between them are no options. */
static GPtrArray *find_questions(const CoSheet *sheet)
{
    GPtrArray *choices = g_ptr_array_new_with_free_func(choice_free);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        char *question = NULL, *option = NULL;
        if (split(co_sheet_header(sheet, i), &question, &option)) {
            note_column(choices, i, question, option);
            continue;
        }
        g_free(question);
        g_free(option);
    }
    return choices;
}

/* Drops the comments, of which each option may have one under the same header. */
static void drop_comments(Choice *choice)
{
    for (guint i = choice->columns->len; i-- > 0;) {
        const char *label = choice->labels->pdata[i];
        g_autofree char *key = co_text_key(label);
        if (label == NULL || (strcmp(key, "commentaire") != 0 && strcmp(key, "comment") != 0))
            continue;
        g_array_remove_index(choice->columns, i);
        g_ptr_array_remove_index(choice->labels, i);
    }
}

static bool is_choice(const CoSheet *sheet, const Choice *choice)
{
    enum { MAX_ROWS = 300 };
    int n_options = 0;
    bool any_yes = false;
    for (guint i = 0; i < choice->columns->len; i++) {
        if (choice->labels->pdata[i] == NULL)
            continue;
        n_options++;
        for (int row = 0; row < MIN(co_sheet_n_rows(sheet), MAX_ROWS); row++) {
            const char *cell = co_sheet_cell(sheet, row, g_array_index(choice->columns, int, i));
            if (!co_content_is_choice(cell))
                return false;
            any_yes = any_yes || co_content_is_yes(cell);
        }
    }
    return n_options >= 2 && any_yes;
}

static void keep_choices(const CoSheet *sheet, GPtrArray *choices)
{
    for (guint i = choices->len; i-- > 0;) {
        drop_comments(choices->pdata[i]);
        if (!is_choice(sheet, choices->pdata[i]))
            g_ptr_array_remove_index(choices, i);
    }
}

static const char *chosen(const CoSheet *sheet, int row, const Choice *choice, GStringChunk *texts)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < choice->columns->len; i++) {
        const char *cell = co_sheet_cell(sheet, row, g_array_index(choice->columns, int, i));
        const char *label = choice->labels->pdata[i];
        const char *said = label;
        if (label == NULL)
            said = co_content_is_unsaid(cell) || co_content_is_choice(cell) ? NULL : cell;
        else if (!co_content_is_yes(cell))
            said = NULL;
        if (said != NULL)
            g_string_append_printf(text, "%s%s", text->len > 0 ? "|" : "", said);
    }
    return text->len == 0 ? "" : g_string_chunk_insert_const(texts, text->str);
}

static void add_row(CoSheet *made, const CoSheet *sheet, int row)
{
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        co_sheet_add_cell(made, row < 0 ? co_sheet_header(sheet, i) : co_sheet_cell(sheet, row, i));
}

CoSheet *co_shape_choices(const CoSheet *sheet, GStringChunk *texts)
{
    g_autoptr(GPtrArray) choices = find_questions(sheet);
    keep_choices(sheet, choices);
    int n_columns = co_sheet_n_columns(sheet) + (int)choices->len;
    if (choices->len == 0 || n_columns > CO_SHEET_MAX_COLUMNS)
        return NULL;
    CoSheet *made = co_sheet_new(co_sheet_file(sheet), co_sheet_name(sheet));
    add_row(made, sheet, -1);
    for (guint i = 0; i < choices->len; i++) {
        const Choice *choice = choices->pdata[i];
        g_autofree char *header = g_strconcat(choice->question, " [*]", NULL);
        co_sheet_add_cell(made, g_string_chunk_insert(texts, header));
    }
    co_sheet_end_row(made, co_sheet_header_line(sheet));
    for (int row = 0; row < co_sheet_n_rows(sheet); row++) {
        add_row(made, sheet, row);
        for (guint i = 0; i < choices->len; i++)
            co_sheet_add_cell(made, chosen(sheet, row, choices->pdata[i], texts));
        co_sheet_end_row(made, co_sheet_line(sheet, row));
    }
    return made;
}
