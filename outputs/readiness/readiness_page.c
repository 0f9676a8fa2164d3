/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readiness report as one page: no script, no outside file, readable on paper and by a screen
 * reader. Colours double what letters say. */
#include "outputs/words/names.h"
#include "readiness_files.h"
#include "cohorte/wording.h"

static const char style_sheet[] =
    "body{font:16px/1.45 system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;"
    "color:#1f2a37;background:#fff;max-width:72rem;margin:0 auto;padding:1.5rem}\n"
    "header{border-bottom:2px solid #1b3a57;margin-bottom:1.5rem;padding-bottom:.75rem}\n"
    "h1{font-size:1.7rem;line-height:1.2;color:#1b3a57;margin:.2rem 0}\n"
    "h2{font-size:1.2rem;color:#1b3a57;border-bottom:1px solid #aeb6bf;margin:2rem 0 .75rem}\n"
    "p{margin:.4rem 0;max-width:60rem}\n"
    ".faint{color:#4d5864;font-size:.9rem}\n"
    ".wide{overflow-x:auto;padding-right:1px}\n"
    "table{border-collapse:collapse;width:100%;font-size:.93rem}\n"
    "caption{text-align:left;color:#4d5864;font-size:.9rem;padding-bottom:.35rem}\n"
    "th,td{border:1px solid #aeb6bf;padding:.35rem .5rem;text-align:left;vertical-align:top}\n"
    "thead th{background:#dfe6ec;color:#1b3a57}\n"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}\n"
    "tr.short td,tr.short th{background:#fce9d6}\n"
    "tr.total td,tr.total th{font-weight:bold;background:#eef1f4}\n"
    "ul.counts{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0;margin:.8rem 0}\n"
    "ul.counts li{border-left:.35rem solid;padding:.2rem .6rem;white-space:nowrap}\n"
    "li.e{background:#fce9d6}li.w{background:#fdf0c4}li.i{background:#eaf3f9}\n"
    "ol.points{list-style:none;padding:0}\n"
    "ol.points>li{border:1px solid #aeb6bf;border-left:.35rem solid;padding:.5rem .75rem;"
    "margin:.5rem 0;break-inside:avoid}\n"
    "ul.counts>li.e,ol.points>li.e{border-left-color:#d55e00}\n"
    "ul.counts>li.w,ol.points>li.w{border-left-color:#e69f00}\n"
    "ul.counts>li.i,ol.points>li.i{border-left-color:#0072b2}\n"
    "ol.points h3{font-size:1rem;margin:0}\n"
    "@media print{@page{size:A4;margin:14mm}body{font-size:10.5pt;max-width:none;padding:0 2px 0 0}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}.wide{overflow:visible}"
    "table{font-size:8pt}th,td{padding:.12rem .22rem}"
    "h2,h2+p,caption,thead{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-"
    "group}}\n";

/* ---- pieces ---- */

static void append_text(GString *page, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    for (char *c = valid; *c != '\0'; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    g_autofree char *escaped = g_markup_escape_text(valid, -1);
    g_string_append(page, escaped);
}

static void take_text(GString *page, char *text)
{
    append_text(page, text);
    g_free(text);
}

static void append_cell(GString *page, const char *text)
{
    g_string_append(page, "<td>");
    append_text(page, text);
    g_string_append(page, "</td>");
}

static void append_head_cell(GString *page, const char *text)
{
    g_string_append(page, "<th scope=\"row\">");
    append_text(page, text);
    g_string_append(page, "</th>");
}

/* Negative: nothing limits. */
static void append_number(GString *page, int number)
{
    if (number < 0)
        g_string_append(page, "<td class=\"n\">–</td>");
    else
        g_string_append_printf(page, "<td class=\"n\">%d</td>", number);
}

static void take_number(GString *page, char *text)
{
    g_string_append(page, "<td class=\"n\">");
    take_text(page, text);
    g_string_append(page, "</td>");
}

/* @param columns  NULL-terminated; those that begin with '#' hold numbers */
static void open_table(GString *page, const char *caption, const char *const *columns)
{
    g_string_append(page, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    append_text(page, caption);
    g_string_append(page, "\"><table><caption>");
    append_text(page, caption);
    g_string_append(page, "</caption>\n<thead><tr>");
    for (int i = 0; columns[i] != NULL; i++) {
        bool is_number = *columns[i] == '#';
        g_string_append_printf(page, "<th scope=\"col\"%s>", is_number ? " class=\"n\"" : "");
        append_text(page, columns[i] + (is_number ? 1 : 0));
        g_string_append(page, "</th>");
    }
    g_string_append(page, "</tr></thead>\n<tbody>\n");
}

static void close_table(GString *page)
{
    g_string_append(page, "</tbody></table></div>\n");
}

static void append_section(GString *page, const char *title, const char *remark)
{
    g_string_append(page, "<h2>");
    append_text(page, title);
    g_string_append(page, "</h2>\n");
    if (*remark == '\0')
        return;
    g_string_append(page, "<p class=\"faint\">");
    append_text(page, remark);
    g_string_append(page, "</p>\n");
}

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
        take_text(page, co_name_academy(campaign->academies[a].name));
    }
}

