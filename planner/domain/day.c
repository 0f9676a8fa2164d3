/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/day.h"

#include <glib.h>

#include "blank.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

/* Any year that GLib knows: the ISO year of a day at the edge of our years lies outside them. */
static CoDay julian_of(int year, int month, int day)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return (CoDay)g_date_get_julian(&date);
}

CoDay co_day_from_ymd(int year, int month, int day)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
        return CO_DAY_NONE;
    if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return CO_DAY_NONE;
    return julian_of(year, month, day);
}

void co_day_to_ymd(CoDay day, int *year, int *month, int *day_of_month)
{
    g_return_if_fail(day > CO_DAY_NONE);
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)day);
    if (year != NULL)
        *year = g_date_get_year(&date);
    if (month != NULL)
        *month = (int)g_date_get_month(&date);
    if (day_of_month != NULL)
        *day_of_month = g_date_get_day(&date);
}

/* Reads exactly n digits and moves on; -1 when there are fewer. */
static int read_digits(const char **text, int n)
{
    int number = 0;
    for (int i = 0; i < n; i++, (*text)++) {
        if (!g_ascii_isdigit(**text))
            return -1;
        number = 10 * number + g_ascii_digit_value(**text);
    }
    return number;
}

static bool read_sign(const char **text, char sign)
{
    if (**text != sign)
        return false;
    (*text)++;
    return true;
}

/* Reads the three numbers of a date in that order, each followed by the sign but the last. */
static bool read_numbers(const char **text, const int widths[3], char sign, int numbers[3])
{
    for (int i = 0; i < 3; i++) {
        if (i > 0 && !read_sign(text, sign))
            return false;
        numbers[i] = read_digits(text, widths[i]);
        if (numbers[i] < 0)
            return false;
    }
    return true;
}

CoDay co_day_parse(const char *text)
{
    if (text == NULL)
        return CO_DAY_NONE;
    static const int iso[3] = {4, 2, 2}, french[3] = {2, 2, 4};
    const char *start = co_skip_blanks(text), *end = start;
    int numbers[3];
    CoDay day = CO_DAY_NONE;
    if (read_numbers(&end, iso, '-', numbers)) {
        day = co_day_from_ymd(numbers[0], numbers[1], numbers[2]);
    } else {
        end = start;
        if (read_numbers(&end, french, '/', numbers))
            day = co_day_from_ymd(numbers[2], numbers[1], numbers[0]);
    }
    return *co_skip_blanks(end) == '\0' ? day : CO_DAY_NONE;
}

char *co_day_to_iso(CoDay day, char buffer[CO_DAY_ISO_SIZE])
{
    g_return_val_if_fail(buffer != NULL, NULL);
    buffer[0] = '\0';
    if (day <= CO_DAY_NONE)
        return buffer;
    int year, month, day_of_month;
    co_day_to_ymd(day, &year, &month, &day_of_month);
    g_snprintf(buffer, CO_DAY_ISO_SIZE, "%04d-%02d-%02d", year, month, day_of_month);
    return buffer;
}

int co_day_weekday(CoDay day)
{
    g_return_val_if_fail(day > CO_DAY_NONE, 0);
    return (day - 1) % 7 + 1; /* day 1 was a Monday */
}

int co_day_iso_week(CoDay day, int *iso_year)
{
    g_return_val_if_fail(day > CO_DAY_NONE, 0);
    /* A week belongs to the year of its Thursday. */
    CoDay thursday = co_day_monday(day) + 3;
    int year;
    co_day_to_ymd(thursday, &year, NULL, NULL);
    if (iso_year != NULL)
        *iso_year = year;
    return (thursday - julian_of(year, 1, 1)) / 7 + 1;
}

CoDay co_day_monday(CoDay day)
{
    g_return_val_if_fail(day > CO_DAY_NONE, CO_DAY_NONE);
    return day - co_day_weekday(day) + 1;
}
