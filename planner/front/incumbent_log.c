/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "incumbent_log.h"

#include <glib.h>

#include "failure.h"
#include "progress.h"

static const double rewrite_s = 2;
static const char head[] = "secondes;travail;etape;non_places;cout_centimes;valeur_centimes;"
                           "borne_centimes;ecart;gene\n";

static bool write_table(CoIncumbentLog *log, GError **error)
{
    /* Consistent, not durable: a table of measures is not worth waiting for the disk. */
    GError *failure = NULL;
    if (g_file_set_contents_full(log->path, log->text->str, (gssize)log->text->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0666, &failure))
        return true;
    co_failure_from_file(&failure, log->path);
    g_propagate_error(error, failure);
    return false;
}

static void clear(CoIncumbentLog *log)
{
    g_free(log->path);
    g_string_free(log->text, TRUE);
    g_clear_error(&log->failure);
    *log = (CoIncumbentLog){0};
}

bool co_incumbent_log_open(CoIncumbentLog *log, const char *path, GError **error)
{
    g_return_val_if_fail(log != NULL && path != NULL, false);
    *log =
        (CoIncumbentLog){.path = g_strdup(path), .text = g_string_new(head), .next_s = rewrite_s};
    if (write_table(log, error))
        return true;
    clear(log);
    return false;
}

static bool has_news(const CoIncumbentLog *log, const CoProgress *now)
{
    const CoProgress *last = &log->last;
    if (!log->has_last)
        return now->has_plan || now->has_bound;
    bool plan = now->has_plan && (!last->has_plan || now->value_cents != last->value_cents ||
                                  now->comfort_points != last->comfort_points);
    bool bound = now->has_bound && (!last->has_bound || now->bound_cents != last->bound_cents);
    return plan || bound;
}

/* Points and no thousands, whatever the language: the table is for programs. */
static void append_fixed(GString *text, const char *format, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append(text, g_ascii_formatd(digits, sizeof digits, format, number));
    g_string_append_c(text, ';');
}

static void append_integer(GString *text, bool is_known, int64_t number)
{
    if (is_known)
        g_string_append_printf(text, "%" G_GINT64_FORMAT, number);
    g_string_append_c(text, ';');
}

static void append_gap(GString *text, const CoProgress *now)
{
    if (!now->has_plan || !now->has_bound) {
        g_string_append_c(text, ';');
        return;
    }
    double above = (double)(now->value_cents - now->bound_cents);
    append_fixed(text, "%.6f", now->value_cents > 0 ? above / (double)now->value_cents : 0);
}

void co_incumbent_log_note(CoIncumbentLog *log, const CoProgress *progress)
{
    g_return_if_fail(log != NULL && log->text != NULL && progress != NULL);
    if (has_news(log, progress)) {
        bool has_plan = progress->has_plan;
        append_fixed(log->text, "%.3f", progress->elapsed_s);
        append_integer(log->text, true, progress->work);
        g_string_append_printf(log->text, "%s;", co_progress_phase_name(progress->phase));
        append_integer(log->text, has_plan, progress->unplaced_weight);
        append_integer(log->text, has_plan, progress->cost_cents);
        append_integer(log->text, has_plan, progress->value_cents);
        append_integer(log->text, progress->has_bound, progress->bound_cents);
        append_gap(log->text, progress);
        append_integer(log->text, has_plan, progress->comfort_points);
        log->text->str[log->text->len - 1] = '\n';
        log->last = *progress;
        log->has_last = log->is_stale = true;
    }
    if (!log->is_stale || log->failure != NULL || progress->elapsed_s < log->next_s)
        return;
    log->next_s = progress->elapsed_s + rewrite_s;
    log->is_stale = !write_table(log, &log->failure);
}

bool co_incumbent_log_close(CoIncumbentLog *log, GError **error)
{
    g_return_val_if_fail(log != NULL && log->text != NULL, false);
    if (log->is_stale && log->failure == NULL)
        write_table(log, &log->failure);
    bool written = log->failure == NULL;
    if (!written)
        g_propagate_error(error, g_steal_pointer(&log->failure));
    clear(log);
    return written;
}
