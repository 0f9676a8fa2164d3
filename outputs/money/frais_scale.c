/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every dated rate, to be changed here. */
#include "frais_book.h"

enum { COL_CODE, COL_LABEL, COL_VALUE, COL_UNIT, COL_FIRST, COL_LAST, COL_SOURCE, N_COLS };
enum { FREE_ROWS = 6 };

static const CoColumn columns[N_COLS] = {
    [COL_CODE] = {"Code", CO_STYLE_CELL, 130, 170, 0},
    [COL_LABEL] = {"Libellé", CO_STYLE_CELL, 220, 340, 0},
    [COL_VALUE] = {"Valeur", CO_STYLE_CELL_INPUT, 80, 100, 0},
    [COL_UNIT] = {"Unité", CO_STYLE_CELL_CENTER, 60, 80, 0},
    [COL_FIRST] = {"Du", CO_STYLE_CELL_DAY, 100, 116, 0},
    [COL_LAST] = {"Au (compris)", CO_STYLE_CELL_DAY, 100, 116, 0},
    [COL_SOURCE] = {"Source", CO_STYLE_CELL_SMALL, 180, 330, 0},
};

static const CoFraisName names[] = {
    {"bareme_code", COL_CODE},
    {"bareme_valeur", COL_VALUE},
    {"bareme_debut", COL_FIRST},
    {"bareme_fin", COL_LAST},
    {NULL, 0},
};

static const char *const notes[] = {
    "Changez une valeur : tous les montants du classeur suivent. Pour un nouveau taux, terminez la "
    "période de l'ancien (« Au ») puis ajoutez une ligne au bas du tableau : deux lignes d'un même "
    "code ne doivent pas se chevaucher.",
    "Les taux officiels et les hypothèses viennent du modèle « baremes.csv », puis de la table "
    "« frais » de la campagne.",
    NULL,
};

static const char *unit_of(CoScaleItem item)
{
    if (item >= CO_SCALE_KM && item <= CO_SCALE_KM_LAST)
        return "€/km";
    switch (item) {
    case CO_SCALE_POWER:
        return "CV";
    case CO_SCALE_SPEED:
        return "km/h";
    case CO_SCALE_LIMIT_1:
    case CO_SCALE_LIMIT_2:
        return "km";
    case CO_SCALE_HALF_DAY:
    case CO_SCALE_EARLIEST:
    case CO_SCALE_LATEST:
    case CO_SCALE_NOON_START:
    case CO_SCALE_NOON_END:
    case CO_SCALE_EVENING_START:
    case CO_SCALE_EVENING_END:
        return "heures";
    default:
        return "€";
    }
}

/* @return the heading of the items that begin with this one, or NULL */
static const char *band_at(CoScaleItem item)
{
    switch (item) {
    case CO_SCALE_POWER:
        return "Hypothèses, à ajuster";
    case CO_SCALE_KM:
        return "Indemnités kilométriques, par puissance fiscale et tranche de l'année civile";
    case CO_SCALE_MEAL:
        return "Repas, et absences qui y donnent droit";
    case CO_SCALE_NIGHT:
        return "Nuitées (pour mémoire : elles ne sont pas comptées)";
    default:
        return NULL;
    }
}

static void add_row(CoTable *table, const CoScaleRow *row)
{
    co_table_add_text(table, co_scale_code(row->item));
    co_table_add_text(table, row->label);
    co_table_add_decimal(table, (double)row->value_micro / CO_SCALE_MICRO);
    co_table_add_text(table, unit_of(row->item));
    co_table_add_day(table, row->first_day);
    co_table_add_day(table, row->last_day);
    co_table_add_text(table, row->source);
}

static void add_free_rows(CoTable *table)
{
    co_table_add_band(table, "Lignes libres");
    for (int i = 0; i < FREE_ROWS; i++)
        for (int c = 0; c < N_COLS; c++)
            co_table_add_text(table, "");
}

/* @return the number of rows under the head, bands included */
static int fill_table(CoTable *table, const CoScale *scale)
{
    int n_bands = 1;
    for (int i = 0; i < scale->n_rows; i++) {
        bool is_first = i == scale->first[scale->rows[i].item];
        const char *band = is_first ? band_at(scale->rows[i].item) : NULL;
        if (band != NULL) {
            co_table_add_band(table, band);
            n_bands++;
        }
        add_row(table, &scale->rows[i]);
    }
    add_free_rows(table);
    return co_table_n_rows(table) + n_bands;
}

static int write_section(CoPage *page, int row, const char *title)
{
    co_page_raise_row(page, row, 12);
    co_page_area(page, (CoArea){row + 1, 0, 1, N_COLS}, title, (CoLook){.style = CO_STYLE_SECTION});
    return row + 2;
}

static void write_label(CoPage *page, int row, const char *label)
{
    co_page_area(page, (CoArea){row, COL_CODE, 1, 2}, label, (CoLook){.style = CO_STYLE_CELL});
}

