/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anomalies in French. Of an unavailability nothing but the word is ever said. */
#include "anomaly_list.h"

#include "outputs/words/names.h"
#include "cohorte/wording.h"

static const struct {
    const char *title, *nothing;
} parts[CO_ANOMALY_N_PARTS] = {
    [CO_ANOMALY_PART_UNPLACED] = {"Personnes sans place",
                                  "Toutes les personnes à former ont une place dans un groupe."},
    [CO_ANOMALY_PART_PLAN] = {"Contrôle du plan", "Le contrôle du plan n'appelle aucune remarque."},
    [CO_ANOMALY_PART_DATA] = {"Données à compléter",
                              "Rien ne manque aux données dont le plan se sert."},
    [CO_ANOMALY_PART_LOCKS] = {"Verrous", "Aucun verrou n'est posé sur le plan."},
};

static const struct {
    const char *title, *remedy;
} kinds[CO_ANOMALY_N_KINDS] = {
    [CO_ANOMALY_UNPLACED] = {"Personne sans place", ""},
    [CO_ANOMALY_RULE_BROKEN] = {"Règle non respectée",
                                "Corriger les données ou lancer une nouvelle planification."},
    [CO_ANOMALY_VALUES_DIFFER] = {"Valeurs discordantes",
                                  "Planifier de nouveau avant de publier ou de convoquer."},
    [CO_ANOMALY_NOTICE_SHORT] = {"Préavis court",
                                 "Envoyer ces convocations en premier et prévenir les chefs "
                                 "d'établissement."},
    [CO_ANOMALY_AFTER_CUTOVER] = {"Séances après la bascule",
                                  "Vérifier que ces modules peuvent suivre la bascule ; sinon, "
                                  "renseigner avant_bascule dans la table modules."},
    [CO_ANOMALY_ANSWER_MISSING] = {"Réponse manquante",
                                   "Relancer l'établissement, puis importer sa réponse."},
    [CO_ANOMALY_PEOPLE_UNNAMED] = {"Personnes à nommer",
                                   "Demander les noms au chef d'établissement avant de convoquer."},
    [CO_ANOMALY_SEATS_RESERVED] = {"Places réservées",
                                   "Relancer l'établissement : ces places sont à attribuer ou à "
                                   "rendre."},
    [CO_ANOMALY_PEOPLE_WITHOUT_EMAIL] = {"Participants sans adresse électronique",
                                         "Compléter la colonne courriel ; la convocation passe "
                                         "d'ici là par l'établissement."},
    [CO_ANOMALY_TRAINER_WITHOUT_EMAIL] = {"Formateur sans adresse électronique",
                                          "Compléter la colonne courriel de la table formateurs."},
    [CO_ANOMALY_OTP_MISSING] = {"Clés OTP à vérifier",
                                "Vérifier ou commander les clés avant la première séance sur FM1."},
    [CO_ANOMALY_RIGHT_MISSING] = {"Habilitations à vérifier",
                                  "Vérifier ou demander les habilitations avant la première séance "
                                  "sur FM1."},
    [CO_ANOMALY_STAFF_UNKNOWN] = {"Effectif du service inconnu",
                                  "Renseigner effectif_service dans la table etablissements."},
    [CO_ANOMALY_PLACE_UNKNOWN] = {"Lieu inconnu",
                                  "Renseigner la latitude et la longitude, ou les trajets dans la "
                                  "table distances."},
    [CO_ANOMALY_LINK_MISSING] = {"Lien de connexion manquant",
                                 "Renseigner la colonne lien de la table modules."},
    [CO_ANOMALY_RATE_MISSING] = {"Taux horaire non renseigné",
                                 "Renseigner taux_horaire_formateur dans la table parametres."},
    [CO_ANOMALY_ORGANIZER_MISSING] = {"Adresse de l'EAFC non renseignée",
                                      "Renseigner courriel_eafc dans la table parametres."},
    [CO_ANOMALY_LOCK] = {"Verrou", "Retirer la ligne de la table verrous pour rendre la liberté."},
};

const char *co_wording_anomaly_part(CoAnomalyPart part)
{
    g_return_val_if_fail((unsigned)part < CO_ANOMALY_N_PARTS, "");
    return parts[part].title;
}

const char *co_wording_anomaly_nothing(CoAnomalyPart part)
{
    g_return_val_if_fail((unsigned)part < CO_ANOMALY_N_PARTS, "");
    return parts[part].nothing;
}

