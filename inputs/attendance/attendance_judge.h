/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file attendance_judge.h  What lines of attendance say, held against campaign and plan: people,
 * groups and meetings must be there, and lines must agree. Everything else is a problem. */
#pragma once
#include <stdbool.h>

#include "cohorte/attendance.h"
#include "inputs/formats/sheet.h"

typedef struct CoAttendanceJudge CoAttendanceJudge;

/** Where something is said, for problems. */
typedef struct CoAttendancePlace {
    const CoSheet *sheet;
    int line;
    const char *column; /**< label of the column, or NULL */
} CoAttendancePlace;

/** A half-day of a meeting, found in the plan. */
typedef struct CoAttendanceMeeting {
    const CoGroup *group;
    int module_idx;
    CoDay day;
    CoHalves half;
} CoAttendanceMeeting;

/** What was written to name a meeting. */
typedef struct CoMeetingWords {
    const char *group, *module;
    CoDay day;
    CoHalves half;
    const char *group_column, *module_column, *day_column; /**< labels */
} CoMeetingWords;

/** What is given must outlive the judge. */
CoAttendanceJudge *co_attendance_judge_new(const CoCampaign *campaign, const CoPlan *plan,
                                           CoProblemList *problems);
void co_attendance_judge_free(CoAttendanceJudge *judge); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoAttendanceJudge, co_attendance_judge_free)

CoProblemList *co_attendance_judge_problems(CoAttendanceJudge *judge);
int co_attendance_judge_version(const CoAttendanceJudge *judge); /**< of the plan */
/** Reports a problem of a place. */
void co_attendance_judge_report(CoAttendanceJudge *judge, CoAttendancePlace place,
                                CoProblem problem);

/** Each of the following reports what it does not find, with the nearest that is there. */
const CoGroup *co_attendance_judge_group(CoAttendanceJudge *judge, CoAttendancePlace place,
                                         const char *code);
bool co_attendance_judge_meeting(CoAttendanceJudge *judge, CoAttendancePlace place,
                                 const CoMeetingWords *words, CoAttendanceMeeting *meeting);
/** @param who  a person's id, else a name or an address
 * @return index; -1, reported, when it is nobody or several, or of another path than the group */
int co_attendance_judge_person(CoAttendanceJudge *judge, CoAttendancePlace place, const char *who,
                               const CoGroup *group);
bool co_attendance_judge_state(CoAttendanceJudge *judge, CoAttendancePlace place, const char *word,
                               CoPresence *state);
/** @param text  "" gives -1 */
bool co_attendance_judge_minutes(CoAttendanceJudge *judge, CoAttendancePlace place,
                                 const char *text, int *minutes);

/** What one line says of one person. */
typedef struct CoAttendanceFact {
    CoAttendanceMeeting meeting;
    int person_idx;
    CoPresence state;
    int minutes;
} CoAttendanceFact;
/** Takes a fact; two that disagree are reported, and neither will count. */
void co_attendance_judge_take(CoAttendanceJudge *judge, CoAttendancePlace place,
                              const CoAttendanceFact *fact);

/** @return (transfer full) the rows on which all that was read agrees, sorted */
CoAttendanceList *co_attendance_judge_finish(CoAttendanceJudge *judge);
