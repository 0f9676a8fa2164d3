/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings of the readiness report in French. "Au mieux" everywhere: the figures are bounds. */
#include "cohorte/readiness_report.h"

#include "names.h"

/* "12 personnes", "1 personne" */
static char *persons(int n)
{
    return co_name_count(n, "personne", "personnes");
}

static char *half_days(int n)
{
    return co_name_count(n, "demi-journée", "demi-journées");
}

const char *co_wording_finding_severity(CoSeverity severity)
{
    switch (severity) {
    case CO_SEVERITY_ERROR:
        return "bloquant";
    case CO_SEVERITY_WARNING:
        return "à régler";
    case CO_SEVERITY_NOTICE:
        break;
    }
    return "à savoir";
}

char *co_wording_capacity_path(const CoCampaign *campaign, const CoCapacity *capacity)
{
    g_return_val_if_fail(campaign != NULL && capacity != NULL, NULL);
    const char *code = campaign->paths[capacity->path_idx].code;
    if (campaign->n_academies < 2 || capacity->academy_idx < 0)
        return g_strdup(code);
    return g_strdup_printf("%s, %s", code, campaign->academies[capacity->academy_idx].name);
}

const char *co_wording_limit(CoLimit limit)
{
    switch (limit) {
    case CO_LIMIT_NONE:
        return "rien";
    case CO_LIMIT_DATES:
        return "les dates";
    case CO_LIMIT_COUNT:
        return "groupes_max";
    case CO_LIMIT_FM1:
        return "FM1";
    case CO_LIMIT_ROOMS:
        return "les salles";
    case CO_LIMIT_TEAMS:
        return "les formateurs disponibles";
    case CO_LIMIT_LOAD:
        return "la charge des formateurs";
    case CO_LIMIT_TOGETHER:
        return "salles, formateurs et FM1, jour par jour";
    }
    return "";
}

const char *co_wording_size(CoSize size)
{
    switch (size) {
    case CO_SIZE_SMALL:
        return "1 ou 2 agents";
    case CO_SIZE_MEDIUM:
        return "3 ou 4 agents";
    case CO_SIZE_LARGE:
        return "5 agents et plus";
    case CO_SIZE_UNKNOWN:
    case CO_N_SIZES:
        break;
    }
    return "effectif inconnu";
}

const char *co_wording_type(const char *type)
{
    g_return_val_if_fail(type != NULL, "");
    return *type != '\0' ? type : "Type inconnu";
}

char *co_wording_half(int twice)
{
    return g_strdup_printf("%d%s", twice / 2, twice % 2 != 0 ? ",5" : "");
}

char *co_wording_expected(const CoCampaign *campaign, const CoSilent *silent)
{
    g_return_val_if_fail(campaign != NULL && silent != NULL, NULL);
    if (silent->n_similar == 0 && !silent->is_reserved)
        return g_strdup("non estimé");
    GString *text = g_string_new(NULL);
    for (int r = 0; r < campaign->n_roles; r++)
        if (silent->n_persons[r] > 0)
            g_string_append_printf(text, "%s%d %s", text->len > 0 ? ", " : "", silent->n_persons[r],
                                   campaign->roles[r].code);
    if (text->len == 0)
        g_string_append(text, "aucun");
    return g_string_free(text, FALSE);
}

/* ---- subjects ---- */

static char *establishment_name(const CoCampaign *campaign, int establishment_idx)
{
    const CoEstablishment *establishment = &campaign->establishments[establishment_idx];
    if (*establishment->place.name == '\0')
        return g_strdup(establishment->uai);
    return g_strdup_printf("%s (%s)", establishment->place.name, establishment->uai);
}

static char *in_academy(const CoCampaign *campaign, const char *what, int academy_idx)
{
    if (academy_idx < 0 || campaign->n_academies < 2)
        return g_strdup(what);
    return g_strdup_printf("%s (%s)", what, campaign->academies[academy_idx].name);
}

