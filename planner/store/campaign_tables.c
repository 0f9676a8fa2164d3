/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "campaign_tables.h"

/* The file holds these as numbers: their order is part of its format. */
G_STATIC_ASSERT(CO_SPHERE_ORDERING == 1 && CO_SPHERE_ACCOUNTING == 2);
G_STATIC_ASSERT(CO_OFFICE_HEAD == 1 && CO_OFFICE_GENERAL_SECRETARY == 2 && CO_OFFICE_AGENCY == 3);
G_STATIC_ASSERT(CO_WEDNESDAY_AVOIDED == 1 && CO_WEDNESDAY_CLOSED == 2);
G_STATIC_ASSERT(CO_TRISTATE_NO == 1 && CO_TRISTATE_YES == 2);
G_STATIC_ASSERT(CO_TERRITORY_ALSACE_MOSELLE == 1);
G_STATIC_ASSERT(CO_PAIR_ONE_CONFIRMED == 1 && CO_PAIR_ONE_PER_SPHERE == 2 && CO_PAIR_FIXED == 3);
G_STATIC_ASSERT(CO_MODE_VIRTUAL_CLASS == 1 && CO_MODE_SELF_STUDY == 2 && CO_MODE_WEBINAR == 3);
G_STATIC_ASSERT(CO_MOMENT_AM == 1 && CO_MOMENT_PM == 2 && CO_MOMENT_FREE == 3);
G_STATIC_ASSERT(CO_CLOSURE_SCHOOL_HOLIDAY == 1 && CO_CLOSURE_LOCAL == 2);
G_STATIC_ASSERT(CO_LOCK_ROOM == 1 && CO_LOCK_PAIR == 2 && CO_LOCK_MEMBERS == 3);
G_STATIC_ASSERT(CO_LOCK_ALL == 4 && CO_LOCK_PERSON == 5);
/* rows.c reads and writes enumerations and days as int. */
G_STATIC_ASSERT(sizeof(CoMode) == sizeof(int) && sizeof(CoDay) == sizeof(int));

#define COLUMN(kind, struct_type, member, name)                                                    \
    {                                                                                              \
        name, CO_COLUMN_##kind, offsetof(struct_type, member)                                      \
    }

#define ORIGIN_COLUMNS(struct_type)                                                                \
    COLUMN(TEXT, struct_type, origin.file, "origin_file"),                                         \
        COLUMN(TEXT, struct_type, origin.sheet, "origin_sheet"),                                   \
        COLUMN(INT, struct_type, origin.row, "origin_row")

#define PLACE_COLUMNS(struct_type)                                                                 \
    COLUMN(TEXT, struct_type, place.uai, "place_uai"),                                             \
        COLUMN(TEXT, struct_type, place.name, "place_name"),                                       \
        COLUMN(TEXT, struct_type, place.type, "place_type"),                                       \
        COLUMN(TEXT, struct_type, place.address, "address"),                                       \
        COLUMN(TEXT, struct_type, place.post_code, "post_code"),                                   \
        COLUMN(TEXT, struct_type, place.commune, "commune"),                                       \
        COLUMN(TEXT, struct_type, place.commune_code, "commune_code"),                             \
        COLUMN(TEXT, struct_type, place.department, "department"),                                 \
        COLUMN(BOOL, struct_type, place.located, "located"),                                       \
        COLUMN(REAL, struct_type, place.latitude, "latitude"),                                     \
        COLUMN(REAL, struct_type, place.longitude, "longitude")

