/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cells.h"
#include "cohorte/text.h"
#include "numbers.h"
#include "inputs/calendars/periods.h"
#include "tables.h"

enum { KEY, VALUE, COMMENT };

static const CoColumn columns[] = {
    [KEY] = {"cle", CO_REQUIRED},
    [VALUE] = {"valeur", CO_PRESENT},
    [COMMENT] = {"commentaire", CO_OPTIONAL},
};

typedef struct Setting {
    const char *key;
    const char *fallback; /* the default, as shown when the value cannot be used */
    void (*read)(CoRow *row, CoParameters *parameters);
} Setting;

static void read_name(CoRow *row, CoParameters *parameters)
{
    parameters->name = co_cell_text(row, VALUE);
}

static void read_academy(CoRow *row, CoParameters *parameters)
{
    parameters->academy = co_cell_text(row, VALUE);
}

static void read_zone(CoRow *row, CoParameters *parameters)
{
    const char *zone = co_cell_text(row, VALUE);
    parameters->zone = g_ascii_strncasecmp(zone, "zone ", 5) == 0 ? zone + 5 : zone;
}

static void read_first_day(CoRow *row, CoParameters *parameters)
{
    co_cell_day(row, VALUE, &parameters->first_day);
}

static void read_last_day(CoRow *row, CoParameters *parameters)
{
    co_cell_day(row, VALUE, &parameters->last_day);
}

static void read_convocation(CoRow *row, CoParameters *parameters)
{
    co_cell_day(row, VALUE, &parameters->convocation_day);
}

static void read_organizer(CoRow *row, CoParameters *parameters)
{
    parameters->organizer_email = co_cell_email(row, VALUE);
}

static void read_notice_warn(CoRow *row, CoParameters *parameters)
{
    co_cell_int(row, VALUE, 0, 365, &parameters->notice_warn_days);
}

static void read_notice_block(CoRow *row, CoParameters *parameters)
{
    co_cell_int(row, VALUE, 0, 365, &parameters->notice_block_days);
}

static void read_hours(CoRow *row, int *start_min, int *end_min)
{
    if (!co_number_parse_hours(co_row_cell(row, VALUE), start_min, end_min))
        co_cell_refuse(row, VALUE, CO_PROBLEM_VALUE_TYPE, "heures");
}

static void read_morning(CoRow *row, CoParameters *parameters)
{
    read_hours(row, &parameters->morning_start_min, &parameters->morning_end_min);
}

static void read_afternoon(CoRow *row, CoParameters *parameters)
{
    read_hours(row, &parameters->afternoon_start_min, &parameters->afternoon_end_min);
}

static void read_wednesday(CoRow *row, CoParameters *parameters)
{
    static const char *const choices[] = {"ouvert", "evite", "ferme", NULL};
    static const CoWednesday values[] = {CO_WEDNESDAY_OPEN, CO_WEDNESDAY_AVOIDED,
                                         CO_WEDNESDAY_CLOSED};
    int choice;
    if (co_cell_choice(row, VALUE, choices, &choice))
        parameters->wednesday = values[choice];
}

static void read_close_holidays(CoRow *row, CoParameters *parameters)
{
    co_cell_bool(row, VALUE, &parameters->close_holidays);
}

static void read_territory(CoRow *row, CoParameters *parameters)
{
    static const char *const choices[] = {"metropole", "alsace-moselle", NULL};
    static const CoTerritory values[] = {CO_TERRITORY_MAINLAND, CO_TERRITORY_ALSACE_MOSELLE};
    int choice;
    if (!co_cell_choice(row, VALUE, choices, &choice))
        return;
    parameters->territory = values[choice];
    row->table->import->one_territory = true;
}

static void read_route(CoRow *row, CoParameters *parameters)
{
    int64_t micro;
    if (!co_cell_micro(row, VALUE, 5, &micro))
        return;
    if (micro < 1000000)
        co_cell_refuse(row, VALUE, CO_PROBLEM_VALUE_RANGE, "1..5");
    else
        parameters->route_micro = micro;
}

static void read_km_rate(CoRow *row, CoParameters *parameters)
{
    co_cell_micro(row, VALUE, 10, &parameters->km_rate_micro);
}

/* Euros to whole cents, halves away from zero. */
static void read_cents(CoRow *row, int max, int64_t *cents)
{
    int64_t micro;
    if (co_cell_micro(row, VALUE, max, &micro))
        *cents = (micro + 5000) / 10000;
}

