/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row a group: who, where, when. */
#include "outputs/kit/html.h"
#include "outputs/words/names.h"
#include "overview.h"
#include "cohorte/wording.h"

/* "mer. 13 nov. journée SG-P1" for each meeting, in the order of the calendar. */
static void append_dates(GString *page, const CoOverview *overview, int group_idx)
{
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(overview->campaign, overview->plan, group_idx);
    bool is_first = true;
    g_string_append(page, "<td class=\"dates\">");
    for (int i = 0; i < agenda->n_entries; i++) {
        const CoEntry *entry = &agenda->entries[i];
        if (entry->group_idx < 0)
            continue;
        g_autofree char *day = co_wording_day_short(entry->day);
        g_autofree char *text =
            g_strdup_printf("%s %s %s", day, co_wording_halves(entry->halves),
                            overview->campaign->modules[entry->module_idx].code);
        g_string_append(page, is_first ? "" : " ; ");
        co_html_element(page, "span", text);
        is_first = false;
    }
    g_string_append(page, "</td>");
}

static void append_group(GString *page, const CoOverview *overview, int group_idx)
{
    const CoCampaign *campaign = overview->campaign;
    const CoGroup *group = &overview->plan->groups[group_idx];
    g_autofree char *room =
        group->room_idx < 0 ? g_strdup("à distance") : co_name_room(campaign, group->room_idx);
    g_string_append_printf(page, "<tr id=\"g%d\">", group_idx);
    co_html_head_cell(page, group->code);
    co_html_take_cell(page, co_name_path(campaign, group->path_idx));
    co_html_number(page, group->n_members);
    co_html_number(page, campaign->paths[group->path_idx].target_size);
    co_html_number(page, co_agenda_places(campaign, group));
    co_html_cell(page, room);
    co_html_take_cell(page, co_name_team(campaign, group, ", "));
    append_dates(page, overview, group_idx);
    g_string_append(page, "</tr>\n");
}

void co_overview_groups(GString *page, const CoOverview *overview)
{
    static const char *const columns[] = {"Groupe", "Parcours",   "#Effectif", "#Cible", "#Places",
                                          "Salle",  "Formateurs", "Séances",   NULL};
    g_return_if_fail(page != NULL && overview != NULL);
    g_string_append(page, "<section class=\"sheet\" aria-labelledby=\"groupes\">\n");
    co_html_section(page, "groupes", "Groupes", "");
    if (overview->plan->n_groups > 0) {
        co_html_open_table(page, "Composition, salle, formateurs et dates de chaque groupe",
                           columns);
        for (int g = 0; g < overview->plan->n_groups; g++)
            append_group(page, overview, g);
        co_html_close_table(page);
    } else {
        g_string_append(page, "<p>Aucun.</p>\n");
    }
    g_string_append(page, "</section>\n");
}