static const CoColumn parameters_columns[] = {
    COLUMN(TEXT, CoParameters, name, "name"),
    COLUMN(TEXT, CoParameters, academy, "academy"),
    COLUMN(TEXT, CoParameters, zone, "zone"),
    COLUMN(DAY, CoParameters, first_day, "first_day"),
    COLUMN(DAY, CoParameters, last_day, "last_day"),
    COLUMN(DAY, CoParameters, convocation_day, "convocation_day"),
    COLUMN(TEXT, CoParameters, organizer_email, "organizer_email"),
    COLUMN(INT, CoParameters, notice_warn_days, "notice_warn_days"),
    COLUMN(INT, CoParameters, notice_block_days, "notice_block_days"),
    COLUMN(INT, CoParameters, morning_start_min, "morning_start_min"),
    COLUMN(INT, CoParameters, morning_end_min, "morning_end_min"),
    COLUMN(INT, CoParameters, afternoon_start_min, "afternoon_start_min"),
    COLUMN(INT, CoParameters, afternoon_end_min, "afternoon_end_min"),
    COLUMN(INT, CoParameters, wednesday, "wednesday"),
    COLUMN(BOOL, CoParameters, close_holidays, "close_holidays"),
    COLUMN(INT, CoParameters, territory, "territory"),
    COLUMN(INT64, CoParameters, route_micro, "route_micro"),
    COLUMN(INT64, CoParameters, km_rate_micro, "km_rate_micro"),
    COLUMN(INT64, CoParameters, meal_cents, "meal_cents"),
    COLUMN(INT64, CoParameters, meal_canteen_cents, "meal_canteen_cents"),
    COLUMN(INT64, CoParameters, trainer_rate_cents, "trainer_rate_cents"),
    COLUMN(INT, CoParameters, max_trip_km, "max_trip_km"),
    COLUMN(BOOL, CoParameters, group_by_establishment, "group_by_establishment"),
    COLUMN(INT, CoParameters, car_seats, "car_seats"),
    COLUMN(BOOL, CoParameters, head_present, "head_present"),
    COLUMN(BOOL, CoParameters, continuity_remote, "continuity_remote"),
    COLUMN(INT, CoParameters, class_absentees, "class_absentees"),
    COLUMN(BOOL, CoParameters, reserve_seats, "reserve_seats"),
    COLUMN(INT64, CoParameters, cost_tolerance_micro, "cost_tolerance_micro"),
};

static const CoColumn survey_columns[] = {
    COLUMN(INT, CoSurveyStats, n_rows, "n_rows"),
    COLUMN(INT, CoSurveyStats, n_kept, "n_kept"),
    COLUMN(INT, CoSurveyStats, n_replaced, "n_replaced"),
    COLUMN(INT, CoSurveyStats, n_unsubmitted, "n_unsubmitted"),
    COLUMN(INT, CoSurveyStats, n_outside, "n_outside"),
    COLUMN(INT, CoSurveyStats, n_uai_mended, "n_uai_mended"),
    COLUMN(INT, CoSurveyStats, n_person_twice, "n_person_twice"),
    COLUMN(INT, CoSurveyStats, n_person_two_places, "n_person_two_places"),
};

static const CoColumn academies_columns[] = {
    COLUMN(TEXT, CoAcademy, name, "name"),
    COLUMN(TEXT, CoAcademy, zone, "zone"),
    ORIGIN_COLUMNS(CoAcademy),
};

static const CoColumn waves_columns[] = {
    COLUMN(TEXT, CoWave, code, "code"),
    COLUMN(TEXT, CoWave, label, "label"),
    COLUMN(DAY, CoWave, cutover, "cutover"),
    ORIGIN_COLUMNS(CoWave),
};

static const CoColumn agencies_columns[] = {
    COLUMN(TEXT, CoAgency, uai, "uai"),
    COLUMN(TEXT, CoAgency, label, "label"),
    COLUMN(BOOL, CoAgency, accountant_present, "accountant_present"),
    ORIGIN_COLUMNS(CoAgency),
};

static const CoColumn roles_columns[] = {
    COLUMN(TEXT, CoRole, code, "code"),       COLUMN(TEXT, CoRole, label, "label"),
    COLUMN(INT, CoRole, sphere, "sphere"),    COLUMN(INT, CoRole, office, "office"),
    COLUMN(BOOL, CoRole, service, "service"), ORIGIN_COLUMNS(CoRole),
};

