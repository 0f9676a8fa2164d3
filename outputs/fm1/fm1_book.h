/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file fm1_book.h  fm1.xlsx, the request to those who run the training platform FM1: when it is
 * used and by how many, then whose access is to be opened. People by name, role and establishment,
 * without an address: rights are opened by them. */
#pragma once
#include "outputs/publication.h"

/** When a group practises on FM1; CO_DAY_NONE twice = it does not. */
typedef struct CoFm1Use {
    CoDay first_day, last_day;
} CoFm1Use;

/** What every sheet of the file is made from. */
typedef struct CoFm1Book {
    const CoPublication *publication;
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoHeading *heading;
    CoBook *book;
    int n_sessions;
    const CoEntry *const *sessions; /**< on FM1, in the order of the calendar, at least one */
    const CoFm1Use *uses;           /**< of each group of the plan */
} CoFm1Book;

/** The request in short, then week by week. Implemented by outputs/fm1/fm1_days.c, like the next
 * two. */
void co_fm1_weeks(const CoFm1Book *book);
/** Groups at a time against those that the platform bears, day by day. */
void co_fm1_days(const CoFm1Book *book);
/** Who connects from where: one line a session. */
void co_fm1_sessions(const CoFm1Book *book);
/** Establishments, participants and trainers. Implemented by outputs/fm1/fm1_users.c. */
void co_fm1_schools(const CoFm1Book *book);
void co_fm1_users(const CoFm1Book *book);
void co_fm1_trainers(const CoFm1Book *book);
/** Writes fm1.xlsx when a session of the plan is held on FM1. Implemented by
 * outputs/fm1/fm1_files.c. */
bool co_fm1_publish(const CoPublication *publication, GError **error);
