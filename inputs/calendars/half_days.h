/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file half_days.h  Half-days of the horizon that somebody, or a room, is taken by something
 * else.
 *
 * Moments are minutes of a local clock: 1440 x day + minutes of that day. A half-day is taken when
 * anything overlaps the hours in which the campaign meets in it (`matin`, `apres_midi`): a lunch or
 * an evening takes none. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/campaign.h"

typedef struct CoHalfDays CoHalfDays;

/** @param parameters  of the campaign, which must outlive this; without a horizon nothing is ever
 * taken
 * @return (transfer full) */
CoHalfDays *co_half_days_new(const CoParameters *parameters);
void co_half_days_free(CoHalfDays *half_days); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoHalfDays, co_half_days_free)

/** Takes what overlaps @p start_min .. @p end_min (excluded). Cost linear in the days of the
 * horizon that it meets.
 * @return whether that is any half-day of the horizon */
bool co_half_days_take(CoHalfDays *half_days, int64_t start_min, int64_t end_min);
/** @return how many half-days from Monday to Friday are taken */
int co_half_days_count(const CoHalfDays *half_days);
/** Appends what is taken to an array of unavailabilities of the campaign.
 * @param spans  in and out, with @p n; the new array belongs to the campaign */
void co_half_days_append(const CoHalfDays *half_days, CoCampaign *campaign, CoSpan **spans, int *n);
