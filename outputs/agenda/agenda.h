/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file agenda.h  Who does what when, in the order of the calendar. Implemented by
 * outputs/agenda/agenda.c. Beside the dated meetings of groups a path may hold webinars (whole path
 * at once, no group) and self-study (a deadline only); documents show the three together. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/plan.h"
G_BEGIN_DECLS

/** One line of an agenda. */
typedef struct CoEntry {
    int group_idx; /**< -1 for a webinar or self-study of a whole path */
    int module_idx;
    CoDay day;       /**< of self-study: the last day, CO_DAY_NONE when there is none */
    CoHalves halves; /**< of self-study: both */
} CoEntry;

/** An agenda sorted by day, half-day, group, module; undated self-study comes last. */
typedef struct CoAgenda {
    int n_entries;
    CoEntry *entries;
} CoAgenda;

void co_agenda_free(CoAgenda *agenda); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoAgenda, co_agenda_free)

/** @return (transfer full) the meetings of every group and the webinars of every path */
CoAgenda *co_agenda_of_plan(const CoCampaign *campaign, const CoPlan *plan);
/** @return (transfer full) what a member of the group does: its meetings, webinars and self-study
 */
CoAgenda *co_agenda_of_group(const CoCampaign *campaign, const CoPlan *plan, int group_idx);
/** @return (transfer full) what a trainer does: the meetings of the groups, webinars apart */
CoAgenda *co_agenda_of_trainer(const CoPlan *plan, int trainer_idx);

/** Sorts entries gathered by the caller, in the order above. */
void co_agenda_sort(const CoPlan *plan, CoEntry *entries, int n_entries);

/** @return the mode of an entry's module */
CoMode co_agenda_mode(const CoCampaign *campaign, const CoEntry *entry);
/** @return the path of an entry's module */
int co_agenda_path(const CoCampaign *campaign, const CoEntry *entry);
/** @return number of people who attend: members of the group, or planned persons of the path */
int co_agenda_n_attending(const CoCampaign *campaign, const CoPlan *plan, const CoEntry *entry);

/** @return whether a module of the path is practised on the platform FM1 */
bool co_agenda_uses_fm1(const CoCampaign *campaign, int path_idx);
/** @return the places of the room of a group: its seats or, where FM1 is practised in it, no more
 * than its workstations; -1 without a room */
int co_agenda_places(const CoCampaign *campaign, const CoGroup *group);
/** @return how many a group may have, by R02: by its path and the places of its room */
int co_agenda_capacity(const CoCampaign *campaign, const CoGroup *group);

/** Start and end of a meeting, in minutes after midnight. */
int co_agenda_start_min(const CoParameters *parameters, CoHalves halves);
int co_agenda_end_min(const CoParameters *parameters, CoHalves halves);
/** @return (transfer full) "09:00" */
char *co_agenda_clock(int minutes);
/** @return (transfer full) "09:00-12:00", or both halves of a whole day, " et " between */
char *co_agenda_timetable(const CoParameters *parameters, CoHalves halves);
/** @return 1 or 2 */
int co_agenda_n_halves(CoHalves halves);
G_END_DECLS
