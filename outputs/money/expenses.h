/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file expenses.h  What the trips of a whole plan cost by the official rates, and the hours of
 * its trainers. Implemented by outputs/money/expenses*.c.
 *
 * Computed once for a publication (CoPublication.expenses). The plan's own cost (MODEL.md, tier 2)
 * is a simpler measure, for choosing between plans: one rate a kilometre, a meal for a whole day.
 * Here are the rules by which expenses are paid (docs/guide.md, "Frais"):
 * - A human is a participant, a trainer or both; a trip is one human, one day, one site. Two groups
 *   met on one day at one site are one trip, of the first; two sites are two trips.
 * - Nothing is paid inside the commune of the post. Where a commune is unknown the amounts are
 *   counted, and to be confirmed.
 * - The way lasts what `distances` says, else the distance at `vitesse_km_h`. One leaves that long
 *   before the first meeting of the trip and is back that long after the last one; between the
 *   halves of a day nobody goes home.
 * - A meal is due when one is away during the whole of 11-14 h, or of 18-21 h, once a day even with
 *   two trips, on the first of them that has the right; away is from the first departure of the day
 *   to the last return. At noon it is reduced in a room with a canteen, in the evening never.
 * - Kilometres add up per human and calendar year, from 0 at the start of the campaign; a trip that
 *   crosses a threshold is split there, as the scale pays by band ("de 2 001 à 10 000 km"), and
 *   rounded once.
 * - With car sharing, the members of one establishment, group and day go in ceil(n/seats) cars; the
 *   first ones by person index drive. Passengers have meals, no kilometres. Trainers go alone.
 * - Nights are not counted: a trip that would begin before `depart_plus_tot` or end after
 *   `retour_plus_tard` is marked, and the document says so.
 * Money is in cents, halves away from zero, line by line: totals are sums of lines. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/plan.h"
#include "cohorte/trip.h"
G_BEGIN_DECLS

typedef enum CoTravelRight {
    CO_TRAVEL_AT_POST,         /**< the room is in one's own establishment: no trip */
    CO_TRAVEL_SAME_COMMUNE,    /**< nothing is due */
    CO_TRAVEL_COMMUNE_UNKNOWN, /**< amounts counted, to be confirmed */
    CO_TRAVEL_DUE,
    CO_N_TRAVEL_RIGHTS
} CoTravelRight;

typedef enum CoMealKind { CO_MEAL_NONE, CO_MEAL_REDUCED, CO_MEAL_FULL, CO_N_MEALS } CoMealKind;
typedef enum CoCarRole { CO_CAR_ALONE, CO_CAR_DRIVER, CO_CAR_PASSENGER } CoCarRole;

enum { CO_N_KM_TIERS = 3 };

/** One human at one site on one day. */
typedef struct CoExpenseLine {
    int human_idx;         /**< a person index; n_people + trainer index of a mere trainer */
    int person_idx;        /**< who goes as a member of the group, else -1 */
    int trainer_idx;       /**< who goes as a trainer, else -1 */
    int establishment_idx; /**< of the post; -1 when it is not one of the campaign */
    const CoPlace *post;   /**< where the trip begins */
    int group_idx;
    int other_group_idx; /**< met at the same site on the same day, or -1 */
    int room_idx;        /**< of group_idx */
    CoDay day;
    CoHalves halves;
    int start_min, end_min; /**< of the meetings, minutes after midnight */

    CoWay way;
    int way_min;                   /**< one way; estimated when way.minutes is 0 */
    int departure_min, return_min; /**< within 0..1440 */
    CoTravelRight right;

    CoCarRole car;
    int64_t paid_km_milli;                /**< there and back; 0 for a passenger or without right */
    int64_t year_km_milli;                /**< paid in the calendar year before this trip */
    int64_t tier_km_milli[CO_N_KM_TIERS]; /**< paid_km_milli by band */
    int64_t tier_rate_micro[CO_N_KM_TIERS]; /**< euros per km x 1e6, of the day */
    int64_t mileage_cents;

    CoMealKind noon, evening;
    int64_t meal_cents;
    /** Lines from the first trip of the day to the last, whose hours decide the meals; on the line
     * that has them only, else -1. */
    int away_first, away_last;
    bool overnight; /**< cannot be done in a day; not counted */

    int64_t plan_mileage_cents, plan_meal_cents; /**< what the plan's cost holds for this trip */
} CoExpenseLine;

