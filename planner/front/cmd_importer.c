/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "importing.h"

static const CoOption options[] = {{NULL, NULL, NULL, 0}};

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    if (!co_session_open(session, CO_STORE_WRITE, error))
        return false;
    g_autoptr(CoCampaign) campaign =
        co_import_into_store(session, co_arguments_operand(arguments, 0), error);
    return campaign != NULL;
}

const CoCommand co_cmd_importer = {
    .name = "importer",
    .summary = "lit les tables d'un dossier dans la campagne",
    .description =
        "Le dossier contient un fichier CSV par table (parametres.csv, etablissements.csv...), "
        "l'enquête telle qu'elle est exportée et les fichiers officiels tels qu'ils sont publiés. "
        "Un nouvel import remplace les données du précédent ; les personnes déjà connues gardent "
        "leur numéro, et les plans enregistrés restent.\n"
        "Une erreur n'arrête pas la lecture des autres lignes : tout est réuni en une liste, que "
        "montre « cohorte verifier ». Quand les données ne permettent pas de faire une campagne, "
        "rien n'est changé.",
    .operands = "DOSSIER",
    .least_operands = 1,
    .most_operands = 1,
    .options = options,
    .example = "cohorte importer donnees-v8",
    .run = run,
};
