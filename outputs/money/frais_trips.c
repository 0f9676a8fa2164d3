/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row a trip, every amount a formula. */
#include "frais_book.h"

#include "outputs/words/names.h"

enum {
    COL_WHO,
    COL_REFERENCE,
    COL_QUALITY,
    COL_SCHOOL,
    COL_GROUP,
    COL_DAY,
    COL_PLACE,
    COL_START,
    COL_END,
    COL_KM,
    COL_SOURCE,
    COL_MINUTES,
    COL_DEPARTURE,
    COL_RETURN,
    COL_RIGHT,
    COL_WHY,
    COL_CARS,
    COL_PAID_KM,
    COL_YEAR_KM,
    COL_RATE,
    COL_MILEAGE,
    COL_MEAL_KIND,
    COL_MEALS,
    COL_TOTAL,
    COL_NIGHT,
    COL_RANK,
    N_COLS
};

/* The heading, two remarks, a blank row and the head of the table come first. */
#define FIRST_ROW 9

/* The letters of columns in formulas below: A to Z in the order above. */
static const CoColumn columns[N_COLS] = {
    [COL_WHO] = {"Nom", CO_STYLE_CELL_STRONG, 90, 140, 0},
    [COL_REFERENCE] = {"Réf.", CO_STYLE_CELL_CENTER, 44, 58, 0},
    [COL_QUALITY] = {"Qualité", CO_STYLE_CELL_SMALL, 62, 74, 0},
    [COL_SCHOOL] = {"Affectation", CO_STYLE_CELL_SMALL, 152, 170, 0},
    [COL_GROUP] = {"Groupe", CO_STYLE_CELL_CENTER, 54, 76, 0},
    [COL_DAY] = {"Date", CO_STYLE_CELL_DAY, 88, 98, 0},
    [COL_PLACE] = {"Lieu", CO_STYLE_CELL_SMALL, 80, 126, 0},
    [COL_START] = {"Début", CO_STYLE_CELL_CLOCK, 42, 48, 0},
    [COL_END] = {"Fin", CO_STYLE_CELL_CLOCK, 42, 48, 0},
    [COL_KM] = {"Km aller", CO_STYLE_CELL_KM, 46, 54, 0},
    [COL_SOURCE] = {"Source", CO_STYLE_CELL_SMALL, 48, 56, 0},
    [COL_MINUTES] = {"Trajet (min)", CO_STYLE_CELL_NUMBER, 44, 50, 0},
    [COL_DEPARTURE] = {"Départ", CO_STYLE_CELL_CLOCK, 46, 52, 0},
    [COL_RETURN] = {"Retour", CO_STYLE_CELL_CLOCK, 46, 52, 0},
    [COL_RIGHT] = {"Droit", CO_STYLE_CELL_CENTER, 42, 66, 0},
    [COL_WHY] = {"Motif", CO_STYLE_CELL_SMALL, 84, 104, 0},
    [COL_CARS] = {"Voiture", CO_STYLE_CELL_NUMBER, 50, 54, 0},
    [COL_PAID_KM] = {"Km payés", CO_STYLE_CELL_KM, 52, 66, 0},
    [COL_YEAR_KM] = {"Km avant, dans l'année", CO_STYLE_CELL_KM, 58, 66, 0},
    [COL_RATE] = {"Taux (€/km)", CO_STYLE_CELL_RATE, 48, 52, 0},
    [COL_MILEAGE] = {"Indemnité km", CO_STYLE_CELL_MONEY, 80, 88, 0},
    [COL_MEAL_KIND] = {"Tarif repas", CO_STYLE_CELL_SMALL, 46, 52, 0},
    [COL_MEALS] = {"Repas", CO_STYLE_CELL_MONEY, 76, 84, 0},
    [COL_TOTAL] = {"Total", CO_STYLE_CELL_MONEY, 84, 90, 0},
    [COL_NIGHT] = {"Nuit", CO_STYLE_CELL_NUMBER, 36, 40, 0},
    [COL_RANK] = {"Rang du jour", CO_STYLE_CELL_NUMBER, 40, 44, 0},
};

