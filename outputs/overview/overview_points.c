/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has no group, why, and the cheapest change that would give them one; what else a planner
 * should know, from the list that anomalies.xlsx shows. */
#include "outputs/committee/anomalies.h"
#include "outputs/kit/html.h"
#include "outputs/words/names.h"
#include "overview.h"
#include "cohorte/readiness_report.h"
#include "cohorte/wording.h"

#define MOST_OPEN 30 /* rows of a part that is shown unfolded */

static char *school_text(const CoCampaign *campaign, int establishment_idx)
{
    const CoEstablishment *school = &campaign->establishments[establishment_idx];
    g_autofree char *name = co_name_establishment(campaign, establishment_idx);
    return g_strdup_printf("%s%s%s (%s)", name, *school->place.commune != '\0' ? ", " : "",
                           school->place.commune, school->uai);
}

static void append_unplaced(GString *page, const CoOverview *overview, const CoUnplaced *unplaced)
{
    const CoCampaign *campaign = overview->campaign;
    const CoPerson *person = &campaign->people[unplaced->person_idx];
    g_autofree char *name = co_name_person_to_others(campaign, unplaced->person_idx);
    const char *path = person->path_idx < 0 ? "" : campaign->paths[person->path_idx].code;
    g_string_append(page, "<tr>");
    co_html_head_cell(page, name);
    co_html_take_cell(page, school_text(campaign, person->establishment_idx));
    co_html_take_cell(page, co_name_role_codes(campaign, person));
    co_html_cell(page, path);
    co_html_take_cell(page, co_wording_unplaced_reason(campaign, overview->plan, unplaced));
    co_html_take_cell(page, co_wording_unplaced_remedy(campaign, overview->plan, unplaced));
    g_string_append(page, "</tr>\n");
}

void co_overview_unplaced(GString *page, const CoOverview *overview)
{
    static const char *const columns[] = {"Personne", "Établissement", "Fonction", "Parcours",
                                          "Pourquoi", "Remède",        NULL};
    g_return_if_fail(page != NULL && overview != NULL);
    const CoPlan *plan = overview->plan;
    co_html_section(page, "non-places", "Personnes non placées", "");
    if (plan->n_unplaced == 0) {
        g_string_append(page, "<p>Aucune.</p>\n");
        return;
    }
    co_html_open_table(page, "Ce qui empêche de les placer, et le changement qui suffirait",
                       columns);
    for (int i = 0; i < plan->n_unplaced; i++)
        append_unplaced(page, overview, &plan->unplaced[i]);
    co_html_close_table(page);
}

/* ---- what else is to be known ---- */

static const char *row_of(CoSeverity severity)
{
    switch (severity) {
    case CO_SEVERITY_ERROR:
        return "<tr class=\"short\">";
    case CO_SEVERITY_WARNING:
        return "<tr class=\"warned\">";
    case CO_SEVERITY_NOTICE:
        break;
    }
    return "<tr>";
}

static void append_anomaly(GString *page, const CoAnomaly *anomaly)
{
    g_string_append(page, row_of(anomaly->severity));
    co_html_head_cell(page, anomaly->object);
    co_html_cell(page, anomaly->where);
    co_html_cell(page, co_wording_finding_severity(anomaly->severity));
    co_html_cell(page, co_wording_anomaly_kind(anomaly->kind));
    co_html_cell(page, anomaly->sentence);
    co_html_cell(page, anomaly->remedy);
    g_string_append(page, "</tr>\n");
}

static void append_rows(GString *page, const CoAnomalyList *list, CoAnomalyPart part)
{
    static const char *const columns[] = {"Objet",   "Lieu ou parcours", "Gravité", "Sujet",
                                          "Constat", "Remède",           NULL};
    int n_rows = list->n_of_part[part];
    g_autofree char *count = co_name_count(n_rows, "point", "points");
    g_string_append(page, n_rows <= MOST_OPEN ? "<details open=\"open\">" : "<details>");
    co_html_element(page, "summary", count);
    co_html_open_table(page, co_wording_anomaly_part(part), columns);
    for (int i = 0; i < list->n_anomalies; i++)
        if (co_anomaly_part(list->anomalies[i].kind) == part)
            append_anomaly(page, &list->anomalies[i]);
    co_html_close_table(page);
    g_string_append(page, "</details>\n");
}

void co_overview_anomalies(GString *page, const CoOverview *overview)
{
    g_return_if_fail(page != NULL && overview != NULL);
    g_autoptr(CoAnomalyList) list = co_anomalies_find(overview->publication->context);
    co_html_section(page, "anomalies", "Anomalies et points d'attention",
                    "À régler : avant l'envoi des convocations.");
    for (CoAnomalyPart part = CO_ANOMALY_PART_PLAN; part < CO_ANOMALY_N_PARTS; part++) {
        co_html_element(page, "h3", co_wording_anomaly_part(part));
        if (list->n_of_part[part] > 0)
            append_rows(page, list, part);
        else
            co_html_element(page, "p", co_wording_anomaly_nothing(part));
        g_string_append_c(page, '\n');
    }
}
