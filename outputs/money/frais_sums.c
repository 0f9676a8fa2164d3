/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trips by group and by establishment. */
#include "frais_book.h"

#include <string.h>

#include "outputs/words/names.h"

/* ---- by group ---- */

enum {
    GROUP_CODE,
    GROUP_PATH,
    GROUP_SIZE,
    GROUP_TRIPS,
    GROUP_KM,
    GROUP_MILEAGE,
    GROUP_MEALS,
    GROUP_TRAVEL,
    GROUP_HALVES,
    GROUP_HOURS,
    GROUP_PAY,
    GROUP_TOTAL,
    N_GROUP_COLS
};

static const CoColumn group_columns[N_GROUP_COLS] = {
    [GROUP_CODE] = {"Groupe", CO_STYLE_CELL_STRONG, 70, 110, 0},
    [GROUP_PATH] = {"Parcours", CO_STYLE_CELL_CENTER, 70, 130, 0},
    [GROUP_SIZE] = {"Participants", CO_STYLE_CELL_NUMBER, 76, 90, 0},
    [GROUP_TRIPS] = {"Déplacements payés", CO_STYLE_CELL_NUMBER, 84, 100, 0},
    [GROUP_KM] = {"Km payés", CO_STYLE_CELL_KM, 76, 96, 0},
    [GROUP_MILEAGE] = {"Indemnités km", CO_STYLE_CELL_MONEY, 88, 110, 0},
    [GROUP_MEALS] = {"Repas", CO_STYLE_CELL_MONEY, 84, 104, 0},
    [GROUP_TRAVEL] = {"Déplacements", CO_STYLE_CELL_MONEY, 90, 110, 0},
    [GROUP_HALVES] = {"Formateurs : demi-journées", CO_STYLE_CELL_NUMBER, 80, 96, 0},
    [GROUP_HOURS] = {"Heures", CO_STYLE_CELL_HOURS, 80, 96, 0},
    [GROUP_PAY] = {"Indemnités de formation", CO_STYLE_CELL_MONEY, 90, 110, 0},
    [GROUP_TOTAL] = {"Total", CO_STYLE_CELL_MONEY, 90, 110, 0},
};

static const CoFraisName group_names[] = {
    {"groupes_parcours", GROUP_PATH}, {"groupes_effectif", GROUP_SIZE},
    {"groupes_trajets", GROUP_TRIPS}, {"groupes_km", GROUP_MILEAGE},
    {"groupes_repas", GROUP_MEALS},   {"groupes_formation", GROUP_PAY},
    {"groupes_total", GROUP_TOTAL},   {NULL, 0},
};

static const char *const group_notes[] = {
    "Membres et formateurs. Le déplacement d'un formateur qui voit deux groupes le même jour au "
    "même endroit est compté au premier.",
    NULL,
};

/* Half-days of all its trainers, in person and virtual. */
static int halves_of(const CoGroup *group)
{
    int n_trainers = (group->trainer_idx[0] >= 0) + (group->trainer_idx[1] >= 0), n = 0;
    for (int m = 0; m < group->n_meetings; m++)
        n += group->meetings[m].halves == CO_HALF_BOTH ? 2 : 1;
    return n * n_trainers;
}

static int64_t hours_micro_of(const CoFraisBook *frais, const CoGroup *group)
{
    return halves_of(group) * frais->expenses->half_day_micro;
}

double co_frais_group_pay(const CoFraisBook *frais, int group_idx)
{
    int64_t hours_micro = hours_micro_of(frais, &frais->plan->groups[group_idx]);
    return co_frais_euros(co_trip_round(hours_micro * frais->expenses->rate_cents, CO_SCALE_MICRO));
}

/* What a row of a group holds, for its cells and the totals under them. */
static void values_of_group(const CoFraisBook *frais, int group_idx, double *values)
{
    const CoGroup *group = &frais->plan->groups[group_idx];
    CoExpenseTotals totals = co_expenses_total_of_group(frais->expenses, group_idx);
    double pay = co_frais_group_pay(frais, group_idx);
    double travel = co_frais_euros(totals.mileage_cents + totals.meal_cents);
    values[GROUP_SIZE] = group->n_members;
    values[GROUP_TRIPS] = totals.n_trips;
    values[GROUP_KM] = co_frais_units(totals.paid_km_milli);
    values[GROUP_MILEAGE] = co_frais_euros(totals.mileage_cents);
    values[GROUP_MEALS] = co_frais_euros(totals.meal_cents);
    values[GROUP_TRAVEL] = travel;
    values[GROUP_HALVES] = halves_of(group);
    values[GROUP_HOURS] = (double)hours_micro_of(frais, group) / CO_SCALE_MICRO;
    values[GROUP_PAY] = pay;
    values[GROUP_TOTAL] = travel + pay;
}