static const CoFraisName names[] = {
    {"deplacements_reference", COL_REFERENCE},
    {"deplacements_qualite", COL_QUALITY},
    {"deplacements_groupe", COL_GROUP},
    {"deplacements_droit", COL_RIGHT},
    {"deplacements_km", COL_PAID_KM},
    {"deplacements_indemnite_km", COL_MILEAGE},
    {"deplacements_repas", COL_MEALS},
    {"deplacements_total", COL_TOTAL},
    {"deplacements_nuit", COL_NIGHT},
    {"deplacements_source", COL_SOURCE},
    {NULL, 0},
};

static const char *const notes[] = {
    "Une ligne par personne, par jour et par site en présentiel. Filtrez, mais ne triez pas : le "
    "cumul annuel et les totaux par établissement suivent l'ordre des lignes.",
    "Voiture : 1 = conduit ou voyage seul, 0 = passager ou aucun droit. Nuit : 1 = aller-retour "
    "impossible dans la journée ; la nuitée n'est pas comptée. Les taux viennent de la feuille "
    "« Barèmes ». Les lignes teintées sont à vérifier.",
    NULL,
};

#define FORMULA_MINUTES "=ROUND(J#*minutes_par_heure/INDEX(jour_vitesse,Z#),0)"
#define FORMULA_DEPARTURE "=MAX(ROUND(H#*minutes_par_jour,0)-L#,0)/minutes_par_jour"
#define FORMULA_RETURN "=MIN(ROUND(I#*minutes_par_jour,0)+L#,minutes_par_jour)/minutes_par_jour"
#define FORMULA_PAID_KM "=Q#*(J#+J#)"
#define FORMULA_YEAR_KM "=IF(YEAR(F#)=YEAR(F@),S@+R@,0)"
#define FORMULA_RATE "=IF(R#=0,0,U#/R#)"
/* The part of the trip in each band of the year, at the rate of the band. */
#define FORMULA_MILEAGE                                                                            \
    "=ROUND((MIN(S#+R#,INDEX(jour_seuil_1,Z#))-MIN(S#,INDEX(jour_seuil_1,Z#)))"                    \
    "*INDEX(jour_km_1,Z#)"                                                                         \
    "+(MAX(MIN(S#+R#,INDEX(jour_seuil_2,Z#)),INDEX(jour_seuil_1,Z#))"                              \
    "-MAX(MIN(S#,INDEX(jour_seuil_2,Z#)),INDEX(jour_seuil_1,Z#)))*INDEX(jour_km_2,Z#)"             \
    "+(MAX(S#+R#,INDEX(jour_seuil_2,Z#))-MAX(S#,INDEX(jour_seuil_2,Z#)))"                          \
    "*INDEX(jour_km_3,Z#),2)"
#define FORMULA_TOTAL "=U#+W#"
#define FORMULA_NIGHT "=IF(OR(M#<INDEX(jour_depart,Z#),N#>INDEX(jour_retour,Z#)),1,0)"
#define FORMULA_RANK "=MATCH(F#,jour_date,0)"

static const char *source_word(CoWaySource source)
{
    switch (source) {
    case CO_WAY_TABLE:
        return "table";
    case CO_WAY_ESTIMATE:
        return "estimé";
    case CO_WAY_UNKNOWN:
        break;
    }
    return "inconnu";
}

static const char *right_word(CoTravelRight right)
{
    switch (right) {
    case CO_TRAVEL_DUE:
        return "oui";
    case CO_TRAVEL_COMMUNE_UNKNOWN:
        return "à confirmer";
    default:
        return "non";
    }
}

static const char *reason(CoTravelRight right)
{
    switch (right) {
    case CO_TRAVEL_AT_POST:
        return "sur place";
    case CO_TRAVEL_SAME_COMMUNE:
        return "même commune";
    case CO_TRAVEL_COMMUNE_UNKNOWN:
        return "commune inconnue";
    default:
        return "hors commune";
    }
}

