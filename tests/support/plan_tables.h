/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file plan_tables.h  The plan tables of OUTPUTS.md, read back. Implemented by
 * tests/support/plan_tables.c.
 *
 * The product writes these tables and never reads them, so tests that are given a plan as tables,
 * or that want to know what was written, read them here. Plain reading: `;`, RFC 4180 quotes,
 * headers exactly as in OUTPUTS.md; anything unexpected is an error that names file and row. */
#pragma once
#include <glib.h>
#include "cohorte/plan.h"
G_BEGIN_DECLS

#define CO_PLAN_TABLES_ERROR (co_plan_tables_error_quark())
typedef enum {
    CO_PLAN_TABLES_ERROR_FORM,    /**< a table, column or value is not as it should be */
    CO_PLAN_TABLES_ERROR_UNKNOWN, /**< a code or person that the campaign does not have */
} CoPlanTablesError;
GQuark co_plan_tables_error_quark(void);

/** Reads groupes, seances, affectations, non_places and bilan from a folder.
 *
 * Persons are recognised by establishment, roles, name and first name; namesakes and unnamed ones
 * among them by id, else in order. The academy of a group is that of its first member. From `bilan`
 * come the tiers, stage 1, the penalty, changes, seed and work; what is blank there stays 0, a gap
 * "non prouvé" is not proven.
 * @return (transfer full), or NULL with @p error */
CoPlan *co_plan_read_tables(const CoCampaign *campaign, const char *folder, GError **error);
G_END_DECLS
