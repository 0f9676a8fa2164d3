/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why somebody has no group, and what would give them one. The sentences do not name the person,
 * who is named beside them. */
#include "cohorte/wording.h"

static const char *path_code(const CoCampaign *campaign, const CoUnplaced *unplaced)
{
    int path_idx = campaign->people[unplaced->person_idx].path_idx;
    return path_idx < 0 ? "" : campaign->paths[path_idx].code;
}

/* What each rule says when it shuts every door. */
static const char *reason_words(CoRule rule)
{
    switch (rule) {
    case CO_R01:
        return "déjà pris par une autre séance (webinaire ou formation donnée) aux dates de chaque "
               "groupe possible";
    case CO_R02:
        return "tous les groupes possibles sont complets, ou trop peu de personnes restent pour en "
               "ouvrir un";
    case CO_R03:
        return "indisponible à une date au moins de chaque groupe possible";
    case CO_R04:
        return "aucune suite de dates ne respecte l'ordre, les écarts et les dates limites des "
               "modules, bascule comprise";
    case CO_R05:
        return "la plateforme FM1 n'a plus de place pour un groupe de plus";
    case CO_R06:
        return "il manque des formateurs habilités pour un groupe de plus";
    case CO_R07:
        return "les formateurs du parcours ont atteint leur plafond de demi-journées";
    case CO_R08:
        return "le service de gestion serait vidé à une date au moins de chaque groupe possible";
    case CO_R09:
        return "direction et secrétariat général seraient absents ensemble à une date au moins de "
               "chaque groupe possible";
    case CO_R10:
        return "une échéance interdit l'absence à une date au moins de chaque groupe possible";
    case CO_R11:
        return "le nombre de groupes permis pour le parcours est atteint";
    case CO_R12:
        return "l'établissement doit être formé dans un seul groupe par parcours, et aucun ne peut "
               "recevoir tout le monde";
    case CO_R13:
        return "les éléments verrouillés du plan publié l'empêchent";
    case CO_R14:
        return "aucun parcours ne correspond à la fonction";
    case CO_R15:
        return "aucune salle n'est libre à toutes les dates d'un groupe de plus";
    case CO_R16:
        return "aucun groupe du parcours n'est possible dans l'académie";
    case CO_R17:
        return "le préavis de convocation ne laisse plus de date";
    case CO_R18:
        return "aucun groupe possible n'a de salle accessible, ou assez proche";
    case CO_RULE_END:
        break;
    }
    return "aucun groupe possible n'a été trouvé";
}

static void append_other_rules(GString *text, const CoUnplaced *unplaced)
{
    int n_others = 0;
    for (CoRule rule = CO_R01; rule < CO_RULE_END; rule++) {
        if (rule == unplaced->main_rule || !(unplaced->rules & CO_RULE_BIT(rule)))
            continue;
        g_string_append_printf(text, "%s%s", n_others++ == 0 ? " ; jouent aussi : " : ", ",
                               co_wording_rule(rule));
    }
}

char *co_wording_unplaced_reason(const CoCampaign *campaign, const CoPlan *plan,
                                 const CoUnplaced *unplaced)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && unplaced != NULL, NULL);
    if (campaign->people[unplaced->person_idx].path_idx < 0)
        return g_strdup("aucun parcours ne correspond à la fonction");
    GString *text = g_string_new(reason_words(unplaced->main_rule));
    append_other_rules(text, unplaced);
    return g_string_free(text, FALSE);
}

static char *raise_seats(const CoCampaign *campaign, const CoGroup *group, const char *path)
{
    if (group == NULL)
        return g_strdup_printf("ajouter une place à un groupe du parcours %s (effectif maximal, "
                               "places ou postes de la salle)",
                               path);
    const char *room = group->room_idx < 0 ? "" : campaign->rooms[group->room_idx].code;
    return g_strdup_printf("ajouter une place au groupe %s (effectif maximal du parcours%s%s)",
                           group->code, *room != '\0' ? ", places ou postes de la salle " : "",
                           room);
}

static char *free_person(const CoGroup *group)
{
    if (group == NULL)
        return g_strdup("lever une indisponibilité de la personne");
    return g_strdup_printf("lever l'indisponibilité de la personne aux dates du groupe %s",
                           group->code);
}

/* Adds the group the change is about, when there is one. */
static char *with_group(const char *words, const CoGroup *group)
{
    if (group == NULL)
        return g_strdup(words);
    return g_strdup_printf("%s (groupe %s)", words, group->code);
}

static char *with_path(const char *words, const char *path)
{
    return g_strdup_printf("%s %s", words, path);
}

static char *remedy_words(const CoCampaign *campaign, const CoGroup *group,
                          const CoUnplaced *unplaced)
{
    const char *path = path_code(campaign, unplaced);
    switch (unplaced->remedy) {
    case CO_REMEDY_RAISE_SEATS:
        return raise_seats(campaign, group, path);
    case CO_REMEDY_FREE_PERSON:
        return free_person(group);
    case CO_REMEDY_ADD_TRAINER:
        return with_path("habiliter un formateur de plus, ou relever un plafond de demi-journées, "
                         "pour le parcours",
                         path);
    case CO_REMEDY_OPEN_FM1:
        return g_strdup("ouvrir la plateforme FM1 à un groupe de plus, ou d'autres jours");
    case CO_REMEDY_RELAX_CONTINUITY:
        return with_group("accepter un absent de plus au service de gestion", group);
    case CO_REMEDY_RELAX_HEAD:
        return with_group("accepter que direction et secrétariat général soient absents ensemble",
                          group);
    case CO_REMEDY_MOVE_MILESTONE:
        return with_group("lever l'interdiction de l'échéance, ou la déplacer", group);
    case CO_REMEDY_ADD_GROUP:
        return with_path("permettre un groupe de plus au parcours", path);
    case CO_REMEDY_LOWER_MINIMUM:
        return with_path("baisser l'effectif minimal du parcours", path);
    case CO_REMEDY_ADD_DATES:
        return g_strdup("allonger la période de formation, ou élargir les écarts entre modules");
    case CO_REMEDY_ADD_ROOM:
        return g_strdup("ajouter une salle, ou en libérer une");
    case CO_REMEDY_UNLOCK:
        return with_group("lever un verrou du plan publié", group);
    case CO_REMEDY_DEFINE_PATH:
        return g_strdup("rattacher la fonction à un parcours");
    case CO_REMEDY_NONE:
        break;
    }
    return g_strdup(
        "aucun changement isolé ne suffit : en combiner plusieurs, ou former la personne "
        "plus tard");
}

char *co_wording_unplaced_remedy(const CoCampaign *campaign, const CoPlan *plan,
                                 const CoUnplaced *unplaced)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && unplaced != NULL, NULL);
    bool is_about_group = unplaced->group_idx >= 0 && unplaced->group_idx < plan->n_groups;
    return remedy_words(campaign, is_about_group ? &plan->groups[unplaced->group_idx] : NULL,
                        unplaced);
}
