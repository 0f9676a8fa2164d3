/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "cohorte/import.h"
#include "cohorte/template.h"
#include "command.h"

static const CoOption options[] = {{NULL, NULL, NULL, 0}};

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

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    const char *path = co_arguments_operand(arguments, 0);
    session->journalled = true; /* no campaign is touched */
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

const CoCommand co_cmd_modele = {
    .name = "modele",
    .summary = "écrit un classeur de campagne à remplir",
    .description =
        "Un classeur .xlsx avec une feuille par table : en-têtes expliqués, listes déroulantes, "
        "contrôles de saisie, une ligne d'exemple que l'import laisse de côté. Remplissez-le dans "
        "votre tableur, enregistrez-le en .xlsx ou en .ods, puis importez-le tel quel. Un fichier "
        "qui existe déjà n'est pas remplacé.",
    .operands = "CLASSEUR",
    .least_operands = 1,
    .most_operands = 1,
    .options = options,
    .example = "cohorte modele campagne.xlsx",
    .run = run,
};
