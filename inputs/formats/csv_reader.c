/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv_reader.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "encoding.h"
#include "file_bytes.h"

typedef struct Parser {
    char *at;
    char *end; /* *end is NUL and may be written */
    char separator;
    bool lone_cr; /* a carriage return alone ends a line: there is no line feed at all */
    int line;
    CoSheet *sheet;
    CoProblemList *problems;
} Parser;

static void report(const Parser *parser, CoProblem problem)
{
    if (problem.line == 0)
        problem.line = parser->line;
    co_sheet_report(parser->sheet, parser->problems, problem);
}

static bool at_line_end(const Parser *parser, const char *at)
{
    if (at == parser->end || *at == '\n')
        return true;
    return *at == '\r' && (parser->lone_cr || at[1] == '\n');
}

static bool at_cell_end(const Parser *parser, const char *at)
{
    return at_line_end(parser, at) || *at == parser->separator;
}

static int count_lines(const Parser *parser, const char *from, const char *to)
{
    int n = 0;
    for (const char *at = from; at < to; at++)
        n += *at == (parser->lone_cr ? '\r' : '\n');
    return n;
}

/* @return the quote that closes the cell opened at @p open, or NULL */
static char *find_closing_quote(const Parser *parser, char *open)
{
    char *at = open + 1;
    while (at < parser->end) {
        char *quote = memchr(at, '"', (gsize)(parser->end - at));
        if (quote == NULL || quote[1] != '"')
            return quote;
        at = quote + 2;
    }
    return NULL;
}

/* Copies the text between quotes down over itself, doubled quotes made single. */
static char *unquote(const char *from, const char *to, char *write)
{
    for (const char *read = from; read < to; read++) {
        *write++ = *read;
        if (*read == '"')
            read++;
    }
    return write;
}

static char *skip_plain(const Parser *parser, char *at)
{
    while (!at_cell_end(parser, at))
        at++;
    return at;
}

/* Moves past the end of a cell, whose text ends at @p text_end; tells whether the row goes on. */
static bool close_cell(Parser *parser, char *text_end)
{
    char *at = parser->at;
    bool more = at < parser->end && *at == parser->separator;
    if (at < parser->end)
        parser->at += !more && *at == '\r' && at[1] == '\n' ? 2 : 1;
    *text_end = '\0';
    return more;
}

/* Reads the cell whose opening quote is at parser->at. @return where its text ends, or NULL, with
 * nothing read, when that quote opens nothing */
static char *read_quoted(Parser *parser)
{
    char *open = parser->at;
    char *close = find_closing_quote(parser, open);
    int n_lines = close == NULL ? 0 : count_lines(parser, open, close);
    bool stray = close == NULL || (n_lines > 0 && !at_cell_end(parser, close + 1));
    if (stray) {
        report(parser, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                   .code = CO_PROBLEM_CSV_QUOTE,
                                   .action = CO_ACTION_MENDED});
        return NULL;
    }
    char *tail_end = skip_plain(parser, close + 1);
    char *text_end = unquote(open + 1, close, open);
    if (tail_end > close + 1) {
        memmove(text_end, close + 1, (gsize)(tail_end - close - 1));
        text_end += tail_end - close - 1;
        report(parser, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                   .code = CO_PROBLEM_CSV_QUOTE,
                                   .action = CO_ACTION_MENDED});
    }
    parser->at = tail_end;
    parser->line += n_lines;
    return text_end;
}

static void report_large_cell(const Parser *parser, int column)
{
    bool in_headers = co_sheet_n_columns(parser->sheet) == 0;
    bool named = !in_headers && column < co_sheet_n_columns(parser->sheet);
    report(parser, (CoProblem){.severity = CO_SEVERITY_ERROR,
                               .code = CO_PROBLEM_CELL_TOO_LARGE,
                               .action = CO_ACTION_CELL_OUT,
                               .column = named ? co_sheet_header(parser->sheet, column) : NULL,
                               .number = CO_SHEET_MAX_CELL_BYTES});
}

/* Reads one cell into the sheet. @return whether another one follows in the row */
static bool read_cell(Parser *parser, int column)
{
    char *start = parser->at;
    char *text_end = *start == '"' ? read_quoted(parser) : NULL;
    if (text_end == NULL)
        parser->at = text_end = skip_plain(parser, start);
    bool too_large = text_end - start > CO_SHEET_MAX_CELL_BYTES;
    bool more = close_cell(parser, text_end);
    if (too_large)
        report_large_cell(parser, column);
    if (column < CO_SHEET_MAX_COLUMNS)
        co_sheet_add_cell(parser->sheet, too_large ? "" : start);
    return more;
}

static void judge_length(const Parser *parser, int n_cells, int line)
{
    if (co_sheet_n_rows(parser->sheet) > 0)
        co_sheet_judge_length(parser->sheet, parser->problems);
    else if (n_cells > CO_SHEET_MAX_COLUMNS)
        report(parser, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                   .code = CO_PROBLEM_TOO_MANY_COLUMNS,
                                   .action = CO_ACTION_CELL_OUT,
                                   .line = line,
                                   .number = CO_SHEET_MAX_COLUMNS});
}

static void read_row(Parser *parser)
{
    int line = parser->line;
    int n_cells = 0;
    while (read_cell(parser, n_cells++))
        continue;
    if (co_sheet_end_row(parser->sheet, line) > 0)
        judge_length(parser, n_cells, line);
    parser->line++;
}

