/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv_stream.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "csv_reader.h"
#include "encoding.h"
#include "file_bytes.h"

enum { BLOCK_BYTES = CO_SHEET_MAX_CELL_BYTES, MAX_BLOCK_BYTES = 4 * BLOCK_BYTES };

struct CoCsvStream {
    FILE *stream;
    char *path;
    char *file;
    CoProblemList *problems;
    GString *pending;   /* read, not yet parsed; begins where a row does */
    GPtrArray *headers; /* NULL until the first sheet */
    CoCsvState state;
    gint64 n_rows;
    bool at_end;   /* of the file */
    bool finished; /* nothing more will come */
    bool said_cp1252;
};

CoCsvStream *co_csv_stream_open(const char *path, const char *file, CoProblemList *problems)
{
    FILE *opened = co_file_open(path, file, problems);
    if (opened == NULL)
        return NULL;
    CoCsvStream *stream = g_new0(CoCsvStream, 1);
    stream->stream = opened;
    stream->path = g_strdup(path);
    stream->file = g_strdup(file);
    stream->problems = problems;
    stream->pending = g_string_sized_new(BLOCK_BYTES);
    stream->state = (CoCsvState)CO_CSV_STATE_INIT;
    return stream;
}

void co_csv_stream_free(CoCsvStream *stream)
{
    if (stream == NULL)
        return;
    if (stream->headers != NULL)
        g_ptr_array_unref(stream->headers);
    g_string_free(stream->pending, TRUE);
    g_free(stream->file);
    g_free(stream->path);
    fclose(stream->stream);
    g_free(stream);
}

static void report(CoCsvStream *stream, CoProblem problem)
{
    problem.file = stream->file;
    co_problem_list_add(stream->problems, &problem);
}

static void read_block(CoCsvStream *stream)
{
    gsize before = stream->pending->len;
    g_string_set_size(stream->pending, before + BLOCK_BYTES);
    gsize n = fread(stream->pending->str + before, 1, BLOCK_BYTES, stream->stream);
    int error = ferror(stream->stream) ? errno : 0;
    g_string_set_size(stream->pending, before + n);
    stream->at_end = n < BLOCK_BYTES;
    if (error != 0)
        co_file_report_unreadable(stream->file, stream->problems, error);
}

static bool opens_cell(const char *start, const char *quote)
{
    return quote == start || strchr(";,\t\n\r", quote[-1]) != NULL;
}

/* @return past the quote that closes the cell opened at @p quote, or NULL */
static const char *skip_quoted(const char *quote, const char *end)
{
    for (const char *at = quote + 1; at < end; at += 2) {
        at = memchr(at, '"', (gsize)(end - at));
        if (at == NULL)
            return NULL;
        if (at + 1 == end || at[1] != '"')
            return at + 1;
    }
    return NULL;
}

/* @return the bytes of whole rows at the start of a text, 0 when there is none */
static gsize whole_rows(const char *start, gsize size, char line_end)
{
    const char *end = start + size, *at = start, *cut = start;
    while (at != NULL && at < end) {
        if (*at == '"' && opens_cell(start, at)) {
            at = skip_quoted(at, end);
            continue;
        }
        if (*at++ == line_end)
            cut = at;
    }
    return (gsize)(cut - start);
}

/* A quote that never closes must not swallow the file: then the last line end is as good. */
static gsize any_lines(const GString *text, char line_end)
{
    gsize n = text->len;
    while (n > 0 && text->str[n - 1] != line_end)
        n--;
    return n > 0 ? n : text->len;
}

/* Reads until there are whole rows. @return their bytes, 0 at the end */
static gsize fill(CoCsvStream *stream)
{
    for (;;) {
        if (!stream->at_end)
            read_block(stream);
        const GString *pending = stream->pending;
        if (stream->at_end)
            return pending->len;
        bool lone_cr = memchr(pending->str, '\n', pending->len) == NULL;
        gsize n = whole_rows(pending->str, pending->len, lone_cr ? '\r' : '\n');
        if (n > 0)
            return n;
        if (pending->len >= MAX_BLOCK_BYTES)
            return any_lines(pending, lone_cr ? '\r' : '\n');
    }
}

