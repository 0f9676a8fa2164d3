/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file changes.h  What an import changed, as typed facts.
 * Implemented by planner/domain/campaign_changes.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/campaign.h"
G_BEGIN_DECLS

typedef enum { CO_CHANGE_NEW, CO_CHANGE_MODIFIED, CO_CHANGE_GONE } CoChangeKind;

/** What differs of a person; bits of CoPersonChange.fields. */
typedef enum {
    CO_FIELD_NAME = 1 << 0,
    CO_FIELD_EMAIL = 1 << 1,
    CO_FIELD_ROLES = 1 << 2,
    CO_FIELD_ESTABLISHMENT = 1 << 3,
    CO_FIELD_SPANS = 1 << 4,
    CO_FIELD_OTHER = 1 << 5, /**< priority, already trained, access, token, right */
} CoField;

/** A person, met again by id. */
typedef struct CoPersonChange {
    CoChangeKind kind;
    int before_idx, after_idx; /**< in the people of each campaign; -1 = not there */
    unsigned fields;           /**< of MODIFIED */
} CoPersonChange;

/** The answer of an establishment, met again by UAI: it has one, has one no more, or its staff or
 * one of its people changed. */
typedef struct CoAnswerChange {
    CoChangeKind kind;
    int before_idx, after_idx; /**< in the establishments; -1 = not there */
} CoAnswerChange;

/** In the order of the campaign afterwards, then, for what is gone, of the one before. */
typedef struct CoChanges {
    int n_people;
    CoPersonChange *people;
    int n_answers;
    CoAnswerChange *answers;
} CoChanges;

/** Compares two finished campaigns whose people have their ids. Reserved seats are nobody and are
 * left out. Expected time linear.
 * @return (transfer full) */
CoChanges *co_changes_find(const CoCampaign *before, const CoCampaign *after);
void co_changes_free(CoChanges *changes); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoChanges, co_changes_free)
int co_changes_count_people(const CoChanges *changes, CoChangeKind kind);
int co_changes_count_answers(const CoChanges *changes, CoChangeKind kind);
G_END_DECLS
