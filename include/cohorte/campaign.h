/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file campaign.h  A whole campaign as read-only data. Implemented by planner/domain/campaign.c.
 *
 * A #CoCampaign is built once (by inputs/ from files, or by planner/store/ from a campaign file),
 * closed by co_campaign_finish(), and only read afterwards; many threads may read one. Everything
 * in it, texts included, belongs to it: co_campaign_free() releases all. Objects refer to one
 * another by 0-based index (`*_idx`, -1 = none). Texts are UTF-8, never NULL ("" when unknown)
 * unless said.
 *
 * Money is in whole cents, time in minutes, distances in whole metres or thousandths of km, rates
 * in millionths; there is no floating point money. Table names and columns: INPUTS.md. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/day.h"
G_BEGIN_DECLS

/** Where a row came from; kept with every imported row. */
typedef struct CoOrigin {
    const char *file;  /**< base name, "" when unknown */
    const char *sheet; /**< "" for CSV */
    int row;           /**< 1-based line or row, 0 when unknown */
} CoOrigin;

typedef enum { CO_SPHERE_NONE, CO_SPHERE_ORDERING, CO_SPHERE_ACCOUNTING } CoSphere;
typedef enum {
    CO_OFFICE_OTHER,
    CO_OFFICE_HEAD,
    CO_OFFICE_GENERAL_SECRETARY,
    CO_OFFICE_AGENCY
} CoOffice;
typedef enum { CO_WEDNESDAY_OPEN, CO_WEDNESDAY_AVOIDED, CO_WEDNESDAY_CLOSED } CoWednesday;
typedef enum { CO_TRISTATE_UNKNOWN, CO_TRISTATE_NO, CO_TRISTATE_YES } CoTristate;
typedef enum { CO_TERRITORY_MAINLAND, CO_TERRITORY_ALSACE_MOSELLE } CoTerritory;

/** The table `parametres`. Defaults are set by co_campaign_new(). */
typedef struct CoParameters {
    const char *name;            /**< campagne */
    const char *academy;         /**< academie */
    const char *zone;            /**< "A", "B", "C" or an overseas label, "" unknown */
    CoDay first_day;             /**< debut, CO_DAY_NONE until read */
    CoDay last_day;              /**< fin, included; horizon is at most 1000 days */
    CoDay convocation_day;       /**< date_convocation; co_campaign_finish() sets the default */
    const char *organizer_email; /**< courriel_eafc: who messages come from; "" = not given */
    int notice_warn_days;        /**< preavis_jours, 15 */
    int notice_block_days;       /**< preavis_bloquant_jours, 7 */
    int morning_start_min, morning_end_min;     /**< matin, 540..720 */
    int afternoon_start_min, afternoon_end_min; /**< apres_midi, 810..990 */
    CoWednesday wednesday;                      /**< mercredi, avoided */
    bool close_holidays;                        /**< fermer_vacances, true */
    CoTerritory territory;                      /**< jours_feries, mainland */
    int64_t route_micro;                        /**< coefficient_route x 1e6, 1 300 000 */
    int64_t km_rate_micro;                      /**< taux_km, euros per km x 1e6, 320 000 */
    int64_t meal_cents;                         /**< repas, 2000 */
    int64_t meal_canteen_cents;                 /**< repas_restauration, 1000 */
    int64_t trainer_rate_cents;  /**< taux_horaire_formateur, per hour; -1 = not set, counts 0 */
    int max_trip_km;             /**< trajet_max_km; -1 = none */
    bool group_by_establishment; /**< grouper_par_etablissement, false (R12) */
    int car_seats;               /**< covoiturage_places, 0 = no car sharing */
    bool head_present;           /**< direction_presente, true (R09) */
    bool continuity_remote; /**< continuite_distance, false: virtual classes do not count as away */
    int class_absentees;    /**< absents_classe, 0 */
    bool reserve_seats;     /**< reserver_places, false */
    int64_t cost_tolerance_micro; /**< tolerance_cout in percent x 1e6, 500 000 */
} CoParameters;

