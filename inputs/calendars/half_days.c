/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "half_days.h"

enum { DAY_MIN = 24 * 60 };

struct CoHalfDays {
    const CoParameters *parameters;
    int n_days;
    guint8 *taken; /* CoHalves of each day of the horizon */
};

CoHalfDays *co_half_days_new(const CoParameters *parameters)
{
    g_return_val_if_fail(parameters != NULL, NULL);
    CoHalfDays *half_days = g_new0(CoHalfDays, 1);
    half_days->parameters = parameters;
    if (parameters->first_day != CO_DAY_NONE && parameters->last_day >= parameters->first_day)
        half_days->n_days = parameters->last_day - parameters->first_day + 1;
    half_days->taken = g_new0(guint8, (gsize)half_days->n_days);
    return half_days;
}

void co_half_days_free(CoHalfDays *half_days)
{
    if (half_days == NULL)
        return;
    g_free(half_days->taken);
    g_free(half_days);
}

/* The halves of a day that a stretch of it (in its own minutes) overlaps. */
static CoHalves halves_of(const CoParameters *parameters, int64_t start_min, int64_t end_min)
{
    CoHalves halves = 0;
    if (start_min < parameters->morning_end_min && end_min > parameters->morning_start_min)
        halves |= CO_HALF_AM;
    if (start_min < parameters->afternoon_end_min && end_min > parameters->afternoon_start_min)
        halves |= CO_HALF_PM;
    return halves;
}

bool co_half_days_take(CoHalfDays *half_days, int64_t start_min, int64_t end_min)
{
    g_return_val_if_fail(half_days != NULL, false);
    int64_t horizon_min = (int64_t)half_days->parameters->first_day * DAY_MIN;
    int64_t start = MAX(start_min - horizon_min, 0);
    int64_t end = MIN(end_min - horizon_min, (int64_t)half_days->n_days * DAY_MIN);
    bool any = false;
    for (int64_t day = start / DAY_MIN; start < end && day <= (end - 1) / DAY_MIN; day++) {
        CoHalves halves =
            halves_of(half_days->parameters, start - day * DAY_MIN, end - day * DAY_MIN);
        half_days->taken[day] |= (guint8)halves;
        any = any || halves != 0;
    }
    return any;
}

int co_half_days_count(const CoHalfDays *half_days)
{
    int n = 0;
    for (int i = 0; i < half_days->n_days; i++)
        if (co_day_weekday(half_days->parameters->first_day + i) <= 5)
            n += (half_days->taken[i] & CO_HALF_AM) / CO_HALF_AM +
                 (half_days->taken[i] & CO_HALF_PM) / CO_HALF_PM;
    return n;
}

void co_half_days_append(const CoHalfDays *half_days, CoCampaign *campaign, CoSpan **spans, int *n)
{
    g_return_if_fail(half_days != NULL && campaign != NULL && spans != NULL && n != NULL);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(CoSpan));
    if (*n > 0)
        g_array_append_vals(all, *spans, (guint)*n);
    for (int i = 0, next; i < half_days->n_days; i = next) {
        for (next = i + 1; next < half_days->n_days; next++)
            if (half_days->taken[next] != half_days->taken[i])
                break;
        CoSpan span = {
            .first_day = half_days->parameters->first_day + i,
            .last_day = half_days->parameters->first_day + next - 1,
            .halves = half_days->taken[i],
        };
        if (span.halves != 0)
            g_array_append_val(all, span);
    }
    *n = (int)all->len;
    *spans = co_campaign_array(campaign, all->data, *n, sizeof(CoSpan));
}