static void read_meal(CoRow *row, CoParameters *parameters)
{
    read_cents(row, 1000, &parameters->meal_cents);
}

static void read_meal_canteen(CoRow *row, CoParameters *parameters)
{
    read_cents(row, 1000, &parameters->meal_canteen_cents);
}

static void read_trainer_rate(CoRow *row, CoParameters *parameters)
{
    read_cents(row, 10000, &parameters->trainer_rate_cents);
}

static void read_max_trip(CoRow *row, CoParameters *parameters)
{
    co_cell_int(row, VALUE, 1, 20000, &parameters->max_trip_km);
}

static void read_group_by_establishment(CoRow *row, CoParameters *parameters)
{
    co_cell_bool(row, VALUE, &parameters->group_by_establishment);
}

static void read_car_seats(CoRow *row, CoParameters *parameters)
{
    co_cell_int(row, VALUE, 0, 99, &parameters->car_seats);
}

static void read_head_present(CoRow *row, CoParameters *parameters)
{
    co_cell_bool(row, VALUE, &parameters->head_present);
}

static void read_continuity_remote(CoRow *row, CoParameters *parameters)
{
    co_cell_bool(row, VALUE, &parameters->continuity_remote);
}

static void read_class_absentees(CoRow *row, CoParameters *parameters)
{
    co_cell_int(row, VALUE, 0, 100, &parameters->class_absentees);
}

static void read_reserve_seats(CoRow *row, CoParameters *parameters)
{
    co_cell_bool(row, VALUE, &parameters->reserve_seats);
}

static void read_tolerance(CoRow *row, CoParameters *parameters)
{
    co_cell_micro(row, VALUE, 100, &parameters->cost_tolerance_micro);
}

static const Setting settings[] = {
    {"campagne", NULL, read_name},
    {"academie", NULL, read_academy},
    {"zone", NULL, read_zone},
    {"debut", NULL, read_first_day},
    {"fin", NULL, read_last_day},
    {"date_convocation", NULL, read_convocation},
    {"courriel_eafc", NULL, read_organizer},
    {"preavis_jours", "15", read_notice_warn},
    {"preavis_bloquant_jours", "7", read_notice_block},
    {"matin", "09:00-12:00", read_morning},
    {"apres_midi", "13:30-16:30", read_afternoon},
    {"mercredi", "evite", read_wednesday},
    {"fermer_vacances", "oui", read_close_holidays},
    {"jours_feries", NULL, read_territory}, /* each academy's own; once written, one for all */
    {"coefficient_route", "1,3", read_route},
    {"taux_km", "0,32", read_km_rate},
    {"repas", "20,00", read_meal},
    {"repas_restauration", "10,00", read_meal_canteen},
    {"taux_horaire_formateur", NULL, read_trainer_rate},
    {"trajet_max_km", NULL, read_max_trip},
    {"grouper_par_etablissement", "non", read_group_by_establishment},
    {"covoiturage_places", "0", read_car_seats},
    {"direction_presente", "oui", read_head_present},
    {"continuite_distance", "non", read_continuity_remote},
    {"absents_classe", "0", read_class_absentees},
    {"reserver_places", "non", read_reserve_seats},
    {"tolerance_cout", "0,5", read_tolerance},
};

/* @return (transfer full) the keys there are, to their position in settings */
static CoKeys *known_keys(void)
{
    CoKeys *keys = co_keys_new(co_text_key);
    for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
        co_keys_add(keys, settings[i].key, (int)i, 0);
    return keys;
}

static void read_row(CoImport *import, CoRow *row)
{
    const char *key = co_cell_text(row, KEY);
    g_autoptr(CoKeys) known = known_keys();
    int setting = co_keys_find(known, key);
    if (setting < 0) {
        co_row_report(row, KEY,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_PARAMETER_UNKNOWN,
                                  .action = CO_ACTION_ROW_OUT,
                                  .value = key,
                                  .detail = co_keys_closest(known, key)});
        return;
    }
    if (co_cell_is_blank(row, VALUE) ||
        !co_row_claim_key(row, KEY, import->parameters, key, setting))
        return;
    row->fallback = settings[setting].fallback;
    settings[setting].read(row, &import->campaign->parameters);
}

int co_parametres_count(void)
{
    return G_N_ELEMENTS(settings);
}