static int write_classes(const CoFraisBook *frais, int row)
{
    static const CoFraisName class_names[] = {
        {"classe_puissance", COL_VALUE}, {"classe_code", COL_UNIT}, {NULL, 0}};
    static const char *const labels[CO_N_POWER_CLASSES] = {
        "5 CV et moins : à partir de", "6 et 7 CV : à partir de", "8 CV et plus : à partir de"};
    CoPage *page = frais->scale;
    row = write_section(page, row, "Classes de puissance fiscale (CV)");
    for (int c = 0; c < CO_N_POWER_CLASSES; c++) {
        write_label(page, row + c, labels[c]);
        co_page_number(page, row + c, COL_VALUE, co_scale_class_power(c),
                       (CoLook){.style = CO_STYLE_CELL_NUMBER});
        co_page_text(page, row + c, COL_UNIT, co_scale_class_code(c),
                     (CoLook){.style = CO_STYLE_CELL_CENTER});
    }
    co_frais_name(frais, page, class_names, row, CO_N_POWER_CLASSES);
    return row + CO_N_POWER_CLASSES;
}

static void name_value(const CoFraisBook *frais, const char *name, int row)
{
    const CoFraisName one[] = {{name, COL_VALUE}, {NULL, 0}};
    co_frais_name(frais, frais->scale, one, row, 1);
}

static void write_reference_value(const CoFraisBook *frais, int row, CoScaleItem item,
                                  const char *name)
{
    const CoDay day = frais->campaign->parameters.first_day;
    g_autofree char *text =
        g_strdup_printf("=SUMPRODUCT((bareme_code=\"%s\")*(bareme_debut<=date_reference)*"
                        "((bareme_fin>=date_reference)+(bareme_fin=\"\")>0),bareme_valeur)",
                        co_scale_code(item));
    const CoFormula formula = {
        text, NULL, (double)co_scale_on(frais->expenses->scale, item, day) / CO_SCALE_MICRO};
    co_page_formula(frais->scale, row, COL_VALUE, &formula, (CoLook){.style = CO_STYLE_CELL_RATE});
    name_value(frais, name, row);
}

static void write_trainers(const CoFraisBook *frais, int row)
{
    CoPage *page = frais->scale;
    const CoLook input = {.style = CO_STYLE_CELL_INPUT};
    row = write_section(page, row, "Formateurs, et valeurs à la date de référence");
    write_label(page, row, "Taux horaire des formateurs (€)");
    if (frais->expenses->rate_is_set)
        co_page_decimal(page, row, COL_VALUE, co_frais_euros(frais->expenses->rate_cents), input);
    else
        co_page_text(page, row, COL_VALUE, "à renseigner", input);
    name_value(frais, "taux_horaire_formateur", row);
    write_label(page, ++row, "Date de référence (début de la campagne)");
    co_page_day(page, row, COL_VALUE, frais->campaign->parameters.first_day,
                (CoLook){.style = CO_STYLE_CELL_DAY});
    name_value(frais, "date_reference", row);
    write_label(page, ++row, "Heures payées par demi-journée, à cette date");
    write_reference_value(frais, row, CO_SCALE_HALF_DAY, "heures_demi_journee");
    write_label(page, ++row, "Nuitée, à cette date (€)");
    write_reference_value(frais, row, CO_SCALE_NIGHT, "nuitee");
}

static int write_left_out(const CoFraisBook *frais, int row)
{
    char **left_out = frais->expenses->scale->left_out;
    if (left_out[0] == NULL)
        return row;
    g_autofree char *codes = g_strjoinv(", ", left_out);
    g_autofree char *text =
        g_strdup_printf("Codes de la table « frais » laissés de côté (inconnus, "
                        "ou valeur impossible) : %s.",
                        codes);
    co_page_area(frais->scale, (CoArea){row, 0, 1, N_COLS}, text,
                 (CoLook){.style = CO_STYLE_WARNING});
    return row + 2;
}

/* Only numbers can be typed where numbers are changed. */
static void guard_values(const CoFraisBook *frais, int first_row, int n_rows)
{
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_DECIMAL,
        .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
        .value_number = 0,
        .error_title = (char *)"Valeur",
        .error_message = (char *)"Écrivez un nombre, par exemple 0,32.",
    };
    worksheet_data_validation_range(co_page_sheet(frais->scale), (lxw_row_t)first_row, COL_VALUE,
                                    (lxw_row_t)(first_row + n_rows - 1), COL_VALUE, &validation);
}

void co_frais_scale(const CoFraisBook *frais)
{
    g_autoptr(CoTable) table = co_table_new(columns, N_COLS);
    int n_rows = fill_table(table, frais->expenses->scale);
    co_table_set_widths(table, frais->scale);
    int row = co_frais_head(frais, frais->scale, N_COLS, "Barèmes", notes);
    row = write_left_out(frais, row);
    int last = co_table_fill_page(table, frais->scale, row);
    co_frais_name(frais, frais->scale, names, row + 1, n_rows);
    guard_values(frais, row + 1, n_rows);
    last = write_classes(frais, last);
    write_trainers(frais, last);
}
