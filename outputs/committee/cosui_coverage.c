/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is covered, line by line; and the columns that sheets of several tables share. */
#include "cosui.h"

#include "outputs/words/names.h"
#include "cohorte/wording.h"

#define LABEL_PX 290
#define FIGURE_PX 114

/* ---- sheets of several tables ---- */

CoPage *co_cosui_page(const CoCosui *cosui, const char *name)
{
    const CoPageSetup setup = {name, cosui->heading->footer, true};
    CoPage *page = co_page_new(cosui->book, &setup);
    int width_px[CO_COSUI_COLUMNS] = {LABEL_PX};
    for (int i = 1; i < CO_COSUI_COLUMNS; i++)
        width_px[i] = FIGURE_PX;
    co_page_set_widths(page, width_px, CO_COSUI_COLUMNS);
    return page;
}

int co_cosui_part(CoPage *page, int row, const char *title, const CoTable *table)
{
    co_page_area(page, (CoArea){row, 0, 1, CO_COSUI_COLUMNS}, title,
                 (CoLook){.style = CO_STYLE_SECTION});
    int end = co_table_write(table, page, row + 1);
    co_page_keep_rows(page, row, end - row);
    co_page_raise_row(page, end, 12);
    return end + 1;
}

int co_cosui_remark(CoPage *page, int row, const char *text)
{
    co_page_area(page, (CoArea){row, 0, 1, CO_COSUI_COLUMNS}, text,
                 (CoLook){.style = CO_STYLE_SMALL});
    return row + 1;
}

static void add_coverage(CoTable *table, const CoCoverage *row)
{
    co_table_add_text(table, row->label);
    co_table_add_number(table, row->n_declared);
    co_table_add_number(table, row->n_placed);
    co_table_add_percent(table, row->n_placed, row->n_declared);
    co_table_add_number(table, row->n_trained);
    co_table_add_percent(table, row->n_placed + row->n_trained, row->n_declared + row->n_trained);
    co_table_add_number(table, row->n_reserved);
}

CoTable *co_cosui_coverage_table(const CoBreakdown *breakdown, const char *header)
{
    const CoColumn columns[CO_COSUI_COLUMNS] = {
        {header, CO_STYLE_CELL_STRONG, LABEL_PX, LABEL_PX, 0},
        {"Besoin déclaré", CO_STYLE_CELL_NUMBER, FIGURE_PX, FIGURE_PX, 0},
        {"Personnes placées", CO_STYLE_CELL_NUMBER, FIGURE_PX, FIGURE_PX, 0},
        {"Placées / besoin", CO_STYLE_CELL_PERCENT, FIGURE_PX, FIGURE_PX, 0},
        {"Déjà formées (à part)", CO_STYLE_CELL_NUMBER, FIGURE_PX, FIGURE_PX, 0},
        {"Couverture", CO_STYLE_CELL_PERCENT, FIGURE_PX, FIGURE_PX, 0},
        {"Places réservées (à part)", CO_STYLE_CELL_NUMBER, FIGURE_PX, FIGURE_PX, 0},
    };
    CoTable *table = co_table_new(columns, CO_COSUI_COLUMNS);
    for (int i = 0; i < breakdown->n_rows; i++)
        add_coverage(table, &breakdown->rows[i]);
    co_table_fill_row(table, CO_FILL_TOTAL);
    add_coverage(table, &breakdown->total);
    return table;
}

/* ---- the sheet ---- */

static const struct {
    CoBreakdownKind kind;
    const char *title, *header;
} parts[] = {
    {CO_BY_PATH, "Par parcours", "Parcours"},
    {CO_BY_TYPE, "Par type d'établissement", "Type"},
    {CO_BY_WAVE, "Par vague", "Vague"},
    {CO_BY_ACADEMY, "Par académie", "Académie"},
};

static const CoColumn reason_columns[] = {
    {"Règle qui empêche le plus", CO_STYLE_CELL_STRONG, LABEL_PX, LABEL_PX, 0},
    {"Personnes", CO_STYLE_CELL_NUMBER, FIGURE_PX, FIGURE_PX, 0},
    {"Sur", CO_STYLE_CELL_NUMBER, FIGURE_PX, FIGURE_PX, 0},
    {"Part", CO_STYLE_CELL_PERCENT, FIGURE_PX, FIGURE_PX, 0},
};