char *co_wording_finding_subject(const CoCampaign *campaign, const CoFinding *finding)
{
    g_return_val_if_fail(campaign != NULL && finding != NULL, NULL);
    if (finding->kind == CO_FINDING_SHARED_FM1)
        return g_strdup("FM1, tous parcours");
    if (finding->kind == CO_FINDING_SHARED_ROOMS)
        return in_academy(campaign, "Salles, tous parcours", finding->academy_idx);
    if (finding->kind == CO_FINDING_SHARED_TRAINERS)
        return in_academy(campaign, "Formateurs, tous parcours", finding->academy_idx);
    if (finding->person_idx >= 0) {
        g_autofree char *name = co_name_person(campaign, finding->person_idx);
        g_autofree char *place = finding->establishment_idx < 0
                                     ? g_strdup("")
                                     : establishment_name(campaign, finding->establishment_idx);
        return g_strdup_printf("%s, %s", name, place);
    }
    if (finding->trainer_idx >= 0)
        return co_name_trainer(campaign, finding->trainer_idx);
    if (finding->establishment_idx >= 0)
        return establishment_name(campaign, finding->establishment_idx);
    if (finding->path_idx >= 0)
        return in_academy(campaign, campaign->paths[finding->path_idx].code, finding->academy_idx);
    if (finding->role_idx >= 0)
        return g_strdup(campaign->roles[finding->role_idx].code);
    return g_strdup("Campagne");
}

/* ---- what was found ---- */

static const CoCapacity *capacity_of(const CoReadiness *readiness, const CoFinding *finding)
{
    for (int i = 0; i < readiness->n_capacities; i++)
        if (readiness->capacities[i].path_idx == finding->path_idx &&
            readiness->capacities[i].academy_idx == finding->academy_idx)
            return &readiness->capacities[i];
    return NULL;
}

/* "4 groupes nécessaires (24 places au plus), 3 possibles au mieux : il en manque 1." */
static char *short_of_groups(const CoReadiness *readiness, const CoFinding *finding)
{
    const CoCapacity *capacity = capacity_of(readiness, finding);
    if (capacity == NULL)
        return g_strdup("");
    g_autofree char *all = persons(capacity->n_persons);
    g_autofree char *left = persons(finding->n_persons);
    g_autofree char *needed =
        co_name_count(finding->found, "groupe nécessaire", "groupes nécessaires");
    return g_strdup_printf(
        "%s, %s (%d places au plus par groupe), %d au mieux : il en manque %d. Ce qui limite : %s. "
        "Au moins %s sans place.",
        all, needed, capacity->group_size, finding->allowed, finding->found - finding->allowed,
        co_wording_limit(finding->limit), left);
}

static char *path_lacks(const CoFinding *finding)
{
    g_autofree char *all = persons(finding->n_persons);
    if (finding->kind == CO_FINDING_PATH_WITHOUT_DATE)
        return g_strdup_printf("%s, aucune date possible : les modules ne tiennent pas tous dans "
                               "la période, le calendrier et FM1.",
                               all);
    if (finding->kind == CO_FINDING_PATH_WITHOUT_ROOM)
        return g_strdup_printf("%s, aucune salle qui puisse recevoir un groupe de %d.", all,
                               finding->allowed);
    if (finding->found < finding->allowed)
        return g_strdup_printf("%s, %s pour %d par groupe.", all,
                               finding->found == 0   ? "aucun formateur"
                               : finding->found == 1 ? "un seul formateur"
                                                     : "trop peu de formateurs",
                               finding->allowed);
    g_autofree char *trainers = co_name_count(finding->found, "formateur", "formateurs");
    return g_strdup_printf("%s, %s, mais aucun binôme que la règle du parcours admette.", all,
                           trainers);
}

static char *sizes_leave_out(const CoFinding *finding)
{
    g_autofree char *all = persons(finding->found);
    g_autofree char *left = persons(finding->n_persons);
    return g_strdup_printf(
        "%s : aucun nombre de groupes d'au moins %d ne les accueille tous ; au moins %s sans "
        "place.",
        all, finding->allowed, left);
}

static char *shared_is_short(const CoFinding *finding)
{
    const char *unit = finding->kind == CO_FINDING_SHARED_TRAINERS ? "demi-journées de formateur"
                                                                   : "demi-journées de groupe";
    return g_strdup_printf(
        "Les groupes nécessaires demandent %d %s, %d au mieux sont disponibles : "
        "il en manque %d.",
        finding->found, unit, finding->allowed, finding->found - finding->allowed);
}

static char *office_is_short(const CoFinding *finding)
{
    g_autofree char *all = persons(finding->found);
    return g_strdup_printf("%s du service à former, %d au mieux : les dates sont trop peu "
                           "nombreuses pour que le service garde toujours quelqu'un (R08).",
                           all, finding->allowed);
}