/* @return (transfer full) the next bytes as UTF-8, NULL when they are no text */
static char *decode(CoCsvStream *stream, gsize n, gsize *size)
{
    char *bytes = g_malloc(n + 1);
    memcpy(bytes, stream->pending->str, n);
    g_string_erase(stream->pending, 0, (gssize)n);
    CoDecoding decoding;
    char *text = co_encoding_decode(bytes, n, &decoding);
    if (text == NULL) {
        report(stream, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                   .code = CO_PROBLEM_FILE_NOT_TEXT,
                                   .action = CO_ACTION_FILE_OUT});
        return NULL;
    }
    if (decoding.cp1252_line > 0 && !stream->said_cp1252) {
        stream->said_cp1252 = true;
        report(stream, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                   .code = CO_PROBLEM_FILE_CP1252,
                                   .action = CO_ACTION_MENDED,
                                   .line = stream->state.line + decoding.cp1252_line - 1});
    }
    *size = decoding.size;
    return text;
}

/* @return (transfer full) a sheet that has the headers already, if they are known */
static CoSheet *new_sheet(const CoCsvStream *stream)
{
    CoSheet *sheet = co_sheet_new(stream->file, NULL);
    for (guint i = 0; stream->headers != NULL && i < stream->headers->len; i++)
        co_sheet_add_cell(sheet, stream->headers->pdata[i]);
    if (stream->headers != NULL)
        co_sheet_end_row(sheet, 1);
    return sheet;
}

static void keep_headers(CoCsvStream *stream, const CoSheet *sheet)
{
    if (stream->headers != NULL || co_sheet_n_columns(sheet) == 0)
        return;
    stream->headers = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        g_ptr_array_add(stream->headers, g_strdup(co_sheet_header(sheet, i)));
}

static void judge_end(CoCsvStream *stream)
{
    stream->finished = true;
    if (stream->headers == NULL)
        report(stream, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                   .code = CO_PROBLEM_FILE_EMPTY,
                                   .action = CO_ACTION_FILE_OUT});
}

/* Counts the rows given; past the limit the rest of the file is not read. */
static void count_rows(CoCsvStream *stream, int n)
{
    stream->n_rows += n;
    if (stream->n_rows < CO_SHEET_MAX_ROWS)
        return;
    stream->finished = true;
    report(stream, (CoProblem){.severity = CO_SEVERITY_ERROR,
                               .code = CO_PROBLEM_TOO_MANY_ROWS,
                               .action = CO_ACTION_ROW_OUT,
                               .line = stream->state.line,
                               .number = CO_SHEET_MAX_ROWS});
}

/* UTF-16 has line ends of its own: it is read whole. */
static bool is_utf16(const GString *bytes)
{
    return bytes->len >= 2 &&
           (memcmp(bytes->str, "\xFF\xFE", 2) == 0 || memcmp(bytes->str, "\xFE\xFF", 2) == 0);
}

static CoSheet *read_whole(CoCsvStream *stream)
{
    stream->finished = true;
    return co_csv_read_file(stream->path, stream->file, stream->problems);
}

CoSheet *co_csv_stream_next(CoCsvStream *stream)
{
    g_return_val_if_fail(stream != NULL, NULL);
    while (!stream->finished) {
        gsize n = fill(stream);
        if (stream->headers == NULL && is_utf16(stream->pending))
            return read_whole(stream);
        if (n == 0) {
            judge_end(stream);
            return NULL;
        }
        gsize size;
        char *text = decode(stream, n, &size);
        if (text == NULL) {
            stream->finished = true;
            return NULL;
        }
        g_autoptr(CoSheet) sheet = new_sheet(stream);
        co_csv_append(sheet, text, size, &stream->state, stream->problems);
        keep_headers(stream, sheet);
        count_rows(stream, co_sheet_n_rows(sheet));
        if (stream->headers != NULL)
            return g_steal_pointer(&sheet);
    }
    return NULL;
}
