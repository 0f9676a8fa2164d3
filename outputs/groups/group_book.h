/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file group_book.h  groupes/<groupe>.xlsx, for the trainers of one group: what, when and where;
 * who; one attendance sheet for each meeting. No unavailability, no expense, nothing on other
 * groups. */
#pragma once
#include "outputs/agenda/agenda.h"
#include "outputs/publication.h"
#include "cohorte/texts.h"

/** What every sheet of the file is made from. */
typedef struct CoGroupBook {
    const CoOutputContext *context;
    const CoHeading *heading;
    const CoAgenda *agenda; /**< of the group */
    const CoGroup *group;
    CoBook *book;
    const CoTexts *texts;     /**< words of the sheets to sign */
    int *members;             /**< person indices in the order of names, group->n_members of them */
    const char *roster_sheet; /**< name of the tab of the roster; NULL = as in this book */
} CoGroupBook;

/** Summary and roster. Implemented by outputs/groups/group_roster.c. */
void co_group_summary(const CoGroupBook *book);
void co_group_roster(const CoGroupBook *book);
/** The sheet that attendance is typed into; none for a group that never meets. Implemented by
 * outputs/groups/group_presence.c. */
void co_group_presence(const CoGroupBook *book);
/** "Tremoisel Bérénice", else what stands for somebody without a name; "Collège Vert, Valmont".
 * (transfer full) Implemented by outputs/groups/group_attendance.c. */
char *co_group_member_name(const CoCampaign *campaign, int person_idx);
char *co_group_member_school(const CoCampaign *campaign, int person_idx);
/** Attendance sheets. Implemented by outputs/groups/group_attendance.c. */
void co_group_attendance(const CoGroupBook *book);
/** @return (transfer full) where a meeting is: the room and its address, or at a distance.
 * Implemented by outputs/groups/group_attendance.c. */
char *co_group_where(const CoGroupBook *book, const CoModule *module);
/** The attendance sheets as a PDF file. Implemented by outputs/groups/group_paper.c. @return
 * (transfer full) NULL on failure */
GBytes *co_group_paper(const CoGroupBook *book, GError **error);
/** Writes groupes/<groupe>.xlsx and emargements/<groupe>.pdf of every group. Implemented by
 * outputs/groups/group_files.c. */
bool co_groups_publish(const CoPublication *publication, GError **error);
