/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it all adds up to, what must be checked, and why the cost of the plan is another figure. */
#include "frais_book.h"

#include "cohorte/wording.h"
#include "frais_summary.h"

static const int width_px[CO_SUMMARY_COLS] = {120, 250, 100, 110, 116, 116, 116, 120};

/* ---- rows of cells ---- */

void co_summary_text(CoPage *page, CoArea area, const char *text, CoStyle style)
{
    co_page_area(page, area, text, (CoLook){.style = style});
}

void co_summary_label(CoPage *page, int row, const char *text)
{
    co_summary_text(page, (CoArea){row, 0, 1, 2}, text, CO_STYLE_CELL);
}

void co_summary_formula(CoPage *page, int row, int col, const CoSummaryCell *cell)
{
    char own[12];
    g_snprintf(own, sizeof own, "%d", row + 1);
    g_autoptr(GString) text = g_string_new(cell->formula);
    g_string_replace(text, "#", own, 0);
    const CoFormula formula = {text->str, NULL, cell->value};
    co_page_formula(page, row, col, &formula, (CoLook){.style = cell->style, .fill = cell->fill});
}

int co_summary_section(CoPage *page, int row, const char *title, const char *const *headers)
{
    co_page_raise_row(page, row, 12);
    co_summary_text(page, (CoArea){row + 1, 0, 1, CO_SUMMARY_COLS}, title, CO_STYLE_SECTION);
    if (headers == NULL)
        return row + 2;
    for (int col = 0; col < CO_SUMMARY_COLS; col++) {
        int span = 1;
        if (headers[col] == NULL)
            continue;
        while (col + span < CO_SUMMARY_COLS && headers[col + span] == NULL)
            span++;
        if (*headers[col] != '\0')
            co_summary_text(page, (CoArea){row + 2, col, 1, span}, headers[col], CO_STYLE_HEADER);
    }
    return row + 3;
}

/* ---- by kind ---- */

typedef struct Kind {
    const char *label, *formulas[2]; /* of participants, of trainers */
    double values[2];
} Kind;

static void sum_kinds(const CoFraisBook *frais, Kind *mileage, Kind *meals, Kind *pay)
{
    int64_t cents[2][2] = {{0}};
    for (int i = 0; i < frais->expenses->n_lines; i++) {
        const CoExpenseLine *line = &frais->expenses->lines[i];
        cents[0][line->person_idx < 0] += line->mileage_cents;
        cents[1][line->person_idx < 0] += line->meal_cents;
    }
    int64_t pay_cents = 0;
    for (int t = 0; t < frais->campaign->n_trainers; t++)
        pay_cents += co_expenses_pay_cents(&frais->expenses->pay[t]);
    for (int who = 0; who < 2; who++) {
        mileage->values[who] = co_frais_euros(cents[0][who]);
        meals->values[who] = co_frais_euros(cents[1][who]);
    }
    pay->values[1] = co_frais_euros(pay_cents);
}

static void write_kind(CoPage *page, int row, const Kind *kind)
{
    static const char *const total = "=C#+D#";
    co_summary_label(page, row, kind->label);
    for (int who = 0; who < 2; who++) {
        const CoSummaryCell cell = {kind->formulas[who], kind->values[who], CO_STYLE_CELL_MONEY, 0};
        if (cell.formula != NULL)
            co_summary_formula(page, row, 2 + who, &cell);
        else
            co_summary_text(page, (CoArea){row, 2 + who, 1, 1}, "", CO_STYLE_CELL);
    }
    const CoSummaryCell sum = {total, kind->values[0] + kind->values[1], CO_STYLE_CELL_MONEY, 0};
    co_summary_formula(page, row, 4, &sum);
}

static void write_kind_totals(CoPage *page, int row, const Kind *kinds, int n_kinds)
{
    double sums[3] = {0};
    for (int k = 0; k < n_kinds; k++)
        for (int who = 0; who < 2; who++) {
            sums[who] += kinds[k].values[who];
            sums[2] += kinds[k].values[who];
        }
    co_page_area(page, (CoArea){row, 0, 1, 2}, "Total",
                 (CoLook){.style = CO_STYLE_CELL_STRONG, .fill = CO_FILL_FM1});
    for (int c = 0; c < 3; c++) {
        g_autofree char *text =
            g_strdup_printf("=SUM(%c%d:%c%d)", 'C' + c, row - n_kinds + 1, 'C' + c, row);
        const CoSummaryCell cell = {text, sums[c], CO_STYLE_CELL_MONEY, CO_FILL_FM1};
        co_summary_formula(page, row, 2 + c, &cell);
    }
}

