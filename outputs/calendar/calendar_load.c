/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is taught when, and by whom: a table and a chart each. */
#include "calendar.h"

#include "outputs/agenda/weeks.h"
#include "outputs/kit/chart.h"
#include "outputs/kit/table.h"
#include "outputs/words/names.h"

#define HOURS_PER_HALF 3
#define CHART_HEIGHT_PX 330
#define MAX_CHARTED_TRAINERS 60
#define BAR_PX 21
#define REMOTE_INK 0xB9C2CA

static void insert_chart(const CoChartRange *range, lxw_chart *chart, CoChartPlace place,
                         const char *description)
{
    place.width_px = co_page_printable_px(range->page) - 8;
    co_chart_insert((CoPage *)range->page, chart, &place, description);
}

/* Week, first day, last day, a column a path, then these. */
enum { N_BEFORE_PATHS = 3, N_AFTER_PATHS = 4 };

static CoTable *week_table(const CoCampaign *campaign)
{
    static const CoColumn before_paths[N_BEFORE_PATHS] = {
        {"Semaine", CO_STYLE_CELL_CENTER, 62, 80, 0},
        {"Du", CO_STYLE_CELL_DAY, 96, 120, 0},
        {"Au", CO_STYLE_CELL_DAY, 96, 120, 0},
    };
    static const CoColumn after_paths[N_AFTER_PATHS] = {
        {"À distance", CO_STYLE_CELL_NUMBER, 70, 90, 0},
        {"Total", CO_STYLE_CELL_NUMBER, 60, 80, 0},
        {"Participants × demi-journées, présentiel", CO_STYLE_CELL_NUMBER, 110, 150, 0},
        {"FM1 : groupes à la fois, au plus", CO_STYLE_CELL_NUMBER, 90, 130, 0},
    };
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(CoColumn));
    g_array_append_vals(columns, before_paths, N_BEFORE_PATHS);
    for (int p = 0; p < campaign->n_paths; p++) {
        const CoColumn column = {campaign->paths[p].code, CO_STYLE_CELL_NUMBER, 60, 110, 0};
        g_array_append_val(columns, column);
    }
    g_array_append_vals(columns, after_paths, N_AFTER_PATHS);
    return co_table_new((const CoColumn *)(void *)columns->data, (int)columns->len);
}

static void add_week_row(CoTable *table, const CoCampaign *campaign, const CoWeek *week)
{
    co_table_take_text(table, g_strdup_printf("S%02d", co_day_iso_week(week->monday, NULL)));
    co_table_add_day(table, week->monday);
    co_table_add_day(table, week->monday + 4);
    for (int p = 0; p < campaign->n_paths; p++)
        co_table_add_number(table, week->halves[p]);
    co_table_add_number(table, week->remote);
    co_table_add_number(table, week->in_person + week->remote);
    co_table_add_number(table, week->trainee_halves);
    co_table_add_number(table, week->fm1_peak);
}

static void chart_weeks(const CoCalendar *calendar, const CoChartRange *range, int row)
{
    const CoCampaign *campaign = calendar->context->campaign;
    lxw_chart *chart = workbook_add_chart(co_book_handle(calendar->book), LXW_CHART_COLUMN_STACKED);
    for (int p = 0; p < campaign->n_paths; p++)
        co_chart_add_series(chart, range, N_BEFORE_PATHS + p,
                            (CoChartInk){co_style_path_ink(p), 0});
    co_chart_add_series(chart, range, N_BEFORE_PATHS + campaign->n_paths,
                        (CoChartInk){REMOTE_INK, 0});
    chart_title_set_name(chart, "Demi-journées de formation par semaine");
    co_chart_count_axis(chart->y_axis, "demi-journées");
    chart_set_series_gap(chart, 60);
    insert_chart(range, chart, (CoChartPlace){.row = row, .height_px = CHART_HEIGHT_PX},
                 "Histogramme empilé : demi-journées de formation de chaque semaine, par parcours "
                 "en présentiel, puis à distance.");
}

void co_calendar_weeks(const CoCalendar *calendar)
{
    g_return_if_fail(calendar != NULL);
    const CoCampaign *campaign = calendar->context->campaign;
    const CoPageSetup setup = {"Charge par semaine", calendar->heading->footer, true};
    CoPage *page = co_page_new(calendar->book, &setup);
    g_autoptr(CoTable) table = week_table(campaign);
    g_autoptr(GArray) weeks = co_weeks_new(campaign, calendar->context->plan, calendar->agenda);
    for (guint i = 0; i < weeks->len; i++)
        add_week_row(table, campaign, &g_array_index(weeks, CoWeek, i));
    co_table_set_widths(table, page);
    int n_columns = N_BEFORE_PATHS + campaign->n_paths + N_AFTER_PATHS;
    int row = co_heading_draw(calendar->heading, page, n_columns,
                              "Charge par semaine, en demi-journées de groupe");
    const CoChartRange range = {page, row, (int)weeks->len, 0};
    int end = co_table_fill_page(table, page, row);
    if (weeks->len > 0)
        chart_weeks(calendar, &range, end + 1);
}

