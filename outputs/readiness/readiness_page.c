/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readiness report as one page: no script, no outside file, readable on paper and by a screen
 * reader. Colours double what letters say. */
#include "outputs/kit/html.h"
#include "outputs/words/names.h"
#include "readiness_files.h"
#include "cohorte/wording.h"

static const char *class_of(CoSeverity severity)
{
    switch (severity) {
    case CO_SEVERITY_ERROR:
        return "e";
    case CO_SEVERITY_WARNING:
        return "w";
    case CO_SEVERITY_NOTICE:
        break;
    }
    return "i";
}

/* ---- head ---- */

static void append_academies(GString *page, const CoCampaign *campaign)
{
    for (int a = 0; a < campaign->n_academies; a++) {
        g_string_append(page, a > 0 ? ", " : "");
        co_html_take_text(page, co_name_academy(campaign->academies[a].name));
    }
}

static void append_count(GString *page, const CoReadiness *readiness, CoSeverity severity)
{
    int n = readiness->n_of_severity[severity];
    g_string_append_printf(page, "<li class=\"%s\">%d ", class_of(severity), n);
    co_html_text(page, co_wording_finding_severity(severity));
    /* "à régler" and "à savoir" have no plural. */
    g_string_append(page, severity == CO_SEVERITY_ERROR && n > 1 ? "s</li>\n" : "</li>\n");
}

static void append_head(GString *page, const CoReadinessContext *context)
{
    const CoCampaign *campaign = context->campaign;
    g_autofree char *day = co_wording_day_long(campaign->parameters.convocation_day);
    g_autofree char *title = g_strconcat("Qualité des données – ", campaign->parameters.name, NULL);
    co_html_open(page, title, "");
    g_string_append(page, "<p class=\"faint\">");
    append_academies(page, campaign);
    g_string_append(page, "</p>\n<h1>Qualité des données avant planification</h1>\n<p>");
    co_html_text(page, campaign->parameters.name);
    g_string_append_printf(page, "%s%s</p>\n", *day != '\0' ? " – établi pour le " : "", day);
    co_html_open_main(page);
    g_string_append(page, "<ul class=\"counts\">\n");
    append_count(page, context->readiness, CO_SEVERITY_ERROR);
    append_count(page, context->readiness, CO_SEVERITY_WARNING);
    append_count(page, context->readiness, CO_SEVERITY_NOTICE);
    g_string_append(page, "</ul>\n");
}

/* ---- sections ---- */

static void append_finding(GString *page, const CoReadinessContext *context,
                           const CoFinding *finding)
{
    const CoCampaign *campaign = context->campaign;
    const char *class = class_of(finding->severity);
    g_autofree char *remedy = co_wording_finding_remedy(campaign, context->readiness, finding);
    g_string_append_printf(page, "<li class=\"%s\"><h3>", class);
    co_html_text(page, co_wording_finding_severity(finding->severity));
    g_string_append(page, " – ");
    co_html_take_text(page, co_wording_finding_subject(campaign, finding));
    g_string_append(page, "</h3><p>");
    co_html_take_text(page, co_wording_finding(campaign, context->readiness, finding));
    g_string_append(page, "</p>");
    if (*remedy != '\0') {
        g_string_append(page, "<p><strong>À faire :</strong> ");
        co_html_text(page, remedy);
        g_string_append(page, "</p>");
    }
    g_string_append(page, "</li>\n");
}

static void append_findings(GString *page, const CoReadinessContext *context)
{
    co_html_section(page, NULL, "Points à régler, le plus grave d'abord",
                    "Bloquant : quelqu'un reste sans place dans tout plan. Les capacités sont "
                    "calculées au mieux : un manque annoncé est certain, l'absence de manque ne "
                    "promet pas un plan.");
    if (context->readiness->n_findings == 0) {
        g_string_append(page, "<p>Aucun.</p>\n");
        return;
    }
    g_string_append(page, "<ol class=\"points\">\n");
    for (int i = 0; i < context->readiness->n_findings; i++)
        append_finding(page, context, &context->readiness->findings[i]);
    g_string_append(page, "</ol>\n");
}

