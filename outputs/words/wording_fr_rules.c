/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules and what breaks them, one sentence for each breach. A sentence is a template: words in
 * braces stand for what the violation names. Numbers are put so that no word agrees with them. */
#include "cohorte/wording.h"

#include <string.h>

#include "names.h"

static const char *const rules[CO_RULE_END] = {
    [CO_R01] = "une séance à la fois",
    [CO_R02] = "effectif, places et postes",
    [CO_R03] = "jours ouverts et disponibilités",
    [CO_R04] = "ordre et dates des modules",
    [CO_R05] = "ouverture de FM1",
    [CO_R06] = "équipe de formateurs",
    [CO_R07] = "charge des formateurs",
    [CO_R08] = "continuité du service",
    [CO_R09] = "présence de la direction",
    [CO_R10] = "échéances interdites",
    [CO_R11] = "nombre de groupes",
    [CO_R12] = "établissement regroupé",
    [CO_R13] = "verrous",
    [CO_R14] = "un seul groupe par personne",
    [CO_R15] = "une salle et une équipe par groupe",
    [CO_R16] = "une seule académie par groupe",
    [CO_R17] = "délai de convocation",
    [CO_R18] = "accessibilité et distance",
};

/* Long sentences stand on two lines. NOLINTBEGIN(bugprone-suspicious-missing-comma) */
static const char *const sentences[CO_BREACH_END] = {
    [CO_BREACH_HUMAN_TWICE] =
        "{human} a deux séances en même temps le {slot} : groupes {group} et {other}.",
    [CO_BREACH_ROOM_TWICE] =
        "Salle {room} : les groupes {group} et {other} s'y trouvent en même temps le {slot}.",
    [CO_BREACH_TOO_FEW_MEMBERS] = "Groupe {group} : effectif de {found}, minimum {allowed}.",
    [CO_BREACH_TOO_MANY_MEMBERS] = "Groupe {group} : effectif de {found}, maximum {allowed}.",
    [CO_BREACH_SEATS] =
        "Groupe {group} : effectif de {found}, places de la salle {room} : {allowed}.",
    [CO_BREACH_WORKSTATIONS] = "Groupe {group} : effectif de {found}, postes informatiques de la "
                               "salle {room} : {allowed} (FM1 en demande un par personne).",
    [CO_BREACH_OUT_OF_HORIZON] =
        "Groupe {group}, {module} : la date ({day}) est hors de la période de la campagne.",
    [CO_BREACH_SLOT_CLOSED] = "Groupe {group}, {module} : le {slot} est fermé (week-end, jour "
                              "férié, vacances, mercredi ou fermeture).",
    [CO_BREACH_ROOM_UNAVAILABLE] =
        "Groupe {group}, {module} : la salle {room} n'est pas disponible le {slot}.",
    [CO_BREACH_TRAINER_UNAVAILABLE] =
        "Groupe {group}, {module} : {trainer}, qui l'anime, n'est pas disponible le {slot}.",
    [CO_BREACH_MEMBER_UNAVAILABLE] =
        "Groupe {group}, {module} : {person} n'est pas disponible le {slot}.",
    [CO_BREACH_CLASS_ABSENTEES] = "Groupe {group}, {module}, le {slot} : nombre d'absents à la "
                                  "classe virtuelle : {found}, maximum {allowed}.",
    [CO_BREACH_MODULE_UNKNOWN] =
        "Groupe {group}, le {slot} : séance d'un module que ce groupe ne suit pas ({module}).",
    [CO_BREACH_MODULE_MISSING] = "Groupe {group} : le module {module} n'a pas de séance.",
    [CO_BREACH_MODULE_TWICE] =
        "Groupe {group} : le module {module} a {found} séances au lieu d'une.",
    [CO_BREACH_WRONG_HALVES] =
        "Groupe {group}, {module} : le {slot} n'est pas la durée ou le moment demandé.",
    [CO_BREACH_GAP_SHORT] = "Groupe {group}, {module}, le {slot} : écart avec le module "
                            "précédent : {found} j, minimum {allowed} j.",
    [CO_BREACH_GAP_LONG] = "Groupe {group}, {module}, le {slot} : écart avec le module "
                           "précédent : {found} j, maximum {allowed} j.",
    [CO_BREACH_CLASS_TOO_SOON] = "Groupe {group}, {module} : la première classe virtuelle, le "
                                 "{slot}, ne suit pas le premier jour en présentiel.",
    [CO_BREACH_BEFORE_EARLIEST] =
        "Groupe {group}, {module} : le {slot} précède la date au plus tôt ({earliest}).",
    [CO_BREACH_AFTER_LATEST] =
        "Groupe {group}, {module} : le {slot} dépasse la date au plus tard ({latest}).",
    [CO_BREACH_AFTER_CUTOVER] =
        "Groupe {group}, {module} : le {slot} n'est pas avant la bascule de {person}, {cutover}.",
    [CO_BREACH_FM1_CLOSED] = "Groupe {group}, {module} : FM1 n'est pas ouverte le {slot}.",
    [CO_BREACH_FM1_FULL] =
        "FM1, le {slot} : nombre de groupes : {found}, maximum {allowed} (dont {group}).",
    [CO_BREACH_TRAINER_UNKNOWN] =
        "Groupe {group} : l'équipe nomme un formateur inconnu de la campagne.",
    [CO_BREACH_TRAINER_TWICE] = "Groupe {group} : l'équipe nomme deux fois {trainer}.",
    [CO_BREACH_TRAINER_COUNT] =
        "Groupe {group} : nombre de formateurs : {found} au lieu de {allowed}.",
    [CO_BREACH_TRAINER_UNSKILLED] =
        "Groupe {group} : {trainer} n'intervient pas sur le parcours {path}.",
    [CO_BREACH_PAIR_NOT_CONFIRMED] =
        "Groupe {group} : l'équipe ne compte aucun formateur confirmé.",
    [CO_BREACH_PAIR_SPHERES] =
        "Groupe {group} : l'équipe ne réunit pas les deux sphères, ordonnateur et comptable.",
    [CO_BREACH_PAIR_NOT_LISTED] =
        "Groupe {group} : l'équipe n'est pas un binôme prévu pour le parcours {path}.",
    [CO_BREACH_WORKLOAD] =
        "{trainer} : nombre de demi-journées animées : {found}, maximum {allowed}.",
    [CO_BREACH_SERVICE_EMPTY] = "{establishment}, le {slot} : nombre d'absents du service de "
                                "gestion : {found}, maximum {allowed}.",
    [CO_BREACH_HEAD_AND_SECRETARY] =
        "{establishment}, le {slot} : la direction et le secrétariat général sont absents en même "
        "temps.",
    [CO_BREACH_MILESTONE] =
        "{human}, groupe {group}, le {slot} : absence interdite par l'échéance « {milestone} ».",
    [CO_BREACH_GROUPS_FEW] =
        "Parcours {path}, {academy} : nombre de groupes : {found}, minimum {allowed}.",
    [CO_BREACH_GROUPS_MANY] =
        "Parcours {path}, {academy} : nombre de groupes : {found}, maximum {allowed}.",
    [CO_BREACH_SPLIT] = "{establishment}, parcours {path} : {person} n'est pas avec ses collègues "
                        "({group} au lieu de {other}).",
    [CO_BREACH_LOCK_GROUP] = "Verrou sur {lock} : ce groupe n'existe plus.",
    [CO_BREACH_LOCK_DATE] = "Verrou sur {lock} : {module} n'est plus le {slot}.",
    [CO_BREACH_LOCK_ROOM] = "Verrou sur {lock} : la salle n'est plus {room}.",
    [CO_BREACH_LOCK_PAIR] = "Verrou sur {lock} : l'équipe de formateurs a changé.",
    [CO_BREACH_LOCK_LEFT] = "Verrou sur {lock} : {person} n'est plus dans le groupe.",
    [CO_BREACH_LOCK_JOINED] = "Verrou sur {lock} : {person} n'était pas dans le groupe.",
    [CO_BREACH_PATH_UNKNOWN] = "Groupe {group} : parcours inconnu de la campagne.",
    [CO_BREACH_PERSON_UNKNOWN] = "Groupe {group} : membre inconnu de la campagne.",
    [CO_BREACH_PERSON_NOT_PLANNED] = "Groupe {group} : {person} n'est pas à former.",
    [CO_BREACH_PERSON_OTHER_PATH] = "Groupe {group} : {person} relève d'un autre parcours.",
    [CO_BREACH_PERSON_TWICE] = "Groupe {group} : {person} y figure deux fois.",
    [CO_BREACH_PERSON_TWO_GROUPS] = "{person} est dans deux groupes : {other} et {group}.",
    [CO_BREACH_ROOM_MISSING] = "Groupe {group} : aucune salle pour les jours en présentiel.",
    [CO_BREACH_ROOM_NEEDLESS] =
        "Groupe {group} : une salle ({room}) est retenue sans aucun jour en présentiel.",
    [CO_BREACH_ROOM_UNKNOWN] = "Groupe {group} : salle inconnue de la campagne.",
    [CO_BREACH_ACADEMY_UNKNOWN] = "Groupe {group} : académie inconnue de la campagne.",
    [CO_BREACH_ACADEMY_MEMBER] =
        "Groupe {group} : {person} relève d'une autre académie ({academy}).",
    [CO_BREACH_ACADEMY_ROOM] =
        "Groupe {group} : la salle {room} relève d'une autre académie ({academy}).",
    [CO_BREACH_ACADEMY_TRAINER] =
        "Groupe {group} : {trainer} relève d'une autre académie ({academy}).",
    [CO_BREACH_NOTICE] = "Groupe {group}, {module}, le {slot} : délai depuis la convocation : "
                         "{found} j, minimum {allowed} j.",
    [CO_BREACH_NOT_ACCESSIBLE] =
        "Groupe {group} : la salle {room} n'est pas accessible, or {person} en a besoin.",
    [CO_BREACH_TRIP_TOO_LONG] = "Groupe {group} : trajet de {person} jusqu'à la salle {room} : "
                                "{found} km, maximum {allowed} km.",
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

/* What a violation is told from. */
typedef struct Telling {
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoViolation *violation;
} Telling;

const char *co_wording_rule(CoRule rule)
{
    return rule >= CO_R01 && rule < CO_RULE_END ? rules[rule] : "";
}

static const char *group_code(const Telling *telling, int group_idx)
{
    if (group_idx < 0 || group_idx >= telling->plan->n_groups)
        return "sans groupe";
    const char *code = telling->plan->groups[group_idx].code;
    return code != NULL ? code : "";
}

static char *name_group(const Telling *telling)
{
    return g_strdup(group_code(telling, telling->violation->group_idx));
}

static char *name_other(const Telling *telling)
{
    return g_strdup(group_code(telling, telling->violation->other_group_idx));
}

static char *name_person(const Telling *telling)
{
    int person_idx = telling->violation->person_idx;
    if (person_idx < 0)
        return g_strdup("");
    g_autofree char *name = co_name_person_to_others(telling->campaign, person_idx);
    g_autofree char *establishment = co_name_establishment(
        telling->campaign, telling->campaign->people[person_idx].establishment_idx);
    return g_strdup_printf("%s (%s)", name, establishment);
}

static char *name_trainer(const Telling *telling)
{
    return co_name_trainer(telling->campaign, telling->violation->trainer_idx);
}

static char *name_human(const Telling *telling)
{
    return telling->violation->person_idx >= 0 ? name_person(telling) : name_trainer(telling);
}

static char *name_room(const Telling *telling)
{
    int room_idx = telling->violation->room_idx;
    return g_strdup(room_idx >= 0 ? telling->campaign->rooms[room_idx].code : "");
}

static char *name_establishment(const Telling *telling)
{
    return co_name_establishment(telling->campaign, telling->violation->establishment_idx);
}

static const CoModule *module_of(const Telling *telling)
{
    int module_idx = telling->violation->module_idx;
    bool known = module_idx >= 0 && module_idx < telling->campaign->n_modules;
    return known ? &telling->campaign->modules[module_idx] : NULL;
}

static char *name_module(const Telling *telling)
{
    const CoModule *module = module_of(telling);
    return g_strdup(module != NULL ? module->code : "module inconnu");
}

/* Of a violation that names no path, the path of its group. */
static char *name_path(const Telling *telling)
{
    int path_idx = telling->violation->path_idx, group_idx = telling->violation->group_idx;
    if (path_idx < 0 && group_idx >= 0)
        path_idx = telling->plan->groups[group_idx].path_idx;
    bool known = path_idx >= 0 && path_idx < telling->campaign->n_paths;
    return g_strdup(known ? telling->campaign->paths[path_idx].code : "");
}

static char *name_academy(const Telling *telling)
{
    int academy_idx = telling->violation->academy_idx;
    bool known = academy_idx >= 0 && academy_idx < telling->campaign->n_academies;
    g_autofree char *name =
        co_name_academy(known ? telling->campaign->academies[academy_idx].name : "");
    return g_strdup(*name != '\0' ? name : "académie inconnue");
}

static char *name_milestone(const Telling *telling)
{
    int milestone_idx = telling->violation->milestone_idx;
    return g_strdup(milestone_idx >= 0 ? telling->campaign->milestones[milestone_idx].label : "");
}

static char *name_lock(const Telling *telling)
{
    int lock_idx = telling->violation->lock_idx;
    return g_strdup(lock_idx >= 0 ? telling->campaign->locks[lock_idx].group : "");
}

/* A plan may hold any number for a day; only those of our centuries have a name. */
static char *name_of_day(CoDay day)
{
    if (day < co_day_from_ymd(1900, 1, 1) || day > co_day_from_ymd(2199, 12, 31))
        return g_strdup("date inconnue");
    return co_wording_day_long(day);
}

static char *name_day(const Telling *telling)
{
    return name_of_day(telling->violation->day);
}

static char *name_slot(const Telling *telling)
{
    g_autofree char *day = name_day(telling);
    const char *halves = co_wording_halves(telling->violation->halves);
    return *halves != '\0' ? g_strdup_printf("%s (%s)", day, halves) : g_strdup(day);
}

static char *name_earliest(const Telling *telling)
{
    const CoModule *module = module_of(telling);
    return name_of_day(module != NULL ? module->earliest : CO_DAY_NONE);
}

static char *name_latest(const Telling *telling)
{
    const CoModule *module = module_of(telling);
    return name_of_day(module != NULL ? module->latest : CO_DAY_NONE);
}

static char *name_cutover(const Telling *telling)
{
    const CoCampaign *campaign = telling->campaign;
    int person_idx = telling->violation->person_idx;
    int establishment_idx = person_idx < 0 ? -1 : campaign->people[person_idx].establishment_idx;
    int wave_idx =
        establishment_idx < 0 ? -1 : campaign->establishments[establishment_idx].wave_idx;
    return name_of_day(wave_idx < 0 ? CO_DAY_NONE : campaign->waves[wave_idx].cutover);
}

static char *name_found(const Telling *telling)
{
    return g_strdup_printf("%" G_GINT64_FORMAT, telling->violation->found);
}

static char *name_allowed(const Telling *telling)
{
    return g_strdup_printf("%" G_GINT64_FORMAT, telling->violation->allowed);
}

static const struct {
    const char *word;
    char *(*name)(const Telling *telling);
} words[] = {
    {"group", name_group},
    {"other", name_other},
    {"person", name_person},
    {"trainer", name_trainer},
    {"human", name_human},
    {"room", name_room},
    {"establishment", name_establishment},
    {"module", name_module},
    {"path", name_path},
    {"academy", name_academy},
    {"milestone", name_milestone},
    {"lock", name_lock},
    {"day", name_day},
    {"slot", name_slot},
    {"earliest", name_earliest},
    {"latest", name_latest},
    {"cutover", name_cutover},
    {"found", name_found},
    {"allowed", name_allowed},
};

static void append_word(GString *text, const Telling *telling, const char *word, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strlen(words[i].word) == length && strncmp(words[i].word, word, length) == 0) {
            g_autofree char *name = words[i].name(telling);
            g_string_append(text, name);
            return;
        }
    }
    g_assert_not_reached();
}