/** Where an establishment, a trainer's post or a room stands. */
typedef struct CoPlace {
    const char *uai;  /**< "" unknown */
    const char *name; /**< full name */
    const char *type; /**< "Collège", "Lycée"... as published or as typed */
    const char *address;
    const char *post_code;
    const char *commune;
    const char *commune_code; /**< INSEE code, "" unknown */
    const char *department; /**< "038", "02B", "974"; from the UAI, else the commune or post code */
    bool located;           /**< latitude and longitude are known */
    double latitude, longitude; /**< degrees, WGS84 */
} CoPlace;

typedef struct {
    const char *name, *zone;
    CoOrigin origin;
} CoAcademy;
typedef struct {
    const char *code, *label;
    CoDay cutover;
    CoOrigin origin;
} CoWave;
typedef struct {
    const char *uai, *label;
    bool accountant_present;
    CoOrigin origin;
} CoAgency;

typedef struct CoRole {
    const char *code, *label;
    CoSphere sphere;
    CoOffice office;
    bool service; /**< belongs to the finance office, for R08 */
    int n_aliases;
    const char **aliases; /**< as typed */
    CoOrigin origin;
} CoRole;

typedef enum {
    CO_PAIR_FREE,
    CO_PAIR_ONE_CONFIRMED,
    CO_PAIR_ONE_PER_SPHERE,
    CO_PAIR_FIXED
} CoPairRule;

typedef struct CoPath {
    const char *code, *label;
    int n_roles;
    int *role_idx;
    int min_size, target_size, max_size;
    int trainers_per_group; /**< 1 or 2 */
    CoPairRule pair_rule;
    int min_groups, max_groups; /**< -1 = not given; per academy */
    int n_modules;
    int *module_idx; /**< its modules by `ordre`; set by co_campaign_finish() */
    CoOrigin origin;
} CoPath;

typedef enum {
    CO_MODE_IN_PERSON,
    CO_MODE_VIRTUAL_CLASS,
    CO_MODE_SELF_STUDY,
    CO_MODE_WEBINAR
} CoMode;
typedef enum { CO_MOMENT_DEFAULT, CO_MOMENT_AM, CO_MOMENT_PM, CO_MOMENT_FREE } CoMoment;

typedef struct CoModule {
    int path_idx;
    int order;
    const char *code, *title, *link;
    CoMode mode;
    int half_days;   /**< 1 or 2 (both halves of one day) */
    CoMoment moment; /**< default: in person and webinar AM, virtual class free */
    bool fm1;
    int gap_min_days;       /**< from the previous module of the same mode; >= 1 */
    int gap_max_days;       /**< -1 = no limit */
    CoDay earliest, latest; /**< CO_DAY_NONE = none */
    bool before_cutover;
    CoOrigin origin;
} CoModule;

typedef struct CoEstablishment {
    const char *uai;
    CoPlace place;
    int wave_idx, agency_idx, academy_idx;
    int staff; /**< effectif_service; -1 = unknown */
    const char *respondent;
    bool answered; /**< its needs are known (it answered, or besoins names it) */
    CoOrigin origin;
} CoEstablishment;

typedef struct CoPerson {
    const char *id; /**< "P0001"..., "R0001" for a reserved seat; "" until the store allots it */
    int establishment_idx;
    int n_roles;
    int *role_idx; /**< 1 or more */
    int path_idx;  /**< by co_campaign_finish(); -1 = nobody trains this role */
    bool named;    /**< false: a head-count or a reserved seat, names are "" */
    bool reserved; /**< seat kept for someone unknown (reserver_places) */
    const char *last_name, *first_name, *email;
    int n_spans;
    CoSpan *spans;        /**< unavailable */
    int weight;           /**< priorite, 1..9 */
    bool already_trained; /**< counted, not planned */
    bool needs_access;    /**< amenagement (R18) */
    CoTristate otp, access_right;
    CoOrigin origin;
} CoPerson;

typedef struct CoTrainer {
    const char *code, *last_name, *first_name, *email;
    CoPlace place;         /**< administrative residence, by its UAI */
    int establishment_idx; /**< when that UAI is in `etablissements`; by co_campaign_finish() */
    int role_idx;          /**< -1 unknown */
    CoSphere sphere;
    const char *entry_wave;
    bool confirmed;
    int n_paths;
    int *path_idx;
    int max_half_days; /**< -1 = no limit */
    int n_spans;
    CoSpan *spans;
    int academy_idx;
    int person_idx; /**< same human as this participant (equal e-mail), by finish; else -1 */
    CoOrigin origin;
} CoTrainer;

