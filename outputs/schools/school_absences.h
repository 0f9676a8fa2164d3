/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file school_absences.h  Who of one establishment is away or busy, half-day by half-day.
 * Implemented by outputs/schools/school_absences.c. */
#pragma once
#include <glib.h>
#include "school_book.h"

/** One half-day, or one day whose halves are alike, on which somebody is in training. */
typedef struct CoAbsence {
    CoDay day;
    CoHalves halves;
    char *away;         /**< names of those who have left for a room, trainers included */
    char *remote;       /**< names of those who attend from a distance */
    int n_service_away; /**< of the finance office, counted as R08 does */
    bool heads_away;    /**< head and general secretary both away in person */
} CoAbsence;

/** @return (transfer full) of #CoAbsence, by day; free with g_array_unref() */
GArray *co_school_absences(const CoSchoolBook *book);