static void append_count(GString *page, const CoReadiness *readiness, CoSeverity severity)
{
    int n = readiness->n_of_severity[severity];
    g_string_append_printf(page, "<li class=\"%s\">%d ", class_of(severity), n);
    append_text(page, co_wording_finding_severity(severity));
    /* "à régler" and "à savoir" have no plural. */
    g_string_append(page, severity == CO_SEVERITY_ERROR && n > 1 ? "s</li>\n" : "</li>\n");
}

static void append_head(GString *page, const CoReadinessContext *context)
{
    const CoCampaign *campaign = context->campaign;
    g_autofree char *day = co_wording_day_long(campaign->parameters.convocation_day);
    g_string_append(page, "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                          "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\"/>\n<title>Qualité des données – ");
    append_text(page, campaign->parameters.name);
    g_string_append_printf(page, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n",
                           style_sheet);
    g_string_append(page, "<p class=\"faint\">");
    append_academies(page, campaign);
    g_string_append(page, "</p>\n<h1>Qualité des données avant planification</h1>\n<p>");
    append_text(page, campaign->parameters.name);
    g_string_append_printf(page, "%s%s</p>\n</header>\n<main>\n",
                           *day != '\0' ? " – établi pour le " : "", day);
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
    append_text(page, co_wording_finding_severity(finding->severity));
    g_string_append(page, " – ");
    take_text(page, co_wording_finding_subject(campaign, finding));
    g_string_append(page, "</h3><p>");
    take_text(page, co_wording_finding(campaign, context->readiness, finding));
    g_string_append(page, "</p>");
    if (*remedy != '\0') {
        g_string_append(page, "<p><strong>À faire :</strong> ");
        append_text(page, remedy);
        g_string_append(page, "</p>");
    }
    g_string_append(page, "</li>\n");
}

