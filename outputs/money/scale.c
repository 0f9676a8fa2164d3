/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scale.h"

#include <string.h>

#include "cohorte/trip.h"

#define MINUTES_PER_HOUR 60

/* Codes, and what a value must lie between, x 1. */
static const struct {
    const char *code;
    int least, most;
} items[CO_N_SCALE_ITEMS] = {
    [CO_SCALE_POWER] = {"puissance_fiscale", 1, 100},
    [CO_SCALE_SPEED] = {"vitesse_km_h", 1, 300},
    [CO_SCALE_HALF_DAY] = {"heures_demi_journee", 0, 12},
    [CO_SCALE_EARLIEST] = {"depart_plus_tot", 0, 24},
    [CO_SCALE_LATEST] = {"retour_plus_tard", 0, 24},
    [CO_SCALE_KM] = {"km_5cv_1", 0, 100},
    [CO_SCALE_KM + 1] = {"km_5cv_2", 0, 100},
    [CO_SCALE_KM + 2] = {"km_5cv_3", 0, 100},
    [CO_SCALE_KM + 3] = {"km_7cv_1", 0, 100},
    [CO_SCALE_KM + 4] = {"km_7cv_2", 0, 100},
    [CO_SCALE_KM + 5] = {"km_7cv_3", 0, 100},
    [CO_SCALE_KM + 6] = {"km_8cv_1", 0, 100},
    [CO_SCALE_KM + 7] = {"km_8cv_2", 0, 100},
    [CO_SCALE_KM + 8] = {"km_8cv_3", 0, 100},
    [CO_SCALE_LIMIT_1] = {"seuil_km_1", 0, 1000000},
    [CO_SCALE_LIMIT_2] = {"seuil_km_2", 0, 1000000},
    [CO_SCALE_MEAL] = {"repas", 0, 10000},
    [CO_SCALE_MEAL_CANTEEN] = {"repas_restauration", 0, 10000},
    [CO_SCALE_NOON_START] = {"midi_debut", 0, 24},
    [CO_SCALE_NOON_END] = {"midi_fin", 0, 24},
    [CO_SCALE_EVENING_START] = {"soir_debut", 0, 24},
    [CO_SCALE_EVENING_END] = {"soir_fin", 0, 24},
    [CO_SCALE_NIGHT] = {"nuitee", 0, 10000},
    [CO_SCALE_NIGHT_CITY] = {"nuitee_grande_ville", 0, 10000},
    [CO_SCALE_NIGHT_PARIS] = {"nuitee_paris", 0, 10000},
    [CO_SCALE_NIGHT_ACCESS] = {"nuitee_mobilite_reduite", 0, 10000},
};

static const struct {
    const char *code;
    int least_power;
} classes[CO_N_POWER_CLASSES] = {{"5cv", 1}, {"7cv", 6}, {"8cv", 8}};

const char *co_scale_code(CoScaleItem item)
{
    g_return_val_if_fail(item < CO_N_SCALE_ITEMS, "");
    return items[item].code;
}

CoScaleItem co_scale_find(const char *code)
{
    g_return_val_if_fail(code != NULL, CO_N_SCALE_ITEMS);
    int item = 0;
    while (item < CO_N_SCALE_ITEMS && strcmp(items[item].code, code) != 0)
        item++;
    return (CoScaleItem)item;
}

bool co_scale_takes(CoScaleItem item, int64_t value_micro)
{
    g_return_val_if_fail(item < CO_N_SCALE_ITEMS, false);
    return value_micro >= (int64_t)items[item].least * CO_SCALE_MICRO &&
           value_micro <= (int64_t)items[item].most * CO_SCALE_MICRO;
}

int co_scale_power_class(int64_t power_micro)
{
    int found = 0;
    for (int c = 1; c < CO_N_POWER_CLASSES; c++)
        if (power_micro >= (int64_t)classes[c].least_power * CO_SCALE_MICRO)
            found = c;
    return found;
}

