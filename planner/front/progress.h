/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file progress.h  One line that is redrawn while a plan is sought. Private to planner/front/. */
#pragma once
#include "cohorte/engine.h"
#include "terminal.h"
G_BEGIN_DECLS

typedef struct CoProgressLine {
    const CoTerminal *terminal;
    double next_s; /**< not redrawn before, in seconds of the run */
    bool drawn;
} CoProgressLine;

/** Nothing is ever drawn on what is no terminal. */
void co_progress_line_init(CoProgressLine *line, const CoTerminal *terminal);
/** A #CoProgressFn; @p data is a #CoProgressLine. At most ten lines a second. */
void co_progress_line_draw(const CoProgress *progress, void *data);
/** Wipes the line. */
void co_progress_line_clear(CoProgressLine *line);
/** @return what the planner reads of a phase: "recherche" */
const char *co_progress_phase_name(CoPhase phase);
/** @return (transfer full) the text of the line */
char *co_progress_text(const CoProgress *progress);
G_END_DECLS