const char *co_wording_anomaly_kind(CoAnomalyKind kind)
{
    g_return_val_if_fail((unsigned)kind < CO_ANOMALY_N_KINDS, "");
    return kinds[kind].title;
}

static void append_rule(GString *text, CoRule rule)
{
    g_string_append_printf(text, "%s%s %s", text->len > 0 ? ", " : "", co_rule_id(rule),
                           co_wording_rule(rule));
}

char *co_wording_anomaly_rules(const CoAnomaly *anomaly)
{
    g_return_val_if_fail(anomaly != NULL, NULL);
    GString *text = g_string_new(NULL);
    if (anomaly->rule != 0)
        append_rule(text, anomaly->rule);
    for (CoRule rule = CO_R01; rule < CO_RULE_END; rule++)
        if (rule != anomaly->rule && (anomaly->rules & CO_RULE_BIT(rule)))
            append_rule(text, rule);
    return g_string_free(text, FALSE);
}

/* ---- whom or what ---- */

static char *name_school(const CoCampaign *campaign, int establishment_idx)
{
    if (establishment_idx < 0)
        return g_strdup("");
    const CoEstablishment *school = &campaign->establishments[establishment_idx];
    if (*school->place.name == '\0')
        return g_strdup(school->uai);
    return g_strdup_printf("%s (%s)", school->place.name, school->uai);
}

static char *object_of(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    const CoCampaign *campaign = context->campaign;
    if (anomaly->lock_idx >= 0)
        return g_strdup(campaign->locks[anomaly->lock_idx].group);
    if (anomaly->group_idx >= 0)
        return g_strdup_printf("Groupe %s", context->plan->groups[anomaly->group_idx].code);
    if (anomaly->person_idx >= 0)
        return co_name_person_to_others(campaign, anomaly->person_idx);
    if (anomaly->trainer_idx >= 0)
        return co_name_trainer(campaign, anomaly->trainer_idx);
    if (anomaly->room_idx >= 0)
        return co_name_room(campaign, anomaly->room_idx);
    if (anomaly->establishment_idx >= 0)
        return name_school(campaign, anomaly->establishment_idx);
    if (anomaly->module_idx >= 0)
        return g_strdup_printf("Module %s", campaign->modules[anomaly->module_idx].code);
    return g_strdup("Campagne");
}

static char *where_of(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    const CoCampaign *campaign = context->campaign;
    if (anomaly->group_idx >= 0)
        return co_name_path(campaign, context->plan->groups[anomaly->group_idx].path_idx);
    if (anomaly->person_idx >= 0)
        return name_school(campaign, campaign->people[anomaly->person_idx].establishment_idx);
    if (anomaly->trainer_idx >= 0)
        return g_strdup(campaign->trainers[anomaly->trainer_idx].place.name);
    if (anomaly->establishment_idx >= 0)
        return g_strdup(campaign->establishments[anomaly->establishment_idx].place.commune);
    if (anomaly->module_idx >= 0)
        return co_name_path(campaign, campaign->modules[anomaly->module_idx].path_idx);
    return g_strdup("");
}

/* ---- sentences ---- */

/* The groups in which somebody of an establishment has a seat for which @p is_meant holds. */
static char *seats_of(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    const CoCampaign *campaign = context->campaign;
    bool reserved = anomaly->kind == CO_ANOMALY_SEATS_RESERVED;
    GString *text = g_string_new(NULL);
    for (int g = 0; g < context->plan->n_groups; g++) {
        const CoGroup *group = &context->plan->groups[g];
        int n = 0;
        for (int i = 0; i < group->n_members; i++) {
            const CoPerson *person = &campaign->people[group->members[i]];
            n += person->establishment_idx == anomaly->establishment_idx && !person->named &&
                 person->reserved == reserved;
        }
        if (n > 0)
            g_string_append_printf(text, "%s%s (%d)", text->len > 0 ? ", " : "", group->code, n);
    }
    return g_string_free(text, FALSE);
}

static char *tell_unnamed(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    g_autofree char *groups = seats_of(context, anomaly);
    g_autofree char *count = co_name_count(anomaly->found, "personne", "personnes");
    return g_strdup_printf("%s sans nom ; places tenues : %s.", count, groups);
}

static char *tell_reserved(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    g_autofree char *groups = seats_of(context, anomaly);
    g_autofree char *count = co_name_count(anomaly->found, "place gardée", "places gardées");
    return g_strdup_printf("%s pour l'établissement : %s.", count, groups);
}