static void append_rate(GString *page, const char *wave, const CoAnswerRate *rate)
{
    co_html_head_cell(page, wave);
    co_html_cell(page, co_wording_type(rate->type));
    co_html_number(page, rate->n_answered);
    co_html_number(page, rate->n_expected);
    co_html_take_number(page,
                        co_wording_percent((double)rate->n_answered / MAX(rate->n_expected, 1)));
    g_string_append(page, "</tr>\n");
}

static void append_answers(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {"Vague",     "Type",  "#Ont répondu",
                                          "#Attendus", "#Taux", NULL};
    CoAnswerRate all = {.type = "tous types"};
    co_html_section(page, NULL, "Réponses",
                    "A répondu : un établissement dont une réponse est retenue, ou que la table "
                    "besoins nomme.");
    co_html_open_table(page, "Taux de réponse par vague et par type", columns);
    for (int i = 0; i < context->readiness->n_rates; i++) {
        const CoAnswerRate *rate = &context->readiness->rates[i];
        int w = rate->wave_idx;
        g_string_append(page, "<tr>");
        append_rate(page, w < 0 ? "" : context->campaign->waves[w].code, rate);
        all.n_answered += rate->n_answered;
        all.n_expected += rate->n_expected;
    }
    g_string_append(page, "<tr class=\"total\">");
    append_rate(page, "Ensemble", &all);
    co_html_close_table(page);
}

static void append_capacity(GString *page, const CoCampaign *campaign, const CoCapacity *capacity)
{
    g_autofree char *name = co_wording_capacity_path(campaign, capacity);
    bool is_short = capacity->needed > capacity->possible;
    g_string_append(page, is_short ? "<tr class=\"short\">" : "<tr>");
    co_html_head_cell(page, name);
    co_html_number(page, capacity->n_persons);
    co_html_number(page, capacity->group_size);
    co_html_number(page, capacity->needed);
    co_html_number(page, capacity->possible);
    co_html_number(page, MAX(capacity->needed - capacity->possible, 0));
    co_html_number(page, capacity->by_rooms);
    co_html_number(page, capacity->by_teams);
    co_html_number(page, capacity->by_load);
    co_html_number(page, capacity->by_fm1);
    co_html_number(page, capacity->by_count);
    co_html_cell(page, co_wording_limit(capacity->limit));
    g_string_append(page, "</tr>\n");
}

static void append_capacities(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {
        "Parcours",    "#Personnes",    "#Places par groupe", "#Groupes nécessaires",
        "#Au mieux",   "#Il en manque", "#par salles",        "#par formateurs",
        "#par charge", "#par FM1",      "#limite fixée",      "Ce qui limite",
        NULL};
    co_html_section(page, NULL, "Moyens et besoins par parcours",
                    "Chaque colonne « par » donne le plus grand nombre de groupes que ce moyen "
                    "porterait s'il était seul à compter et si aucun autre parcours n'en voulait ; "
                    "un tiret : il ne limite pas.");
    co_html_open_table(page, "Groupes nécessaires et groupes possibles au mieux", columns);
    for (int i = 0; i < context->readiness->n_capacities; i++)
        append_capacity(page, context->campaign, &context->readiness->capacities[i]);
    co_html_close_table(page);
}

static void append_week(GString *page, const char *name, const CoCapacityWeek *week)
{
    g_string_append(page, "<tr>");
    co_html_head_cell(page, name);
    co_html_take_cell(page, co_wording_day_short(week->monday));
    co_html_number(page, week->n_days);
    co_html_number(page, week->fm1);
    co_html_number(page, week->rooms);
    co_html_number(page, week->teams);
    co_html_number(page, week->at_once);
    g_string_append(page, "</tr>\n");
}