static char *why(const CoFraisBook *frais, const CoExpenseLine *line)
{
    if (line->other_group_idx < 0)
        return g_strdup(reason(line->right));
    return g_strdup_printf("%s ; aussi %s", reason(line->right),
                           frais->plan->groups[line->other_group_idx].code);
}

static char *school_of(const CoExpenseLine *line)
{
    const char *name = line->post->name;
    const char *uai = line->post->uai;
    if (*name == '\0')
        return g_strdup(*uai != '\0' ? uai : "inconnu");
    return g_strdup_printf("%s%s%s%s", name, *uai != '\0' ? " (" : "", uai,
                           *uai != '\0' ? ")" : "");
}

/* The town and the room: the address is in the call letters. */
static char *place_of(const CoFraisBook *frais, const CoExpenseLine *line)
{
    const CoRoom *room = &frais->campaign->rooms[line->room_idx];
    const char *town = *room->place.commune != '\0' ? room->place.commune : room->place.name;
    return g_strdup_printf("%s%s%s", town, *town != '\0' ? ", " : "", room->code);
}

static void add_who(CoTable *table, const CoFraisBook *frais, const CoExpenseLine *line)
{
    const CoCampaign *campaign = frais->campaign;
    bool is_member = line->person_idx >= 0;
    co_table_take_text(table, co_frais_who(campaign, line));
    co_table_add_text(table, is_member ? campaign->people[line->person_idx].id
                                       : campaign->trainers[line->trainer_idx].code);
    co_table_add_text(table, is_member ? "participant" : "formateur");
    co_table_take_text(table, school_of(line));
    co_table_add_text(table, frais->plan->groups[line->group_idx].code);
    co_table_add_day(table, line->day);
    co_table_take_text(table, place_of(frais, line));
}

static void add_hours(CoTable *table, const CoExpenseLine *line)
{
    co_table_add_clock(table, line->start_min);
    co_table_add_clock(table, line->end_min);
    co_table_add_decimal(table, co_frais_units(line->way.km_milli));
    co_table_add_text(table, source_word(line->way.source));
    if (line->way.minutes > 0)
        co_table_add_number(table, line->way.minutes);
    else
        co_table_add_formula(table, FORMULA_MINUTES, line->way_min);
    co_table_add_formula(table, FORMULA_DEPARTURE, line->departure_min / (24.0 * 60.0));
    co_table_add_formula(table, FORMULA_RETURN, line->return_min / (24.0 * 60.0));
}

static void add_mileage(CoTable *table, const CoExpenseLine *line, bool goes_on)
{
    bool drives = co_expenses_is_paid(line) && line->car != CO_CAR_PASSENGER;
    double paid_km = co_frais_units(line->paid_km_milli);
    co_table_add_number(table, drives ? 1 : 0);
    co_table_add_formula(table, FORMULA_PAID_KM, paid_km);
    if (goes_on)
        co_table_add_formula(table, FORMULA_YEAR_KM, co_frais_units(line->year_km_milli));
    else
        co_table_add_decimal(table, 0);
    co_table_add_formula(table, FORMULA_RATE,
                         paid_km > 0 ? co_frais_euros(line->mileage_cents) / paid_km : 0);
    co_table_add_formula(table, FORMULA_MILEAGE, co_frais_euros(line->mileage_cents));
}

/* Away from the first departure of the day to the last return. */
static void add_meals(CoTable *table, const CoFraisBook *frais, const CoExpenseLine *line)
{
    bool has_canteen = frais->campaign->rooms[line->room_idx].canteen;
    co_table_add_text(table, has_canteen ? "réduit" : "plein");
    if (line->away_first < 0) {
        co_table_add_decimal(table, 0);
        return;
    }
    int first = frais->first_trip_row + line->away_first;
    int last = frais->first_trip_row + line->away_last;
    g_autofree char *departure =
        first == last ? g_strdup("M#") : g_strdup_printf("MIN(M%d:M%d)", first, last);
    g_autofree char *back =
        first == last ? g_strdup("N#") : g_strdup_printf("MAX(N%d:N%d)", first, last);
    g_autofree char *formula = g_strdup_printf(
        "=ROUND(IF(AND(%s<=INDEX(jour_midi_debut,Z#),%s>=INDEX(jour_midi_fin,Z#)),"
        "IF(V#=\"réduit\",INDEX(jour_repas_restauration,Z#),INDEX(jour_repas,Z#)),0)"
        "+IF(AND(%s<=INDEX(jour_soir_debut,Z#),%s>=INDEX(jour_soir_fin,Z#)),"
        "INDEX(jour_repas,Z#),0),2)",
        departure, back, departure, back);
    co_table_add_formula(table, formula, co_frais_euros(line->meal_cents));
}