static char *office_is_whole(const CoCampaign *campaign, const CoFinding *finding)
{
    const char *why = finding->rule == CO_R08
                          ? "le service resterait vide (R08)"
                          : "chef et secrétaire général partiraient ensemble (R09)";
    return g_strdup_printf("Tous sont appelés ensemble en %s (grouper_par_etablissement), %d au "
                           "plus peuvent l'être : %s.",
                           campaign->paths[finding->path_idx].code, finding->allowed, why);
}

static const char *cause(CoRule rule)
{
    switch ((int)rule) {
    case CO_R01:
        return "le webinaire du parcours prend les dates qui restent";
    case CO_R03:
        return "ses indisponibilités couvrent toutes les dates du parcours";
    case CO_R04:
        return "toutes les dates libres sont après la bascule de son établissement";
    case CO_R10:
        return "une échéance interdite à sa fonction couvre toutes les dates";
    default:
        return "indisponibilités, échéances et bascule, ensemble, ne laissent aucune date";
    }
}

static char *person_is_never_free(const CoCampaign *campaign, const CoFinding *finding)
{
    g_autofree char *found =
        co_name_count(finding->found, "demi-journée libre", "demi-journées libres");
    return g_strdup_printf("Jamais libre pour %s : %s (%s, il en faut %d aux bonnes dates).",
                           campaign->paths[finding->path_idx].code, cause(finding->rule), found,
                           finding->allowed);
}

static char *person_has_no_room(const CoCampaign *campaign, const CoFinding *finding)
{
    bool needs_access = campaign->people[finding->person_idx].needs_access;
    return g_strdup_printf("Aucune salle de %s ne convient : %s.",
                           campaign->paths[finding->path_idx].code,
                           needs_access ? "il en faut une accessible, à distance permise"
                                        : "toutes sont au-delà de trajet_max_km");
}

static char *trainer_is_of_no_use(const CoFinding *finding)
{
    if (finding->kind == CO_FINDING_TRAINER_NEVER_FREE)
        return g_strdup(
            "Jamais libre aux dates d'aucun de ses parcours : aucun groupe ne peut compter "
            "sur ce formateur.");
    g_autofree char *found = half_days(finding->found);
    return g_strdup_printf(
        "%s au plus (max_demi_journees), et le parcours le plus court en demande "
        "%d : aucun groupe ne peut compter sur ce formateur.",
        found, finding->allowed);
}

static char *need_is_unusual(const CoCampaign *campaign, const CoFinding *finding)
{
    g_autofree char *median = co_wording_half(finding->median_x2);
    return g_strdup_printf("Déclare %d %s ; %d établissements semblables en déclarent de %d à %d "
                           "(médiane %s).",
                           finding->found, campaign->roles[finding->role_idx].code,
                           finding->n_similar, finding->low, finding->high, median);
}

static const CoSilent *silent_of(const CoReadiness *readiness, int establishment_idx)
{
    for (int i = 0; i < readiness->n_silent; i++)
        if (readiness->silent[i].establishment_idx == establishment_idx)
            return &readiness->silent[i];
    return NULL;
}

static char *answer_is_missing(const CoCampaign *campaign, const CoReadiness *readiness,
                               const CoFinding *finding)
{
    const CoSilent *silent = silent_of(readiness, finding->establishment_idx);
    if (silent == NULL || (silent->n_similar == 0 && !silent->is_reserved))
        return g_strdup("N'a pas répondu ; son besoin n'est pas connu.");
    g_autofree char *expected = co_wording_expected(campaign, silent);
    if (silent->is_reserved)
        return g_strdup_printf("N'a pas répondu ; places gardées : %s (reserver_places).",
                               expected);
    g_autofree char *similar =
        co_name_count(silent->n_similar, "établissement semblable", "établissements semblables");
    return g_strdup_printf("N'a pas répondu ; besoin estimé d'après %s : %s.", similar, expected);
}

static char *role_lacks_path(const CoCampaign *campaign, const CoFinding *finding)
{
    g_autofree char *all = persons(finding->n_persons);
    return g_strdup_printf("%s de cette fonction (%s), et aucun parcours ne la forme.", all,
                           campaign->roles[finding->role_idx].label);
}

static char *has_no_margin(const CoFinding *finding)
{
    g_autofree char *groups =
        co_name_count(finding->found, "groupe nécessaire", "groupes nécessaires");
    return g_strdup_printf("%s, %d au mieux : aucune marge. Ce qui limite : %s.", groups,
                           finding->allowed, co_wording_limit(finding->limit));
}