static void add_group(CoTable *table, const CoFraisBook *frais, int group_idx, const double *values)
{
    const CoGroup *group = &frais->plan->groups[group_idx];
    co_table_add_text(table, group->code);
    co_table_add_text(table, frais->campaign->paths[group->path_idx].code);
    co_table_add_number(table, group->n_members);
    co_table_add_formula(table, "=COUNTIFS(deplacements_groupe,A#,deplacements_droit,\"<>non\")",
                         values[GROUP_TRIPS]);
    co_table_add_formula(table, "=SUMIFS(deplacements_km,deplacements_groupe,A#)",
                         values[GROUP_KM]);
    co_table_add_formula(table, "=SUMIFS(deplacements_indemnite_km,deplacements_groupe,A#)",
                         values[GROUP_MILEAGE]);
    co_table_add_formula(table, "=SUMIFS(deplacements_repas,deplacements_groupe,A#)",
                         values[GROUP_MEALS]);
    co_table_add_formula(table, "=F#+G#", values[GROUP_TRAVEL]);
    co_table_add_number(table, halves_of(group));
    co_table_add_formula(table, "=I#*heures_demi_journee", values[GROUP_HOURS]);
    co_table_add_formula(table, "=ROUND(J#*N(taux_horaire_formateur),2)", values[GROUP_PAY]);
    co_table_add_formula(table, "=H#+K#", values[GROUP_TOTAL]);
}

void co_frais_groups(const CoFraisBook *frais)
{
    g_autoptr(CoTable) table = co_table_new(group_columns, N_GROUP_COLS);
    CoFraisTotal totals[N_GROUP_COLS];
    for (int c = 0; c < N_GROUP_COLS; c++)
        totals[c] = (CoFraisTotal){c < GROUP_SIZE ? CO_STYLE_CELL : group_columns[c].style, 0};
    for (int g = 0; g < frais->plan->n_groups; g++) {
        double values[N_GROUP_COLS] = {0};
        values_of_group(frais, g, values);
        add_group(table, frais, g, values);
        for (int c = GROUP_SIZE; c < N_GROUP_COLS; c++)
            totals[c].value += values[c];
    }
    co_table_set_widths(table, frais->groups);
    int row = co_frais_head(frais, frais->groups, N_GROUP_COLS, "Par groupe", group_notes);
    int last = co_table_fill_page(table, frais->groups, row);
    co_frais_name(frais, frais->groups, group_names, row + 1, frais->plan->n_groups);
    co_frais_total_row(frais->groups, row + 1, MAX(last, row + 2), totals, N_GROUP_COLS);
}

/* ---- by establishment ---- */

enum {
    SCHOOL_UAI,
    SCHOOL_NAME,
    SCHOOL_COMMUNE,
    SCHOOL_PEOPLE,
    SCHOOL_TRIPS,
    SCHOOL_KM,
    SCHOOL_MILEAGE,
    SCHOOL_MEALS,
    SCHOOL_TOTAL,
    N_SCHOOL_COLS
};

static const CoColumn school_columns[N_SCHOOL_COLS] = {
    [SCHOOL_UAI] = {"UAI", CO_STYLE_CELL_STRONG, 80, 100, 0},
    [SCHOOL_NAME] = {"Établissement d'affectation", CO_STYLE_CELL, 180, 340, 0},
    [SCHOOL_COMMUNE] = {"Commune", CO_STYLE_CELL, 110, 200, 0},
    [SCHOOL_PEOPLE] = {"Personnes", CO_STYLE_CELL_NUMBER, 70, 84, 0},
    [SCHOOL_TRIPS] = {"Déplacements payés", CO_STYLE_CELL_NUMBER, 84, 100, 0},
    [SCHOOL_KM] = {"Km payés", CO_STYLE_CELL_KM, 80, 96, 0},
    [SCHOOL_MILEAGE] = {"Indemnités km", CO_STYLE_CELL_MONEY, 90, 110, 0},
    [SCHOOL_MEALS] = {"Repas", CO_STYLE_CELL_MONEY, 84, 104, 0},
    [SCHOOL_TOTAL] = {"Total", CO_STYLE_CELL_MONEY, 90, 110, 0},
};

