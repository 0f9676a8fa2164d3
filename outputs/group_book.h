/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file group_book.h  groupes/<groupe>.xlsx, for the trainers of one group: what, when and where;
 * who; one attendance sheet for each meeting. No unavailability, no expense, nothing on other
 * groups. */
#pragma once
#include "agenda.h"
#include "heading.h"

/** What every sheet of the file is made from. */
typedef struct CoGroupBook {
    const CoOutputContext *context;
    const CoHeading *heading;
    const CoAgenda *agenda; /**< of the group */
    const CoGroup *group;
    CoBook *book;
    int *members; /**< person indices in the order of names, group->n_members of them */
} CoGroupBook;

/** Summary and roster. Implemented by outputs/group_roster.c. */
void co_group_summary(const CoGroupBook *book);
void co_group_roster(const CoGroupBook *book);
/** Attendance sheets. Implemented by outputs/group_attendance.c. */
void co_group_attendance(const CoGroupBook *book);
