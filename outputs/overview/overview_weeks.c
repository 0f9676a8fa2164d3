/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan by week: a row for each group, its meetings in the column of their week. Long campaigns
 * go on in grids below, each as wide as a sheet of paper. */
#include <string.h>

#include "outputs/calendar/calendar_lanes.h"
#include "outputs/kit/closing.h"
#include "outputs/kit/html.h"
#include "outputs/words/names.h"
#include "overview.h"
#include "cohorte/wording.h"

#define MOST_WEEKS 7

/* The entries of the agenda by line: groups first, then what whole paths do. */
typedef struct Lines {
    int *first; /* of each line, -1 = none */
    int *next;  /* of each entry */
} Lines;

/* The weeks of one academy that stand in one table. */
typedef struct Grid {
    const CoOverview *overview;
    const CoAgenda *agenda; /* with the deadlines of self-study */
    const Lines *lines;
    CoLanes *lanes;
    int academy_idx;
    CoDay monday;
    int n_weeks;
} Grid;

/* ---- what happens when ---- */

/* The agenda of the plan, and until when whole paths study by themselves. */
static CoAgenda *full_agenda(const CoOverview *overview)
{
    const CoAgenda *agenda = overview->publication->agenda;
    const CoCampaign *campaign = overview->campaign;
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(CoEntry));
    if (agenda->n_entries > 0)
        g_array_append_vals(entries, agenda->entries, (guint)agenda->n_entries);
    for (int m = 0; m < campaign->n_modules; m++) {
        const CoEntry entry = {-1, m, campaign->modules[m].latest, CO_HALF_BOTH};
        if (campaign->modules[m].mode == CO_MODE_SELF_STUDY && entry.day != CO_DAY_NONE)
            g_array_append_val(entries, entry);
    }
    CoAgenda *full = g_new(CoAgenda, 1);
    full->n_entries = (int)entries->len;
    full->entries = (CoEntry *)(void *)g_array_free(g_steal_pointer(&entries), FALSE);
    co_agenda_sort(overview->plan, full->entries, full->n_entries);
    return full;
}

static int line_of_path(const CoOverview *overview, int path_idx)
{
    return overview->plan->n_groups + path_idx;
}

static int line_of_entry(const CoOverview *overview, const CoEntry *entry)
{
    return entry->group_idx >= 0
               ? entry->group_idx
               : line_of_path(overview, co_agenda_path(overview->campaign, entry));
}

static void link_lines(Lines *lines, const CoOverview *overview, const CoAgenda *agenda)
{
    int n_lines = line_of_path(overview, overview->campaign->n_paths);
    lines->first = g_new(int, (gsize)n_lines + 1);
    lines->next = g_new(int, (gsize)agenda->n_entries + 1);
    for (int i = 0; i < n_lines; i++)
        lines->first[i] = -1;
    for (int i = agenda->n_entries - 1; i >= 0; i--) {
        int line = line_of_entry(overview, &agenda->entries[i]);
        lines->next[i] = lines->first[line];
        lines->first[line] = i;
    }
}

static bool is_shown_group(const Grid *grid, int group_idx, int path_idx)
{
    const CoGroup *group = &grid->overview->plan->groups[group_idx];
    return group->path_idx == path_idx &&
           co_overview_is_of(grid->overview, group->academy_idx, grid->academy_idx);
}

/* What a whole path does is shown where groups of it are. */
static bool is_shown_path(const Grid *grid, int path_idx)
{
    for (int g = 0; g < grid->overview->plan->n_groups; g++)
        if (is_shown_group(grid, g, path_idx))
            return true;
    return false;
}

static bool is_shown_entry(const Grid *grid, const CoEntry *entry)
{
    int path_idx = co_agenda_path(grid->overview->campaign, entry);
    if (entry->day == CO_DAY_NONE)
        return false;
    return entry->group_idx >= 0 ? is_shown_group(grid, entry->group_idx, path_idx)
                                 : is_shown_path(grid, path_idx);
}

/* @return the first entry of a line in the weeks of the grid, -1 = none */
static int first_in_grid(const Grid *grid, int line)
{
    int entry = grid->lines->first[line];
    while (entry >= 0 && grid->agenda->entries[entry].day < grid->monday)
        entry = grid->lines->next[entry];
    if (entry < 0 || grid->agenda->entries[entry].day >= grid->monday + 7 * grid->n_weeks)
        return -1;
    return entry;
}

/* ---- cells ---- */

/* "mar. 12" */
static char *day_in_week(CoDay day)
{
    char *text = co_wording_day_short(day);
    *strrchr(text, ' ') = '\0';
    return text;
}