typedef struct CoPair {
    const char *code;
    int trainer_idx[2];
    int n_paths; /**< 0 = every path */
    int *path_idx;
    CoOrigin origin;
} CoPair;

typedef struct CoRoom {
    const char *code;
    CoPlace place; /**< place.name is the site */
    int seats, workstations;
    bool canteen, accessible;
    int n_spans;
    CoSpan *spans; /**< unavailable */
    int academy_idx;
    CoOrigin origin;
} CoRoom;

typedef struct {
    CoDay first_day, last_day;
    int max_groups;
    CoOrigin origin;
} CoFm1Window;

typedef enum {
    CO_CLOSURE_PUBLIC_HOLIDAY,
    CO_CLOSURE_SCHOOL_HOLIDAY,
    CO_CLOSURE_LOCAL
} CoClosureKind;

/** Days on which nothing is held: `calendrier*` (school holidays count only with close_holidays)
 * and `fermetures`. Official dates are already turned into included Paris days. */
typedef struct CoClosure {
    CoClosureKind kind;
    CoDay first_day, last_day; /**< both included */
    int academy_idx;           /**< -1 = all academies */
    const char *label;
    CoOrigin origin;
} CoClosure;

typedef struct CoMilestone {
    const char *code, *label;
    CoDay first_day, last_day;
    int n_roles; /**< 0 = everybody */
    int *role_idx;
    bool forbidden;  /**< interdit (R10), else evite (comfort) */
    int academy_idx; /**< -1 = all */
    CoOrigin origin;
} CoMilestone;

typedef enum {
    CO_LOCK_DATE,
    CO_LOCK_ROOM,
    CO_LOCK_PAIR,
    CO_LOCK_MEMBERS,
    CO_LOCK_ALL,
    CO_LOCK_PERSON
} CoLockKind;
typedef struct {
    const char *group, *value;
    CoLockKind kind;
    CoOrigin origin;
} CoLock;
typedef struct {
    const char *uai;
    int room_idx;
    int64_t km_milli;
    int minutes;
    CoOrigin origin;
} CoDistance;

/** A dated rate of `frais`. `value_micro` is the number as typed x 1e6 (euros, or euros per km). */
typedef struct {
    const char *code;
    int64_t value_micro;
    CoDay first_day, last_day;
    CoOrigin origin;
} CoRate;

/** Figures of the survey that the rows above no longer show. */
typedef struct CoSurveyStats {
    int n_rows;     /**< answers in the file(s), blank lines apart; 0 = no survey */
    int n_kept;     /**< answers retained */
    int n_replaced; /**< establishments that answered more than once */
    int n_unsubmitted;
    int n_outside; /**< UAI outside the campaign */
    int n_uai_mended;
    int n_person_twice; /**< persons named twice in one answer */
    int n_person_two_places;
} CoSurveyStats;

/** All arrays are read-only after co_campaign_finish(). */
typedef struct CoCampaign {
    CoParameters parameters;
    CoSurveyStats survey;
    int n_academies;
    CoAcademy *academies; /**< at least one after finish */
    int n_waves;
    CoWave *waves;
    int n_agencies;
    CoAgency *agencies;
    int n_roles;
    CoRole *roles;
    int n_paths;
    CoPath *paths;
    int n_modules;
    CoModule *modules;
    int n_establishments;
    CoEstablishment *establishments;
    int n_people;
    CoPerson *people;
    int n_trainers;
    CoTrainer *trainers;
    int n_pairs;
    CoPair *pairs;
    int n_rooms;
    CoRoom *rooms;
    int n_fm1_windows;
    CoFm1Window *fm1_windows;
    int n_closures;
    CoClosure *closures;
    int n_milestones;
    CoMilestone *milestones;
    int n_locks;
    CoLock *locks;
    int n_distances;
    CoDistance *distances;
    int n_rates;
    CoRate *rates;
} CoCampaign;

/** @return a place of which nothing is known: every text "" */
CoPlace co_place_unknown(void);

