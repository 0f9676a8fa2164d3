/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rates of each day on which somebody travels, found in the sheet of rates. */
#include "frais_book.h"

enum {
    COL_DAY,
    COL_POWER,
    COL_KM_1,
    COL_KM_2,
    COL_KM_3,
    COL_LIMIT_1,
    COL_LIMIT_2,
    COL_MEAL,
    COL_MEAL_CANTEEN,
    COL_NIGHT,
    COL_NOON_START,
    COL_NOON_END,
    COL_EVENING_START,
    COL_EVENING_END,
    COL_SPEED,
    COL_EARLIEST,
    COL_LATEST,
    N_COLS
};

static const CoColumn columns[N_COLS] = {
    [COL_DAY] = {"Date", CO_STYLE_CELL_DAY, 96, 120, 0},
    [COL_POWER] = {"Puissance (CV)", CO_STYLE_CELL_NUMBER, 60, 80, 0},
    [COL_KM_1] = {"€/km, 1re tranche", CO_STYLE_CELL_RATE, 60, 80, 0},
    [COL_KM_2] = {"€/km, 2e tranche", CO_STYLE_CELL_RATE, 60, 80, 0},
    [COL_KM_3] = {"€/km, 3e tranche", CO_STYLE_CELL_RATE, 60, 80, 0},
    [COL_LIMIT_1] = {"1er seuil (km)", CO_STYLE_CELL_KM, 66, 84, 0},
    [COL_LIMIT_2] = {"2e seuil (km)", CO_STYLE_CELL_KM, 66, 84, 0},
    [COL_MEAL] = {"Repas", CO_STYLE_CELL_MONEY, 66, 84, 0},
    [COL_MEAL_CANTEEN] = {"Repas réduit", CO_STYLE_CELL_MONEY, 66, 84, 0},
    [COL_NIGHT] = {"Nuitée", CO_STYLE_CELL_MONEY, 66, 84, 0},
    [COL_NOON_START] = {"Midi, début", CO_STYLE_CELL_CLOCK, 50, 66, 0},
    [COL_NOON_END] = {"Midi, fin", CO_STYLE_CELL_CLOCK, 50, 66, 0},
    [COL_EVENING_START] = {"Soir, début", CO_STYLE_CELL_CLOCK, 50, 66, 0},
    [COL_EVENING_END] = {"Soir, fin", CO_STYLE_CELL_CLOCK, 50, 66, 0},
    [COL_SPEED] = {"Vitesse (km/h)", CO_STYLE_CELL_KM, 58, 76, 0},
    [COL_EARLIEST] = {"Départ au plus tôt", CO_STYLE_CELL_CLOCK, 56, 76, 0},
    [COL_LATEST] = {"Retour au plus tard", CO_STYLE_CELL_CLOCK, 56, 76, 0},
};

static const CoFraisName names[] = {
    {"jour_date", COL_DAY},
    {"jour_km_1", COL_KM_1},
    {"jour_km_2", COL_KM_2},
    {"jour_km_3", COL_KM_3},
    {"jour_seuil_1", COL_LIMIT_1},
    {"jour_seuil_2", COL_LIMIT_2},
    {"jour_repas", COL_MEAL},
    {"jour_repas_restauration", COL_MEAL_CANTEEN},
    {"jour_nuitee", COL_NIGHT},
    {"jour_midi_debut", COL_NOON_START},
    {"jour_midi_fin", COL_NOON_END},
    {"jour_soir_debut", COL_EVENING_START},
    {"jour_soir_fin", COL_EVENING_END},
    {"jour_vitesse", COL_SPEED},
    {"jour_depart", COL_EARLIEST},
    {"jour_retour", COL_LATEST},
    {NULL, 0},
};

static const char *const notes[] = {
    "Rien à saisir ici : chaque taux est celui de la feuille « Barèmes » dont la période contient "
    "le jour.",
    NULL,
};

/* What the sheet of rates holds for a code on the day of the row. @param key  an expression
 * @return (transfer full) an expression */
