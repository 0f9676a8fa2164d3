/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file committee.h  What is written about a whole plan: figures for the monitoring committee, who
 * see numbers and no person, and anomalies for the planner. */
#pragma once
#include "outputs/publication.h"

/** Writes cosui.xlsx. Implemented by outputs/committee/cosui.c. */
bool co_cosui_publish(const CoPublication *publication, GError **error);
/** Writes anomalies.xlsx. Implemented by outputs/committee/anomaly_book.c. */
bool co_anomalies_publish(const CoPublication *publication, GError **error);