static char *tell_without_email(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    const CoCampaign *campaign = context->campaign;
    g_autofree int *group_of = co_plan_groups_of_people(context->plan, campaign);
    g_autoptr(GString) names = g_string_new(NULL);
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        if (person->establishment_idx != anomaly->establishment_idx || group_of[i] < 0 ||
            !person->named || *person->email != '\0')
            continue;
        g_autofree char *name = co_name_person(campaign, i);
        g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
    }
    return g_strdup_printf("Sans adresse électronique : %s.", names->str);
}

static char *tell_access(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    const CoGroup *group = &context->plan->groups[anomaly->group_idx];
    bool is_otp = anomaly->kind == CO_ANOMALY_OTP_MISSING;
    int n_without = 0;
    for (int i = 0; i < group->n_members; i++) {
        const CoPerson *person = &context->campaign->people[group->members[i]];
        n_without += (is_otp ? person->otp : person->access_right) == CO_TRISTATE_NO;
    }
    g_autofree char *members = co_name_count(anomaly->allowed, "participant", "participants");
    return g_strdup_printf("%s : %d sans, %d à vérifier, sur %s.",
                           is_otp ? "Clé OTP" : "Habilitation", n_without,
                           anomaly->found - n_without, members);
}

static char *tell_notice(const CoAnomaly *anomaly)
{
    g_autofree char *found = co_name_count(ABS(anomaly->found), "jour", "jours");
    g_autofree char *allowed = co_name_count(anomaly->allowed, "jour", "jours");
    return g_strdup_printf("La première séance a lieu %s %s la date des convocations ; le préavis "
                           "souhaité est de %s.",
                           found, anomaly->found < 0 ? "avant" : "après", allowed);
}

static char *tell_cutover(const CoAnomaly *anomaly)
{
    return g_strdup_printf("Participants dont une séance au moins a lieu le jour de leur bascule "
                           "ou après : %d sur %d.",
                           anomaly->found, anomaly->allowed);
}

static char *tell_staff(const CoAnomaly *anomaly)
{
    return g_strdup_printf("%d personnes du service de gestion ont une place, mais l'effectif du "
                           "service est inconnu : sa continuité n'est pas contrôlée.",
                           anomaly->found);
}

static char *tell_place(const CoAnomaly *anomaly)
{
    g_autofree char *count = anomaly->establishment_idx >= 0
                                 ? co_name_count(anomaly->found, "personne", "personnes")
                                 : co_name_count(anomaly->found, "groupe", "groupes");
    const char *what = anomaly->room_idx >= 0      ? "vers cette salle"
                       : anomaly->trainer_idx >= 0 ? "du formateur"
                                                   : "depuis cet établissement";
    return g_strdup_printf("Lieu non situé : les trajets %s comptent 0 km (%s).", what, count);
}

static char *tell_trainer(const CoAnomaly *anomaly)
{
    g_autofree char *count = co_name_count(anomaly->found, "groupe", "groupes");
    return g_strdup_printf("Ce formateur anime %s et n'a pas d'adresse électronique.", count);
}

static char *tell_link(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    const CoModule *module = &context->campaign->modules[anomaly->module_idx];
    return g_strdup_printf("Les convocations n'indiquent pas où se connecter (%s).",
                           co_wording_mode(module->mode));
}

static char *tell_lock(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    static const char *const elements[] = {
        [CO_LOCK_DATE] = "Les dates", [CO_LOCK_ROOM] = "La salle",
        [CO_LOCK_PAIR] = "L'équipe",  [CO_LOCK_MEMBERS] = "La liste des participants",
        [CO_LOCK_ALL] = "Tout",       [CO_LOCK_PERSON] = "La place",
    };
    const CoLock *lock = &context->campaign->locks[anomaly->lock_idx];
    int person_idx = lock->kind == CO_LOCK_PERSON && *lock->value != '\0'
                         ? co_campaign_find_person(context->campaign, lock->value)
                         : -1;
    g_autofree char *name = co_name_person_to_others(context->campaign, person_idx);
    const char *gone = anomaly->group_idx < 0 ? " Ce groupe n'est pas dans le plan." : "";
    return g_strdup_printf("%s%s%s : comme au plan publié.%s", elements[lock->kind],
                           *name != '\0' ? " de " : "", name, gone);
}

