/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file weeks.h  How much is taught in each week of a plan, and how full FM1 is. Implemented by
 * outputs/agenda/weeks.c. */
#pragma once
#include "agenda.h"
G_BEGIN_DECLS

typedef struct CoWeek {
    CoDay monday;
    int *halves;        /**< half-days in person of groups, by path */
    int in_person;      /**< their sum */
    int remote;         /**< half-days of virtual classes and webinars */
    int trainee_halves; /**< half-days x people, in person */
    int fm1_peak;       /**< most groups on FM1 at once */
    int fm1_allowed;    /**< groups that FM1 takes at once, on the best day */
    int fm1_halves;     /**< half-days of groups on FM1 */
    int fm1_open;       /**< the same at most: open half-days x groups allowed */
} CoWeek;

/** @param agenda  of the whole plan
 * @return (transfer full) of CoWeek: every week from the first meeting to the last; empty without
 * meetings */
GArray *co_weeks_new(const CoCampaign *campaign, const CoPlan *plan, const CoAgenda *agenda);
G_END_DECLS
