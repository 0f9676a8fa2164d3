/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file chart.h  Charts that read the cells of a table. Implemented by outputs/kit/chart.c.
 *
 * Series are told apart by their pattern as well as their colour, so that a copy in black and white
 * can be read; each chart says in words what it shows, for those who cannot see it. */
#pragma once
#include <stdint.h>
#include "page.h"

/** Rows of a table from which a chart draws: categories in one column, each series in another. The
 * head of the table gives the series their names. */
typedef struct CoChartRange {
    const CoPage *page; /**< that the table is on */
    int head_row, n_rows;
    int category_col;
} CoChartRange;

/** How a series is drawn. */
typedef struct CoChartInk {
    uint32_t ink;    /**< 0xRRGGBB */
    uint8_t pattern; /**< lxw_chart_pattern_type on white; 0 = plain */
} CoChartInk;

/** @param col  of the values @return the series, for what else it needs */
lxw_chart_series *co_chart_add_series(lxw_chart *chart, const CoChartRange *range, int col,
                                      CoChartInk ink);
/** Shows the value of each point beside it, in whole numbers. */
void co_chart_label_values(lxw_chart_series *series);
/** Gives an axis a name, whole numbers and light lines. */
void co_chart_count_axis(lxw_chart_axis *axis, const char *name);

/** Axes and gaps of a bar chart, series added: names from top to bottom, whole numbers under
 * them. */
void co_chart_bar_axes(lxw_chart *chart, const char *names, const char *numbers);

/** Where a chart stands. */
typedef struct CoChartPlace {
    int row;
    int width_px, height_px;
} CoChartPlace;

/** @param description  what the chart shows, one or two sentences
 * @return the first row below it, at the usual height of rows */
int co_chart_insert(CoPage *page, lxw_chart *chart, const CoChartPlace *place,
                    const char *description);
