/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file readiness_view.h  The readiness report, for a reader or a program. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
#include "cohorte/readiness_report.h"
#include "json.h"
#include "terminal.h"
G_BEGIN_DECLS

/** The whole report: answers, findings, capacities by week, needs. */
void co_readiness_show(const CoTerminal *terminal, const CoReadinessContext *context);
/** Adds `bloquants`, `a_regler`, `a_savoir`, `reponses`, `points`, `capacites`, `besoins`,
 * `sans_reponse`. */
void co_readiness_write(CoJson *json, const CoReadinessContext *context);
/** @return (transfer full) "2 points bloquants, 1 à régler, 3 à savoir" */
char *co_readiness_counts(const CoReadiness *readiness);
G_END_DECLS
