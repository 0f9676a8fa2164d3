/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file attending.h  A plan and who was at its meetings: what `presences` and `attester` share.
 * Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "arguments.h"
#include "cohorte/attendance.h"
#include "session.h"
G_BEGIN_DECLS

typedef struct CoAttending {
    CoCampaign *campaign; /**< with those of the plan who have left since */
    CoPlan *plan;
    CoAttendanceList *list; /**< what the campaign file knows */
    CoRegister *book;       /**< the list seen through the plan */
} CoAttending;
void co_attending_clear(CoAttending *attending);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoAttending, co_attending_clear)

/** Opens the campaign file and loads the plan of the option --version, else the one published, else
 * the latest. The list and its register are left to co_attending_recall(). */
bool co_attending_load(CoSession *session, CoStoreMode mode, const CoArguments *arguments,
                       CoAttending *attending, GError **error);
/** Loads, or loads again, what is known of attendance. */
bool co_attending_recall(CoSession *session, CoAttending *attending, GError **error);
/** @return (transfer full) "3 groupes clos sur 13 ; il manque 12 états à SG-02, 1 à SG-04." */
char *co_attending_closure(const CoAttending *attending);
G_END_DECLS