/* @return the rank of a day among those of the sheet of days, from 1 */
static int rank_of(GArray *dates, CoDay day)
{
    guint at = 0;
    g_array_binary_search(dates, &day, co_frais_compare_days, &at);
    return (int)at + 1;
}

static void add_line(CoTable *table, const CoFraisBook *frais, int idx)
{
    const CoExpenseLine *line = &frais->expenses->lines[idx];
    bool goes_on = idx > 0 && line[-1].human_idx == line->human_idx;
    if (line->right == CO_TRAVEL_COMMUNE_UNKNOWN || line->overnight)
        co_table_fill_row(table, CO_FILL_AVOID);
    add_who(table, frais, line);
    add_hours(table, line);
    co_table_add_text(table, right_word(line->right));
    co_table_take_text(table, why(frais, line));
    add_mileage(table, line, goes_on);
    add_meals(table, frais, line);
    co_table_add_formula(table, FORMULA_TOTAL,
                         co_frais_euros(line->mileage_cents + line->meal_cents));
    if (co_expenses_is_paid(line))
        co_table_add_formula(table, FORMULA_NIGHT, line->overnight);
    else
        co_table_add_number(table, 0);
    co_table_add_formula(table, FORMULA_RANK, rank_of(frais->dates, line->day));
}

static void write_totals(CoFraisBook *frais, int row)
{
    CoExpenseTotals totals = co_expenses_total(frais->expenses);
    CoFraisTotal cells[N_COLS];
    for (int i = 0; i < N_COLS; i++)
        cells[i] = (CoFraisTotal){CO_STYLE_CELL, 0};
    cells[COL_PAID_KM] = (CoFraisTotal){CO_STYLE_CELL_KM, co_frais_units(totals.paid_km_milli)};
    cells[COL_MILEAGE] = (CoFraisTotal){CO_STYLE_CELL_MONEY, co_frais_euros(totals.mileage_cents)};
    cells[COL_MEALS] = (CoFraisTotal){CO_STYLE_CELL_MONEY, co_frais_euros(totals.meal_cents)};
    cells[COL_TOTAL] = (CoFraisTotal){CO_STYLE_CELL_MONEY,
                                      co_frais_euros(totals.mileage_cents + totals.meal_cents)};
    cells[COL_NIGHT] = (CoFraisTotal){CO_STYLE_CELL_NUMBER, totals.n_overnights};
    co_frais_total_row(frais->trips, frais->first_trip_row - 1, row, cells, N_COLS);
}

/* A sheet without a line has an empty one, which sums and names may stand on. */
void co_frais_trips(CoFraisBook *frais)
{
    const CoExpenses *expenses = frais->expenses;
    g_autoptr(CoTable) table = co_table_new(columns, N_COLS);
    frais->first_trip_row = FIRST_ROW + 1;
    for (int i = 0; i < expenses->n_lines; i++)
        add_line(table, frais, i);
    co_table_set_widths(table, frais->trips);
    int row = co_frais_head(frais, frais->trips, N_COLS, "Déplacements", notes);
    g_assert(row + 1 == FIRST_ROW);
    int last = co_table_fill_page(table, frais->trips, row);
    co_page_freeze(frais->trips, row + 1, 1);
    co_frais_name(frais, frais->trips, names, FIRST_ROW, expenses->n_lines);
    write_totals(frais, MAX(last, FIRST_ROW + 1));
}