/** Sums of lines. */
typedef struct CoExpenseTotals {
    int n_trips;      /**< lines that are paid something, or may be: right is not "no" */
    int n_to_confirm; /**< of these, those whose commune is unknown */
    int n_overnights;
    int n_meals[CO_N_MEALS]; /**< noon and evening, by kind */
    int64_t paid_km_milli;
    int64_t mileage_cents, meal_cents;
} CoExpenseTotals;

/** Hours that trainers are paid for; nobody of the plan leads a webinar or self-study. */
typedef enum CoHours { CO_HOURS_IN_PERSON, CO_HOURS_VIRTUAL, CO_N_HOURS } CoHours;

/** The pay statement of one trainer: both of a pair are paid in full. */
typedef struct CoTrainerPay {
    int n_groups;
    int n_halves[CO_N_HOURS];
    int64_t minutes[CO_N_HOURS];
    int64_t pay_cents[CO_N_HOURS]; /**< 0 while the rate is not set */
} CoTrainerPay;

typedef struct CoExpenses {
    int n_lines;
    /** By post (establishments of the campaign by index, then the others by UAI), human, day. */
    CoExpenseLine *lines;
    CoTrainerPay *pay;           /**< by trainer */
    bool rate_is_set;            /**< taux_horaire_formateur; else "à renseigner" */
    int64_t rate_cents;          /**< per hour, 0 when not set */
    int64_t half_day_micro;      /**< hours paid for one half-day x 1e6: `heures_demi_journee` */
    const struct CoScale *scale; /**< dated rates the lines were made with (scale.h) */
    int *by_trainer, *first_of_trainer; /**< private: see the accessors below */
    int *by_group, *first_of_group;
    int *first_of_school;
} CoExpenses;

/** @param scale  dated rates (transfer none), must outlive the result
 * @return (transfer full). Lines x log(lines). */
CoExpenses *co_expenses_new(const CoCampaign *campaign, const CoPlan *plan,
                            const struct CoScale *scale);
void co_expenses_free(CoExpenses *expenses); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoExpenses, co_expenses_free)

/** Indices of lines, by day. O(1). @param n_lines  (out) @return (transfer none) */
const int *co_expenses_of_trainer(const CoExpenses *expenses, int trainer_idx, int *n_lines);
/** Likewise, by human then day; a line of two groups is of the first. */
const int *co_expenses_of_group(const CoExpenses *expenses, int group_idx, int *n_lines);
/** The lines of one post stand together, participants and trainers. @param n_lines  (out)
 * @return the first of them (transfer none) */
const CoExpenseLine *co_expenses_of_establishment(const CoExpenses *expenses, int establishment_idx,
                                                  int *n_lines);

/** Adds a line to sums that begin as {0}. */
void co_expenses_add(CoExpenseTotals *totals, const CoExpenseLine *line);
/** @return the sums of the whole plan, of a trainer's lines, of a group's, of an establishment's */
CoExpenseTotals co_expenses_total(const CoExpenses *expenses);
CoExpenseTotals co_expenses_total_of_trainer(const CoExpenses *expenses, int trainer_idx);
CoExpenseTotals co_expenses_total_of_group(const CoExpenses *expenses, int group_idx);
CoExpenseTotals co_expenses_total_of_establishment(const CoExpenses *expenses,
                                                   int establishment_idx);
/** @return what is due between a post and a room, whoever goes when */
CoTravelRight co_expenses_right(const CoPlace *post, const CoPlace *room);
/** @return whether a trip may be paid: its right is neither "at the post" nor "same commune" */
bool co_expenses_is_paid(const CoExpenseLine *line);
/** @return pay of both kinds of hours */
int64_t co_expenses_pay_cents(const CoTrainerPay *pay);
G_END_DECLS
