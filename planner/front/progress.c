/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress.h"

#include <glib.h>

#include <math.h>

#include "cohorte/wording.h"

static const double redraw_s = 0.1;

const char *co_progress_phase_name(CoPhase phase)
{
    switch (phase) {
    case CO_PHASE_BUILD:
        return "préparation";
    case CO_PHASE_CONSTRUCT:
        return "premier plan";
    case CO_PHASE_BOUND:
        return "minimum prouvé";
    case CO_PHASE_EXACT:
        return "preuve";
    case CO_PHASE_SEARCH:
        return "recherche";
    case CO_PHASE_DATED_BOUND:
        return "minimum avec dates";
    case CO_PHASE_COMFORT:
        return "confort";
    case CO_PHASE_REASONS:
        return "explications";
    }
    return "calcul";
}

static void append_best(GString *text, const CoProgress *progress)
{
    if (!progress->has_plan) {
        g_string_append(text, " · pas encore de plan");
        return;
    }
    g_autofree char *cost = co_wording_cents(progress->cost_cents);
    g_string_append_printf(text, " · %s", cost);
    if (progress->unplaced_weight > 0)
        g_string_append_printf(text, " · non placés %" G_GINT64_FORMAT, progress->unplaced_weight);
}

/* The bound is on M x U + cost: it reads as an amount only when everybody is placed. */
static void append_bound(GString *text, const CoProgress *progress)
{
    if (!progress->has_bound)
        return;
    if (progress->has_plan && progress->unplaced_weight == 0) {
        g_autofree char *bound = co_wording_cents(progress->bound_cents);
        g_string_append_printf(text, " · minimum prouvé %s", bound);
    }
    if (progress->has_plan && progress->value_cents > 0) {
        double gap =
            (double)(progress->value_cents - progress->bound_cents) / (double)progress->value_cents;
        g_autofree char *percent = co_wording_percent(gap);
        g_string_append_printf(text, " · écart %s", percent);
    }
}

char *co_progress_text(const CoProgress *progress)
{
    g_return_val_if_fail(progress != NULL, NULL);
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "%d s · %s", (int)floor(progress->elapsed_s),
                           co_progress_phase_name(progress->phase));
    append_best(text, progress);
    append_bound(text, progress);
    return g_string_free(text, FALSE);
}

void co_progress_line_init(CoProgressLine *line, const CoTerminal *terminal)
{
    *line = (CoProgressLine){.terminal = terminal};
}

void co_progress_line_draw(const CoProgress *progress, void *data)
{
    CoProgressLine *line = data;
    if (!line->terminal->is_tty || progress->elapsed_s < line->next_s)
        return;
    line->next_s = progress->elapsed_s + redraw_s;
    g_autofree char *text = co_progress_text(progress);
    g_autofree char *cut = co_terminal_safe(text, line->terminal->width - 1);
    co_terminal_print(line->terminal, "\r%s\033[K", cut);
    fflush(line->terminal->file);
    line->drawn = true;
}

void co_progress_line_clear(CoProgressLine *line)
{
    if (!line->drawn)
        return;
    co_terminal_print(line->terminal, "\r\033[K");
    fflush(line->terminal->file);
    line->drawn = false;
}
