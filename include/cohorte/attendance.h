/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file attendance.h  Who was at which meeting, as trainers told it, and the hours that makes.
 * Implemented by planner/domain/attendance.c and attendance_hours.c.
 *
 * Only states are kept, never the ground of an absence. A row is told by codes and person ids, so
 * that it outlives the next import and the next plan. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "cohorte/campaign.h"
#include "cohorte/plan.h"
#include "cohorte/problem.h"
G_BEGIN_DECLS

/** The keys of the sheet that trainers fill in, in one hidden line under the heads:
 * "cohorte-presences|<version>|<group>" over the column of person ids, "nom" over that of names,
 * "etat|<date>|<am or pm>|<module>" and "minutes|..." over what is typed. A hidden line ends the
 * people. */
#define CO_ATTENDANCE_MARK "cohorte-presences"
#define CO_ATTENDANCE_NAME "nom"
#define CO_ATTENDANCE_STATE "etat"
#define CO_ATTENDANCE_MINUTES "minutes"
#define CO_ATTENDANCE_END "cohorte-fin"

typedef enum CoPresence {
    CO_PRESENCE_PRESENT,
    CO_PRESENCE_ABSENT,
    CO_PRESENCE_EXCUSED,
} CoPresence;

/** One person at one half-day of a meeting. All but the last three is the key. */
typedef struct CoAttendance {
    const char *group;  /**< whose meeting it was: not the person's own when they caught up */
    const char *path;   /**< of the group */
    const char *module; /**< code */
    CoDay day;
    CoHalves half; /**< AM or PM */
    const char *person_id;
    CoPresence state;
    int minutes; /**< connected to a virtual class; -1 = not told */
    int version; /**< plan that the meeting was looked for in */
} CoAttendance;

/** Rows with texts of their own. */
typedef struct CoAttendanceList CoAttendanceList;
CoAttendanceList *co_attendance_list_new(void);       /**< (transfer full) */
void co_attendance_list_free(CoAttendanceList *list); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoAttendanceList, co_attendance_list_free)
/** Appends a copy. */
void co_attendance_list_add(CoAttendanceList *list, const CoAttendance *row);
size_t co_attendance_list_size(const CoAttendanceList *list);
/** @return (transfer none) row @p index < size */
const CoAttendance *co_attendance_list_at(const CoAttendanceList *list, size_t index);
/** Sorts by day, half, group, module, person id. */
void co_attendance_list_sort(CoAttendanceList *list);

/** Reads what trainers send back: workbooks of groups filled in, and tables `presences` (.csv,
 * .xlsx, .ods). Lines that cannot be used are problems; two lines that disagree on somebody count
 * for nothing, and are told. Implemented by inputs/attendance/attendance_read.c.
 * @param paths  NULL-terminated, in the encoding of file names
 * @param plan  which meetings are looked for in
 * @return (transfer full) sorted; empty when nothing could be read */
CoAttendanceList *co_attendance_read(const char *const *paths, const CoCampaign *campaign,
                                     const CoPlan *plan, CoProblemList *problems);

/** @return whether a group meets for that module on that half-day of the plan; a webinar of its
 * path counts as a meeting of the group */
bool co_attendance_is_meeting(const CoCampaign *campaign, const CoGroup *group, int module_idx,
                              CoDay day, CoHalves half);

#define CO_ATTENDANCE_N_MODES (CO_MODE_WEBINAR + 1)
/** What a person was to follow and did, in minutes by #CoMode. No more of a module, and of each
 * half of a whole day, counts as followed than was planned of it, however often somebody came; what
 * is held at a distance counts for the minutes connected when they were told. Self-study is never
 * told. */
typedef struct CoFollowed {
    int planned_min[CO_ATTENDANCE_N_MODES];
    int followed_min[CO_ATTENDANCE_N_MODES];
    bool is_told[CO_ATTENDANCE_N_MODES]; /**< some state of that mode is known */
    int n_half_days;                     /**< present at */
} CoFollowed;

/** Counts over all groups of a plan. Expected are the half-days of the meetings of a group times
 * its members; catch-ups are apart. */
typedef struct CoAttendanceTotals {
    int n_groups, n_closed_groups;
    int n_expected, n_present, n_absent, n_excused;
    int n_catch_ups; /**< half-days followed in another group than one's own */
    int n_people;    /**< with at least one half-day followed */
    int n_trained;   /**< who followed every hour planned in person and in virtual classes */
} CoAttendanceTotals;

/** Rows seen through a campaign and a plan; those of people or modules that are not there any more
 * count for nobody. */
typedef struct CoRegister CoRegister;
/** Cost about that of sorting the rows. What is given must outlive the register.
 * @return (transfer full) */
CoRegister *co_register_new(const CoCampaign *campaign, const CoPlan *plan,
                            const CoAttendanceList *list);
void co_register_free(CoRegister *book); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoRegister, co_register_free)

/** @return the rows of a person, by day (transfer none); *@p n of them */
const CoAttendance *const *co_register_of_person(const CoRegister *book, int person_idx, int *n);
/** @return how many states of members are not told yet; 0: the group is closed */
int co_register_n_missing(const CoRegister *book, int group_idx);
/** @return whether certificates may be issued on a day: the group is closed, has members, and has
 * met for the last time */
bool co_register_is_ready(const CoRegister *book, int group_idx, CoDay day);
/** @return (transfer full) indices of those who belong to the group (co_register_group_of()) and
 * came to a half-day at least, ascending; *@p n of them. Those without a name are left out. */
int *co_register_awarded(const CoRegister *book, int group_idx, int *n);
/** @return (transfer full) indices of those who came and have no name to be certified under; *@p n
 * of them */
int *co_register_nameless(const CoRegister *book, int *n);
/** @return the group of a person, else the one where they first came; -1 = none */
int co_register_group_of(const CoRegister *book, int person_idx);
/** Adds up what a person followed. */
void co_register_followed(const CoRegister *book, int person_idx, CoFollowed *followed);
void co_register_totals(const CoRegister *book, CoAttendanceTotals *totals);

/** @return the halves of a day that a module takes when no meeting says */
CoHalves co_attendance_module_halves(const CoModule *module);
/** @return the length of one half of a day or of both in minutes, without the break at noon */
int co_attendance_halves_min(const CoParameters *parameters, CoHalves halves);
/** @return the minutes that a row stands for, whatever other rows say: those of its half-day to
 * whoever was there, or those connected, up to as many, where the module is held at a distance */
int co_attendance_row_min(const CoParameters *parameters, const CoAttendance *row, CoMode mode);
G_END_DECLS
