/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "readiness_view.h"

#include <string.h>

#include "problems_view.h"
#include "session.h"
#include "cohorte/wording.h"

/* Holds a role and its figures together. */
#define NBSP "\xc2\xa0"

enum { LABEL_WIDTH = 11, TYPE_WIDTH = 26, PATH_WIDTH = 20, MOST_CAPACITIES = 12 };

char *co_readiness_counts(const CoReadiness *readiness)
{
    g_return_val_if_fail(readiness != NULL, NULL);
    g_autofree char *errors = co_french_count(readiness->n_of_severity[CO_SEVERITY_ERROR],
                                              "point bloquant", "points bloquants");
    return g_strdup_printf("%s, %d à régler, %d à savoir", errors,
                           readiness->n_of_severity[CO_SEVERITY_WARNING],
                           readiness->n_of_severity[CO_SEVERITY_NOTICE]);
}

static void section(const CoTerminal *terminal, const char *title)
{
    co_terminal_print(terminal, "\n");
    co_terminal_styled(terminal, CO_STYLE_STRONG, title);
    co_terminal_print(terminal, "\n");
}

static const char *wave_code(const CoCampaign *campaign, int wave_idx)
{
    return wave_idx < 0 ? "" : campaign->waves[wave_idx].code;
}

static char *rate_text(int n_answered, int n_expected)
{
    g_autofree char *rate = co_wording_percent((double)n_answered / MAX(n_expected, 1));
    return g_strdup_printf("%d sur %d (%s)", n_answered, n_expected, rate);
}

/* ---- answers ---- */

static void show_rate(const CoTerminal *terminal, const char *label, int n_answered, int n_expected)
{
    g_autofree char *text = rate_text(n_answered, n_expected);
    g_autofree char *safe = co_terminal_safe(label, TYPE_WIDTH - 2);
    co_terminal_print(terminal, "  ");
    co_terminal_cell(terminal, CO_STYLE_PLAIN, safe, TYPE_WIDTH);
    co_terminal_wrapped(terminal, text, TYPE_WIDTH + 2, TYPE_WIDTH + 2);
}

static void show_answers(const CoTerminal *terminal, const CoReadinessContext *context)
{
    const CoReadiness *readiness = context->readiness;
    int n_answered = 0, n_expected = 0;
    section(terminal, "Réponses");
    for (int i = 0; i < readiness->n_rates; i++) {
        const CoAnswerRate *rate = &readiness->rates[i];
        const char *wave = wave_code(context->campaign, rate->wave_idx);
        g_autofree char *label =
            g_strdup_printf("%s%s%s", wave, *wave != '\0' ? ", " : "", co_wording_type(rate->type));
        show_rate(terminal, label, rate->n_answered, rate->n_expected);
        n_answered += rate->n_answered;
        n_expected += rate->n_expected;
    }
    show_rate(terminal, "ensemble", n_answered, n_expected);
}

/* ---- findings ---- */

static void show_finding(const CoTerminal *terminal, const CoReadinessContext *context,
                         const CoFinding *finding)
{
    g_autofree char *subject = co_wording_finding_subject(context->campaign, finding);
    g_autofree char *sentence = co_wording_finding(context->campaign, context->readiness, finding);
    g_autofree char *remedy =
        co_wording_finding_remedy(context->campaign, context->readiness, finding);
    g_autofree char *whole = g_strdup_printf("%s : %s", subject, sentence);
    co_terminal_cell(terminal, co_severity_style(finding->severity),
                     co_wording_finding_severity(finding->severity), LABEL_WIDTH);
    co_terminal_wrapped(terminal, whole, LABEL_WIDTH, LABEL_WIDTH);
    if (*remedy == '\0')
        return;
    static const char label[] = "À faire : ";
    co_terminal_print(terminal, "%*s", LABEL_WIDTH, "");
    co_terminal_styled(terminal, CO_STYLE_FAINT, label);
    co_terminal_wrapped(terminal, remedy, LABEL_WIDTH + co_display_width(label), LABEL_WIDTH);
}

static void show_findings(const CoTerminal *terminal, const CoReadinessContext *context)
{
    section(terminal, "Points à régler, le plus grave d'abord");
    if (context->readiness->n_findings == 0)
        co_terminal_print(terminal, "  Aucun.\n");
    for (int i = 0; i < context->readiness->n_findings; i++)
        show_finding(terminal, context, &context->readiness->findings[i]);
}

/* ---- capacities ---- */

static char *capacity_text(const CoCapacity *capacity)
{
    g_autofree char *persons = co_french_count(capacity->n_persons, "personne", "personnes");
    g_autofree char *needed =
        co_french_count(capacity->needed, "groupe nécessaire", "groupes nécessaires");
    return g_strdup_printf("%s, %s, %d au mieux ; limite : %s", persons, needed, capacity->possible,
                           co_wording_limit(capacity->limit));
}

