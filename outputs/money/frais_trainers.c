/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours by kind times the rate: a line is the pay statement of a trainer. */
#include "frais_book.h"

#include "outputs/words/names.h"

enum {
    COL_NAME,
    COL_CODE,
    COL_POST,
    COL_GROUPS,
    COL_HALVES,
    COL_HOURS,
    COL_PAY,
    COL_HALVES_REMOTE,
    COL_HOURS_REMOTE,
    COL_PAY_REMOTE,
    COL_ALL_HOURS,
    COL_ALL_PAY,
    COL_TRIPS,
    COL_TOTAL,
    N_COLS
};

static const CoColumn columns[N_COLS] = {
    [COL_NAME] = {"Formateur", CO_STYLE_CELL_STRONG, 120, 180, 0},
    [COL_CODE] = {"Réf.", CO_STYLE_CELL_CENTER, 44, 70, 0},
    [COL_POST] = {"Affectation", CO_STYLE_CELL_SMALL, 120, 220, 0},
    [COL_GROUPS] = {"Groupes", CO_STYLE_CELL_NUMBER, 56, 66, 0},
    [COL_HALVES] = {"Présentiel : demi-journées", CO_STYLE_CELL_NUMBER, 90, 104, 0},
    [COL_HOURS] = {"Heures", CO_STYLE_CELL_HOURS, 56, 66, 0},
    [COL_PAY] = {"Montant", CO_STYLE_CELL_MONEY, 78, 96, 0},
    [COL_HALVES_REMOTE] = {"Classe virtuelle : demi-journées", CO_STYLE_CELL_NUMBER, 90, 104, 0},
    [COL_HOURS_REMOTE] = {"Heures", CO_STYLE_CELL_HOURS, 56, 66, 0},
    [COL_PAY_REMOTE] = {"Montant", CO_STYLE_CELL_MONEY, 78, 96, 0},
    [COL_ALL_HOURS] = {"Total heures", CO_STYLE_CELL_HOURS, 64, 76, 0},
    [COL_ALL_PAY] = {"Total indemnités", CO_STYLE_CELL_MONEY, 88, 104, 0},
    [COL_TRIPS] = {"Frais de déplacement", CO_STYLE_CELL_MONEY, 80, 98, 0},
    [COL_TOTAL] = {"Total", CO_STYLE_CELL_MONEY, 80, 98, 0},
};

static const CoFraisName names[] = {
    {"formateurs_heures", COL_ALL_HOURS},
    {"formateurs_indemnites", COL_ALL_PAY},
    {NULL, 0},
};

static const char *const notes[] = {
    "Heures = demi-journées × heures payées par demi-journée ; montant = heures × taux horaire. "
    "Les "
    "deux formateurs d'un groupe sont payés en entier. Nul ne tient les webinaires ni "
    "l'autoformation.",
    NULL,
};

static void add_kind(CoTable *table, const CoTrainerPay *pay, CoHours kind)
{
    static const char *const hours[CO_N_HOURS] = {"=E#*heures_demi_journee",
                                                  "=H#*heures_demi_journee"};
    static const char *const money[CO_N_HOURS] = {"=ROUND(F#*N(taux_horaire_formateur),2)",
                                                  "=ROUND(I#*N(taux_horaire_formateur),2)"};
    co_table_add_number(table, pay->n_halves[kind]);
    co_table_add_formula(table, hours[kind], (double)pay->minutes[kind] / 60.0);
    co_table_add_formula(table, money[kind], co_frais_euros(pay->pay_cents[kind]));
}

static double trips_of(const CoFraisBook *frais, int trainer_idx)
{
    CoExpenseTotals totals = co_expenses_total_of_trainer(frais->expenses, trainer_idx);
    return co_frais_euros(totals.mileage_cents + totals.meal_cents);
}

static void add_trainer(CoTable *table, const CoFraisBook *frais, int trainer_idx)
{
    const CoTrainer *trainer = &frais->campaign->trainers[trainer_idx];
    const CoTrainerPay *pay = &frais->expenses->pay[trainer_idx];
    double cents = co_frais_euros(co_expenses_pay_cents(pay)), trips = trips_of(frais, trainer_idx);
    co_table_take_text(table, co_name_trainer(frais->campaign, trainer_idx));
    co_table_add_text(table, trainer->code);
    co_table_add_text(table,
                      *trainer->place.name != '\0' ? trainer->place.name : trainer->place.uai);
    co_table_add_number(table, pay->n_groups);
    add_kind(table, pay, CO_HOURS_IN_PERSON);
    add_kind(table, pay, CO_HOURS_VIRTUAL);
    co_table_add_formula(
        table, "=F#+I#",
        (double)(pay->minutes[CO_HOURS_IN_PERSON] + pay->minutes[CO_HOURS_VIRTUAL]) / 60.0);
    co_table_add_formula(table, "=G#+J#", cents);
    co_table_add_formula(table,
                         "=SUMIFS(deplacements_total,deplacements_reference,B#,"
                         "deplacements_qualite,\"formateur\")",
                         trips);
    co_table_add_formula(table, "=L#+M#", cents + trips);
}

/* Sums of the columns that have one. */
static void gather_totals(const CoFraisBook *frais, CoFraisTotal *cells)
{
    for (int c = 0; c < N_COLS; c++)
        cells[c] = (CoFraisTotal){c < COL_HALVES ? CO_STYLE_CELL : columns[c].style, 0};
    for (int t = 0; t < frais->campaign->n_trainers; t++) {
        const CoTrainerPay *pay = &frais->expenses->pay[t];
        if (pay->n_groups == 0)
            continue;
        static const int first[CO_N_HOURS] = {COL_HALVES, COL_HALVES_REMOTE};
        for (int kind = 0; kind < CO_N_HOURS; kind++) {
            double hours = (double)pay->minutes[kind] / 60.0;
            double money = co_frais_euros(pay->pay_cents[kind]);
            cells[first[kind]].value += pay->n_halves[kind];
            cells[first[kind] + 1].value += hours;
            cells[first[kind] + 2].value += money;
            cells[COL_ALL_HOURS].value += hours;
            cells[COL_ALL_PAY].value += money;
            cells[COL_TOTAL].value += money;
        }
        cells[COL_TRIPS].value += trips_of(frais, t);
        cells[COL_TOTAL].value += trips_of(frais, t);
    }
}

void co_frais_trainers(const CoFraisBook *frais)
{
    g_autoptr(CoTable) table = co_table_new(columns, N_COLS);
    for (int t = 0; t < frais->campaign->n_trainers; t++)
        if (frais->expenses->pay[t].n_groups > 0)
            add_trainer(table, frais, t);
    co_table_set_widths(table, frais->trainers);
    int row = co_frais_head(frais, frais->trainers, N_COLS, "Formateurs", notes);
    int last = co_table_fill_page(table, frais->trainers, row);
    CoFraisTotal cells[N_COLS];
    gather_totals(frais, cells);
    co_frais_name(frais, frais->trainers, names, row + 1, co_table_n_rows(table));
    co_frais_total_row(frais->trainers, row + 1, MAX(last, row + 2), cells, N_COLS);
}