static const CoColumn paths_columns[] = {
    COLUMN(TEXT, CoPath, code, "code"),
    COLUMN(TEXT, CoPath, label, "label"),
    COLUMN(INT, CoPath, min_size, "min_size"),
    COLUMN(INT, CoPath, target_size, "target_size"),
    COLUMN(INT, CoPath, max_size, "max_size"),
    COLUMN(INT, CoPath, trainers_per_group, "trainers_per_group"),
    COLUMN(INT, CoPath, pair_rule, "pair_rule"),
    COLUMN(INT, CoPath, min_groups, "min_groups"),
    COLUMN(INT, CoPath, max_groups, "max_groups"),
    ORIGIN_COLUMNS(CoPath),
};

static const CoColumn modules_columns[] = {
    COLUMN(REF, CoModule, path_idx, "path"),
    COLUMN(INT, CoModule, order, "ordinal"),
    COLUMN(TEXT, CoModule, code, "code"),
    COLUMN(TEXT, CoModule, title, "title"),
    COLUMN(TEXT, CoModule, link, "link"),
    COLUMN(INT, CoModule, mode, "mode"),
    COLUMN(INT, CoModule, half_days, "half_days"),
    COLUMN(INT, CoModule, moment, "moment"),
    COLUMN(BOOL, CoModule, fm1, "fm1"),
    COLUMN(INT, CoModule, gap_min_days, "gap_min_days"),
    COLUMN(INT, CoModule, gap_max_days, "gap_max_days"),
    COLUMN(DAY, CoModule, earliest, "earliest"),
    COLUMN(DAY, CoModule, latest, "latest"),
    COLUMN(BOOL, CoModule, before_cutover, "before_cutover"),
    ORIGIN_COLUMNS(CoModule),
};

static const CoColumn establishments_columns[] = {
    COLUMN(TEXT, CoEstablishment, uai, "uai"),
    PLACE_COLUMNS(CoEstablishment),
    COLUMN(REF, CoEstablishment, wave_idx, "wave"),
    COLUMN(REF, CoEstablishment, agency_idx, "agency"),
    COLUMN(REF, CoEstablishment, academy_idx, "academy"),
    COLUMN(INT, CoEstablishment, staff, "staff"),
    COLUMN(TEXT, CoEstablishment, respondent, "respondent"),
    COLUMN(BOOL, CoEstablishment, answered, "answered"),
    ORIGIN_COLUMNS(CoEstablishment),
};

static const CoColumn people_columns[] = {
    COLUMN(TEXT, CoPerson, id, "id"),
    COLUMN(REF, CoPerson, establishment_idx, "establishment"),
    COLUMN(BOOL, CoPerson, named, "named"),
    COLUMN(BOOL, CoPerson, reserved, "reserved"),
    COLUMN(INT, CoPerson, weight, "weight"),
    COLUMN(BOOL, CoPerson, already_trained, "already_trained"),
    COLUMN(BOOL, CoPerson, needs_access, "needs_access"),
    COLUMN(INT, CoPerson, otp, "otp"),
    COLUMN(INT, CoPerson, access_right, "access_right"),
    ORIGIN_COLUMNS(CoPerson),
};

static const CoColumn trainers_columns[] = {
    COLUMN(TEXT, CoTrainer, code, "code"),
    PLACE_COLUMNS(CoTrainer),
    COLUMN(REF, CoTrainer, role_idx, "role"),
    COLUMN(INT, CoTrainer, sphere, "sphere"),
    COLUMN(TEXT, CoTrainer, entry_wave, "entry_wave"),
    COLUMN(BOOL, CoTrainer, confirmed, "confirmed"),
    COLUMN(INT, CoTrainer, max_half_days, "max_half_days"),
    COLUMN(REF, CoTrainer, academy_idx, "academy"),
    ORIGIN_COLUMNS(CoTrainer),
};

static const CoColumn pairs_columns[] = {
    COLUMN(TEXT, CoPair, code, "code"),
    COLUMN(REF, CoPair, trainer_idx[0], "trainer_1"),
    COLUMN(REF, CoPair, trainer_idx[1], "trainer_2"),
    ORIGIN_COLUMNS(CoPair),
};