/* A virtual class is what is usual at a distance. */
static const char *remote_word(CoMode mode)
{
    return mode == CO_MODE_VIRTUAL_CLASS ? "à distance" : co_wording_mode(mode);
}

static void append_entry(GString *page, const Grid *grid, const CoEntry *entry)
{
    const CoModule *module = &grid->overview->campaign->modules[entry->module_idx];
    bool is_remote = module->mode != CO_MODE_IN_PERSON;
    bool is_deadline = module->mode == CO_MODE_SELF_STUDY;
    g_autofree char *day = day_in_week(entry->day);
    g_autofree char *when = g_strconcat(is_deadline ? "jusqu'au " : "", day, NULL);
    g_string_append_printf(page, "<div class=\"m p%d%s\">", module->path_idx,
                           is_remote ? " d" : "");
    co_html_element(page, "b", when);
    g_string_append_printf(page, " %s<span>", is_deadline ? "" : co_wording_halves(entry->halves));
    co_html_text(page, module->code);
    if (is_remote)
        g_string_append_printf(page, ", %s", remote_word(module->mode));
    g_string_append(page, "</span></div>");
}

/* @return the shade of a week on which nothing can be held, 0 = some day is open */
static uint32_t closed_fill(const Grid *grid, CoDay monday)
{
    uint32_t fill = 0;
    for (CoDay day = monday; day < monday + 5; day++) {
        fill = co_closing_fill(grid->overview->campaign, grid->academy_idx, day);
        if (fill == 0)
            return 0;
    }
    return fill;
}

static void append_cells(GString *page, const Grid *grid, int line)
{
    int entry = first_in_grid(grid, line);
    for (int week = 0; week < grid->n_weeks; week++) {
        CoDay monday = grid->monday + 7 * week;
        uint32_t fill = closed_fill(grid, monday);
        if (fill != 0)
            g_string_append_printf(page, "<td class=\"f%06x\">", fill);
        else
            g_string_append(page, "<td>");
        while (entry >= 0 && grid->agenda->entries[entry].day < monday + 7) {
            append_entry(page, grid, &grid->agenda->entries[entry]);
            entry = grid->lines->next[entry];
        }
        g_string_append(page, "</td>");
    }
}

/* ---- rows ---- */

static void append_group(GString *page, const Grid *grid, int group_idx)
{
    const CoCampaign *campaign = grid->overview->campaign;
    const CoGroup *group = &grid->overview->plan->groups[group_idx];
    const CoRoom *room = group->room_idx < 0 ? NULL : &campaign->rooms[group->room_idx];
    g_autofree char *team = co_name_team_short(campaign, group);
    g_autofree char *detail =
        room == NULL ? g_strdup_printf("à distance · %s", team)
                     : g_strdup_printf("%s %s · %s", room->code, room->place.commune, team);
    g_string_append_printf(page, "<tr><th scope=\"row\" class=\"g p%d\"><a href=\"#g%d\">",
                           group->path_idx, group_idx);
    co_html_text(page, group->code);
    g_string_append(page, "</a>");
    co_html_element(page, "small", detail);
    g_string_append(page, "</th>");
    append_cells(page, grid, group_idx);
    g_string_append(page, "</tr>\n");
}

static void append_path_row(GString *page, const Grid *grid, int path_idx)
{
    int line = line_of_path(grid->overview, path_idx);
    bool is_busy = first_in_grid(grid, line) >= 0;
    g_string_append_printf(page, "<tr class=\"path\"><th scope=\"rowgroup\" class=\"p%d\"",
                           path_idx);
    if (!is_busy)
        g_string_append_printf(page, " colspan=\"%d\"", grid->n_weeks + 1);
    g_string_append_c(page, '>');
    co_html_take_text(page, co_name_path(grid->overview->campaign, path_idx));
    if (is_busy)
        g_string_append(page, "<small>tout le parcours</small>");
    g_string_append(page, "</th>");
    if (is_busy)
        append_cells(page, grid, line);
    g_string_append(page, "</tr>\n");
}

/* Groups that do not meet in these weeks are left out. */
static void append_path(GString *page, const Grid *grid, int path_idx)
{
    const CoPlan *plan = grid->overview->plan;
    bool is_seen = is_shown_path(grid, path_idx) &&
                   first_in_grid(grid, line_of_path(grid->overview, path_idx)) >= 0;
    for (int g = 0; g < plan->n_groups && !is_seen; g++)
        is_seen = is_shown_group(grid, g, path_idx) && first_in_grid(grid, g) >= 0;
    if (!is_seen)
        return;
    g_string_append(page, "<tbody>\n");
    append_path_row(page, grid, path_idx);
    for (int g = 0; g < plan->n_groups; g++)
        if (is_shown_group(grid, g, path_idx) && first_in_grid(grid, g) >= 0)
            append_group(page, grid, g);
    g_string_append(page, "</tbody>\n");
}

