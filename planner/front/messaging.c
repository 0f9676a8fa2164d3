/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "messaging.h"

#include <string.h>

#include "cohorte/messages.h"

static bool is_within(const char *inner, const char *outer)
{
    size_t length = strlen(outer);
    return strncmp(inner, outer, length) == 0 && (inner[length] == '\0' || inner[length] == '/');
}

static bool check_folders(const char *folder, const char *documents, GError **error)
{
    g_autofree char *a = g_canonicalize_filename(folder, NULL);
    g_autofree char *b = g_canonicalize_filename(documents, NULL);
    if (!is_within(a, b) && !is_within(b, a))
        return true;
    co_fail(error, CO_EXIT_USAGE,
            "Les courriels et les documents vont dans deux dossiers, l'un hors de l'autre.",
            "Par exemple : cohorte publier documents --courriels courriels.");
    return false;
}

bool co_messaging_check(const CoMessaging *messaging, const CoCampaign *campaign, GError **error)
{
    g_return_val_if_fail(messaging != NULL && campaign != NULL, false);
    if (messaging->folder == NULL)
        return true;
    if (!check_folders(messaging->folder, messaging->documents, error))
        return false;
    if (co_messages_have_sender(campaign))
        return true;
    co_fail(error, CO_EXIT_DATA,
            *campaign->parameters.organizer_email == '\0'
                ? "L'adresse de l'EAFC, expéditeur des courriels, n'est pas donnée : rien n'a été "
                  "écrit."
                : "L'adresse de l'EAFC (paramètre courriel_eafc) ne peut pas envoyer de "
                  "courriels : rien n'a été écrit.",
            "Écrivez-la dans la table parametres, clé courriel_eafc, puis « cohorte importer ».");
    return false;
}

/* What people hold: the version published before this one, be this one published already. */
static bool load_previous(CoSession *session, const CoStoredPlan *stored, CoPlan **previous,
                          GError **error)
{
    GError *failure = NULL;
    int n_gone = 0;
    int version = co_store_published_before(session->store, stored->plan->version, &failure);
    if (version > 0)
        *previous = co_store_load_what_is_left(session->store, stored->campaign, version, &n_gone,
                                               &failure);
    if (n_gone > 0)
        co_session_remark(session, "Le plan publié avant cite des personnes, des modules ou des "
                                   "groupes qui ne sont plus dans les données : pour eux, aucune "
                                   "annulation n'est écrite.");
    if (failure == NULL)
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

static void show(const CoSession *session, const CoMessageCounts *counts, const char *folder)
{
    g_autofree char *shown = g_filename_display_name(folder);
    if (session->json != NULL) {
        co_json_text(session->json, "courriels", shown);
        co_json_integer(session->json, "messages", counts->n_messages);
        co_json_integer(session->json, "annulations", counts->n_cancelled);
        co_json_integer(session->json, "sans_adresse", counts->n_without_address);
        return;
    }
    g_autofree char *messages = co_french_count(counts->n_messages, "courriel", "courriels");
    co_terminal_print(&session->out, "%s à envoyer dans « %s ».\n", messages, shown);
    if (counts->n_cancelled > 0) {
        g_autofree char *cancelled =
            co_french_count(counts->n_cancelled, "annulation de séance y est jointe",
                            "annulations de séances y sont jointes");
        co_terminal_print(&session->out, "%s.\n", cancelled);
    }
    if (counts->n_without_address > 0) {
        g_autofree char *missing =
            co_french_count(counts->n_without_address, "destinataire n'a pas d'adresse utilisable",
                            "destinataires n'ont pas d'adresse utilisable");
        co_terminal_print(&session->out, "%s : voir sans-adresse.csv.\n", missing);
    }
}

bool co_messaging_write(CoSession *session, const CoMessaging *messaging,
                        const CoStoredPlan *stored, GError **error)
{
    g_return_val_if_fail(session != NULL && messaging != NULL && stored != NULL, false);
    if (messaging->folder == NULL)
        return true;
    const CoDifference *difference = messaging->difference;
    g_autoptr(CoPlan) previous = NULL;
    if (difference == NULL && !load_previous(session, stored, &previous, error))
        return false;
    const CoOutputContext context = {difference != NULL ? difference->campaign : stored->campaign,
                                     stored->plan, stored->report};
    const CoMessageOptions options = {.context = &context,
                                      .previous =
                                          difference != NULL ? difference->before : previous,
                                      .texts = messaging->texts,
                                      .documents = messaging->documents,
                                      .difference = difference};
    CoMessageCounts counts;
    GError *failure = NULL;
    if (!co_output_messages(&options, messaging->folder, &counts, &failure)) {
        co_failure_from_output(&failure, messaging->folder);
        g_propagate_error(error, failure);
        return false;
    }
    show(session, &counts, messaging->folder);
    return true;
}