int co_scale_class_power(int power_class)
{
    return classes[power_class].least_power;
}

const char *co_scale_class_code(int power_class)
{
    return classes[power_class].code;
}

CoScaleItem co_scale_km_item(int power_class, int tier)
{
    return (CoScaleItem)(CO_SCALE_KM + power_class * CO_N_SCALE_TIERS + tier);
}

void co_scale_free(CoScale *scale)
{
    if (scale == NULL)
        return;
    for (int i = 0; i < scale->n_rows; i++) {
        g_free(scale->rows[i].label);
        g_free(scale->rows[i].source);
    }
    g_free(scale->rows);
    g_strfreev(scale->left_out);
    g_free(scale);
}

static bool holds(CoDay first_day, CoDay last_day, CoDay day)
{
    return day >= first_day && (last_day == CO_DAY_NONE || day <= last_day);
}

const CoScaleRow *co_scale_row_on(const CoScale *scale, CoScaleItem item, CoDay day)
{
    g_return_val_if_fail(scale != NULL && item < CO_N_SCALE_ITEMS, NULL);
    for (int i = scale->first[item]; i < scale->first[item + 1]; i++)
        if (holds(scale->rows[i].first_day, scale->rows[i].last_day, day))
            return &scale->rows[i];
    return NULL;
}

int64_t co_scale_on(const CoScale *scale, CoScaleItem item, CoDay day)
{
    const CoScaleRow *row = co_scale_row_on(scale, item, day);
    return row == NULL ? 0 : row->value_micro;
}

int co_scale_minutes_on(const CoScale *scale, CoScaleItem item, CoDay day)
{
    return (int)co_trip_round(co_scale_on(scale, item, day) * MINUTES_PER_HOUR, CO_SCALE_MICRO);
}

/* ---- the table `frais` over the file ---- */

/* One item while both are joined: days on which something begins or ends, and what was made. */
typedef struct Joining {
    const CoScale *scale;
    const CoCampaign *campaign;
    CoScaleItem item;
    GArray *days; /* of CoDay */
    GArray *rows; /* of CoScaleRow, all items */
} Joining;

static int compare_days(gconstpointer left, gconstpointer right)
{
    CoDay a = *(const CoDay *)left, b = *(const CoDay *)right;
    return (a > b) - (a < b);
}

static bool is_of(const Joining *joining, const CoRate *rate)
{
    return strcmp(rate->code, co_scale_code(joining->item)) == 0 &&
           co_scale_takes(joining->item, rate->value_micro);
}

static void add_days(Joining *joining, CoDay first_day, CoDay last_day)
{
    g_array_append_val(joining->days, first_day);
    if (last_day == CO_DAY_NONE)
        return;
    CoDay after = last_day + 1;
    g_array_append_val(joining->days, after);
}

static void gather_days(Joining *joining)
{
    const CoScale *scale = joining->scale;
    g_array_set_size(joining->days, 0);
    for (int i = scale->first[joining->item]; i < scale->first[joining->item + 1]; i++)
        add_days(joining, scale->rows[i].first_day, scale->rows[i].last_day);
    for (int i = 0; i < joining->campaign->n_rates; i++) {
        const CoRate *rate = &joining->campaign->rates[i];
        if (is_of(joining, rate))
            add_days(joining, rate->first_day, rate->last_day);
    }
    g_array_sort(joining->days, compare_days);
}

/* @return the row of `frais` that holds on a day: of two the one that begins last, then the last */
static const CoRate *rate_on(const Joining *joining, CoDay day)
{
    const CoRate *found = NULL;
    for (int i = 0; i < joining->campaign->n_rates; i++) {
        const CoRate *rate = &joining->campaign->rates[i];
        if (is_of(joining, rate) && holds(rate->first_day, rate->last_day, day) &&
            (found == NULL || rate->first_day >= found->first_day))
            found = rate;
    }
    return found;
}

static char *source_of(const CoRate *rate)
{
    if (rate->origin.row <= 0)
        return g_strdup("Table frais de la campagne");
    return g_strdup_printf("Table frais de la campagne, ligne %d", rate->origin.row);
}