static const CoColumn trainer_columns[] = {
    {"Formateur", CO_STYLE_CELL_STRONG, 130, 230, 0},
    {"Parcours", CO_STYLE_CELL, 80, 160, 0},
    {"Groupes", CO_STYLE_CELL, 100, 260, 0},
    {"Présentiel", CO_STYLE_CELL_NUMBER, 76, 100, 0},
    {"À distance", CO_STYLE_CELL_NUMBER, 76, 100, 0},
    {"Total", CO_STYLE_CELL_NUMBER, 60, 90, 0},
    {"Plafond", CO_STYLE_CELL_CENTER, 64, 90, 0},
    {"Heures", CO_STYLE_CELL_NUMBER, 60, 90, 0},
};
enum { TRAINER_IN_PERSON = 3, TRAINER_REMOTE = 4 };

static char *skills(const CoCampaign *campaign, const CoTrainer *trainer)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < trainer->n_paths; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
                               campaign->paths[trainer->path_idx[i]].code);
    return g_string_free(text, FALSE);
}

static char *groups_taught(const CoPlan *plan, int trainer_idx)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < plan->n_groups; i++)
        if (co_group_is_taught_by(&plan->groups[i], trainer_idx))
            g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", plan->groups[i].code);
    return g_string_free(text, FALSE);
}

static void add_trainer_row(CoTable *table, const CoCalendar *calendar, int trainer_idx)
{
    const CoCampaign *campaign = calendar->context->campaign;
    const CoPlan *plan = calendar->context->plan;
    const CoTrainer *trainer = &campaign->trainers[trainer_idx];
    int in_person = 0, remote = 0;
    for (int i = 0; i < calendar->agenda->n_entries; i++) {
        const CoEntry *entry = &calendar->agenda->entries[i];
        if (entry->group_idx < 0 ||
            !co_group_is_taught_by(&plan->groups[entry->group_idx], trainer_idx))
            continue;
        bool is_in_person = co_agenda_mode(campaign, entry) == CO_MODE_IN_PERSON;
        *(is_in_person ? &in_person : &remote) += co_agenda_n_halves(entry->halves);
    }
    co_table_take_text(table, co_name_trainer(campaign, trainer_idx));
    co_table_take_text(table, skills(campaign, trainer));
    co_table_take_text(table, groups_taught(plan, trainer_idx));
    co_table_add_number(table, in_person);
    co_table_add_number(table, remote);
    co_table_add_number(table, in_person + remote);
    if (trainer->max_half_days >= 0)
        co_table_add_number(table, trainer->max_half_days);
    else
        co_table_add_text(table, "");
    co_table_add_number(table, HOURS_PER_HALF * (in_person + remote));
}

static void chart_trainers(const CoCalendar *calendar, const CoChartRange *range, int row)
{
    lxw_chart *chart = workbook_add_chart(co_book_handle(calendar->book), LXW_CHART_BAR_STACKED);
    co_chart_add_series(chart, range, TRAINER_IN_PERSON, (CoChartInk){co_style_path_ink(0), 0});
    co_chart_add_series(chart, range, TRAINER_REMOTE, (CoChartInk){REMOTE_INK, 0});
    chart_title_set_name(chart, "Demi-journées par formateur");
    co_chart_bar_axes(chart, "formateur", "demi-journées");
    int height_px = range->n_rows * BAR_PX + 130;
    height_px = MIN(height_px, co_page_printable_height_px(range->page) - 40);
    insert_chart(range, chart, (CoChartPlace){.row = row, .height_px = height_px},
                 "Barres empilées : demi-journées de chaque formateur, en présentiel et à "
                 "distance.");
}

void co_calendar_trainers(const CoCalendar *calendar)
{
    g_return_if_fail(calendar != NULL);
    const CoCampaign *campaign = calendar->context->campaign;
    const CoPageSetup setup = {"Charge par formateur", calendar->heading->footer, true};
    CoPage *page = co_page_new(calendar->book, &setup);
    g_autoptr(CoTable) table = co_table_new(trainer_columns, G_N_ELEMENTS(trainer_columns));
    for (int t = 0; t < campaign->n_trainers; t++)
        add_trainer_row(table, calendar, t);
    co_table_set_widths(table, page);
    int row = co_heading_draw(calendar->heading, page, G_N_ELEMENTS(trainer_columns),
                              "Charge par formateur, en demi-journées");
    const CoChartRange range = {page, row, campaign->n_trainers, 0};
    int end = co_table_fill_page(table, page, row);
    if (campaign->n_trainers > 0 && campaign->n_trainers <= MAX_CHARTED_TRAINERS) {
        co_page_break_row(page, end + 1);
        chart_trainers(calendar, &range, end + 1);
    }
}
