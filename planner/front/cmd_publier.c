/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "comparing.h"
#include "messaging.h"
#include "publishing.h"

static const CoOption options[] = {
    {"version", "NUMÉRO", "Plan à publier (par défaut le dernier).", 0},
    {"modeles", "DOSSIER",
     "Textes des lettres, des feuilles d'émargement, et barèmes (par défaut le dossier « modeles » "
     "à "
     "côté du fichier de campagne, sinon les textes fournis).",
     0},
    {"courriels", "DOSSIER",
     "Écrit aussi un courriel (.eml) par formateur, établissement et participant, prêt à envoyer : "
     "documents et invitations joints. Rien n'est envoyé.",
     0},
    {"difference", "V1 V2",
     "N'écrit que ce que le plan V2 change au plan V1, que les destinataires détiennent, et la "
     "liste de ceux qu'il faut prévenir (changements.xlsx, changements.csv).",
     0},
    {"apercu", NULL,
     "Montre une convocation et un ordre de mission de chaque sorte, sans rien écrire.", 0},
    {NULL, NULL, NULL, 0},
};

static void show_letter(const CoTerminal *out, const char *letter)
{
    g_auto(GStrv) lines = g_strsplit(letter, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        co_terminal_wrapped(out, *line, 0, 0);
}

static void list_letters(CoJson *json, const char *name, char **letters)
{
    co_json_begin_array(json, name);
    for (char **letter = letters; *letter != NULL; letter++)
        co_json_text(json, NULL, *letter);
    co_json_end(json);
}

/* @param first  how many were shown before, of @p total */
static void show_letters(const CoTerminal *out, char **letters, guint first, guint total)
{
    for (guint i = 0; letters[i] != NULL; i++) {
        g_autofree char *title = g_strdup_printf("Aperçu %u sur %u", first + i + 1, total);
        co_terminal_styled(out, CO_STYLE_STRONG, title);
        co_terminal_print(out, "\n\n");
        show_letter(out, letters[i]);
    }
}

static bool preview(CoSession *session, const CoStoredPlan *stored, const CoTexts *texts)
{
    const CoOutputContext context = {stored->campaign, stored->plan, stored->report};
    g_auto(GStrv) letters = co_texts_preview(texts, &context);
    g_auto(GStrv) orders = co_texts_preview_orders(texts, &context);
    if (session->json != NULL) {
        list_letters(session->json, "convocations", letters);
        list_letters(session->json, "ordres_de_mission", orders);
        return true;
    }
    guint n_letters = g_strv_length(letters), n_all = n_letters + g_strv_length(orders);
    show_letters(&session->out, letters, 0, n_all);
    show_letters(&session->out, orders, n_letters, n_all);
    if (n_letters == 0)
        co_terminal_print(&session->out, "Personne n'est convoqué.\n");
    return true;
}

/* What is published, how and where. */
typedef struct Publishing {
    const CoStoredPlan *stored;
    const CoComparison *comparison; /* NULL = everything is written */
    const CoTexts *texts;
    const char *folder, *messages;
    bool marks; /* readers hold the plan afterwards */
} Publishing;

static bool write_all(CoSession *session, const Publishing *publishing, GError **error)
{
    const CoStoredPlan *stored = publishing->stored;
    const CoDifference *difference =
        publishing->comparison != NULL ? publishing->comparison->difference : NULL;
    const CoMessaging messaging = {publishing->texts, publishing->messages, publishing->folder,
                                   difference};
    const CoOutputContext context = {stored->campaign, stored->plan, stored->report};
    g_autoptr(CoAttendanceList) attendance = co_publish_attendance(session, error);
    const CoDocumentOptions wanted = {publishing->texts, difference, attendance};
    if (attendance == NULL || !co_messaging_check(&messaging, stored->campaign, error) ||
        !co_publish_documents(&context, &wanted, publishing->folder, error))
        return false;
    if (difference != NULL && session->json == NULL)
        co_comparison_show(&session->out, difference);
    return co_messaging_write(session, &messaging, stored, error) &&
           (!publishing->marks || co_publish_mark(session, stored->plan->version, error));
}

/* Who holds another plan than the one compared with would be told too little. */
static void remark_not_held(const CoSession *session, const CoComparison *comparison)
{
    int before = comparison->before->version, after = comparison->difference->after->version;
    g_autofree char *held =
        comparison->held > 0 ? g_strdup_printf("le dernier publié est le plan %d", comparison->held)
                             : g_strdup("aucun plan n'est publié");
    g_autofree char *text = g_strdup_printf(
        "Le plan %d n'est pas celui que les destinataires détiennent (%s) : ce dossier sert à "
        "comparer, et le plan %d n'est pas noté comme publié.",
        before, held, after);
    co_session_remark(session, text);
}

static void show_difference(CoSession *session, const Publishing *publishing, const char *folder)
{
    const CoComparison *comparison = publishing->comparison;
    if (session->json != NULL) {
        co_comparison_write(session->json, comparison->difference);
        co_json_boolean(session->json, "publie", publishing->marks);
        return;
    }
    co_terminal_print(&session->out, "Ce qui change est dans « %s ».%s\n", folder,
                      publishing->marks ? " Le plan est noté comme publié." : "");
}

static bool publish(CoSession *session, const Publishing *publishing, GError **error)
{
    const CoComparison *comparison = publishing->comparison;
    int version = publishing->stored->plan->version;
    if (!write_all(session, publishing, error))
        return false;
    g_autofree char *shown = g_filename_display_name(publishing->folder);
    if (comparison != NULL)
        co_session_note(session, "différence du plan %d au plan %d", comparison->before->version,
                        version);
    if (publishing->marks)
        co_session_note(session, "plan %d publié", version);
    if (comparison != NULL)
        show_difference(session, publishing, shown);
    if (session->json != NULL) {
        co_json_integer(session->json, "version", version);
        co_json_text(session->json, "dossier", shown);
    } else if (comparison == NULL) {
        co_terminal_print(&session->out, "Le plan %d est publié dans « %s ».\n", version, shown);
    }
    if (comparison != NULL && !publishing->marks)
        remark_not_held(session, comparison);
    return true;
}

/* A message says what changed since the one before, which must have been sent. */
static bool fail_messages(const CoComparison *comparison, GError **error)
{
    g_autofree char *what = g_strdup_printf(
        "Les destinataires ne détiennent pas le plan %d : leur écrire ce qui change depuis lui les "
        "tromperait. Rien n'a été écrit.",
        comparison->before->version);
    g_autofree char *remedy =
        comparison->held > 0 && comparison->held < comparison->difference->after->version
            ? g_strdup_printf("Comparez avec le dernier plan publié : --difference %d %d ; sans "
                              "--courriels, toute comparaison est permise.",
                              comparison->held, comparison->difference->after->version)
            : g_strdup("Publiez le nouveau plan en entier ; sans --courriels, toute comparaison "
                       "est permise.");
    co_fail(error, CO_EXIT_DATA, what, remedy);
    return false;
}

static bool publish_difference(CoSession *session, Publishing *publishing, int before,
                               GError **error)
{
    g_auto(CoComparison) comparison = {0};
    if (!co_comparison_load(session, publishing->stored, before, &comparison, error))
        return false;
    if (publishing->messages != NULL && !comparison.is_held)
        return fail_messages(&comparison, error);
    publishing->comparison = &comparison;
    publishing->marks = comparison.is_held;
    bool done = publish(session, publishing, error);
    publishing->comparison = NULL;
    return done;
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

/* @param before  (out) of --difference, 0 without @param version  (out) to publish, 0 = the latest
 */
static bool read_versions(const CoArguments *arguments, int *before, int *version, GError **error)
{
    *before = 0;
    if (!co_arguments_has(arguments, "difference"))
        return co_stored_plan_read_version(arguments, NULL, version, error);
    if (!co_arguments_has(arguments, "version"))
        return co_comparison_read_versions(arguments, before, version, error);
    co_fail(error, CO_EXIT_USAGE,
            "L'option --difference nomme déjà le plan : elle exclut --version.",
            "« cohorte aide publier » explique la commande.");
    return false;
}

static bool check_preview(const CoArguments *arguments, GError **error)
{
    static const char *const excluded[] = {"courriels", "difference"};
    for (gsize i = 0; i < G_N_ELEMENTS(excluded); i++) {
        if (!co_arguments_has(arguments, excluded[i]))
            continue;
        g_autofree char *what =
            g_strdup_printf("L'option --apercu n'écrit rien : elle exclut --%s.", excluded[i]);
        co_fail(error, CO_EXIT_USAGE, what, "« cohorte aide publier » explique la commande.");
        return false;
    }
    return true;
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    int before, version;
    bool is_preview = co_arguments_has(arguments, "apercu");
    if ((is_preview && !check_preview(arguments, error)) ||
        !check_operands(arguments, is_preview, error) ||
        !read_versions(arguments, &before, &version, error))
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
    if (is_preview)
        return preview(session, &stored, texts);
    Publishing publishing = {.stored = &stored,
                             .texts = texts,
                             .folder = co_arguments_operand(arguments, 0),
                             .messages = co_arguments_value(arguments, "courriels"),
                             .marks = true};
    return before > 0 ? publish_difference(session, &publishing, before, error)
                      : publish(session, &publishing, error);
}

const CoCommand co_cmd_publier = {
    .name = "publier",
    .summary = "écrit les documents d'un plan dans un dossier",
    .description =
        "Pour l'EAFC : calendrier, bilan du plan (bilan.html), points à traiter, frais, comité de "
        "suivi, FM1, SOFIA-FMO, publipostage. Un classeur par groupe (liste et feuille "
        "d'émargement), par établissement (absences et convocations), par formateur (séances, "
        "listes, heures, ordre de mission) et par lieu d'accueil (réservations) ; les lettres en "
        "PDF, les agendas (.ics), et MANIFESTE.csv. Le dossier est complet ou n'est pas : un "
        "dossier d'une publication précédente est remplacé d'un coup, un dossier qui contient "
        "autre chose est refusé. Le plan est ensuite noté comme publié : c'est lui que les verrous "
        "et le préavis désignent.\n"
        "Le texte des lettres, l'en-tête, la signature, le logo et les barèmes se changent dans un "
        "dossier de modèles (cohorte aide modele) ; --apercu montre ce qu'ils donnent.\n"
        "Avec --courriels, chacun a son message : l'établissement son classeur et son agenda, le "
        "formateur son ordre de mission, son classeur et ses groupes, le participant sa "
        "convocation ; une invitation par séance, ou son "
        "annulation si le plan publié avant y conviait. Qui n'a pas d'adresse est dans "
        "sans-adresse.csv.\n"
        "Avec --difference V1 V2, le dossier ne reçoit que les fichiers de ceux pour qui quelque "
        "chose change du plan V1 au plan V2, tels que la publication entière de V2 les aurait, et "
        "changements.xlsx (.csv pour un publipostage) : qui prévenir, de quoi, quel fichier "
        "envoyer ; --courriels n'écrit qu'à ceux-là. Le plan V2 est noté comme publié si V1 est "
        "le dernier plan publié. Une donnée corrigée sans effet sur le plan (un nom, une adresse) "
        "ne se voit pas. Un dossier de différence et un dossier entier ne se remplacent pas l'un "
        "l'autre.\n"
        "Le plan est contrôlé d'abord ; s'il ne tient plus (les données ont changé), rien n'est "
        "écrit et le code de retour est 1.",
    .operands = "DOSSIER",
    .least_operands = 0,
    .most_operands = 1,
    .options = options,
    .example = "cohorte publier documents --version 2",
    .run = run,
};
