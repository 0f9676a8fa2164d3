/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file problems_view.h  The list of problems of an import, for a reader or a program. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
#include "cohorte/problem.h"
#include "session.h"
G_BEGIN_DECLS

/** The colour of a severity, here and in other views. */
CoStyle co_severity_style(CoSeverity severity);
/** Every problem of at least that severity: where it is, what is wrong, what was done, what to do.
 * Written to @p terminal. */
void co_problems_show(const CoTerminal *terminal, const CoProblemList *problems,
                      CoSeverity at_least);
/** Adds the array `problemes` (all of them) and the counts `erreurs`, `avertissements`, `avis`. */
void co_problems_write(CoJson *json, const CoProblemList *problems);
/** @return (transfer full) "3 erreurs, 1 avertissement, 20 avis" */
char *co_problems_counts(const CoProblemList *problems);
/** @return (transfer full) the first error in few words, fit for the journal: what a line of a
 * table holds may be a name and is not quoted. "" without any error */
char *co_problems_reason(const CoProblemList *problems);
G_END_DECLS