/* ---- head ---- */

/* "11–15 nov.", "30 déc.–3 janv." */
static char *week_days(CoDay monday)
{
    int month, last_month;
    co_day_to_ymd(monday, NULL, &month, NULL);
    co_day_to_ymd(monday + 4, NULL, &last_month, NULL);
    g_autofree char *first = co_wording_day_short(monday);
    g_autofree char *last = co_wording_day_short(monday + 4);
    if (month == last_month)
        *strrchr(first, ' ') = '\0';
    return g_strdup_printf("%s–%s", strchr(first, ' ') + 1, strchr(last, ' ') + 1);
}

static void append_weeks(GString *page, const Grid *grid)
{
    g_string_append(page, "<tr><th scope=\"col\">Groupe</th>");
    for (int week = 0; week < grid->n_weeks; week++) {
        CoDay monday = grid->monday + 7 * week;
        g_autofree char *days = week_days(monday);
        g_string_append_printf(page, "<th scope=\"col\">Semaine %d ",
                               co_day_iso_week(monday, NULL));
        co_html_element(page, "small", days);
        g_string_append(page, "</th>");
    }
    g_string_append(page, "</tr>\n");
}

/* "lun. 11", "du lun. 18 au mer. 20", or nothing when the item takes the whole week. */
static char *days_of_item(const CoLaneItem *item, CoDay monday)
{
    CoDay first = MAX(item->first_day, monday), last = MIN(item->last_day, monday + 4);
    if (first == monday && last == monday + 4)
        return g_strdup("");
    g_autofree char *first_text = day_in_week(first);
    g_autofree char *last_text = day_in_week(last);
    return first == last ? g_strdup_printf(" : %s", first_text)
                         : g_strdup_printf(" : du %s au %s", first_text, last_text);
}

/* @return (transfer full) what lies over a week, "" = nothing */
static char *lane_text(const Grid *grid, CoLaneKind kind, CoDay monday, uint32_t *fill)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < grid->lanes->items->len; i++) {
        const CoLaneItem *item = &g_array_index(grid->lanes->items, CoLaneItem, i);
        if (item->kind != kind || item->first_day > monday + 4 || item->last_day < monday)
            continue;
        g_autofree char *days = days_of_item(item, monday);
        g_string_append_printf(text, "%s%s%s", text->len > 0 ? " ; " : "", item->text, days);
        *fill = item->fill;
    }
    return g_string_free(text, FALSE);
}

static void append_lane_cell(GString *page, int n_weeks, const char *text, uint32_t fill)
{
    g_string_append(page, "<td");
    if (n_weeks > 1)
        g_string_append_printf(page, " colspan=\"%d\"", n_weeks);
    if (*text != '\0')
        g_string_append_printf(page, " class=\"f%06x\"", fill);
    g_string_append_c(page, '>');
    co_html_text(page, text);
    g_string_append(page, "</td>");
}

/* How many weeks from this one say the same. */
static int n_weeks_alike(const Grid *grid, CoLaneKind kind, int week, const char *text)
{
    int n = 1;
    bool is_alike = *text != '\0';
    while (is_alike && week + n < grid->n_weeks) {
        uint32_t fill = 0;
        g_autofree char *next = lane_text(grid, kind, grid->monday + 7 * (week + n), &fill);
        is_alike = g_str_equal(next, text);
        n += is_alike;
    }
    return n;
}

/* Weeks that say the same share a cell; a lane of weekends only is left out. */
static void append_lane(GString *page, const Grid *grid, CoLaneKind kind)
{
    static const char *const labels[] = {"Plateforme FM1", "Jours fermés", "Échéances"};
    g_autoptr(GString) cells = g_string_new(NULL);
    bool is_empty = true;
    for (int week = 0; week < grid->n_weeks;) {
        uint32_t fill = 0;
        g_autofree char *text = lane_text(grid, kind, grid->monday + 7 * week, &fill);
        int n_weeks = n_weeks_alike(grid, kind, week, text);
        append_lane_cell(cells, n_weeks, text, fill);
        is_empty = is_empty && *text == '\0';
        week += n_weeks;
    }
    if (is_empty)
        return;
    g_string_append(page, "<tr class=\"lane\">");
    co_html_head_cell(page, labels[kind]);
    g_string_append_printf(page, "%s</tr>\n", cells->str);
}