const char *co_parametres_key(int index, const char **fallback, bool *required)
{
    static const char *const needed[] = {"campagne", "academie", "zone", "debut", "fin"};
    const Setting *setting = &settings[index];
    *fallback = setting->fallback;
    *required = false;
    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++)
        *required = *required || strcmp(setting->key, needed[i]) == 0;
    return setting->key;
}

const CoTableKind co_table_parametres = {
    "parametres", columns, G_N_ELEMENTS(columns), true, read_row,
};

static void report_parameter(CoImport *import, CoProblem problem, const char *key)
{
    problem.line = co_keys_line(import->parameters, key);
    if (problem.column == NULL)
        problem.column = key;
    if (co_sheet_store_count(import->sheets, "parametres") > 0)
        co_sheet_report(co_sheet_store_get(import->sheets, "parametres", 0), import->problems,
                        problem);
    else
        co_import_report(import, problem);
}

static void require_day(CoImport *import, CoDay day, const char *key)
{
    if (day != CO_DAY_NONE)
        return;
    import->unusable = true;
    if (co_keys_find(import->parameters, key) >= 0)
        return; /* given, and reported as no date */
    report_parameter(import,
                     (CoProblem){.severity = CO_SEVERITY_ERROR,
                                 .code = CO_PROBLEM_PARAMETER_MISSING,
                                 .column = columns[KEY].name,
                                 .value = key},
                     key);
}

static void judge_horizon(CoImport *import, const CoParameters *parameters)
{
    enum { MAX_DAYS = 1000 };
    char first[CO_DAY_ISO_SIZE], last[CO_DAY_ISO_SIZE];
    co_day_to_iso(parameters->first_day, first);
    co_day_to_iso(parameters->last_day, last);
    int n_days = parameters->last_day - parameters->first_day + 1;
    CoProblem problem = {.severity = CO_SEVERITY_ERROR, .value = last};
    if (n_days < 1) {
        problem.code = CO_PROBLEM_DATES_REVERSED;
        problem.detail = first;
    } else if (n_days > MAX_DAYS) {
        problem.code = CO_PROBLEM_HORIZON_LONG;
        problem.number = MAX_DAYS;
    } else {
        return;
    }
    import->unusable = true;
    report_parameter(import, problem, "fin");
}

/* A reference day so late that no notice can be kept leaves nothing to plan. */
static void judge_convocation(CoImport *import, const CoParameters *parameters)
{
    if (parameters->convocation_day == CO_DAY_NONE ||
        parameters->convocation_day + parameters->notice_block_days <= parameters->last_day)
        return;
    char day[CO_DAY_ISO_SIZE];
    g_autofree char *horizon = co_period_text(parameters->first_day, parameters->last_day);
    report_parameter(import,
                     (CoProblem){.severity = CO_SEVERITY_WARNING,
                                 .code = CO_PROBLEM_DATE_OUTSIDE,
                                 .value = co_day_to_iso(parameters->convocation_day, day),
                                 .detail = horizon},
                     "date_convocation");
}

/* Halves that overlap would put one person in two places within one day. */
static void judge_halves(CoImport *import, CoParameters *parameters)
{
    if (parameters->morning_end_min <= parameters->afternoon_start_min)
        return;
    parameters->morning_start_min = 9 * 60;
    parameters->morning_end_min = 12 * 60;
    parameters->afternoon_start_min = 13 * 60 + 30;
    parameters->afternoon_end_min = 16 * 60 + 30;
    report_parameter(import,
                     (CoProblem){.severity = CO_SEVERITY_ERROR,
                                 .code = CO_PROBLEM_HALVES_OVERLAP,
                                 .action = CO_ACTION_DEFAULT,
                                 .used = "09:00-12:00, 13:30-16:30"},
                     "apres_midi");
}

void co_parametres_judge(CoImport *import)
{
    CoParameters *parameters = &import->campaign->parameters;
    if (co_sheet_store_count(import->sheets, "parametres") == 0)
        return; /* said already */
    require_day(import, parameters->first_day, "debut");
    require_day(import, parameters->last_day, "fin");
    judge_halves(import, parameters);
    if (parameters->first_day == CO_DAY_NONE || parameters->last_day == CO_DAY_NONE)
        return;
    judge_horizon(import, parameters);
    judge_convocation(import, parameters);
    if (parameters->trainer_rate_cents < 0)
        report_parameter(import,
                         (CoProblem){.severity = CO_SEVERITY_WARNING,
                                     .code = CO_PROBLEM_RATE_UNSET,
                                     .value = "taux_horaire_formateur"},
                         "taux_horaire_formateur");
}