static void append_weeks(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {"Parcours",           "Semaine du",
                                          "#Jours possibles",   "#Groupes en FM1",
                                          "#Salles libres",     "#Équipes de formateurs",
                                          "#Groupes à la fois", NULL};
    co_html_section(page, NULL, "Semaine par semaine",
                    "La meilleure demi-journée de la semaine, pour ce parcours seul.");
    co_html_open_table(page, "Moyens au mieux par parcours et par semaine", columns);
    for (int i = 0; i < context->readiness->n_capacities; i++) {
        const CoCapacity *capacity = &context->readiness->capacities[i];
        g_autofree char *name = co_wording_capacity_path(context->campaign, capacity);
        for (int w = 0; w < capacity->n_weeks; w++)
            append_week(page, name, &capacity->weeks[w]);
    }
    co_html_close_table(page);
}

static void append_profile(GString *page, const CoCampaign *campaign, const CoNeedProfile *profile)
{
    g_string_append(page, "<tr>");
    co_html_head_cell(page, co_wording_type(profile->type));
    co_html_cell(page, co_wording_size(profile->size));
    co_html_cell(page, campaign->roles[profile->role_idx].code);
    co_html_number(page, profile->n_establishments);
    co_html_number(page, profile->total);
    co_html_number(page, profile->least);
    co_html_take_number(page, co_wording_half(profile->median_x2));
    co_html_number(page, profile->most);
    g_string_append(page, "</tr>\n");
}

static void append_needs(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {"Type",       "Service",   "Fonction", "#Établissements",
                                          "#Personnes", "#Le moins", "#Médiane", "#Le plus",
                                          NULL};
    co_html_section(page, NULL, "Besoins déclarés",
                    "Par établissement ayant répondu, personnes déjà formées et places réservées "
                    "non comprises ; une personne à deux fonctions compte pour la première.");
    co_html_open_table(page, "Besoins par type et taille d'établissement et par fonction", columns);
    for (int i = 0; i < context->readiness->n_profiles; i++)
        append_profile(page, context->campaign, &context->readiness->profiles[i]);
    co_html_close_table(page);
}

static void append_silent(GString *page, const CoCampaign *campaign, const CoSilent *silent)
{
    g_autoptr(CoReminder) reminder = co_reminder_new(campaign, silent);
    g_string_append(page, "<tr>");
    co_html_head_cell(page, reminder->uai);
    co_html_cell(page, reminder->name);
    co_html_cell(page, co_wording_type(reminder->type));
    co_html_cell(page, reminder->commune);
    co_html_cell(page, reminder->email);
    co_html_cell(page, reminder->wave);
    co_html_cell(page, reminder->expected);
    g_string_append(page, "</tr>\n");
}

static void append_reminders(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {"UAI",      "Établissement", "Type",          "Commune",
                                          "Courriel", "Vague",         "Besoin estimé", NULL};
    g_autofree char *day = co_wording_day_long(context->answer_by);
    g_autofree char *remark = g_strdup_printf(
        "Le besoin est une estimation : la moyenne, arrondie, d'établissements semblables qui ont "
        "répondu.%s%s%s",
        *day != '\0' ? " Réponse attendue au plus tard le " : "", day, *day != '\0' ? "." : "");
    co_html_section(page, NULL, "Établissements à relancer", remark);
    if (context->readiness->n_silent == 0) {
        g_string_append(page, "<p>Aucun : tous ont répondu.</p>\n");
        return;
    }
    co_html_open_table(page, "Établissements sans réponse", columns);
    for (int i = 0; i < context->readiness->n_silent; i++)
        append_silent(page, context->campaign, &context->readiness->silent[i]);
    co_html_close_table(page);
}

char *co_readiness_page(const CoReadinessContext *context)
{
    g_return_val_if_fail(context != NULL, NULL);
    GString *page = g_string_new(NULL);
    append_head(page, context);
    append_findings(page, context);
    append_answers(page, context);
    append_capacities(page, context);
    append_weeks(page, context);
    append_needs(page, context);
    append_reminders(page, context);
    co_html_close(page);
    return g_string_free(page, FALSE);
}
