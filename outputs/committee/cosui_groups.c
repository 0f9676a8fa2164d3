/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups and how full they are. Trainers are counted elsewhere: nobody is named here. */
#include "cosui.h"

#include "outputs/words/names.h"

#define MAX_CHARTED_GROUPS 40
#define BAR_PX 34
#define MEMBER_INK 0x8DBFE2
#define SEAT_INK 0x9AA3AC
#define BAR_FILL 0xA9CFE8

enum { FILL_COLUMN = 7, SIZE_COLUMN = 3, MAX_COLUMN = 6 };

static const CoColumn columns[] = {
    {"Groupe", CO_STYLE_CELL_STRONG, 80, 110, 0},
    {"Parcours", CO_STYLE_CELL_CENTER, 80, 120, 0},
    {"Salle", CO_STYLE_CELL, 120, 280, 0},
    {"Effectif", CO_STYLE_CELL_NUMBER, 62, 76, 0},
    {"Minimum", CO_STYLE_CELL_NUMBER, 66, 80, 0},
    {"Cible", CO_STYLE_CELL_NUMBER, 56, 70, 0},
    {"Maximum", CO_STYLE_CELL_NUMBER, 70, 84, 0},
    {"Remplissage", CO_STYLE_CELL_PERCENT, 100, 120, 0},
    {"Du", CO_STYLE_CELL_DAY, 106, 120, 0},
    {"Au", CO_STYLE_CELL_DAY, 106, 120, 0},
    {"Demi-journées", CO_STYLE_CELL_NUMBER, 84, 96, 0},
    {"Académie", CO_STYLE_CELL, 90, 130, 0}, /* where there are several */
};

static void add_group(CoTable *table, const CoCampaign *campaign, const CoGroup *group)
{
    CoFill fill = co_fill_of(campaign, group);
    co_table_add_text(table, group->code);
    co_table_add_text(table, campaign->paths[group->path_idx].code);
    co_table_take_text(table, group->room_idx < 0 ? g_strdup("À distance")
                                                  : co_name_room(campaign, group->room_idx));
    co_table_add_number(table, fill.n_members);
    co_table_add_number(table, fill.min_size);
    co_table_add_number(table, fill.target_size);
    co_table_add_number(table, fill.max_size);
    co_table_add_percent(table, fill.n_members, fill.max_size);
    co_table_add_day(table, fill.first);
    co_table_add_day(table, fill.last);
    co_table_add_number(table, fill.half_days);
    if (campaign->n_academies > 1)
        co_table_add_text(table, campaign->academies[group->academy_idx].name);
}

/* The bar repeats the number in the cell; it is nothing without colours, nor needed then. */
static void add_bars(const CoChartRange *range)
{
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_DATA_BAR,
                                     .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                     .min_value = 0,
                                     .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                     .max_value = 1,
                                     .bar_color = BAR_FILL,
                                     .bar_solid = LXW_TRUE,
                                     .data_bar_2010 = LXW_TRUE};
    worksheet_conditional_format_range(co_page_sheet(range->page), (lxw_row_t)range->head_row + 1,
                                       FILL_COLUMN, (lxw_row_t)(range->head_row + range->n_rows),
                                       FILL_COLUMN, &format);
}

static void chart_fill(CoPage *page, const CoChartRange *range, int row, int n_columns)
{
    lxw_chart *chart = workbook_add_chart(co_book_handle(co_page_book(page)), LXW_CHART_BAR);
    co_chart_label_values(
        co_chart_add_series(chart, range, SIZE_COLUMN, (CoChartInk){MEMBER_INK, 0}));
    co_chart_label_values(co_chart_add_series(
        chart, range, MAX_COLUMN, (CoChartInk){SEAT_INK, LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL}));
    chart_title_set_name(chart, "Effectif et maximum de chaque groupe");
    co_chart_bar_axes(chart, "groupe", "personnes");
    int height_px = MIN(range->n_rows * BAR_PX + 140, co_page_printable_height_px(page) - 40);
    const CoChartPlace place = {row, co_page_width_px(page, 0, n_columns) - 8, height_px};
    co_page_break_row(page, row);
    co_chart_insert(page, chart, &place,
                    "Barres : effectif et plus grand effectif possible de chaque groupe.");
}

void co_cosui_groups(const CoCosui *cosui)
{
    g_return_if_fail(cosui != NULL);
    const CoPlan *plan = cosui->context->plan;
    const CoPageSetup setup = {"Groupes", cosui->heading->footer, true};
    CoPage *page = co_page_new(cosui->book, &setup);
    int n_columns =
        (int)G_N_ELEMENTS(columns) - (cosui->context->campaign->n_academies > 1 ? 0 : 1);
    g_autoptr(CoTable) table = co_table_new(columns, n_columns);
    for (int g = 0; g < plan->n_groups; g++)
        add_group(table, cosui->context->campaign, &plan->groups[g]);
    co_table_set_widths(table, page);
    int row = co_heading_draw(cosui->heading, page, n_columns, "Groupes");
    if (plan->n_groups == 0) {
        co_page_area(page, (CoArea){row, 0, 1, n_columns}, "Le plan ne constitue aucun groupe.",
                     (CoLook){.style = CO_STYLE_NOTICE});
        return;
    }
    const CoChartRange range = {page, row, plan->n_groups, 0};
    row = co_table_fill_page(table, page, row);
    add_bars(&range);
    bool charted = plan->n_groups <= MAX_CHARTED_GROUPS;
    g_autofree char *remark = g_strconcat(
        "Maximum : le plus petit de l'effectif maximal du parcours, des places de la salle et, sur "
        "FM1, de ses postes. Remplissage : effectif, places réservées comprises, sur ce maximum.",
        charted ? NULL : " Il y a trop de groupes pour un graphique.", NULL);
    co_page_area(page, (CoArea){row + 1, 0, 1, n_columns}, remark,
                 (CoLook){.style = CO_STYLE_SMALL});
    if (charted)
        chart_fill(page, &range, row + 2, n_columns);
}