/* "à la fois, au mieux : 12/11 4, 18/11 3" */
static char *weeks_text(const CoCapacity *capacity)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < capacity->n_weeks; i++) {
        const CoCapacityWeek *week = &capacity->weeks[i];
        int month, day;
        co_day_to_ymd(week->monday, NULL, &month, &day);
        g_string_append_printf(text, "%s%02d/%02d" NBSP ":" NBSP "%d",
                               text->len > 0 ? ", " : "à la fois, semaine du ", day, month,
                               week->at_once);
    }
    return g_string_free(text, FALSE);
}

static void show_capacity(const CoTerminal *terminal, const CoCampaign *campaign,
                          const CoCapacity *capacity)
{
    g_autofree char *label = co_wording_capacity_path(campaign, capacity);
    g_autofree char *safe = co_terminal_safe(label, PATH_WIDTH - 2);
    g_autofree char *text = capacity_text(capacity);
    g_autofree char *weeks = weeks_text(capacity);
    co_terminal_print(terminal, "  ");
    co_terminal_cell(terminal,
                     capacity->needed > capacity->possible ? CO_STYLE_RED : CO_STYLE_PLAIN, safe,
                     PATH_WIDTH);
    co_terminal_wrapped(terminal, text, PATH_WIDTH + 2, PATH_WIDTH + 2);
    if (*weeks == '\0')
        return;
    co_terminal_print(terminal, "%*s", PATH_WIDTH + 2, "");
    co_terminal_wrapped(terminal, weeks, PATH_WIDTH + 2, PATH_WIDTH + 2);
}

/* Many academies would fill screens with means that suffice. */
static bool is_shown(const CoReadiness *readiness, const CoCapacity *capacity)
{
    return readiness->n_capacities <= MOST_CAPACITIES || capacity->needed >= capacity->possible;
}

static void show_capacities(const CoTerminal *terminal, const CoReadinessContext *context)
{
    const CoReadiness *readiness = context->readiness;
    int n_hidden = 0;
    section(terminal, "Moyens et besoins par parcours (au mieux)");
    for (int i = 0; i < readiness->n_capacities; i++) {
        const CoCapacity *capacity = &readiness->capacities[i];
        if (is_shown(readiness, capacity))
            show_capacity(terminal, context->campaign, capacity);
        else
            n_hidden++;
    }
    if (n_hidden == 0)
        return;
    g_autofree char *hidden = co_french_count(n_hidden, "parcours", "parcours");
    g_autofree char *text = g_strdup_printf(
        "%s d'une académie ont des moyens de reste, au mieux ; --sortie les montre tous.", hidden);
    co_terminal_print(terminal, "  ");
    co_terminal_wrapped(terminal, text, 2, 2);
}

/* ---- needs ---- */

static bool is_same_kind(const CoNeedProfile *a, const CoNeedProfile *b)
{
    return a->type == b->type && a->size == b->size;
}

static void append_profile(GString *text, const CoCampaign *campaign, const CoNeedProfile *profile)
{
    g_autofree char *median = co_wording_half(profile->median_x2);
    g_string_append_printf(text, "%s%s" NBSP "%s" NBSP "(%d" NBSP "à" NBSP "%d)",
                           text->len > 0 ? ", " : "", campaign->roles[profile->role_idx].code,
                           median, profile->least, profile->most);
}

static void show_needs(const CoTerminal *terminal, const CoReadinessContext *context)
{
    const CoReadiness *readiness = context->readiness;
    section(terminal, "Besoins déclarés : médiane (du moins au plus)");
    for (int i = 0; i < readiness->n_profiles;) {
        const CoNeedProfile *first = &readiness->profiles[i];
        g_autoptr(GString) text = g_string_new(NULL);
        g_autofree char *label =
            g_strdup_printf("%s, %s (%d)", co_wording_type(first->type),
                            co_wording_size(first->size), first->n_establishments);
        for (; i < readiness->n_profiles && is_same_kind(first, &readiness->profiles[i]); i++)
            append_profile(text, context->campaign, &readiness->profiles[i]);
        g_autofree char *safe = co_terminal_safe(label, 0);
        int column = co_display_width(safe) + 5;
        co_terminal_print(terminal, "  %s : ", safe);
        co_terminal_wrapped(terminal, text->str, column, 4);
    }
}

