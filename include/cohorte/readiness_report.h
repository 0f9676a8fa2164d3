/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file readiness_report.h  A readiness report in French, and its files. Implemented by outputs/.
 * Strings are (transfer full) unless said static. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/documents.h"
#include "cohorte/readiness.h"
G_BEGIN_DECLS

/** Whom or what a finding is about: "SG", "SG (Amiens)", "Collège X (0380001A)", "Anne Durnel". */
char *co_wording_finding_subject(const CoCampaign *campaign, const CoFinding *finding);
/** One or more sentences on a finding, its subject left out. */
char *co_wording_finding(const CoCampaign *campaign, const CoReadiness *readiness,
                         const CoFinding *finding);
/** What to do about it: one or more sentences. */
char *co_wording_finding_remedy(const CoCampaign *campaign, const CoReadiness *readiness,
                                const CoFinding *finding);
/** Static: "bloquant", "à régler", "à savoir". */
const char *co_wording_finding_severity(CoSeverity severity);
/** "SG", or "SG, Amiens" where there are several academies. */
char *co_wording_capacity_path(const CoCampaign *campaign, const CoCapacity *capacity);
/** What holds the number of groups down: "les salles", "FM1"... (static). */
const char *co_wording_limit(CoLimit limit);
/** Static: "1 ou 2 agents", ..., "effectif inconnu". */
const char *co_wording_size(CoSize size);
/** Type of an establishment, "type inconnu" for "" (static or of the campaign). */
const char *co_wording_type(const char *type);
/** Half of a number: "1", "1,5". */
char *co_wording_half(int twice);
/** "2 ORD, 1 SG" of the expected needs; "aucun" for none; "non estimé" without similar ones. */
char *co_wording_expected(const CoCampaign *campaign, const CoSilent *silent);

/** What the writers get. */
typedef struct CoReadinessContext {
    const CoCampaign *campaign;
    const CoReadiness *readiness;
    CoDay answer_by; /**< latest day for an answer, printed in the reminders; CO_DAY_NONE = none */
} CoReadinessContext;

/** Writes qualite.xlsx, qualite.html (self-contained, no script) and relances.csv (UTF-8 with byte
 * order mark, ";") into @p folder, made if absent; a folder that holds only earlier ones is
 * replaced in one step. Same campaign, same bytes.
 * @param error  #CO_OUTPUT_ERROR, one French sentence without full stop */
bool co_output_readiness(const CoReadinessContext *context, const char *folder, GError **error);
G_END_DECLS
