/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart.h"

#define OUTLINE 0x1F2A37
#define GRID 0xD5DADF
#define ROW_PX 20
#define Y_OFFSET_PX 6
/* The library knows charts by their default size only: scales are how others are asked for. */
#define DEFAULT_WIDTH_PX 480.0
#define DEFAULT_HEIGHT_PX 288.0

lxw_chart_series *co_chart_add_series(lxw_chart *chart, const CoChartRange *range, int col,
                                      CoChartInk ink)
{
    g_return_val_if_fail(chart != NULL && range != NULL && range->n_rows > 0, NULL);
    const char *sheet = co_page_name(range->page);
    lxw_row_t head = (lxw_row_t)range->head_row, first = head + 1;
    lxw_row_t last = (lxw_row_t)(range->head_row + range->n_rows);
    lxw_col_t category = (lxw_col_t)range->category_col, value = (lxw_col_t)col;
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    lxw_chart_fill fill = {.color = ink.ink};
    lxw_chart_pattern pattern = {ink.ink, LXW_COLOR_WHITE, ink.pattern};
    lxw_chart_line line = {.color = OUTLINE, .width = 0.5};
    chart_series_set_name_range(series, sheet, head, value);
    chart_series_set_categories(series, sheet, first, category, last, category);
    chart_series_set_values(series, sheet, first, value, last, value);
    if (ink.pattern != LXW_CHART_PATTERN_NONE)
        chart_series_set_pattern(series, &pattern);
    else
        chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &line);
    return series;
}

void co_chart_label_values(lxw_chart_series *series)
{
    g_return_if_fail(series != NULL);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0;;"); /* nothing beside nothing */
}

void co_chart_count_axis(lxw_chart_axis *axis, const char *name)
{
    g_return_if_fail(axis != NULL && name != NULL);
    lxw_chart_line line = {.color = GRID, .width = 0.5};
    chart_axis_set_name(axis, name);
    chart_axis_set_num_format(axis, "0");
    chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(axis, &line);
}

void co_chart_bar_axes(lxw_chart *chart, const char *names, const char *numbers)
{
    g_return_if_fail(chart != NULL && names != NULL && numbers != NULL);
    /* On a bar chart the library calls the vertical axis, that of the names, y. Reversed, it would
     * take the numbers to the top. */
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_crossing_max(chart->y_axis);
    chart_set_series_gap(chart, 40);
    chart_axis_set_name(chart->y_axis, names);
    co_chart_count_axis(chart->x_axis, numbers);
}

int co_chart_insert(CoPage *page, lxw_chart *chart, const CoChartPlace *place,
                    const char *description)
{
    g_return_val_if_fail(page != NULL && chart != NULL && place != NULL, 0);
    g_return_val_if_fail(description != NULL && *description != '\0', place->row);
    lxw_chart_options options = {.x_offset = 2,
                                 .y_offset = Y_OFFSET_PX,
                                 .x_scale = place->width_px / DEFAULT_WIDTH_PX,
                                 .y_scale = place->height_px / DEFAULT_HEIGHT_PX,
                                 .description = (char *)description};
    chart_set_style(chart, 2);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    worksheet_insert_chart_opt(co_page_sheet(page), (lxw_row_t)place->row, 0, chart, &options);
    int end = place->row + place->height_px / ROW_PX + 1;
    co_page_extend(page, end, 0);
    return end + 1;
}