char *co_wording_finding(const CoCampaign *campaign, const CoReadiness *readiness,
                         const CoFinding *finding)
{
    g_return_val_if_fail(campaign != NULL && readiness != NULL && finding != NULL, NULL);
    switch (finding->kind) {
    case CO_FINDING_PATH_WITHOUT_ROLE:
        return g_strdup("Ce parcours ne forme aucune fonction.");
    case CO_FINDING_ROLE_WITHOUT_PATH:
        return role_lacks_path(campaign, finding);
    case CO_FINDING_PATH_WITHOUT_DATE:
    case CO_FINDING_PATH_WITHOUT_ROOM:
    case CO_FINDING_PATH_WITHOUT_TRAINER:
        return path_lacks(finding);
    case CO_FINDING_GROUPS_SHORT:
        return short_of_groups(readiness, finding);
    case CO_FINDING_SIZES:
        return sizes_leave_out(finding);
    case CO_FINDING_SHARED_FM1:
    case CO_FINDING_SHARED_ROOMS:
    case CO_FINDING_SHARED_TRAINERS:
        return shared_is_short(finding);
    case CO_FINDING_OFFICE_SHORT:
        return office_is_short(finding);
    case CO_FINDING_OFFICE_WHOLE:
        return office_is_whole(campaign, finding);
    case CO_FINDING_PERSON_NEVER_FREE:
        return person_is_never_free(campaign, finding);
    case CO_FINDING_PERSON_WITHOUT_ROOM:
        return person_has_no_room(campaign, finding);
    case CO_FINDING_TRAINER_NEVER_FREE:
    case CO_FINDING_TRAINER_LOAD:
        return trainer_is_of_no_use(finding);
    case CO_FINDING_NEED_OVER_STAFF:
        return g_strdup_printf("Déclare %d agents du service, pour un effectif_service de %d.",
                               finding->found, finding->allowed);
    case CO_FINDING_NEED_UNUSUAL:
        return need_is_unusual(campaign, finding);
    case CO_FINDING_ANSWER_MISSING:
        return answer_is_missing(campaign, readiness, finding);
    case CO_FINDING_NO_MARGIN:
        return has_no_margin(finding);
    case CO_FINDING_PATH_WITHOUT_PERSON:
        return g_strdup("Personne n'est à former dans ce parcours.");
    case CO_FINDING_KIND_END:
        break;
    }
    return g_strdup("");
}

/* ---- what to do ---- */

static char *more_groups(const CoCampaign *campaign, const CoReadiness *readiness,
                         const CoFinding *finding)
{
    const CoPath *path = &campaign->paths[finding->path_idx];
    const CoCapacity *capacity = capacity_of(readiness, finding);
    const char *team = path->trainers_per_group >= 2 ? "un binôme" : "un formateur";
    switch (finding->limit) {
    case CO_LIMIT_COUNT:
        return g_strdup_printf("Portez groupes_max de %s à %d (table parcours).", path->code,
                               finding->found);
    case CO_LIMIT_FM1:
        return g_strdup("Ouvrez une semaine FM1 de plus, ou demandez plus de groupes à la fois "
                        "(table fm1).");
    case CO_LIMIT_ROOMS:
        return g_strdup_printf("Trouvez une salle de plus (%d places), ou libérez des jours d'une "
                               "salle (table salles, indisponibilites).",
                               capacity != NULL && capacity->group_size > 0 ? capacity->group_size
                                                                            : path->min_size);
    case CO_LIMIT_TEAMS:
        return g_strdup_printf("Ajoutez %s pour %s (table formateurs, colonne parcours), ou "
                               "demandez à des formateurs de libérer des dates.",
                               team, path->code);
    case CO_LIMIT_LOAD:
        return g_strdup_printf("Ajoutez %s pour %s, ou relevez max_demi_journees de formateurs qui "
                               "l'acceptent.",
                               team, path->code);
    case CO_LIMIT_TOGETHER:
        return g_strdup_printf("Salles, formateurs et FM1 ne sont pas libres les mêmes jours : "
                               "ouvrez une semaine FM1 de plus, une salle, ou ajoutez %s.",
                               team);
    case CO_LIMIT_NONE:
    case CO_LIMIT_DATES:
        break;
    }
    return g_strdup("Allongez la période (debut, fin) ou assouplissez les dates des modules.");
}