static char *lookup(const char *key)
{
    return g_strdup_printf("SUMPRODUCT((bareme_code=%s)*(bareme_debut<=A#)*((bareme_fin>=A#)"
                           "+(bareme_fin=\"\")>0),bareme_valeur)",
                           key);
}

static char *lookup_item(CoScaleItem item)
{
    g_autofree char *key = g_strdup_printf("\"%s\"", co_scale_code(item));
    return lookup(key);
}

static double value_of(const CoScale *scale, CoScaleItem item, CoDay day)
{
    return (double)co_scale_on(scale, item, day) / CO_SCALE_MICRO;
}

static void add_value(CoTable *table, const CoScale *scale, CoScaleItem item, CoDay day)
{
    g_autofree char *found = lookup_item(item);
    g_autofree char *formula = g_strconcat("=", found, NULL);
    co_table_add_formula(table, formula, value_of(scale, item, day));
}

/* The code is made of the class that the power of the day belongs to. */
static void add_kilometre(CoTable *table, const CoScale *scale, int tier, CoDay day)
{
    g_autofree char *key =
        g_strdup_printf("\"km_\"&LOOKUP(B#,classe_puissance,classe_code)&\"_%d\"", tier + 1);
    g_autofree char *found = lookup(key);
    g_autofree char *formula = g_strconcat("=", found, NULL);
    int power_class = co_scale_power_class(co_scale_on(scale, CO_SCALE_POWER, day));
    co_table_add_formula(table, formula, value_of(scale, co_scale_km_item(power_class, tier), day));
}

/* The second threshold is never under the first. */
static void add_limits(CoTable *table, const CoScale *scale, CoDay day)
{
    g_autofree char *found = lookup_item(CO_SCALE_LIMIT_2);
    g_autofree char *formula = g_strdup_printf("=MAX(F#,%s)", found);
    double first = value_of(scale, CO_SCALE_LIMIT_1, day);
    add_value(table, scale, CO_SCALE_LIMIT_1, day);
    co_table_add_formula(table, formula, MAX(first, value_of(scale, CO_SCALE_LIMIT_2, day)));
}

static void add_hour(CoTable *table, const CoScale *scale, CoScaleItem item, CoDay day)
{
    g_autofree char *found = lookup_item(item);
    g_autofree char *formula =
        g_strdup_printf("=ROUND(%s*minutes_par_heure,0)/minutes_par_jour", found);
    co_table_add_formula(table, formula, co_scale_minutes_on(scale, item, day) / (24.0 * 60.0));
}

static void add_day(CoTable *table, const CoScale *scale, CoDay day)
{
    co_table_add_day(table, day);
    add_value(table, scale, CO_SCALE_POWER, day);
    for (int tier = 0; tier < CO_N_SCALE_TIERS; tier++)
        add_kilometre(table, scale, tier, day);
    add_limits(table, scale, day);
    add_value(table, scale, CO_SCALE_MEAL, day);
    add_value(table, scale, CO_SCALE_MEAL_CANTEEN, day);
    add_value(table, scale, CO_SCALE_NIGHT, day);
    for (int item = CO_SCALE_NOON_START; item <= CO_SCALE_EVENING_END; item++)
        add_hour(table, scale, (CoScaleItem)item, day);
    add_value(table, scale, CO_SCALE_SPEED, day);
    add_hour(table, scale, CO_SCALE_EARLIEST, day);
    add_hour(table, scale, CO_SCALE_LATEST, day);
}

void co_frais_days(const CoFraisBook *frais)
{
    g_autoptr(CoTable) table = co_table_new(columns, N_COLS);
    for (guint i = 0; i < frais->dates->len; i++)
        add_day(table, frais->expenses->scale, g_array_index(frais->dates, CoDay, i));
    co_table_set_widths(table, frais->days);
    int row = co_frais_head(frais, frais->days, N_COLS, "Taux du jour", notes);
    co_table_fill_page(table, frais->days, row);
    co_frais_name(frais, frais->days, names, row + 1, (int)frais->dates->len);
}