static void read_rows(Parser *parser)
{
    while (parser->at < parser->end) {
        if (co_sheet_n_rows(parser->sheet) == CO_SHEET_MAX_ROWS) {
            report(parser, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                       .code = CO_PROBLEM_TOO_MANY_ROWS,
                                       .action = CO_ACTION_ROW_OUT,
                                       .number = CO_SHEET_MAX_ROWS});
            return;
        }
        read_row(parser);
    }
}

/* The separator is the sign met most often outside quotes on the first line that says something. */
static char guess_separator(const Parser *parser)
{
    static const char candidates[] = ";,\t";
    int counts[3] = {0};
    bool quoted = false;
    const char *at = parser->at;
    while (at < parser->end && g_ascii_isspace(*at) && *at != '\t')
        at++;
    for (; at < parser->end && (quoted || !at_line_end(parser, at)); at++) {
        if (*at == '"')
            quoted = !quoted;
        const char *candidate = quoted ? NULL : strchr(candidates, *at);
        if (candidate != NULL)
            counts[candidate - candidates]++;
    }
    int best = 0;
    for (int i = 1; i < 3; i++)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

/* A spreadsheet's own first line, "sep=;", names the separator. */
static bool read_separator_line(Parser *parser)
{
    if (strncmp(parser->at, "sep=", 4) != 0 || parser->at[4] == '\0' ||
        !at_line_end(parser, parser->at + 5))
        return false;
    parser->separator = parser->at[4];
    parser->at += 5;
    close_cell(parser, parser->at);
    parser->line++;
    return true;
}

void co_csv_append(CoSheet *sheet, char *text, gsize size, CoCsvState *state,
                   CoProblemList *problems)
{
    g_return_if_fail(sheet != NULL && text != NULL && state != NULL && problems != NULL);
    co_sheet_adopt(sheet, text);
    bool is_first = state->separator == '\0';
    if (is_first)
        state->lone_cr = memchr(text, '\n', size) == NULL && memchr(text, '\r', size) != NULL;
    Parser parser = {
        .at = text,
        .end = text + size,
        .separator = state->separator,
        .lone_cr = state->lone_cr,
        .line = state->line,
        .sheet = sheet,
        .problems = problems,
    };
    if (is_first && !read_separator_line(&parser))
        parser.separator = guess_separator(&parser);
    read_rows(&parser);
    state->separator = parser.separator;
    state->line = parser.line;
}

static CoSheet *parse(char *text, gsize size, const char *file, CoProblemList *problems)
{
    CoSheet *sheet = co_sheet_new(file, NULL);
    CoCsvState state = CO_CSV_STATE_INIT;
    co_csv_append(sheet, text, size, &state, problems);
    return sheet;
}

static void report_file(const char *file, CoProblemList *problems, CoProblem problem)
{
    problem.file = file;
    co_problem_list_add(problems, &problem);
}

/* @return (transfer full) the bytes (transfer full) as UTF-8, or NULL with a problem */
static char *decode(char *bytes, gsize *size, const char *file, CoProblemList *problems)
{
    CoDecoding decoding;
    char *text = co_encoding_decode(bytes, *size, &decoding);
    if (text == NULL) {
        report_file(file, problems,
                    (CoProblem){.severity = CO_SEVERITY_ERROR,
                                .code = CO_PROBLEM_FILE_NOT_TEXT,
                                .action = CO_ACTION_FILE_OUT});
        return NULL;
    }
    if (decoding.cp1252_line > 0)
        report_file(file, problems,
                    (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                .code = CO_PROBLEM_FILE_CP1252,
                                .action = CO_ACTION_MENDED,
                                .line = decoding.cp1252_line});
    *size = decoding.size;
    return text;
}

static CoSheet *sheet_of(char *bytes, gsize size, const char *file, CoProblemList *problems)
{
    char *text = decode(bytes, &size, file, problems);
    if (text == NULL)
        return NULL;
    g_autoptr(CoSheet) sheet = parse(text, size, file, problems);
    if (co_sheet_n_columns(sheet) > 0)
        return g_steal_pointer(&sheet);
    report_file(file, problems,
                (CoProblem){.severity = CO_SEVERITY_ERROR,
                            .code = CO_PROBLEM_FILE_EMPTY,
                            .action = CO_ACTION_FILE_OUT});
    return NULL;
}

CoSheet *co_csv_read_file(const char *path, const char *file, CoProblemList *problems)
{
    g_return_val_if_fail(path != NULL && file != NULL && problems != NULL, NULL);
    gsize size = 0;
    char *bytes = co_file_load(path, file, CO_CSV_MAX_FILE_BYTES, &size, problems);
    return bytes == NULL ? NULL : sheet_of(bytes, size, file, problems);
}

CoSheet *co_csv_read_bytes(const char *bytes, gsize size, const char *file, CoProblemList *problems)
{
    g_return_val_if_fail((bytes != NULL || size == 0) && file != NULL && problems != NULL, NULL);
    char *copy = g_malloc(size + 1);
    if (size > 0)
        memcpy(copy, bytes, size);
    return sheet_of(copy, size, file, problems);
}

char *co_csv_read_text(const char *path, const char *file, CoProblemList *problems)
{
    g_return_val_if_fail(path != NULL && file != NULL && problems != NULL, NULL);
    gsize size = 0;
    char *bytes = co_file_load(path, file, CO_CSV_MAX_FILE_BYTES, &size, problems);
    return bytes == NULL ? NULL : decode(bytes, &size, file, problems);
}
