/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "messaging.h"
#include "publishing.h"

static const CoOption options[] = {
    {"version", "NUMÉRO", "Plan à publier (par défaut le dernier).", 0},
    {"modeles", "DOSSIER",
     "Textes des convocations et des feuilles d'émargement (par défaut le dossier « modeles » à "
     "côté du fichier de campagne, sinon les textes fournis).",
     0},
    {"courriels", "DOSSIER",
     "Écrit aussi un courriel (.eml) par formateur, établissement et participant, prêt à envoyer : "
     "documents et invitations joints. Rien n'est envoyé.",
     0},
    {"apercu", NULL, "Montre une convocation de chaque sorte, sans rien écrire.", 0},
    {NULL, NULL, NULL, 0},
};

static void show_letter(const CoTerminal *out, const char *letter)
{
    g_auto(GStrv) lines = g_strsplit(letter, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        co_terminal_wrapped(out, *line, 0, 0);
}

static bool preview(CoSession *session, const CoStoredPlan *stored, const CoTexts *texts)
{
    const CoOutputContext context = {stored->campaign, stored->plan, stored->report};
    g_auto(GStrv) letters = co_texts_preview(texts, &context);
    if (session->json != NULL)
        co_json_begin_array(session->json, "convocations");
    for (guint i = 0; letters[i] != NULL; i++) {
        if (session->json != NULL) {
            co_json_text(session->json, NULL, letters[i]);
            continue;
        }
        g_autofree char *title = g_strdup_printf("Aperçu %u sur %u", i + 1, g_strv_length(letters));
        co_terminal_styled(&session->out, CO_STYLE_STRONG, title);
        co_terminal_print(&session->out, "\n\n");
        show_letter(&session->out, letters[i]);
    }
    if (session->json != NULL)
        co_json_end(session->json);
    else if (letters[0] == NULL)
        co_terminal_print(&session->out, "Personne n'est convoqué.\n");
    return true;
}

static bool write_all(CoSession *session, const CoStoredPlan *stored, const CoTexts *texts,
                      const CoArguments *arguments, GError **error)
{
    const char *folder = co_arguments_operand(arguments, 0);
    const CoMessaging messaging = {texts, co_arguments_value(arguments, "courriels"), folder};
    const CoOutputContext context = {stored->campaign, stored->plan, stored->report};
    return co_messaging_check(&messaging, stored->campaign, error) &&
           co_publish_documents(&context, texts, folder, error) &&
           co_messaging_write(session, &messaging, stored, error) &&
           co_publish_mark(session, stored->plan->version, error);
}

static bool publish(CoSession *session, const CoStoredPlan *stored, const CoTexts *texts,
                    const CoArguments *arguments, GError **error)
{
    const char *folder = co_arguments_operand(arguments, 0);
    int version = stored->plan->version;
    if (!write_all(session, stored, texts, arguments, error))
        return false;
    g_autofree char *shown = g_filename_display_name(folder);
    co_session_note(session, "plan %d publié", version);
    if (session->json != NULL) {
        co_json_integer(session->json, "version", version);
        co_json_text(session->json, "dossier", shown);
    } else {
        co_terminal_print(&session->out, "Le plan %d est publié dans « %s ».\n", version, shown);
    }
    return true;
}

static bool check_operands(const CoArguments *arguments, bool is_preview, GError **error)
{
    if (is_preview == (co_arguments_count(arguments) == 0))
        return true;
    co_fail(error, CO_EXIT_USAGE,
            is_preview ? "L'option --apercu n'écrit rien : elle ne prend pas de dossier."
                       : "Il manque DOSSIER, le dossier où écrire les documents.",
            "« cohorte aide publier » explique la commande.");
    return false;
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    int version;
    bool is_preview = co_arguments_has(arguments, "apercu");
    if (is_preview && co_arguments_value(arguments, "courriels") != NULL) {
        co_fail(error, CO_EXIT_USAGE, "L'option --apercu n'écrit rien : elle exclut --courriels.",
                "« cohorte aide publier » explique la commande.");
        return false;
    }
    if (!check_operands(arguments, is_preview, error) ||
        !co_stored_plan_read_version(arguments, NULL, &version, error))
        return false;
    g_autoptr(CoTexts) texts =
        co_publish_texts(session, co_arguments_value(arguments, "modeles"), error);
    if (texts == NULL)
        return false;
    g_auto(CoStoredPlan) stored = {0};
    CoStoreMode mode = is_preview ? CO_STORE_READ : CO_STORE_WRITE;
    if (!co_stored_plan_load(session, mode, version, &stored, error) ||
        !co_stored_plan_require_sound(session, &stored, error))
        return false;
    return is_preview ? preview(session, &stored, texts)
                      : publish(session, &stored, texts, arguments, error);
}

const CoCommand co_cmd_publier = {
    .name = "publier",
    .summary = "écrit les documents d'un plan dans un dossier",
    .description =
        "Calendrier, un classeur par groupe (liste et feuille d'émargement), un classeur par "
        "établissement (absences et convocations), les agendas (.ics), et MANIFESTE.csv. Le "
        "dossier est complet ou "
        "n'est pas : un dossier d'une publication précédente est remplacé d'un coup, un dossier "
        "qui contient autre chose est refusé. Le plan est ensuite noté comme publié : c'est lui "
        "que les verrous et le préavis désignent.\n"
        "Le texte des convocations, l'en-tête, la signature et le logo se changent dans un dossier "
        "de modèles ; --apercu montre ce qu'ils donnent.\n"
        "Avec --courriels, chacun a son message : l'établissement son classeur et son agenda, le "
        "formateur ses groupes, le participant sa convocation ; une invitation par séance, ou son "
        "annulation si le plan publié avant y conviait. Qui n'a pas d'adresse est dans "
        "sans-adresse.csv.\n"
        "Le plan est contrôlé d'abord ; s'il ne tient plus (les données ont changé), rien n'est "
        "écrit et le code de retour est 1.",
    .operands = "DOSSIER",
    .least_operands = 0,
    .most_operands = 1,
    .options = options,
    .example = "cohorte publier documents --version 2",
    .run = run,
};
