/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file scale.h  The dated rates and hypotheses that expenses are paid by. Implemented by
 * outputs/money/scale.c, its reader by outputs/money/scale_read.c.
 *
 * The scale is the file `baremes.csv` of modeles/ (code;valeur;debut;fin;libelle;source), under the
 * rows of the campaign's table `frais` with the same codes. No two rows of one item overlap. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/campaign.h"
G_BEGIN_DECLS

#define CO_SCALE_NAME "baremes.csv"
#define CO_SCALE_MICRO 1000000

/** Everything that has a code. */
typedef enum CoScaleItem {
    CO_SCALE_POWER, /**< hypotheses, from here; in CV */
    CO_SCALE_SPEED, /**< km/h, >= 1 */
    CO_SCALE_HALF_DAY,
    CO_SCALE_EARLIEST,
    CO_SCALE_LATEST, /**< to here */
    CO_SCALE_KM,     /**< euros per km: 3 classes x 3 tiers, see co_scale_km_item() */
    CO_SCALE_KM_LAST = CO_SCALE_KM + 8,
    CO_SCALE_LIMIT_1, /**< km in a calendar year */
    CO_SCALE_LIMIT_2,
    CO_SCALE_MEAL, /**< euros */
    CO_SCALE_MEAL_CANTEEN,
    CO_SCALE_NOON_START, /**< hours */
    CO_SCALE_NOON_END,
    CO_SCALE_EVENING_START,
    CO_SCALE_EVENING_END,
    CO_SCALE_NIGHT, /**< euros */
    CO_SCALE_NIGHT_CITY,
    CO_SCALE_NIGHT_PARIS,
    CO_SCALE_NIGHT_ACCESS,
    CO_N_SCALE_ITEMS
} CoScaleItem;

/** One rate between two days. */
typedef struct CoScaleRow {
    CoScaleItem item;
    int64_t value_micro;       /**< as typed x 1e6 */
    CoDay first_day, last_day; /**< both included; CO_DAY_NONE = without end */
    char *label, *source;
    bool is_of_campaign; /**< from the table `frais` */
} CoScaleRow;

typedef struct CoScale {
    int n_rows;
    CoScaleRow *rows; /**< by item, then day */
    int first[CO_N_SCALE_ITEMS + 1];
    char **left_out; /**< codes of `frais` that are unknown or whose value makes no sense */
} CoScale;

/** Reads a file of at most 256 KiB.
 * @param name  for messages @param error  #CO_OUTPUT_ERROR_TEXTS, one French sentence naming file,
 * line, column, value and remedy @return (transfer full) or NULL */
CoScale *co_scale_parse(const char *name, GBytes *data, GError **error);
/** The scale as the table `frais` changes it, on its dates. @return (transfer full) */
CoScale *co_scale_of_campaign(const CoScale *scale, const CoCampaign *campaign);
void co_scale_free(CoScale *scale); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoScale, co_scale_free)

/** @return the row that holds on a day (transfer none), or NULL */
const CoScaleRow *co_scale_row_on(const CoScale *scale, CoScaleItem item, CoDay day);
/** @return its value x 1e6; 0 without a row */
int64_t co_scale_on(const CoScale *scale, CoScaleItem item, CoDay day);
/** @return an hour of the scale in minutes after midnight */
int co_scale_minutes_on(const CoScale *scale, CoScaleItem item, CoDay day);

/** Classes of fiscal power: "5cv" (5 CV and less), "7cv" (6 and 7), "8cv" (8 and more). */
enum { CO_N_POWER_CLASSES = 3, CO_N_SCALE_TIERS = 3 };
/** @return the class that begins at this power or below */
int co_scale_power_class(int64_t power_micro);
/** @return the least power of a class, in CV */
int co_scale_class_power(int power_class);
/** @return "5cv" */
const char *co_scale_class_code(int power_class);
/** @param tier  0 to 2 @return the item of euros per km */
CoScaleItem co_scale_km_item(int power_class, int tier);

/** @return the code of an item in the files */
const char *co_scale_code(CoScaleItem item);
/** @return the item of a code, or CO_N_SCALE_ITEMS */
CoScaleItem co_scale_find(const char *code);
/** @return whether a value makes sense for an item */
bool co_scale_takes(CoScaleItem item, int64_t value_micro);
G_END_DECLS