#define SUM_OF(range, quality) "=SUMIFS(" range ",deplacements_qualite,\"" quality "\")"

static int write_kinds(const CoFraisBook *frais, int row)
{
    static const char *const headers[CO_SUMMARY_COLS] = {
        "Nature", NULL, "Participants", "Formateurs", "Total", "", "", ""};
    Kind kinds[] = {
        {"Indemnités kilométriques",
         {SUM_OF("deplacements_indemnite_km", "participant"),
          SUM_OF("deplacements_indemnite_km", "formateur")},
         {0}},
        {"Repas",
         {SUM_OF("deplacements_repas", "participant"), SUM_OF("deplacements_repas", "formateur")},
         {0}},
        {frais->expenses->rate_is_set ? "Indemnités de formation"
                                      : "Indemnités de formation (taux horaire à renseigner)",
         {NULL, "=SUM(formateurs_indemnites)"},
         {0}},
    };
    static const CoFraisName names[] = {{"synthese_totaux", 4}, {NULL, 0}};
    sum_kinds(frais, &kinds[0], &kinds[1], &kinds[2]);
    row = co_summary_section(frais->summary, row, "Prévision par nature", headers);
    for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++)
        write_kind(frais->summary, row + (int)k, &kinds[k]);
    co_frais_name(frais, frais->summary, names, row, G_N_ELEMENTS(kinds));
    row += (int)G_N_ELEMENTS(kinds);
    write_kind_totals(frais->summary, row, kinds, G_N_ELEMENTS(kinds));
    return row + 1;
}

/* ---- by path ---- */

enum { PATH_GROUPS, PATH_PEOPLE, PATH_MILEAGE, PATH_MEALS, PATH_PAY, PATH_TOTAL, N_PATH_VALUES };

static const struct {
    const char *formula;
    CoStyle style;
} path_cells[N_PATH_VALUES] = {
    {"=COUNTIF(groupes_parcours,A#)", CO_STYLE_CELL_NUMBER},
    {"=SUMIFS(groupes_effectif,groupes_parcours,A#)", CO_STYLE_CELL_NUMBER},
    {"=SUMIFS(groupes_km,groupes_parcours,A#)", CO_STYLE_CELL_MONEY},
    {"=SUMIFS(groupes_repas,groupes_parcours,A#)", CO_STYLE_CELL_MONEY},
    {"=SUMIFS(groupes_formation,groupes_parcours,A#)", CO_STYLE_CELL_MONEY},
    {"=SUM(E#:G#)", CO_STYLE_CELL_MONEY},
};

/* @return (transfer full) N_PATH_VALUES of each path */
static double *sum_paths(const CoFraisBook *frais)
{
    double *values = g_new0(double, (gsize)frais->campaign->n_paths *N_PATH_VALUES + 1);
    for (int g = 0; g < frais->plan->n_groups; g++) {
        const CoGroup *group = &frais->plan->groups[g];
        double *of_path = values + group->path_idx * N_PATH_VALUES;
        CoExpenseTotals totals = co_expenses_total_of_group(frais->expenses, g);
        double pay = co_frais_group_pay(frais, g);
        of_path[PATH_GROUPS] += 1;
        of_path[PATH_PEOPLE] += group->n_members;
        of_path[PATH_MILEAGE] += co_frais_euros(totals.mileage_cents);
        of_path[PATH_MEALS] += co_frais_euros(totals.meal_cents);
        of_path[PATH_PAY] += pay;
        of_path[PATH_TOTAL] += co_frais_euros(totals.mileage_cents + totals.meal_cents) + pay;
    }
    return values;
}

static int write_paths(const CoFraisBook *frais, int row)
{
    static const char *const headers[CO_SUMMARY_COLS] = {"Parcours",
                                                         "Libellé",
                                                         "Groupes",
                                                         "Participants",
                                                         "Indemnités km",
                                                         "Repas",
                                                         "Indemnités de formation",
                                                         "Total"};
    g_autofree double *values = sum_paths(frais);
    row = co_summary_section(frais->summary, row, "Prévision par parcours", headers);
    for (int p = 0; p < frais->campaign->n_paths; p++) {
        const double *of_path = values + p * N_PATH_VALUES;
        const CoPath *path = &frais->campaign->paths[p];
        if (of_path[PATH_GROUPS] <= 0)
            continue;
        co_summary_text(frais->summary, (CoArea){row, 0, 1, 1}, path->code, CO_STYLE_CELL_STRONG);
        co_summary_text(frais->summary, (CoArea){row, 1, 1, 1}, path->label, CO_STYLE_CELL);
        for (int v = 0; v < N_PATH_VALUES; v++) {
            const CoSummaryCell cell = {path_cells[v].formula, of_path[v], path_cells[v].style, 0};
            co_summary_formula(frais->summary, row, 2 + v, &cell);
        }
        row++;
    }
    return row;
}