static void append_findings(GString *page, const CoReadinessContext *context)
{
    append_section(page, "Points à régler, le plus grave d'abord",
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
    append_head_cell(page, wave);
    append_cell(page, co_wording_type(rate->type));
    append_number(page, rate->n_answered);
    append_number(page, rate->n_expected);
    take_number(page, co_wording_percent((double)rate->n_answered / MAX(rate->n_expected, 1)));
    g_string_append(page, "</tr>\n");
}

static void append_answers(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {"Vague",     "Type",  "#Ont répondu",
                                          "#Attendus", "#Taux", NULL};
    CoAnswerRate all = {.type = "tous types"};
    append_section(page, "Réponses",
                   "A répondu : un établissement dont une réponse est retenue, ou que la table "
                   "besoins nomme.");
    open_table(page, "Taux de réponse par vague et par type", columns);
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
    close_table(page);
}

static void append_capacity(GString *page, const CoCampaign *campaign, const CoCapacity *capacity)
{
    g_autofree char *name = co_wording_capacity_path(campaign, capacity);
    bool is_short = capacity->needed > capacity->possible;
    g_string_append(page, is_short ? "<tr class=\"short\">" : "<tr>");
    append_head_cell(page, name);
    append_number(page, capacity->n_persons);
    append_number(page, capacity->group_size);
    append_number(page, capacity->needed);
    append_number(page, capacity->possible);
    append_number(page, MAX(capacity->needed - capacity->possible, 0));
    append_number(page, capacity->by_rooms);
    append_number(page, capacity->by_teams);
    append_number(page, capacity->by_load);
    append_number(page, capacity->by_fm1);
    append_number(page, capacity->by_count);
    append_cell(page, co_wording_limit(capacity->limit));
    g_string_append(page, "</tr>\n");
}

static void append_capacities(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {
        "Parcours",    "#Personnes",    "#Places par groupe", "#Groupes nécessaires",
        "#Au mieux",   "#Il en manque", "#par salles",        "#par formateurs",
        "#par charge", "#par FM1",      "#limite fixée",      "Ce qui limite",
        NULL};
    append_section(page, "Moyens et besoins par parcours",
                   "Chaque colonne « par » donne le plus grand nombre de groupes que ce moyen "
                   "porterait s'il était seul à compter et si aucun autre parcours n'en voulait ; "
                   "un tiret : il ne limite pas.");
    open_table(page, "Groupes nécessaires et groupes possibles au mieux", columns);
    for (int i = 0; i < context->readiness->n_capacities; i++)
        append_capacity(page, context->campaign, &context->readiness->capacities[i]);
    close_table(page);
}

static void append_week(GString *page, const char *name, const CoCapacityWeek *week)
{
    g_string_append(page, "<tr>");
    append_head_cell(page, name);
    g_string_append(page, "<td>");
    take_text(page, co_wording_day_short(week->monday));
    g_string_append(page, "</td>");
    append_number(page, week->n_days);
    append_number(page, week->fm1);
    append_number(page, week->rooms);
    append_number(page, week->teams);
    append_number(page, week->at_once);
    g_string_append(page, "</tr>\n");
}

static void append_weeks(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {"Parcours",           "Semaine du",
                                          "#Jours possibles",   "#Groupes en FM1",
                                          "#Salles libres",     "#Équipes de formateurs",
                                          "#Groupes à la fois", NULL};
    append_section(page, "Semaine par semaine",
                   "La meilleure demi-journée de la semaine, pour ce parcours seul.");
    open_table(page, "Moyens au mieux par parcours et par semaine", columns);
    for (int i = 0; i < context->readiness->n_capacities; i++) {
        const CoCapacity *capacity = &context->readiness->capacities[i];
        g_autofree char *name = co_wording_capacity_path(context->campaign, capacity);
        for (int w = 0; w < capacity->n_weeks; w++)
            append_week(page, name, &capacity->weeks[w]);
    }
    close_table(page);
}

static void append_profile(GString *page, const CoCampaign *campaign, const CoNeedProfile *profile)
{
    g_string_append(page, "<tr>");
    append_head_cell(page, co_wording_type(profile->type));
    append_cell(page, co_wording_size(profile->size));
    append_cell(page, campaign->roles[profile->role_idx].code);
    append_number(page, profile->n_establishments);
    append_number(page, profile->total);
    append_number(page, profile->least);
    take_number(page, co_wording_half(profile->median_x2));
    append_number(page, profile->most);
    g_string_append(page, "</tr>\n");
}

static void append_needs(GString *page, const CoReadinessContext *context)
{
    static const char *const columns[] = {"Type",       "Service",   "Fonction", "#Établissements",
                                          "#Personnes", "#Le moins", "#Médiane", "#Le plus",
                                          NULL};
    append_section(page, "Besoins déclarés",
                   "Par établissement ayant répondu, personnes déjà formées et places réservées "
                   "non comprises ; une personne à deux fonctions compte pour la première.");
    open_table(page, "Besoins par type et taille d'établissement et par fonction", columns);
    for (int i = 0; i < context->readiness->n_profiles; i++)
        append_profile(page, context->campaign, &context->readiness->profiles[i]);
    close_table(page);
}

static void append_silent(GString *page, const CoCampaign *campaign, const CoSilent *silent)
{
    g_autoptr(CoReminder) reminder = co_reminder_new(campaign, silent);
    g_string_append(page, "<tr>");
    append_head_cell(page, reminder->uai);
    append_cell(page, reminder->name);
    append_cell(page, co_wording_type(reminder->type));
    append_cell(page, reminder->commune);
    append_cell(page, reminder->email);
    append_cell(page, reminder->wave);
    append_cell(page, reminder->expected);
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
    append_section(page, "Établissements à relancer", remark);
    if (context->readiness->n_silent == 0) {
        g_string_append(page, "<p>Aucun : tous ont répondu.</p>\n");
        return;
    }
    open_table(page, "Établissements sans réponse", columns);
    for (int i = 0; i < context->readiness->n_silent; i++)
        append_silent(page, context->campaign, &context->readiness->silent[i]);
    close_table(page);
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
    g_string_append(page, "</main>\n</body>\n</html>\n");
    return g_string_free(page, FALSE);
}
