/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the headers of a survey are: not always on the first line, not always on one. */
#include <string.h>

#include "inputs/tables/clean.h"
#include "survey_words.h"
#include "survey_shape_steps.h"

enum { MAX_LINES_ABOVE = 10, MAX_HEADER_LINES = 3, MAX_HEADER_BYTES = 2000 };

/* Lines counted from the first of the file that is not blank; line 0 is the headers of the sheet.
 */
static const char *text_at(const CoSheet *sheet, int line, int column)
{
    if (line > 0)
        return co_sheet_cell(sheet, line - 1, column);
    return column < co_sheet_n_columns(sheet) ? co_sheet_header(sheet, column) : "";
}

static int line_number(const CoSheet *sheet, int line)
{
    return line == 0 ? co_sheet_header_line(sheet) : co_sheet_line(sheet, line - 1);
}

static int n_lines(const CoSheet *sheet)
{
    return co_sheet_n_rows(sheet) + 1;
}

/* The widest of the first lines: what stands above the headers is often one cell. */
static int width_of(const CoSheet *sheet)
{
    int width = co_sheet_n_columns(sheet);
    for (int line = 1; line < MIN(n_lines(sheet), MAX_LINES_ABOVE); line++)
        for (int i = width; i < CO_SHEET_MAX_COLUMNS; i++)
            if (!co_clean_is_blank(text_at(sheet, line, i)))
                width = i + 1;
    return width;
}

/* How many cells of a line read like headers: of a tool, or of a question we ask. */
static int count_headers(const CoSheet *sheet, int line, int width)
{
    int n = 0;
    for (int i = 0; i < width; i++) {
        const char *text = text_at(sheet, line, i);
        if (strlen(text) > MAX_HEADER_BYTES || co_clean_is_blank(text))
            continue;
        n += co_survey_is_service_header(text) || co_guess_is_question(text);
    }
    return n;
}

/* The first line stands unless it says next to nothing and a later one says much. */
static int find_headers(const CoSheet *sheet, int width)
{
    enum { MUCH = 3 };
    int here = count_headers(sheet, 0, width);
    if (here >= MUCH)
        return 0;
    for (int line = 1; line < MIN(n_lines(sheet), MAX_LINES_ABOVE); line++)
        if (count_headers(sheet, line, width) >= MAX(MUCH, 2 * here))
            return line;
    return 0;
}

/* Under the columns a tool adds by itself, a row of answers always says something. */
static bool goes_on(const CoSheet *sheet, int line, int width, const bool *is_service)
{
    if (line >= n_lines(sheet))
        return false;
    bool says = false;
    for (int i = 0; i < width; i++) {
        bool blank = co_clean_is_blank(text_at(sheet, line, i));
        if (is_service[i] && !blank)
            return false;
        says = says || !blank;
    }
    return says;
}

/* Marks the service columns of a line. @return how many there are */
static int mark_services(const CoSheet *sheet, int line, int width, bool *is_service)
{
    int n = 0;
    for (int i = 0; i < width; i++) {
        is_service[i] = co_survey_is_service_header(text_at(sheet, line, i));
        n += is_service[i];
    }
    return n;
}

/* A line of groups stands over questions and leaves the columns of the tool alone; a title or the
 * letters of a spreadsheet's columns do not. */
static bool is_groups(const CoSheet *sheet, int line, int width, const bool *is_service)
{
    int n_over_services = 0, n_over_questions = 0;
    for (int i = 0; i < width; i++) {
        if (co_clean_is_blank(text_at(sheet, line, i)))
            continue;
        n_over_services += is_service[i];
        n_over_questions += !is_service[i];
    }
    return n_over_services <= 1 && n_over_questions > 0;
}

/* Headers of several lines are told by the tool that writes them: the line of its own columns is
 * among the first three. */
