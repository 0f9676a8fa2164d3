/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "attending.h"
#include "cohorte/certificates.h"
#include "command.h"
#include "publishing.h"

static const CoOption options[] = {
    {"date", "JJ/MM/AAAA",
     "Date que portent les attestations, après la dernière séance. Obligatoire.", 0},
    {"version", "NUMÉRO",
     "Plan dont les séances ont eu lieu (par défaut le plan publié, sinon le dernier).", 0},
    {"modeles", "DOSSIER",
     "Texte des attestations (par défaut le dossier « modeles » à côté du fichier de campagne, "
     "sinon le texte fourni).",
     0},
    {NULL, NULL, NULL, 0},
};

static bool read_day(const CoArguments *arguments, CoDay *day, GError **error)
{
    const char *text = co_arguments_value(arguments, "date");
    *day = co_day_parse(text);
    if (*day != CO_DAY_NONE)
        return true;
    g_autofree char *shown = g_filename_display_name(text != NULL ? text : "");
    g_autofree char *what =
        text == NULL ? g_strdup("Il manque --date, la date que portent les attestations.")
                     : g_strdup_printf("« %s » n'est pas une date.", shown);
    co_fail(error, CO_EXIT_USAGE, what, "Écrivez-la JJ/MM/AAAA : --date 10/01/2027.");
    return false;
}

/* What will be written. */
typedef struct Award {
    CoDay day;
    int n_groups, n_people;
    GString *waiting; /* closed groups that meet after that day: "SG-01, SG-02" */
} Award;

static void award_clear(Award *award)
{
    g_string_free(award->waiting, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Award, award_clear)

static void count_group(const CoAttending *attending, int group_idx, Award *award)
{
    const CoGroup *group = &attending->plan->groups[group_idx];
    int n;
    if (!co_register_is_ready(attending->book, group_idx, award->day)) {
        if (group->n_members > 0 && co_register_n_missing(attending->book, group_idx) == 0)
            g_string_append_printf(award->waiting, "%s%s", award->waiting->len > 0 ? ", " : "",
                                   group->code);
        return;
    }
    g_free(co_register_awarded(attending->book, group_idx, &n));
    award->n_groups += n > 0;
    award->n_people += n;
}

static bool check_some(CoSession *session, const CoAttending *attending, const Award *award,
                       GError **error)
{
    if (award->n_people > 0)
        return true;
    g_autofree char *closure = co_attending_closure(attending);
    g_autofree char *what =
        award->waiting->len > 0
            ? g_strdup_printf("La date demandée précède la dernière séance (%s) : rien n'a été "
                              "écrit.",
                              award->waiting->str)
            : g_strdup_printf("Aucune attestation à écrire. %s", closure);
    co_session_note(session, "aucune attestation");
    co_fail(error, CO_EXIT_DATA, what,
            award->waiting->len > 0
                ? "Donnez une date qui suit la dernière séance du groupe."
                : "Lisez d'abord toutes les présences par « cohorte presences ».");
    return false;
}

static bool write_files(CoSession *session, const CoAttending *attending, const Award *award,
                        const CoArguments *arguments, GError **error)
{
    const char *folder = co_arguments_operand(arguments, 0);
    g_autoptr(CoTexts) texts =
        co_publish_texts(session, co_arguments_value(arguments, "modeles"), error);
    if (texts == NULL)
        return false;
    const CoOutputContext context = {attending->campaign, attending->plan, NULL};
    const CoCertificateOptions certificates = {attending->book, award->day, texts};
    GError *failure = NULL;
    if (co_output_certificates(&context, &certificates, folder, &failure))
        return true;
    co_failure_from_output(&failure, folder);
    g_propagate_error(error, failure);
    return false;
}

/* Whoever came under a head-count must be named first. */
static void show_nameless(const CoSession *session, const CoAttending *attending)
{
    int n;
    g_autofree int *people = co_register_nameless(attending->book, &n);
    g_autoptr(GString) ids = g_string_new(NULL);
    for (int i = 0; i < n; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? ", " : "",
                               attending->campaign->people[people[i]].id);
    g_autofree char *text =
        g_strdup_printf("Sans attestation, faute de nom dans les données : %s.", ids->str);
    if (n > 0)
        co_terminal_wrapped(&session->out, text, 0, 0);
}

static void show(CoSession *session, const CoAttending *attending, const Award *award,
                 const char *folder)
{
    g_autofree char *shown = g_filename_display_name(folder);
    g_autofree char *people = co_french_count(award->n_people, "attestation", "attestations");
    g_autofree char *groups = co_french_count(award->n_groups, "groupe", "groupes");
    co_session_note(session, "plan %d, %s", attending->plan->version, people);
    if (session->json != NULL) {
        co_json_integer(session->json, "version", attending->plan->version);
        co_json_integer(session->json, "attestations", award->n_people);
        co_json_integer(session->json, "groupes", award->n_groups);
        co_json_text(session->json, "dossier", shown);
        return;
    }
    co_terminal_print(&session->out, "%s de %s dans « %s ».\n", people, groups, shown);
    if (award->waiting->len > 0)
        co_terminal_print(&session->out, "Sans attestation à cette date, séances à venir : %s.\n",
                          award->waiting->str);
    show_nameless(session, attending);
    g_autofree char *closure = co_attending_closure(attending);
    co_terminal_wrapped(&session->out, closure, 0, 0);
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    g_auto(CoAttending) attending = {0};
    g_auto(Award) award = {.waiting = g_string_new(NULL)};
    if (!read_day(arguments, &award.day, error) ||
        !co_attending_load(session, CO_STORE_READ, arguments, &attending, error) ||
        !co_attending_recall(session, &attending, error))
        return false;
    for (int g = 0; g < attending.plan->n_groups; g++)
        count_group(&attending, g, &award);
    if (!check_some(session, &attending, &award, error) ||
        !write_files(session, &attending, &award, arguments, error))
        return false;
    show(session, &attending, &award, co_arguments_operand(arguments, 0));
    return true;
}

const CoCommand co_cmd_attester = {
    .name = "attester",
    .summary = "écrit les attestations de suivi des groupes clos",
    .description =
        "Un PDF par groupe dans attestations/, une attestation par participant venu à une "
        "demi-journée au moins : heures prévues et suivies par modalité, demi-journées suivies, "
        "rattrapages compris. L'autoformation n'est pas vérifiée, et l'attestation le dit. Seuls "
        "les groupes clos (l'état de chaque membre est connu pour chaque séance) et dont la "
        "dernière séance a eu lieu à la date donnée en ont une.\n"
        "Le dossier est complet ou n'est pas ; ATTESTATIONS.csv liste les fichiers. Le texte se "
        "change dans attestation.txt d'un dossier de modèles.",
    .operands = "DOSSIER",
    .needed = "--date JJ/MM/AAAA",
    .least_operands = 1,
    .most_operands = 1,
    .options = options,
    .example = "cohorte attester attestations --date 10/01/2027",
    .run = run,
};