void co_readiness_show(const CoTerminal *terminal, const CoReadinessContext *context)
{
    g_return_if_fail(terminal != NULL && context != NULL);
    const char *name = context->campaign->parameters.name;
    co_terminal_styled(terminal, CO_STYLE_STRONG, "Qualité des données avant planification");
    co_terminal_print(terminal, "\n");
    if (*name != '\0')
        co_terminal_wrapped(terminal, name, 0, 0);
    show_answers(terminal, context);
    show_findings(terminal, context);
    show_capacities(terminal, context);
    show_needs(terminal, context);
    g_autofree char *counts = co_readiness_counts(context->readiness);
    co_terminal_print(terminal, "\n");
    co_terminal_styled(terminal, CO_STYLE_STRONG, counts);
    co_terminal_print(terminal, "\n");
}

/* ---- for programs ---- */

static const char *finding_key(CoFindingKind kind)
{
    static const char *const keys[CO_FINDING_KIND_END] = {
        [CO_FINDING_PATH_WITHOUT_ROLE] = "parcours_sans_fonction",
        [CO_FINDING_ROLE_WITHOUT_PATH] = "fonction_sans_parcours",
        [CO_FINDING_PATH_WITHOUT_DATE] = "parcours_sans_date",
        [CO_FINDING_PATH_WITHOUT_ROOM] = "parcours_sans_salle",
        [CO_FINDING_PATH_WITHOUT_TRAINER] = "parcours_sans_formateur",
        [CO_FINDING_GROUPS_SHORT] = "groupes_manquants",
        [CO_FINDING_SIZES] = "effectifs",
        [CO_FINDING_SHARED_FM1] = "fm1_partagee",
        [CO_FINDING_SHARED_ROOMS] = "salles_partagees",
        [CO_FINDING_SHARED_TRAINERS] = "formateurs_partages",
        [CO_FINDING_OFFICE_SHORT] = "service_trop_petit",
        [CO_FINDING_OFFICE_WHOLE] = "service_entier",
        [CO_FINDING_PERSON_NEVER_FREE] = "personne_jamais_libre",
        [CO_FINDING_PERSON_WITHOUT_ROOM] = "personne_sans_salle",
        [CO_FINDING_TRAINER_NEVER_FREE] = "formateur_jamais_libre",
        [CO_FINDING_TRAINER_LOAD] = "formateur_charge",
        [CO_FINDING_NEED_OVER_STAFF] = "besoin_au_dessus_de_l_effectif",
        [CO_FINDING_NEED_UNUSUAL] = "besoin_inhabituel",
        [CO_FINDING_ANSWER_MISSING] = "sans_reponse",
        [CO_FINDING_NO_MARGIN] = "sans_marge",
        [CO_FINDING_PATH_WITHOUT_PERSON] = "parcours_sans_personne",
    };
    return keys[kind];
}

static void write_code(CoJson *json, const char *key, int idx, const char *code)
{
    if (idx >= 0)
        co_json_text(json, key, code);
}

static void write_finding(CoJson *json, const CoReadinessContext *context, const CoFinding *finding)
{
    const CoCampaign *campaign = context->campaign;
    g_autofree char *subject = co_wording_finding_subject(campaign, finding);
    g_autofree char *sentence = co_wording_finding(campaign, context->readiness, finding);
    g_autofree char *remedy = co_wording_finding_remedy(campaign, context->readiness, finding);
    int p = finding->path_idx, r = finding->role_idx, e = finding->establishment_idx;
    co_json_begin_object(json, NULL);
    co_json_text(json, "gravite", co_wording_finding_severity(finding->severity));
    co_json_text(json, "nature", finding_key(finding->kind));
    write_code(json, "parcours", p, p < 0 ? NULL : campaign->paths[p].code);
    write_code(json, "role", r, r < 0 ? NULL : campaign->roles[r].code);
    write_code(json, "uai", e, e < 0 ? NULL : campaign->establishments[e].uai);
    if (finding->person_idx >= 0)
        co_json_text(json, "personne", campaign->people[finding->person_idx].id);
    if (finding->trainer_idx >= 0)
        co_json_text(json, "formateur", campaign->trainers[finding->trainer_idx].code);
    co_json_integer(json, "trouve", finding->found);
    co_json_integer(json, "possible", finding->allowed);
    co_json_integer(json, "personnes", finding->n_persons);
    co_json_text(json, "sujet", subject);
    co_json_text(json, "message", sentence);
    co_json_text(json, "remede", remedy);
    co_json_end(json);
}

static void write_rates(CoJson *json, const CoReadinessContext *context)
{
    co_json_begin_array(json, "reponses");
    for (int i = 0; i < context->readiness->n_rates; i++) {
        const CoAnswerRate *rate = &context->readiness->rates[i];
        co_json_begin_object(json, NULL);
        co_json_text(json, "vague", wave_code(context->campaign, rate->wave_idx));
        co_json_text(json, "type", rate->type);
        co_json_integer(json, "attendus", rate->n_expected);
        co_json_integer(json, "repondus", rate->n_answered);
        co_json_end(json);
    }
    co_json_end(json);
}

