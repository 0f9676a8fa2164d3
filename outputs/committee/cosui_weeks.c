/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is taught each week, and how full FM1 is. */
#include "cosui.h"

#include "outputs/agenda/weeks.h"

#define CHART_HEIGHT_PX 290
#define IN_PERSON_INK 0x8DBFE2
#define REMOTE_INK 0xB9C2CA

enum { IN_PERSON = 3, REMOTE = 4, FM1_PEAK = 7, FM1_ALLOWED = 8 };

static const CoColumn columns[] = {
    {"Semaine", CO_STYLE_CELL_STRONG, 72, 84, 0},
    {"Du", CO_STYLE_CELL_DAY, 106, 120, 0},
    {"Au", CO_STYLE_CELL_DAY, 106, 120, 0},
    {"Présentiel", CO_STYLE_CELL_NUMBER, 80, 96, 0},
    {"À distance", CO_STYLE_CELL_NUMBER, 80, 96, 0},
    {"Total", CO_STYLE_CELL_NUMBER, 66, 84, 0},
    {"Participants × demi-journées", CO_STYLE_CELL_NUMBER, 90, 110, 0},
    {"Groupes à la fois sur FM1", CO_STYLE_CELL_NUMBER, 84, 100, 0},
    {"Groupes admis sur FM1", CO_STYLE_CELL_NUMBER, 84, 100, 0},
    {"Demi-journées FM1 prises", CO_STYLE_CELL_NUMBER, 90, 106, 0},
    {"Demi-journées FM1 offertes", CO_STYLE_CELL_NUMBER, 90, 106, 0},
    {"Occupation de FM1", CO_STYLE_CELL_PERCENT, 84, 100, 0},
};

static void add_counts(CoTable *table, const CoWeek *week)
{
    co_table_add_number(table, week->in_person);
    co_table_add_number(table, week->remote);
    co_table_add_number(table, week->in_person + week->remote);
    co_table_add_number(table, week->trainee_halves);
    co_table_add_number(table, week->fm1_peak);
    co_table_add_number(table, week->fm1_allowed);
    co_table_add_number(table, week->fm1_halves);
    co_table_add_number(table, week->fm1_open);
    co_table_add_percent(table, week->fm1_halves, week->fm1_open);
}

static void add_to(CoWeek *total, const CoWeek *week)
{
    total->in_person += week->in_person;
    total->remote += week->remote;
    total->trainee_halves += week->trainee_halves;
    total->fm1_peak = MAX(total->fm1_peak, week->fm1_peak);
    total->fm1_allowed = MAX(total->fm1_allowed, week->fm1_allowed);
    total->fm1_halves += week->fm1_halves;
    total->fm1_open += week->fm1_open;
}

static void add_weeks(CoTable *table, const GArray *weeks)
{
    CoWeek total = {0};
    for (guint i = 0; i < weeks->len; i++) {
        const CoWeek *week = &g_array_index(weeks, CoWeek, i);
        co_table_take_text(table, g_strdup_printf("S%02d", co_day_iso_week(week->monday, NULL)));
        co_table_add_day(table, week->monday);
        co_table_add_day(table, week->monday + 4);
        add_counts(table, week);
        add_to(&total, week);
    }
    co_table_fill_row(table, CO_FILL_TOTAL);
    co_table_add_text(table, "Ensemble");
    co_table_add_text(table, "");
    co_table_add_text(table, "");
    add_counts(table, &total);
}

static int chart_load(CoPage *page, const CoChartRange *range, int row)
{
    lxw_chart *chart =
        workbook_add_chart(co_book_handle(co_page_book(page)), LXW_CHART_COLUMN_STACKED);
    co_chart_label_values(
        co_chart_add_series(chart, range, IN_PERSON, (CoChartInk){IN_PERSON_INK, 0}));
    co_chart_label_values(co_chart_add_series(
        chart, range, REMOTE, (CoChartInk){REMOTE_INK, LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL}));
    chart_title_set_name(chart, "Demi-journées de formation par semaine");
    chart_axis_set_name(chart->x_axis, "semaine");
    co_chart_count_axis(chart->y_axis, "demi-journées");
    const CoChartPlace place = {row, co_page_width_px(page, 0, G_N_ELEMENTS(columns)) - 8,
                                CHART_HEIGHT_PX};
    return co_chart_insert(page, chart, &place,
                           "Histogramme empilé : demi-journées en présentiel et à distance de "
                           "chaque semaine.");
}

static int chart_fm1(CoPage *page, const CoChartRange *range, int row)
{
    lxw_chart *chart = workbook_add_chart(co_book_handle(co_page_book(page)), LXW_CHART_COLUMN);
    co_chart_label_values(
        co_chart_add_series(chart, range, FM1_PEAK, (CoChartInk){IN_PERSON_INK, 0}));
    co_chart_label_values(
        co_chart_add_series(chart, range, FM1_ALLOWED,
                            (CoChartInk){REMOTE_INK, LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL}));
    chart_title_set_name(chart, "Groupes à la fois sur FM1 et groupes admis");
    chart_axis_set_name(chart->x_axis, "semaine");
    co_chart_count_axis(chart->y_axis, "groupes");
    const CoChartPlace place = {row, co_page_width_px(page, 0, G_N_ELEMENTS(columns)) - 8,
                                CHART_HEIGHT_PX};
    return co_chart_insert(page, chart, &place,
                           "Histogramme : groupes à la fois sur FM1, au plus, et groupes admis, "
                           "chaque semaine.");
}

void co_cosui_weeks(const CoCosui *cosui)
{
    g_return_if_fail(cosui != NULL);
    const CoCampaign *campaign = cosui->context->campaign;
    g_autoptr(GArray) weeks =
        co_weeks_new(campaign, cosui->context->plan, cosui->publication->agenda);
    const CoPageSetup setup = {"Calendrier", cosui->heading->footer, true};
    CoPage *page = co_page_new(cosui->book, &setup);
    g_autoptr(CoTable) table = co_table_new(columns, G_N_ELEMENTS(columns));
    add_weeks(table, weeks);
    co_table_set_widths(table, page);
    int row = co_heading_draw(cosui->heading, page, G_N_ELEMENTS(columns),
                              "Charge par semaine, en demi-journées de groupe");
    if (weeks->len == 0) {
        co_page_area(page, (CoArea){row, 0, 1, G_N_ELEMENTS(columns)},
                     "Le plan ne tient aucune séance.", (CoLook){.style = CO_STYLE_NOTICE});
        return;
    }
    const CoChartRange range = {page, row, (int)weeks->len, 0};
    row = co_table_write(table, page, row) + 1;
    co_page_break_row(page, row);
    row = chart_load(page, &range, row);
    if (campaign->n_fm1_windows > 0)
        chart_fm1(page, &range, row);
}
