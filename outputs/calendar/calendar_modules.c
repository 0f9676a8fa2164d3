/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar.h"

#include "outputs/words/names.h"
#include "outputs/kit/table.h"
#include "cohorte/wording.h"

static const CoColumn module_columns[] = {
    {"Module", CO_STYLE_CELL_STRONG, 60, 110, 0}, {"Titre", CO_STYLE_CELL, 180, 420, 0},
    {"Modalité", CO_STYLE_CELL, 90, 120, 0},      {"Durée", CO_STYLE_CELL_CENTER, 80, 110, 0},
    {"FM1", CO_STYLE_CELL_CENTER, 40, 50, 0},     {"Dates limites", CO_STYLE_CELL, 120, 240, 0},
};

/* @return (transfer full) what bounds the dates of a module */
static char *limits(const CoModule *module)
{
    GString *text = g_string_new(NULL);
    if (module->earliest != CO_DAY_NONE && module->earliest == module->latest) {
        g_autofree char *day = co_wording_day_short(module->earliest);
        g_string_append_printf(text, "le %s", day);
    } else {
        g_autofree char *earliest = co_wording_day_short(module->earliest);
        g_autofree char *latest = co_wording_day_short(module->latest);
        if (*earliest != '\0')
            g_string_append_printf(text, "à partir du %s", earliest);
        if (*latest != '\0')
            g_string_append_printf(text, "%sau plus tard le %s", text->len > 0 ? ", " : "", latest);
    }
    if (module->before_cutover)
        g_string_append(text, text->len > 0 ? ", avant la bascule" : "avant la bascule");
    return g_string_free(text, FALSE);
}

static void add_module(CoTable *table, const CoModule *module)
{
    co_table_add_text(table, module->code);
    co_table_add_text(table, module->title);
    co_table_add_text(table, co_wording_mode(module->mode));
    co_table_take_text(table, co_name_count(module->half_days, "demi-journée", "demi-journées"));
    co_table_add_text(table, module->fm1 ? "oui" : "");
    co_table_take_text(table, limits(module));
}

void co_calendar_modules(const CoCalendar *calendar)
{
    g_return_if_fail(calendar != NULL);
    const CoCampaign *campaign = calendar->context->campaign;
    const CoPageSetup setup = {"Parcours et modules", calendar->heading->footer, true};
    CoPage *page = co_page_new(calendar->book, &setup);
    g_autoptr(CoTable) table = co_table_new(module_columns, G_N_ELEMENTS(module_columns));
    for (int p = 0; p < campaign->n_paths; p++) {
        const CoPath *path = &campaign->paths[p];
        g_autofree char *name = co_name_path(campaign, p);
        co_table_fill_row(table, co_style_path_fill(p));
        co_table_add_band(table, name);
        for (int m = 0; m < path->n_modules; m++)
            add_module(table, &campaign->modules[path->module_idx[m]]);
    }
    co_table_set_widths(table, page);
    int row = co_heading_draw(calendar->heading, page, G_N_ELEMENTS(module_columns),
                              "Parcours et modules");
    co_table_fill_page(table, page, row);
}