/** @return (transfer full) an empty campaign with the default parameters */
CoCampaign *co_campaign_new(void);
void co_campaign_free(CoCampaign *campaign);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoCampaign, co_campaign_free)

/** Copies @p text (NULL gives "") into the campaign. @return (transfer none) */
const char *co_campaign_text(CoCampaign *campaign, const char *text);
/** Copies @p n elements of @p size bytes into the campaign; NULL when @p n is 0. Use it for every
 * inner array (`role_idx`, `spans`, `aliases`...). @return (transfer none) */
void *co_campaign_array(CoCampaign *campaign, const void *elements, int n, size_t size);

/** Appends a zeroed object (indices set to -1, texts to "", establishment staff -1, weight 1...)
 * and returns it for filling; the pointer is good until the next append to the same array. */
CoAcademy *co_campaign_add_academy(CoCampaign *campaign);
CoWave *co_campaign_add_wave(CoCampaign *campaign);
CoAgency *co_campaign_add_agency(CoCampaign *campaign);
CoRole *co_campaign_add_role(CoCampaign *campaign);
CoPath *co_campaign_add_path(CoCampaign *campaign);
CoModule *co_campaign_add_module(CoCampaign *campaign);
CoEstablishment *co_campaign_add_establishment(CoCampaign *campaign);
CoPerson *co_campaign_add_person(CoCampaign *campaign);
CoTrainer *co_campaign_add_trainer(CoCampaign *campaign);
CoPair *co_campaign_add_pair(CoCampaign *campaign);
CoRoom *co_campaign_add_room(CoCampaign *campaign);
CoFm1Window *co_campaign_add_fm1_window(CoCampaign *campaign);
CoClosure *co_campaign_add_closure(CoCampaign *campaign);
CoMilestone *co_campaign_add_milestone(CoCampaign *campaign);
CoLock *co_campaign_add_lock(CoCampaign *campaign);
CoDistance *co_campaign_add_distance(CoCampaign *campaign);
CoRate *co_campaign_add_rate(CoCampaign *campaign);

/** Closes the campaign: sets the derived fields named above (academy when none is given, default
 * convocation day, modules by path and order, persons' paths, trainers' establishment and person).
 * Call exactly once, after the last append. */
void co_campaign_finish(CoCampaign *campaign);

/** Lookups by code (exact), O(1) after finish, linear before. @return index or -1 */
int co_campaign_find_establishment(const CoCampaign *campaign, const char *uai);
int co_campaign_find_person(const CoCampaign *campaign, const char *id);
int co_campaign_find_trainer(const CoCampaign *campaign, const char *code);
int co_campaign_find_room(const CoCampaign *campaign, const char *code);
int co_campaign_find_path(const CoCampaign *campaign, const char *code);
int co_campaign_find_role(const CoCampaign *campaign, const char *code);
int co_campaign_find_module(const CoCampaign *campaign, int path_idx, const char *code);
int co_campaign_find_wave(const CoCampaign *campaign, const char *code);
int co_campaign_find_academy(const CoCampaign *campaign, const char *name);

/** The path of a person with these roles: the one that lists them all, else (several paths) the one
 * with more half-days, ties to the first in the table. @return index or -1 */
int co_campaign_path_for_roles(const CoCampaign *campaign, const int *role_idx, int n_roles);
/** @return the academy of a person: that of the establishment */
int co_campaign_person_academy(const CoCampaign *campaign, int person_idx);
/** @return whether the person is to be planned: has a path and is not already trained */
bool co_campaign_person_is_planned(const CoCampaign *campaign, int person_idx);
/** @return whether groups of a path meet: it has a module in person or in virtual class */
bool co_campaign_path_has_meetings(const CoCampaign *campaign, int path_idx);
/** @return number of slots of the horizon, 2 x days; 0 when the horizon is not set */
int co_campaign_n_slots(const CoCampaign *campaign);
/** @return the day of a slot */
CoDay co_campaign_slot_day(const CoCampaign *campaign, int slot);

/** SHA-256 (64 hex digits) of everything a plan depends on: parameters, tables, person ids, roles,
 * establishments, unavailabilities; never of names, e-mails, labels or origins. Same planning
 * problem, same digest. @return (transfer full) */
char *co_campaign_digest(const CoCampaign *campaign);
G_END_DECLS
