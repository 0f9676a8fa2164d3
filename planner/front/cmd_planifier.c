/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "planning.h"

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    CoPlanningOptions options;
    if (!co_planning_read_options(arguments, &options, error))
        return false;
    g_autoptr(CoCampaign) campaign = co_session_load(session, CO_STORE_WRITE, error);
    if (campaign == NULL)
        return false;
    g_auto(CoPlanning) planning = {0};
    return co_planning_run(session, campaign, &options, &planning, error);
}

const CoCommand co_cmd_planifier = {
    .name = "planifier",
    .summary = "calcule un plan, le fait contrôler et l'enregistre",
    .description =
        "Place d'abord le plus de personnes possible, puis cherche le moindre coût, puis le "
        "confort. Ctrl-C arrête la recherche et garde le meilleur plan trouvé ; un second Ctrl-C "
        "abandonne tout. Un vérificateur indépendant recalcule chaque règle et chaque centime : un "
        "plan qu'il refuse n'est jamais enregistré.\n"
        "Code de retour 1 s'il reste des personnes non placées (chacune est montrée avec le motif "
        "et le remède), 4 si aucun plan n'a été trouvé.",
    .operands = "",
    .options = co_planning_options,
    .example = "cohorte planifier --temps 120 --ecart 1",
    .run = run,
};