static const char *const school_notes[] = {
    "Participants et formateurs, par établissement d'affectation. Un formateur qui est aussi "
    "participant compte une fois, avec l'établissement où il est participant.",
    NULL,
};

static bool same_post(const CoExpenseLine *a, const CoExpenseLine *b)
{
    if (a->establishment_idx >= 0 || b->establishment_idx >= 0)
        return a->establishment_idx == b->establishment_idx;
    return strcmp(a->post->uai, b->post->uai) == 0;
}

/* The place to name: that of the establishment, which a trainer's own may differ from. */
static const CoPlace *place_of(const CoFraisBook *frais, const CoExpenseLine *line)
{
    return line->establishment_idx >= 0
               ? &frais->campaign->establishments[line->establishment_idx].place
               : line->post;
}

/* Sums of a stretch of lines, which are rows of the sheet of trips that stand together. */
static void add_school(CoTable *table, const CoFraisBook *frais, int first, int next,
                       double *values)
{
    const CoExpenseLine *lines = frais->expenses->lines;
    const CoPlace *place = place_of(frais, &lines[first]);
    CoExpenseTotals totals = {0};
    int n_people = 0;
    for (int i = first; i < next; i++) {
        co_expenses_add(&totals, &lines[i]);
        n_people += i == first || lines[i].human_idx != lines[i - 1].human_idx;
    }
    values[SCHOOL_PEOPLE] = n_people;
    values[SCHOOL_TRIPS] = totals.n_trips;
    values[SCHOOL_KM] = co_frais_units(totals.paid_km_milli);
    values[SCHOOL_MILEAGE] = co_frais_euros(totals.mileage_cents);
    values[SCHOOL_MEALS] = co_frais_euros(totals.meal_cents);
    values[SCHOOL_TOTAL] = co_frais_euros(totals.mileage_cents + totals.meal_cents);
    int top = frais->first_trip_row + first, bottom = frais->first_trip_row + next - 1;
    co_table_add_text(table, place->uai);
    co_table_add_text(table, *place->name != '\0' ? place->name : "inconnu");
    co_table_add_text(table, place->commune);
    co_table_add_number(table, n_people);
    static const struct {
        int col;
        char letter;
    } sums[] = {{SCHOOL_KM, 'R'}, {SCHOOL_MILEAGE, 'U'}, {SCHOOL_MEALS, 'W'}};
    g_autofree char *count =
        g_strdup_printf("=COUNTIF('Déplacements'!O%d:O%d,\"<>non\")", top, bottom);
    co_table_add_formula(table, count, values[SCHOOL_TRIPS]);
    for (gsize s = 0; s < G_N_ELEMENTS(sums); s++) {
        g_autofree char *sum = g_strdup_printf("=SUM('Déplacements'!%c%d:%c%d)", sums[s].letter,
                                               top, sums[s].letter, bottom);
        co_table_add_formula(table, sum, values[sums[s].col]);
    }
    co_table_add_formula(table, "=G#+H#", values[SCHOOL_TOTAL]);
}

void co_frais_schools(const CoFraisBook *frais)
{
    const CoExpenses *expenses = frais->expenses;
    g_autoptr(CoTable) table = co_table_new(school_columns, N_SCHOOL_COLS);
    CoFraisTotal totals[N_SCHOOL_COLS];
    for (int c = 0; c < N_SCHOOL_COLS; c++)
        totals[c] = (CoFraisTotal){c < SCHOOL_PEOPLE ? CO_STYLE_CELL : school_columns[c].style, 0};
    for (int first = 0, next; first < expenses->n_lines; first = next) {
        double values[N_SCHOOL_COLS] = {0};
        for (next = first; next < expenses->n_lines &&
                           same_post(&expenses->lines[first], &expenses->lines[next]);)
            next++;
        add_school(table, frais, first, next, values);
        for (int c = SCHOOL_PEOPLE; c < N_SCHOOL_COLS; c++)
            totals[c].value += values[c];
    }
    co_table_set_widths(table, frais->schools);
    int row =
        co_frais_head(frais, frais->schools, N_SCHOOL_COLS, "Par établissement", school_notes);
    int last = co_table_fill_page(table, frais->schools, row);
    co_frais_total_row(frais->schools, row + 1, MAX(last, row + 2), totals, N_SCHOOL_COLS);
}
