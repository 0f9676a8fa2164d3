/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "check_view.h"
#include "command.h"
#include "publishing.h"

static const CoOption options[] = {{NULL, NULL, NULL, 0}};

static void show(CoSession *session, const CoStoredPlan *stored)
{
    const CoPlan *plan = stored->plan;
    if (session->json != NULL) {
        co_json_integer(session->json, "version", plan->version);
        co_json_boolean(session->json, "donnees_actuelles", stored->is_current);
        co_check_write(session->json, stored->campaign, plan, stored->report);
        return;
    }
    co_terminal_print(&session->out, "Plan %d, recalculé depuis les tables\n", plan->version);
    if (!stored->is_current)
        co_terminal_wrapped(&session->out,
                            "Attention : les données ont changé depuis ce plan ; il est jugé sur "
                            "celles d'aujourd'hui.",
                            0, 0);
    co_check_show(&session->out, stored->campaign, plan, stored->report);
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    int version;
    const char *text =
        co_arguments_count(arguments) > 0 ? co_arguments_operand(arguments, 0) : NULL;
    if (!co_stored_plan_read_version(arguments, text, &version, error))
        return false;
    g_auto(CoStoredPlan) stored = {0};
    if (!co_stored_plan_load(session, CO_STORE_READ, version, &stored, error))
        return false;
    show(session, &stored);
    bool sound = co_check_is_sound(stored.report);
    co_session_note(session, "plan %d %s", stored.plan->version, sound ? "valable" : "refusé");
    if (!sound)
        co_session_raise(session, CO_EXIT_PROBLEMS);
    return true;
}

const CoCommand co_cmd_controler = {
    .name = "controler",
    .summary = "recalcule toutes les règles et tous les coûts d'un plan",
    .description =
        "Le vérificateur ne partage rien avec le calcul : il repart des tables et du plan, juge "
        "chaque règle et refait chaque total. Sans numéro, le dernier plan enregistré.\n"
        "Code de retour 1 si une règle est enfreinte ou si un total diffère.",
    .operands = "[VERSION]",
    .most_operands = 1,
    .options = options,
    .example = "cohorte controler 2",
    .run = run,
};