static const CoColumn rooms_columns[] = {
    COLUMN(TEXT, CoRoom, code, "code"),          PLACE_COLUMNS(CoRoom),
    COLUMN(INT, CoRoom, seats, "seats"),         COLUMN(INT, CoRoom, workstations, "workstations"),
    COLUMN(BOOL, CoRoom, canteen, "canteen"),    COLUMN(BOOL, CoRoom, accessible, "accessible"),
    COLUMN(REF, CoRoom, academy_idx, "academy"), ORIGIN_COLUMNS(CoRoom),
};

static const CoColumn fm1_windows_columns[] = {
    COLUMN(DAY, CoFm1Window, first_day, "first_day"),
    COLUMN(DAY, CoFm1Window, last_day, "last_day"),
    COLUMN(INT, CoFm1Window, max_groups, "max_groups"),
    ORIGIN_COLUMNS(CoFm1Window),
};

static const CoColumn closures_columns[] = {
    COLUMN(INT, CoClosure, kind, "kind"),         COLUMN(DAY, CoClosure, first_day, "first_day"),
    COLUMN(DAY, CoClosure, last_day, "last_day"), COLUMN(REF, CoClosure, academy_idx, "academy"),
    COLUMN(TEXT, CoClosure, label, "label"),      ORIGIN_COLUMNS(CoClosure),
};

static const CoColumn milestones_columns[] = {
    COLUMN(TEXT, CoMilestone, code, "code"),
    COLUMN(TEXT, CoMilestone, label, "label"),
    COLUMN(DAY, CoMilestone, first_day, "first_day"),
    COLUMN(DAY, CoMilestone, last_day, "last_day"),
    COLUMN(BOOL, CoMilestone, forbidden, "forbidden"),
    COLUMN(REF, CoMilestone, academy_idx, "academy"),
    ORIGIN_COLUMNS(CoMilestone),
};

static const CoColumn locks_columns[] = {
    COLUMN(TEXT, CoLock, group, "group_code"),
    COLUMN(TEXT, CoLock, value, "value"),
    COLUMN(INT, CoLock, kind, "kind"),
    ORIGIN_COLUMNS(CoLock),
};

static const CoColumn distances_columns[] = {
    COLUMN(TEXT, CoDistance, uai, "uai"),
    COLUMN(REF, CoDistance, room_idx, "room"),
    COLUMN(INT64, CoDistance, km_milli, "km_milli"),
    COLUMN(INT, CoDistance, minutes, "minutes"),
    ORIGIN_COLUMNS(CoDistance),
};

static const CoColumn rates_columns[] = {
    COLUMN(TEXT, CoRate, code, "code"),
    COLUMN(INT64, CoRate, value_micro, "value_micro"),
    COLUMN(DAY, CoRate, first_day, "first_day"),
    COLUMN(DAY, CoRate, last_day, "last_day"),
    ORIGIN_COLUMNS(CoRate),
};

static const CoColumn text_columns[] = {{"item", CO_COLUMN_TEXT, 0}};
static const CoColumn ref_columns[] = {{"item", CO_COLUMN_REF, 0}};
static const CoColumn span_columns[] = {
    COLUMN(DAY, CoSpan, first_day, "first_day"),
    COLUMN(DAY, CoSpan, last_day, "last_day"),
    COLUMN(INT, CoSpan, weekday, "weekday"),
    COLUMN(INT, CoSpan, halves, "halves"),
};

static void *add_parameters(CoCampaign *campaign)
{
    return &campaign->parameters;
}

static void *add_survey(CoCampaign *campaign)
{
    return &campaign->survey;
}

/* The public functions return different types; a table of functions needs one. */
#define DEFINE_ADD(one)                                                                            \
    static void *add_##one(CoCampaign *campaign)                                                   \
    {                                                                                              \
        return co_campaign_add_##one(campaign);                                                    \
    }
DEFINE_ADD(academy)
DEFINE_ADD(wave)
DEFINE_ADD(agency)
DEFINE_ADD(role)
DEFINE_ADD(path)
DEFINE_ADD(module)
DEFINE_ADD(establishment)
DEFINE_ADD(person)
DEFINE_ADD(trainer)
DEFINE_ADD(pair)
DEFINE_ADD(room)
DEFINE_ADD(fm1_window)
DEFINE_ADD(closure)
DEFINE_ADD(milestone)
DEFINE_ADD(lock)
DEFINE_ADD(distance)
DEFINE_ADD(rate)

