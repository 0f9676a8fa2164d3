/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "cohorte/import.h"
#include "cohorte/template.h"
#include "cohorte/texts.h"
#include "command.h"

static const CoOption options[] = {
    {"textes", "DOSSIER",
     "Écrit dans un nouveau dossier les textes des lettres et les barèmes, tels qu'ils sont "
     "fournis, "
     "pour les changer.",
     0},
    {NULL, NULL, NULL, 0},
};

/* Somebody may have filled it. */
static bool check_free(const char *path, GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    g_autofree char *shown = g_filename_display_name(path);
    g_autofree char *what = g_strdup_printf("« %s » existe déjà ; il n'a pas été touché.", shown);
    co_fail(error, CO_EXIT_DATA, what, "Choisissez un autre nom.");
    return false;
}

static bool check_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
        return true;
    g_autofree char *shown = g_filename_display_name(folder);
    g_autofree char *what = g_strdup_printf("Le dossier « %s » n'existe pas.", shown);
    co_fail(error, CO_EXIT_DATA, what, "Créez ce dossier, ou choisissez un autre emplacement.");
    return false;
}

/* Only what a spreadsheet program will open: the name must say so. */
static bool check_name(const char *path, GError **error)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    if (g_str_has_suffix(lower, ".xlsx"))
        return true;
    if (g_str_has_suffix(lower, ".ods")) {
        co_fail(error, CO_EXIT_USAGE, "Le classeur est écrit au format « .xlsx ».",
                "Donnez un nom en .xlsx ; votre tableur l'enregistrera ensuite au format .ods, que "
                "l'import lit aussi.");
        return false;
    }
    g_autofree char *usage = co_command_usage(&co_cmd_modele);
    co_fail(error, CO_EXIT_USAGE, "Le nom du classeur doit se terminer par « .xlsx ».", usage);
    return false;
}

static bool write_book(CoSession *session, const char *path, GError **error)
{
    if (!check_name(path, error) || !check_free(path, error) || !check_folder(path, error))
        return false;
    GError *failure = NULL;
    g_autoptr(CoCatalogue) catalogue = co_import_catalogue();
    if (!co_output_template(catalogue, path, &failure)) {
        co_failure_from_output(&failure, path);
        g_propagate_error(error, failure);
        return false;
    }
    g_autofree char *shown = g_filename_display_name(path);
    if (session->json != NULL)
        co_json_text(session->json, "classeur", shown);
    else
        co_terminal_print(
            &session->out,
            "Le classeur à remplir est « %s ». Sa première feuille dit comment faire ; "
            "ensuite : cohorte importer %s\n",
            shown, shown);
    return true;
}

/* A text that is there may have been changed by somebody. */
static bool check_new_folder(const char *path, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    if (dir == NULL || g_dir_read_name(dir) == NULL)
        return true;
    g_autofree char *shown = g_filename_display_name(path);
    g_autofree char *what =
        g_strdup_printf("Le dossier « %s » n'est pas vide ; rien n'y a été touché.", shown);
    co_fail(
        error, CO_EXIT_DATA, what,
        "Des textes déjà modifiés seraient perdus : donnez un nouveau dossier, puis recopiez-en "
        "les fichiers qui vous manquent.");
    return false;
}

static void tell_texts(CoSession *session, const char *path)
{
    g_autofree char *shown = g_filename_display_name(path);
    g_auto(GStrv) names = co_texts_shipped();
    if (session->json != NULL) {
        co_json_text(session->json, "dossier", shown);
        co_json_begin_array(session->json, "fichiers");
        for (char **name = names; *name != NULL; name++)
            co_json_text(session->json, NULL, *name);
        co_json_end(session->json);
        return;
    }
    g_autofree char *list = g_strjoinv(", ", names);
    g_autofree char *text = g_strdup_printf(
        "Les textes et les barèmes sont dans « %s » : %s. Ôtez ceux que vous ne changez pas ; "
        "« cohorte publier --apercu --modeles %s » montre le résultat.",
        shown, list, shown);
    co_terminal_wrapped(&session->out, text, 0, 0);
}

static bool write_texts(CoSession *session, const char *path, GError **error)
{
    GError *failure = NULL;
    if (!check_new_folder(path, error) || !check_folder(path, error))
        return false;
    if (!co_texts_export(path, &failure)) {
        co_failure_from_output(&failure, path);
        g_propagate_error(error, failure);
        return false;
    }
    tell_texts(session, path);
    return true;
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    const char *folder = co_arguments_value(arguments, "textes");
    session->journalled = true; /* no campaign is touched */
    if ((folder != NULL) == (co_arguments_count(arguments) > 0)) {
        co_fail(error, CO_EXIT_USAGE,
                folder != NULL ? "L'option --textes n'écrit pas de classeur."
                               : "Il manque CLASSEUR, le nom du classeur à écrire.",
                "« cohorte aide modele » explique la commande.");
        return false;
    }
    return folder != NULL ? write_texts(session, folder, error)
                          : write_book(session, co_arguments_operand(arguments, 0), error);
}

const CoCommand co_cmd_modele = {
    .name = "modele",
    .summary = "écrit un classeur de campagne à remplir, ou les textes à changer",
    .description =
        "Un classeur .xlsx avec une feuille par table : en-têtes expliqués, listes déroulantes, "
        "contrôles de saisie, une ligne d'exemple que l'import laisse de côté. Remplissez-le dans "
        "votre tableur, enregistrez-le en .xlsx ou en .ods, puis importez-le tel quel. Un fichier "
        "qui existe déjà n'est pas remplacé.\n"
        "Avec --textes, ce sont les textes des lettres (convocation, ordre de mission, en-tête, "
        "signature, émargement) et les barèmes des frais : changez-les dans un dossier « modeles » "
        "à côté du fichier de campagne, où la publication les trouve.",
    .operands = "CLASSEUR",
    .least_operands = 0,
    .most_operands = 1,
    .options = options,
    .example = "cohorte modele campagne.xlsx",
    .run = run,
};
