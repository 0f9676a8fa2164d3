/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ics_rule.h"

#include <stdlib.h>

static bool is_given(const short *numbers)
{
    return numbers[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

static bool has_one_at_most(const short *numbers)
{
    return !is_given(numbers) || numbers[1] == ICAL_RECURRENCE_ARRAY_MAX;
}

/* "The first Monday, if it is the 20th": each alone is usual, both never. */
static bool has_place_and_day(const struct icalrecurrencetype *rule)
{
    for (int i = 0; i < ICAL_BY_DAY_SIZE && rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
        if (icalrecurrencetype_day_position(rule->by_day[i]) != 0)
            return is_given(rule->by_month_day);
    return false;
}

static int count(const short *numbers, int size)
{
    int n = 0;
    while (n < size && numbers[n] != ICAL_RECURRENCE_ARRAY_MAX)
        n++;
    return n;
}

/* Whether a month has as many days to choose from as the places ask for: "the ninth of the
 * Mondays" never comes. */
static bool has_such_a_place(const struct icalrecurrencetype *rule)
{
    int n_places = count(rule->by_set_pos, ICAL_BY_SETPOS_SIZE), n_days = 0;
    bool several_hours = count(rule->by_hour, ICAL_BY_HOUR_SIZE) > 1;
    if (n_places == 0 || rule->freq != ICAL_MONTHLY_RECURRENCE || several_hours)
        return true;
    for (int i = 0; i < count(rule->by_day, ICAL_BY_DAY_SIZE); i++)
        n_days += icalrecurrencetype_day_position(rule->by_day[i]) != 0 ? 1 : 5;
    if (is_given(rule->by_month_day))
        n_days = count(rule->by_month_day, ICAL_BY_MONTHDAY_SIZE);
    for (int i = 0; i < n_places; i++)
        if (abs(rule->by_set_pos[i]) <= n_days)
            return true;
    return false;
}

/* Whether one of the months has one of the days, counted from either end. */
static bool has_such_a_day(const struct icalrecurrencetype *rule)
{
    static const int longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!is_given(rule->by_month) || !is_given(rule->by_month_day))
        return true;
    for (int i = 0; i < ICAL_BY_MONTH_SIZE && rule->by_month[i] != ICAL_RECURRENCE_ARRAY_MAX; i++) {
        int month = rule->by_month[i];
        if (month < 1 || month > 12)
            continue;
        for (int j = 0;
             j < ICAL_BY_MONTHDAY_SIZE && rule->by_month_day[j] != ICAL_RECURRENCE_ARRAY_MAX; j++)
            if (abs(rule->by_month_day[j]) <= longest[month - 1])
                return true;
    }
    return false;
}

bool co_ics_rule_is_sound(const struct icalrecurrencetype *rule)
{
    bool yearly = rule->freq == ICAL_YEARLY_RECURRENCE;
    bool monthly = rule->freq == ICAL_MONTHLY_RECURRENCE;
    bool known = yearly || monthly || rule->freq == ICAL_WEEKLY_RECURRENCE ||
                 rule->freq == ICAL_DAILY_RECURRENCE;
    return known && rule->rscale == NULL && rule->interval >= 1 &&
           (yearly || (!is_given(rule->by_year_day) && !is_given(rule->by_week_no))) &&
           (yearly || monthly || !is_given(rule->by_set_pos)) && has_one_at_most(rule->by_second) &&
           has_one_at_most(rule->by_minute) && !has_place_and_day(rule) && has_such_a_place(rule) &&
           has_such_a_day(rule);
}