static void find_lines(const CoSheet *sheet, int width, CoShape *shape)
{
    enum { TELLING = 2 };
    g_autofree bool *is_service = g_new0(bool, (gsize)width + 1);
    for (int line = 0; line < MIN(n_lines(sheet), MAX_HEADER_LINES); line++) {
        if (mark_services(sheet, line, width, is_service) < TELLING)
            continue;
        int first = line, last = line;
        while (first > 0 && is_groups(sheet, first - 1, width, is_service))
            first--;
        while (last - first + 1 < MAX_HEADER_LINES && goes_on(sheet, last + 1, width, is_service))
            last++;
        shape->n_lines_above = first;
        shape->n_header_lines = last - first + 1;
        return;
    }
    shape->n_lines_above = find_headers(sheet, width);
    shape->n_header_lines = 1;
}

/* @return (transfer full) "Group - Question [Option]" from the lines of one column. A group stands
 * once, over its first column; @p groups remembers it for the next ones. */
static char *join_lines(const CoSheet *sheet, const CoShape *shape, int column, char **groups)
{
    g_autoptr(GString) joined = g_string_new(NULL);
    for (int i = 0; i < shape->n_header_lines; i++) {
        bool is_last = i == shape->n_header_lines - 1;
        g_autofree char *text = co_clean_text(text_at(sheet, shape->n_lines_above + i, column));
        if (*text != '\0')
            for (int j = i; j < MAX_HEADER_LINES; j++)
                g_clear_pointer(&groups[j], g_free);
        if (*text == '\0' && !is_last && groups[i] != NULL) {
            g_free(text);
            text = g_strdup(groups[i]);
        } else if (*text != '\0' && !is_last)
            groups[i] = g_strdup(text);
        if (*text != '\0')
            g_string_append_printf(joined,
                                   joined->len == 0 ? "%s"
                                   : is_last        ? " [%s]"
                                                    : " - %s",
                                   text);
    }
    return g_strdup(joined->str);
}

/* @return (transfer none) what a column of the tool is called, whatever title stands over it; NULL
 * for any other column, whose groups go on */
static const char *service_of(const CoSheet *sheet, const CoShape *shape, int column)
{
    for (int i = 0; i < shape->n_header_lines; i++) {
        const char *text = text_at(sheet, shape->n_lines_above + i, column);
        if (co_survey_is_service_header(text))
            return text;
    }
    return NULL;
}

static void add_headers(CoSheet *made, const CoSheet *sheet, GStringChunk *texts, int width,
                        const CoShape *shape)
{
    char *groups[MAX_HEADER_LINES] = {NULL};
    for (int i = 0; i < width; i++) {
        const char *service = service_of(sheet, shape, i);
        if (shape->n_header_lines > 1 && service == NULL) {
            g_autofree char *joined = join_lines(sheet, shape, i, groups);
            co_sheet_add_cell(made, g_string_chunk_insert(texts, joined));
            continue;
        }
        if (shape->n_header_lines > 1) {
            co_sheet_add_cell(made, service);
            continue;
        }
        const char *header = text_at(sheet, shape->n_lines_above, i);
        bool coded = shape->headers == CO_HEADERS_CODE_TEXT;
        co_sheet_add_cell(made, coded ? co_survey_header_text(header) : header);
    }
    for (int i = 0; i < MAX_HEADER_LINES; i++)
        g_free(groups[i]);
    int last = shape->n_lines_above + shape->n_header_lines - 1;
    co_sheet_end_row(made, line_number(sheet, last));
}

CoSheet *co_shape_lines(const CoSheet *sheet, GStringChunk *texts, CoShape *shape)
{
    int width = width_of(sheet);
    shape->headers = co_survey_header_mode(sheet);
    find_lines(sheet, width, shape);
    int first = shape->n_lines_above + shape->n_header_lines;
    if (first == 1 && shape->headers != CO_HEADERS_CODE_TEXT)
        return NULL;
    CoSheet *made = co_sheet_new(co_sheet_file(sheet), co_sheet_name(sheet));
    add_headers(made, sheet, texts, width, shape);
    for (int line = first; line < n_lines(sheet); line++) {
        for (int i = 0; i < width; i++)
            co_sheet_add_cell(made, text_at(sheet, line, i));
        co_sheet_end_row(made, line_number(sheet, line));
    }
    return made;
}
