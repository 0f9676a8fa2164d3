/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording_fr_presences.h"

#include <glib.h>

static const struct {
    CoProblemCode code;
    const char *sentence, *remedy;
} words[] = {
    {CO_PROBLEM_PRESENCE_NO_SHEET,
     "Aucune présence dans ce fichier : ni feuille « Présences » d'un classeur de groupe, ni table "
     "« presences ».",
     "Donnez le classeur du groupe tel qu'il a été publié puis rempli, ou une table dont les "
     "en-têtes sont groupe, personne, module, date, demi et etat."},
    {CO_PROBLEM_PRESENCE_KEY,
     "Un repère caché de la feuille « Présences » a été modifié[ : « {value} »].",
     "Reportez les états dans le classeur publié, ou dans une table « presences »."},
    {CO_PROBLEM_PRESENCE_VERSION,
     "Ce classeur est celui du plan {value} ; il est lu avec les séances du plan {used}.",
     "Si des dates sont refusées, relisez-le avec « --version {value} »."},
    {CO_PROBLEM_PRESENCE_GROUP,
     "Le groupe « {value} » n'est pas dans le plan[ ; le plus proche est « {detail} »].",
     "Corrigez le code du groupe, ou choisissez le plan par --version."},
    {CO_PROBLEM_PRESENCE_PERSON, "« {value} » n'est pas dans la campagne.",
     "Écrivez le numéro de la personne (P0001), ou son nom et son prénom comme dans la campagne."},
    {CO_PROBLEM_PRESENCE_NAMESAKES, "Plusieurs personnes portent le nom « {value} ».",
     "Écrivez le numéro de la personne[ : {choices}]."},
    {CO_PROBLEM_PRESENCE_MODULE,
     "« {value} » n'est pas un module du groupe {used}[ ; le plus proche est « {detail} »].",
     "Corrigez le code du module."},
    {CO_PROBLEM_PRESENCE_DATE, "Le groupe n'a pas de séance de {used} le {value}.",
     "Corrigez la date ou la demi-journée[ ; dans ce plan : {choices}]."},
    {CO_PROBLEM_PRESENCE_STATE,
     "« {value} » n'est pas un état[ ; le plus proche est « {detail} »].",
     "Écrivez présent, absent ou excusé."},
    {CO_PROBLEM_PRESENCE_CATCH_UP,
     "{value} a suivi une séance du groupe {detail}[ au lieu du groupe {used}] : la présence est "
     "comptée comme un rattrapage.",
     ""},
    {CO_PROBLEM_PRESENCE_OTHER_PATH,
     "« {value} » n'est pas du parcours {detail} : cette séance n'est pas de sa formation.",
     "Vérifiez le numéro ou le nom ; sinon supprimez la ligne."},
    {CO_PROBLEM_PRESENCE_CONFLICT,
     "{value} est dit « {state} » ici, et autrement dans {where} : aucun des deux n'est retenu.",
     "Corrigez l'une des deux lignes, puis relisez les deux fichiers ensemble."},
};

bool co_wording_presence(const CoProblem *problem, const char **sentence, const char **remedy)
{
    g_return_val_if_fail(problem != NULL && sentence != NULL && remedy != NULL, false);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i].code == problem->code) {
            *sentence = words[i].sentence;
            *remedy = words[i].remedy;
            return true;
        }
    return false;
}