/* ---- to be checked ---- */

typedef struct Check {
    const char *label;
    CoSummaryCell count, amount; /* no formula: no cell */
    const char *remark;
} Check;

static void write_check(CoPage *page, int row, const Check *check)
{
    co_summary_label(page, row, check->label);
    if (check->count.formula != NULL)
        co_summary_formula(page, row, 2, &check->count);
    else
        co_summary_text(page, (CoArea){row, 2, 1, 1}, "", CO_STYLE_CELL);
    if (check->amount.formula != NULL)
        co_summary_formula(page, row, 3, &check->amount);
    else
        co_summary_text(page, (CoArea){row, 3, 1, 1}, "", CO_STYLE_CELL);
    co_summary_text(page, (CoArea){row, 4, 1, 4}, check->remark, CO_STYLE_CELL_SMALL);
}

static int count_source(const CoExpenses *expenses, CoWaySource source)
{
    int n = 0;
    for (int i = 0; i < expenses->n_lines; i++)
        n += expenses->lines[i].way.source == source;
    return n;
}

static double to_confirm(const CoExpenses *expenses)
{
    int64_t cents = 0;
    for (int i = 0; i < expenses->n_lines; i++)
        if (expenses->lines[i].right == CO_TRAVEL_COMMUNE_UNKNOWN)
            cents += expenses->lines[i].mileage_cents + expenses->lines[i].meal_cents;
    return co_frais_euros(cents);
}

static double nights_amount(const CoFraisBook *frais, int n_nights)
{
    int64_t micro =
        co_scale_on(frais->expenses->scale, CO_SCALE_NIGHT, frais->campaign->parameters.first_day);
    return n_nights * (double)micro / CO_SCALE_MICRO;
}

static int write_checks(const CoFraisBook *frais, int row)
{
    static const char *const headers[CO_SUMMARY_COLS] = {"À vérifier", NULL, "Nombre", "Montant",
                                                         "Remarque",   NULL, NULL,     NULL};
    const CoExpenses *expenses = frais->expenses;
    CoExpenseTotals totals = co_expenses_total(expenses);
    const Check checks[] = {
        {"Droits à confirmer",
         {"=COUNTIF(deplacements_droit,\"à confirmer\")", totals.n_to_confirm, CO_STYLE_CELL_NUMBER,
          0},
         {"=SUMIFS(deplacements_total,deplacements_droit,\"à confirmer\")", to_confirm(expenses),
          CO_STYLE_CELL_MONEY, 0},
         "Une des deux communes est inconnue : compté, à confirmer avant paiement."},
        {"Distances inconnues",
         {"=COUNTIF(deplacements_source,\"inconnu\")", count_source(expenses, CO_WAY_UNKNOWN),
          CO_STYLE_CELL_NUMBER, 0},
         {NULL, 0, 0, 0},
         "Lieu sans coordonnées : 0 km. Complétez l'annuaire ou la table « distances »."},
        {"Distances estimées",
         {"=COUNTIF(deplacements_source,\"estimé\")", count_source(expenses, CO_WAY_ESTIMATE),
          CO_STYLE_CELL_NUMBER, 0},
         {NULL, 0, 0, 0},
         "Vol d'oiseau × coefficient_route, au kilomètre. La table « distances » les remplace."},
        {"Nuitées à prévoir, hors total",
         {"=SUM(deplacements_nuit)", totals.n_overnights, CO_STYLE_CELL_NUMBER, 0},
         {"=C#*nuitee", nights_amount(frais, totals.n_overnights), CO_STYLE_CELL_MONEY, 0},
         "Départ trop tôt ou retour trop tard pour un aller-retour ; au tarif de base."},
    };
    row = co_summary_section(frais->summary, row, "Points à vérifier", headers);
    for (gsize i = 0; i < G_N_ELEMENTS(checks); i++)
        write_check(frais->summary, row++, &checks[i]);
    return row;
}

void co_frais_summary(const CoFraisBook *frais)
{
    static const char *const notes[] = {
        "Prévision calculée sur le plan publié : tous les montants suivent la feuille « Barèmes ».",
        NULL};
    co_page_set_widths(frais->summary, width_px, CO_SUMMARY_COLS);
    int row = co_frais_head(frais, frais->summary, CO_SUMMARY_COLS, "Prévision de frais", notes);
    row = write_kinds(frais, row - 1);
    row = write_paths(frais, row);
    row = write_checks(frais, row);
    row = co_summary_comparison(frais, row);
    co_summary_hypotheses(frais, row);
}