/* @return whether a stretch only goes on where the last row ends */
static bool goes_on(const Joining *joining, CoDay first_day, int64_t value_micro,
                    const char *source)
{
    if (joining->rows->len == 0)
        return false;
    const CoScaleRow *last = &g_array_index(joining->rows, CoScaleRow, joining->rows->len - 1);
    return last->item == joining->item && last->last_day == first_day - 1 &&
           last->value_micro == value_micro && strcmp(last->source, source) == 0;
}

/* What holds from one of the days to the eve of the next one. */
static void join_stretch(const Joining *joining, CoDay first_day, CoDay last_day)
{
    const CoScaleRow *shipped = co_scale_row_on(joining->scale, joining->item, first_day);
    const CoRate *rate = rate_on(joining, first_day);
    if (rate == NULL && shipped == NULL)
        return;
    int64_t value_micro = rate != NULL ? rate->value_micro : shipped->value_micro;
    g_autofree char *source = rate != NULL ? source_of(rate) : g_strdup(shipped->source);
    if (goes_on(joining, first_day, value_micro, source)) {
        g_array_index(joining->rows, CoScaleRow, joining->rows->len - 1).last_day = last_day;
        return;
    }
    /* The label is that of the item, whoever sets its value. */
    const CoScaleRow *named = &joining->scale->rows[joining->scale->first[joining->item]];
    const CoScaleRow row = {
        .item = joining->item,
        .value_micro = value_micro,
        .first_day = first_day,
        .last_day = last_day,
        .label = g_strdup(shipped != NULL ? shipped->label : named->label),
        .source = g_steal_pointer(&source),
        .is_of_campaign = rate != NULL,
    };
    g_array_append_val(joining->rows, row);
}

static void join_item(Joining *joining)
{
    gather_days(joining);
    for (guint i = 0; i < joining->days->len; i++) {
        CoDay first_day = g_array_index(joining->days, CoDay, i);
        bool is_last = i + 1 == joining->days->len;
        CoDay next = is_last ? CO_DAY_NONE : g_array_index(joining->days, CoDay, i + 1);
        if (is_last || next > first_day)
            join_stretch(joining, first_day, is_last ? CO_DAY_NONE : next - 1);
    }
}

static char **gather_left_out(const CoCampaign *campaign)
{
    GPtrArray *codes = g_ptr_array_new();
    for (int i = 0; i < campaign->n_rates; i++) {
        const CoRate *rate = &campaign->rates[i];
        CoScaleItem item = co_scale_find(rate->code);
        bool is_known = item < CO_N_SCALE_ITEMS ? co_scale_takes(item, rate->value_micro)
                                                : strcmp(rate->code, "taux_km") == 0;
        if (!is_known && !g_ptr_array_find_with_equal_func(codes, rate->code, g_str_equal, NULL))
            g_ptr_array_add(codes, g_strdup(rate->code));
    }
    g_ptr_array_add(codes, NULL);
    return (char **)g_ptr_array_free(codes, FALSE);
}

CoScale *co_scale_of_campaign(const CoScale *scale, const CoCampaign *campaign)
{
    g_return_val_if_fail(scale != NULL && campaign != NULL, NULL);
    g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(CoDay));
    Joining joining = {scale, campaign, 0, days, g_array_new(FALSE, FALSE, sizeof(CoScaleRow))};
    CoScale *joined = g_new0(CoScale, 1);
    for (int item = 0; item < CO_N_SCALE_ITEMS; item++) {
        joining.item = (CoScaleItem)item;
        joined->first[item] = (int)joining.rows->len;
        join_item(&joining);
    }
    joined->n_rows = joined->first[CO_N_SCALE_ITEMS] = (int)joining.rows->len;
    joined->rows = (CoScaleRow *)(void *)g_array_free(joining.rows, FALSE);
    joined->left_out = gather_left_out(campaign);
    return joined;
}
