/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file anomaly_list.h  How anomalies are made: found as numbers first, told in words at the end.
 */
#pragma once
#include "anomalies.h"

/** @return an anomaly without words, with the severity and rule of its kind */
CoAnomaly co_anomaly_of(CoAnomalyKind kind);
CoAnomaly co_anomaly_of_group(const CoPlan *plan, CoAnomalyKind kind, int group_idx);

/** Appends what the data lack, kind by kind. Implemented by outputs/committee/anomaly_data.c. */
void co_anomaly_find_data(const CoOutputContext *context, GArray *found);

/** Sets the words of an anomaly. Implemented by outputs/committee/anomaly_words.c. */
void co_anomaly_tell(const CoOutputContext *context, CoAnomaly *anomaly);
void co_anomaly_tell_unplaced(const CoOutputContext *context, CoAnomaly *anomaly,
                              const CoUnplaced *unplaced);
void co_anomaly_tell_violation(const CoOutputContext *context, CoAnomaly *anomaly,
                               const CoViolation *violation);