static char *fill_in(const char *sentence, const Telling *telling)
{
    GString *text = g_string_new(NULL);
    for (const char *open = strchr(sentence, '{'); open != NULL; open = strchr(sentence, '{')) {
        const char *close = strchr(open, '}');
        g_string_append_len(text, sentence, open - sentence);
        append_word(text, telling, open + 1, (size_t)(close - open - 1));
        sentence = close + 1;
    }
    g_string_append(text, sentence);
    return g_string_free(text, FALSE);
}

/* Two breaches read better for knowing who meets whom. */
static const char *sentence_of(const CoViolation *violation)
{
    if (violation->breach == CO_BREACH_HUMAN_TWICE && violation->other_group_idx < 0)
        return "{human} a une séance du groupe {group} pendant le webinaire {module}, le {slot}.";
    if (violation->breach == CO_BREACH_HUMAN_TWICE &&
        violation->other_group_idx == violation->group_idx)
        return "{human} a deux places dans le groupe {group} le {slot}.";
    bool known = violation->breach > CO_BREACH_NONE && violation->breach < CO_BREACH_END;
    return known ? sentences[violation->breach] : NULL;
}

char *co_wording_violation(const CoCampaign *campaign, const CoPlan *plan,
                           const CoViolation *violation)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && violation != NULL, NULL);
    Telling telling = {campaign, plan, violation};
    const char *sentence = sentence_of(violation);
    return sentence != NULL ? fill_in(sentence, &telling)
                            : g_strdup(co_wording_rule(violation->rule));
}