static void write_weeks(CoJson *json, const CoCapacity *capacity)
{
    co_json_begin_array(json, "semaines");
    for (int i = 0; i < capacity->n_weeks; i++) {
        const CoCapacityWeek *week = &capacity->weeks[i];
        char monday[CO_DAY_ISO_SIZE];
        co_json_begin_object(json, NULL);
        co_json_text(json, "lundi", co_day_to_iso(week->monday, monday));
        co_json_integer(json, "jours", week->n_days);
        if (week->fm1 >= 0)
            co_json_integer(json, "fm1", week->fm1);
        else
            co_json_null(json, "fm1");
        co_json_integer(json, "salles", week->rooms);
        co_json_integer(json, "equipes", week->teams);
        co_json_integer(json, "groupes", week->at_once);
        co_json_end(json);
    }
    co_json_end(json);
}

static void write_capacities(CoJson *json, const CoReadinessContext *context)
{
    const CoCampaign *campaign = context->campaign;
    co_json_begin_array(json, "capacites");
    for (int i = 0; i < context->readiness->n_capacities; i++) {
        const CoCapacity *capacity = &context->readiness->capacities[i];
        int a = capacity->academy_idx;
        co_json_begin_object(json, NULL);
        co_json_text(json, "parcours", campaign->paths[capacity->path_idx].code);
        co_json_text(json, "academie", a < 0 ? NULL : campaign->academies[a].name);
        co_json_integer(json, "personnes", capacity->n_persons);
        co_json_integer(json, "places_par_groupe", capacity->group_size);
        co_json_integer(json, "groupes_necessaires", capacity->needed);
        co_json_integer(json, "groupes_au_mieux", capacity->possible);
        co_json_text(json, "limite", co_wording_limit(capacity->limit));
        co_json_integer(json, "sans_place_au_moins", capacity->n_left);
        write_weeks(json, capacity);
        co_json_end(json);
    }
    co_json_end(json);
}

static void write_needs(CoJson *json, const CoReadinessContext *context)
{
    co_json_begin_array(json, "besoins");
    for (int i = 0; i < context->readiness->n_profiles; i++) {
        const CoNeedProfile *profile = &context->readiness->profiles[i];
        co_json_begin_object(json, NULL);
        co_json_text(json, "type", profile->type);
        co_json_text(json, "taille", co_wording_size(profile->size));
        co_json_text(json, "role", context->campaign->roles[profile->role_idx].code);
        co_json_integer(json, "etablissements", profile->n_establishments);
        co_json_integer(json, "personnes", profile->total);
        co_json_integer(json, "moins", profile->least);
        co_json_number(json, "mediane", profile->median_x2 / 2.0);
        co_json_integer(json, "plus", profile->most);
        co_json_end(json);
    }
    co_json_end(json);
}

static void write_silent(CoJson *json, const CoReadinessContext *context)
{
    const CoCampaign *campaign = context->campaign;
    co_json_begin_array(json, "sans_reponse");
    for (int i = 0; i < context->readiness->n_silent; i++) {
        const CoSilent *silent = &context->readiness->silent[i];
        co_json_begin_object(json, NULL);
        co_json_text(json, "uai", campaign->establishments[silent->establishment_idx].uai);
        co_json_integer(json, "semblables", silent->n_similar);
        co_json_boolean(json, "places_reservees", silent->is_reserved);
        co_json_begin_object(json, "besoin_estime");
        for (int r = 0; r < campaign->n_roles; r++)
            if (silent->n_persons[r] > 0)
                co_json_integer(json, campaign->roles[r].code, silent->n_persons[r]);
        co_json_end(json);
        co_json_end(json);
    }
    co_json_end(json);
}

void co_readiness_write(CoJson *json, const CoReadinessContext *context)
{
    g_return_if_fail(json != NULL && context != NULL);
    const CoReadiness *readiness = context->readiness;
    co_json_integer(json, "bloquants", readiness->n_of_severity[CO_SEVERITY_ERROR]);
    co_json_integer(json, "a_regler", readiness->n_of_severity[CO_SEVERITY_WARNING]);
    co_json_integer(json, "a_savoir", readiness->n_of_severity[CO_SEVERITY_NOTICE]);
    write_rates(json, context);
    co_json_begin_array(json, "points");
    for (int i = 0; i < readiness->n_findings; i++)
        write_finding(json, context, &readiness->findings[i]);
    co_json_end(json);
    write_capacities(json, context);
    write_needs(json, context);
    write_silent(json, context);
}
