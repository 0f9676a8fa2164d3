/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file exchange.h  Files of the plan for other programs of the EAFC. Each lists the whole
 * campaign. */
#pragma once
#include "outputs/publication.h"

/** Writes convocations.csv, for a mail merge: one row for each person who is called and each thing
 * that person attends. Implemented by outputs/exchange/call_list.c. */
bool co_call_list_publish(const CoPublication *publication, GError **error);
/** Writes sofia-sessions.xlsx, with the columns of SOFIA-FMO's export "plan et sessions": one row a
 * session, nobody's name. Implemented by outputs/exchange/sofia_sessions.c. */
bool co_sofia_sessions_publish(const CoPublication *publication, GError **error);