static char *caption_of(const Grid *grid)
{
    const CoCampaign *campaign = grid->overview->campaign;
    CoDay last = grid->monday + 7 * (grid->n_weeks - 1);
    g_autofree char *first_day = co_wording_day_long(grid->monday);
    g_autofree char *last_day = co_wording_day_long(last + 4);
    g_autofree char *academy = campaign->n_academies > 1
                                   ? co_name_academy(campaign->academies[grid->academy_idx].name)
                                   : g_strdup("");
    return g_strdup_printf("%s%sSéances des groupes, du %s au %s", academy,
                           *academy != '\0' ? " – " : "", strchr(first_day, ' ') + 1,
                           strchr(last_day, ' ') + 1);
}

static void append_grid(GString *page, const Grid *grid)
{
    g_autofree char *caption = caption_of(grid);
    g_string_append(page, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    co_html_text(page, caption);
    g_string_append(page, "\"><table class=\"grid\">");
    co_html_element(page, "caption", caption);
    g_string_append(page, "\n<colgroup><col class=\"g\"/>");
    for (int week = 0; week < grid->n_weeks; week++)
        g_string_append(page, "<col class=\"w\"/>");
    g_string_append(page, "</colgroup>\n<thead>\n");
    append_weeks(page, grid);
    g_string_append(page, "</thead>\n<tbody>\n");
    for (CoLaneKind kind = CO_LANE_FM1; kind < CO_N_LANE_KINDS; kind++)
        append_lane(page, grid, kind);
    g_string_append(page, "</tbody>\n");
    for (int p = 0; p < grid->overview->campaign->n_paths; p++)
        append_path(page, grid, p);
    g_string_append(page, "</table></div>\n");
}

/* ---- weeks of an academy ---- */

static bool set_range(Grid *grid)
{
    CoDay first = CO_DAY_NONE, last = CO_DAY_NONE;
    for (int i = 0; i < grid->agenda->n_entries; i++) {
        const CoEntry *entry = &grid->agenda->entries[i];
        if (!is_shown_entry(grid, entry))
            continue;
        first = first == CO_DAY_NONE ? entry->day : MIN(first, entry->day);
        last = MAX(last, entry->day);
    }
    if (first == CO_DAY_NONE)
        return false;
    grid->monday = co_day_monday(first);
    grid->n_weeks = (last - grid->monday) / 7 + 1;
    return true;
}

/* Weeks are shared evenly among as few grids as they take. */
static void append_academy(GString *page, const Grid *whole)
{
    int n_grids = (whole->n_weeks + MOST_WEEKS - 1) / MOST_WEEKS;
    int most = (whole->n_weeks + n_grids - 1) / n_grids;
    for (int week = 0; week < whole->n_weeks; week += most) {
        Grid grid = *whole;
        grid.monday += 7 * week;
        grid.n_weeks = MIN(most, whole->n_weeks - week);
        grid.lanes = co_lanes_new(grid.overview->campaign, grid.academy_idx, grid.monday,
                                  grid.monday + 7 * grid.n_weeks - 1);
        append_grid(page, &grid);
        co_lanes_free(grid.lanes);
    }
}

static void append_key(GString *page)
{
    g_string_append(page, "<p class=\"faint\">En italique et en pointillé : à distance. Semaine "
                          "grisée : fermée tous les jours. Un tableau ne montre que les "
                          "groupes qui s'y réunissent.</p>\n");
}

void co_overview_weeks(GString *page, const CoOverview *overview)
{
    g_return_if_fail(page != NULL && overview != NULL);
    g_autoptr(CoAgenda) agenda = full_agenda(overview);
    Lines lines;
    link_lines(&lines, overview, agenda);
    bool has_grid = false;
    g_string_append(page, "<section class=\"sheet\" aria-labelledby=\"semaines\">\n");
    co_html_section(page, "semaines", "Semaine par semaine", "");
    for (int a = 0; a < overview->campaign->n_academies; a++) {
        Grid grid = {.overview = overview, .agenda = agenda, .lines = &lines, .academy_idx = a};
        if (!set_range(&grid))
            continue;
        append_academy(page, &grid);
        has_grid = true;
    }
    if (has_grid)
        append_key(page);
    else
        g_string_append(page, "<p>Aucune séance : le plan n'a pas de groupe.</p>\n");
    g_string_append(page, "</section>\n");
    g_free(lines.first);
    g_free(lines.next);
}