static char *free_person(const CoCampaign *campaign, const CoFinding *finding)
{
    const CoEstablishment *establishment = &campaign->establishments[finding->establishment_idx];
    switch ((int)finding->rule) {
    case CO_R04:
        return g_strdup("Prévoyez des dates plus tôt, ou des modules sans avant_bascule.");
    case CO_R10:
        return g_strdup("Déplacez l'échéance, ou faites-en une échéance à éviter (effet=evite).");
    case CO_R01:
        return g_strdup("Changez la date du webinaire, ou ouvrez d'autres dates au parcours.");
    default:
        return g_strdup_printf("Demandez d'autres dates à l'établissement%s%s.",
                               *establishment->respondent != '\0' ? " : " : "",
                               establishment->respondent);
    }
}

static char *ask(const CoCampaign *campaign, const CoFinding *finding, const char *what)
{
    const char *respondent = campaign->establishments[finding->establishment_idx].respondent;
    return g_strdup_printf("%s%s%s.", what, *respondent != '\0' ? " : " : "", respondent);
}

static const char *fixed_remedy(CoFindingKind kind)
{
    switch ((int)kind) {
    case CO_FINDING_PATH_WITHOUT_ROLE:
        return "Donnez-lui ses fonctions (table parcours, colonne roles) ou supprimez-le.";
    case CO_FINDING_ROLE_WITHOUT_PATH:
        return "Ajoutez la fonction à un parcours (table parcours, colonne roles), ou notez ces "
               "personnes deja_forme=oui.";
    case CO_FINDING_PATH_WITHOUT_DATE:
        return "Allongez la période, ouvrez FM1 d'autres semaines, ou assouplissez les écarts et "
               "les dates des modules.";
    case CO_FINDING_PATH_WITHOUT_ROOM:
        return "Ajoutez une salle assez grande (places, et postes si FM1), ou baissez "
               "effectif_min.";
    case CO_FINDING_PATH_WITHOUT_TRAINER:
        return "Donnez ce parcours à d'autres formateurs (table formateurs, colonne parcours), ou "
               "changez formateurs_par_groupe ou regle_binome.";
    case CO_FINDING_SIZES:
        return "Baissez effectif_min, relevez effectif_max, ou réunissez ces fonctions avec un "
               "autre parcours.";
    case CO_FINDING_SHARED_FM1:
        return "Ouvrez une semaine FM1 de plus, ou demandez plus de groupes à la fois (table fm1).";
    case CO_FINDING_SHARED_ROOMS:
        return "Trouvez une salle de plus, ou libérez des jours (table salles).";
    case CO_FINDING_SHARED_TRAINERS:
        return "Ajoutez des formateurs, ou relevez max_demi_journees de ceux qui l'acceptent.";
    case CO_FINDING_OFFICE_SHORT:
        return "Ouvrez d'autres dates, ou corrigez effectif_service s'il est trop bas.";
    case CO_FINDING_OFFICE_WHOLE:
        return "Passez grouper_par_etablissement à non, ou corrigez effectif_service.";
    case CO_FINDING_PERSON_WITHOUT_ROOM:
        return "Ajoutez une salle qui convienne, ou relevez trajet_max_km.";
    case CO_FINDING_TRAINER_NEVER_FREE:
        return "Demandez d'autres dates à ce formateur, ou comptez sans lui.";
    case CO_FINDING_TRAINER_LOAD:
        return "Relevez max_demi_journees avec son accord, ou comptez sans ce formateur.";
    case CO_FINDING_PATH_WITHOUT_PERSON:
        return "Rien si c'est voulu ; sinon vérifiez les fonctions du parcours.";
    default:
        return "";
    }
}

char *co_wording_finding_remedy(const CoCampaign *campaign, const CoReadiness *readiness,
                                const CoFinding *finding)
{
    g_return_val_if_fail(campaign != NULL && readiness != NULL && finding != NULL, NULL);
    switch ((int)finding->kind) {
    case CO_FINDING_GROUPS_SHORT:
        return more_groups(campaign, readiness, finding);
    case CO_FINDING_NO_MARGIN:
        return g_strdup(
            "Prévoyez un recours : si ce moyen vient à manquer, des personnes restent sans place.");
    case CO_FINDING_PERSON_NEVER_FREE:
        return free_person(campaign, finding);
    case CO_FINDING_NEED_OVER_STAFF:
    case CO_FINDING_NEED_UNUSUAL:
        return ask(campaign, finding, "Faites confirmer ce nombre par l'établissement");
    case CO_FINDING_ANSWER_MISSING:
        return ask(campaign, finding, "Relancez l'établissement");
    default:
        return g_strdup(fixed_remedy(finding->kind));
    }
}
