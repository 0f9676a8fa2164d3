/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "importing.h"
#include "previewing.h"

static const CoOption options[] = {
    {"apercu", NULL,
     "Montre comment l'enquête serait comprise, colonne par colonne, et n'écrit rien.", 0},
    {NULL, NULL, NULL, 0},
};

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    if (co_arguments_has(arguments, "apercu"))
        return co_preview_run(session, co_arguments_operand(arguments, 0), error);
    if (!co_session_open(session, CO_STORE_WRITE, error))
        return false;
    g_autoptr(CoCampaign) campaign =
        co_import_into_store(session, co_arguments_operand(arguments, 0), error);
    return campaign != NULL;
}

const CoCommand co_cmd_importer = {
    .name = "importer",
    .summary = "lit les tables d'un dossier, ou d'un classeur, dans la campagne",
    .description =
        "Le dossier contient un fichier par table (parametres.csv, etablissements.xlsx...), CSV, "
        ".xlsx ou .ods, l'enquête telle qu'elle est exportée et les fichiers officiels tels qu'ils "
        "sont publiés. Un classeur qui a une feuille par table remplace ces fichiers, dans le "
        "dossier ou donné seul : ce qui est à côté n'est alors pas lu. "
        "Un nouvel import remplace les données du précédent ; les personnes déjà connues gardent "
        "leur numéro, et les plans enregistrés restent.\n"
        "Une erreur n'arrête pas la lecture des autres lignes : tout est réuni en une liste, que "
        "montre « cohorte verifier ». Quand les données ne permettent pas de faire une campagne, "
        "rien n'est changé.\n"
        "Ce que l'import ne peut trancher seul (un UAI presque juste, une fonction inconnue) est "
        "demandé dans decisions.csv, à côté des tables : remplissez la colonne « decision » et "
        "importez de nouveau ; une décision prise vaut pour tous les imports suivants. Après le "
        "premier, l'import dit ce qui a changé : réponses et personnes nouvelles, modifiées, "
        "disparues.",
    .operands = "DOSSIER|CLASSEUR",
    .least_operands = 1,
    .most_operands = 1,
    .options = options,
    .example = "cohorte importer donnees-v8",
    .run = run,
};