static char *sentence_of(const CoOutputContext *context, const CoAnomaly *anomaly)
{
    switch (anomaly->kind) {
    case CO_ANOMALY_VALUES_DIFFER:
        return g_strdup("Le plan annonce des valeurs, ou des personnes sans place, que le contrôle "
                        "ne retrouve pas.");
    case CO_ANOMALY_NOTICE_SHORT:
        return tell_notice(anomaly);
    case CO_ANOMALY_AFTER_CUTOVER:
        return tell_cutover(anomaly);
    case CO_ANOMALY_ANSWER_MISSING:
        return g_strdup("L'établissement n'a pas répondu à l'enquête : son besoin est inconnu.");
    case CO_ANOMALY_PEOPLE_UNNAMED:
        return tell_unnamed(context, anomaly);
    case CO_ANOMALY_SEATS_RESERVED:
        return tell_reserved(context, anomaly);
    case CO_ANOMALY_PEOPLE_WITHOUT_EMAIL:
        return tell_without_email(context, anomaly);
    case CO_ANOMALY_TRAINER_WITHOUT_EMAIL:
        return tell_trainer(anomaly);
    case CO_ANOMALY_OTP_MISSING:
    case CO_ANOMALY_RIGHT_MISSING:
        return tell_access(context, anomaly);
    case CO_ANOMALY_STAFF_UNKNOWN:
        return tell_staff(anomaly);
    case CO_ANOMALY_PLACE_UNKNOWN:
        return tell_place(anomaly);
    case CO_ANOMALY_LINK_MISSING:
        return tell_link(context, anomaly);
    case CO_ANOMALY_RATE_MISSING:
        return g_strdup("Les heures des formateurs comptent pour 0 € dans le coût du plan.");
    case CO_ANOMALY_ORGANIZER_MISSING:
        return g_strdup("Les messages n'ont pas d'expéditeur.");
    case CO_ANOMALY_LOCK:
        return tell_lock(context, anomaly);
    case CO_ANOMALY_UNPLACED:
    case CO_ANOMALY_RULE_BROKEN:
    case CO_ANOMALY_N_KINDS:
        break;
    }
    return g_strdup("");
}

void co_anomaly_tell(const CoOutputContext *context, CoAnomaly *anomaly)
{
    g_return_if_fail(context != NULL && anomaly != NULL);
    anomaly->object = object_of(context, anomaly);
    anomaly->where = where_of(context, anomaly);
    anomaly->sentence = sentence_of(context, anomaly);
    anomaly->remedy = g_strdup(kinds[anomaly->kind].remedy);
}

/* @return (transfer full) words that stand beside a name, as a sentence of their own */
static char *as_sentence(const char *words)
{
    const char *rest = g_utf8_next_char(words);
    g_autofree char *first = g_utf8_strup(words, rest - words);
    return g_strdup_printf("%s%s.", first, rest);
}

void co_anomaly_tell_unplaced(const CoOutputContext *context, CoAnomaly *anomaly,
                              const CoUnplaced *unplaced)
{
    g_return_if_fail(context != NULL && anomaly != NULL && unplaced != NULL);
    g_autofree char *reason =
        co_wording_unplaced_reason(context->campaign, context->plan, unplaced);
    g_autofree char *remedy =
        co_wording_unplaced_remedy(context->campaign, context->plan, unplaced);
    anomaly->object = object_of(context, anomaly);
    anomaly->where = where_of(context, anomaly);
    anomaly->sentence = as_sentence(reason);
    anomaly->remedy = as_sentence(remedy);
}

/* @return whether the sentence of a violation would give away when somebody is not available */
static bool tells_dates(const CoViolation *violation)
{
    return violation->breach == CO_BREACH_MEMBER_UNAVAILABLE ||
           violation->breach == CO_BREACH_TRAINER_UNAVAILABLE;
}

void co_anomaly_tell_violation(const CoOutputContext *context, CoAnomaly *anomaly,
                               const CoViolation *violation)
{
    g_return_if_fail(context != NULL && anomaly != NULL && violation != NULL);
    anomaly->object = object_of(context, anomaly);
    anomaly->where = where_of(context, anomaly);
    if (tells_dates(violation))
        anomaly->sentence =
            g_strdup(violation->person_idx >= 0 ? "Un participant a une indisponibilité."
                                                : "Un formateur a une indisponibilité.");
    else
        anomaly->sentence = co_wording_violation(context->campaign, context->plan, violation);
    anomaly->remedy = g_strdup(kinds[anomaly->kind].remedy);
}