#define SINGLE(struct_type, member, columns)                                                       \
    {                                                                                              \
        {#member, false, sizeof(struct_type), G_N_ELEMENTS(columns), columns}, true, 0,            \
            offsetof(CoCampaign, member), add_##member                                             \
    }
#define ARRAY(struct_type, many, one)                                                              \
    {                                                                                              \
        {#many, false, sizeof(struct_type), G_N_ELEMENTS(many##_columns), many##_columns}, false,  \
            offsetof(CoCampaign, n_##many), offsetof(CoCampaign, many), add_##one                  \
    }

const CoCampaignTable co_campaign_tables[CO_N_TABLES] = {
    [CO_TABLE_PARAMETERS] = SINGLE(CoParameters, parameters, parameters_columns),
    [CO_TABLE_SURVEY] = SINGLE(CoSurveyStats, survey, survey_columns),
    [CO_TABLE_ACADEMIES] = ARRAY(CoAcademy, academies, academy),
    [CO_TABLE_WAVES] = ARRAY(CoWave, waves, wave),
    [CO_TABLE_AGENCIES] = ARRAY(CoAgency, agencies, agency),
    [CO_TABLE_ROLES] = ARRAY(CoRole, roles, role),
    [CO_TABLE_PATHS] = ARRAY(CoPath, paths, path),
    [CO_TABLE_MODULES] = ARRAY(CoModule, modules, module),
    [CO_TABLE_ESTABLISHMENTS] = ARRAY(CoEstablishment, establishments, establishment),
    [CO_TABLE_PEOPLE] = ARRAY(CoPerson, people, person),
    [CO_TABLE_TRAINERS] = ARRAY(CoTrainer, trainers, trainer),
    [CO_TABLE_PAIRS] = ARRAY(CoPair, pairs, pair),
    [CO_TABLE_ROOMS] = ARRAY(CoRoom, rooms, room),
    [CO_TABLE_FM1_WINDOWS] = ARRAY(CoFm1Window, fm1_windows, fm1_window),
    [CO_TABLE_CLOSURES] = ARRAY(CoClosure, closures, closure),
    [CO_TABLE_MILESTONES] = ARRAY(CoMilestone, milestones, milestone),
    [CO_TABLE_LOCKS] = ARRAY(CoLock, locks, lock),
    [CO_TABLE_DISTANCES] = ARRAY(CoDistance, distances, distance),
    [CO_TABLE_RATES] = ARRAY(CoRate, rates, rate),
};

#define LIST(name, item_type, columns, owner, owner_type, member)                                  \
    {                                                                                              \
        {name, true, sizeof(item_type), G_N_ELEMENTS(columns), columns}, CO_TABLE_##owner,         \
            offsetof(owner_type, n_##member), offsetof(owner_type, member)                         \
    }
/* An array of indices `x_idx` is counted by `n_xs`. */
#define REFS(name, owner, owner_type, count, member)                                               \
    {                                                                                              \
        {name, true, sizeof(int), G_N_ELEMENTS(ref_columns), ref_columns}, CO_TABLE_##owner,       \
            offsetof(owner_type, count), offsetof(owner_type, member)                              \
    }

const CoCampaignList co_campaign_lists[CO_N_LISTS] = {
    LIST("role_aliases", const char *, text_columns, ROLES, CoRole, aliases),
    REFS("path_roles", PATHS, CoPath, n_roles, role_idx),
    REFS("person_roles", PEOPLE, CoPerson, n_roles, role_idx),
    LIST("person_spans", CoSpan, span_columns, PEOPLE, CoPerson, spans),
    REFS("trainer_paths", TRAINERS, CoTrainer, n_paths, path_idx),
    LIST("trainer_spans", CoSpan, span_columns, TRAINERS, CoTrainer, spans),
    REFS("pair_paths", PAIRS, CoPair, n_paths, path_idx),
    LIST("room_spans", CoSpan, span_columns, ROOMS, CoRoom, spans),
    REFS("milestone_roles", MILESTONES, CoMilestone, n_roles, role_idx),
};