static void add_reason(CoTable *table, char *label, int n, int n_unplaced)
{
    co_table_take_text(table, label);
    co_table_add_number(table, n);
    co_table_add_number(table, n_unplaced);
    co_table_add_percent(table, n, n_unplaced);
}

/* Seats kept for nobody yet are left out: nobody waits for them. */
static int count_reasons(const CoOutputContext *context, int n_of_rule[CO_RULE_END])
{
    int n_unplaced = 0;
    for (int i = 0; i < context->plan->n_unplaced; i++) {
        const CoUnplaced *unplaced = &context->plan->unplaced[i];
        if (context->campaign->people[unplaced->person_idx].reserved)
            continue;
        bool known = unplaced->main_rule > 0 && unplaced->main_rule < CO_RULE_END;
        n_of_rule[known ? unplaced->main_rule : 0]++;
        n_unplaced++;
    }
    return n_unplaced;
}

static int write_reasons(const CoCosui *cosui, CoPage *page, int row)
{
    int n_of_rule[CO_RULE_END] = {0};
    int n_unplaced = count_reasons(cosui->context, n_of_rule);
    if (n_unplaced == 0) {
        co_page_area(page, (CoArea){row, 0, 1, CO_COSUI_COLUMNS},
                     "Personne n'est sans place parmi les personnes à former.",
                     (CoLook){.style = CO_STYLE_NOTICE});
        return row + 2;
    }
    g_autoptr(CoTable) table = co_table_new(reason_columns, G_N_ELEMENTS(reason_columns));
    for (int rule = 1; rule < CO_RULE_END; rule++)
        if (n_of_rule[rule] > 0)
            add_reason(
                table,
                g_strdup_printf("%s %s", co_rule_id((CoRule)rule), co_wording_rule((CoRule)rule)),
                n_of_rule[rule], n_unplaced);
    if (n_of_rule[0] > 0)
        add_reason(table, g_strdup("Motif inconnu"), n_of_rule[0], n_unplaced);
    co_table_fill_row(table, CO_FILL_TOTAL);
    add_reason(table, g_strdup("Total"), n_unplaced, n_unplaced);
    return co_cosui_part(page, row, "Personnes sans place, par motif principal", table);
}

/* The longest table, and the last: over several sheets of paper its head is repeated. */
static void write_departments(const CoCosui *cosui, CoPage *page, int row)
{
    g_autoptr(CoBreakdown) breakdown = co_breakdown_new(cosui->context, CO_BY_DEPARTMENT);
    g_autoptr(CoTable) table = co_cosui_coverage_table(breakdown, "Département");
    int end = co_cosui_part(page, row, "Par département", table);
    if (co_page_height_px(page, row, end - row) > co_page_printable_height_px(page)) {
        co_page_break_row(page, row);
        co_page_repeat_rows(page, row + 1, 1);
    }
}

void co_cosui_coverage(const CoCosui *cosui)
{
    g_return_if_fail(cosui != NULL);
    CoPage *page = co_cosui_page(cosui, "Couverture");
    int row = co_heading_draw(cosui->heading, page, CO_COSUI_COLUMNS, "Couverture des besoins");
    row =
        co_cosui_remark(page, row,
                        "Couverture = (personnes placées + déjà formées) / (besoin déclaré + déjà "
                        "formées). Les places réservées n'y entrent pas.");
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].kind == CO_BY_ACADEMY && cosui->context->campaign->n_academies < 2)
            continue;
        g_autoptr(CoBreakdown) breakdown = co_breakdown_new(cosui->context, parts[i].kind);
        g_autoptr(CoTable) table = co_cosui_coverage_table(breakdown, parts[i].header);
        row = co_cosui_part(page, row, parts[i].title, table);
    }
    row = write_reasons(cosui, page, row);
    write_departments(cosui, page, row);
}
