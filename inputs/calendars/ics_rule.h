/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file ics_rule.h  Which recurrences are followed. */
#pragma once
#include <libical/ical.h>
#include <stdbool.h>

/** @return whether a rule is one that agendas know: by days, weeks, months or years of our
 * calendar, on dates that exist. Others are refused rather than followed, since the library would
 * go through centuries of seconds looking for a 30 February. */
bool co_ics_rule_is_sound(const struct icalrecurrencetype *rule);
