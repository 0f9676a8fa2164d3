/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stamps.h"

#include <glib.h>

#include <string.h>

#include "inputs/tables/numbers.h"

enum { DAY_MIN = 24 * 60, HOUR_MIN = 60 };

typedef struct Stamp {
    CoDay day;
    int seconds; /* of that day */
    bool has_time;
    bool has_offset;
    int offset_min;
} Stamp;

/* Reads exactly two digits of a number of at most max; -1 otherwise. */
static int read_pair(const char **at, int max)
{
    if (!g_ascii_isdigit((*at)[0]) || !g_ascii_isdigit((*at)[1]))
        return -1;
    int number = 10 * g_ascii_digit_value((*at)[0]) + g_ascii_digit_value((*at)[1]);
    *at += 2;
    return number <= max ? number : -1;
}

static bool read_time(const char **at, Stamp *stamp)
{
    int hours = read_pair(at, 23);
    if (hours < 0 || *(*at)++ != ':')
        return false;
    int minutes = read_pair(at, 59), seconds = 0;
    if (**at == ':') {
        (*at)++;
        seconds = read_pair(at, 59);
    }
    if (minutes < 0 || seconds < 0)
        return false;
    if (**at == '.')
        *at += 1 + strspn(*at + 1, "0123456789");
    stamp->seconds = 3600 * hours + 60 * minutes + seconds;
    stamp->has_time = true;
    return true;
}

static bool read_offset(const char **at, Stamp *stamp)
{
    stamp->has_offset = true;
    if (**at == 'Z' || **at == 'z') {
        (*at)++;
        return true;
    }
    int sign = **at == '-' ? -1 : 1;
    (*at)++;
    int hours = read_pair(at, 23);
    if (**at == ':')
        (*at)++;
    int minutes = hours < 0 ? -1 : read_pair(at, 59);
    stamp->offset_min = sign * (HOUR_MIN * hours + minutes);
    return minutes >= 0;
}

static bool parse(const char *text, Stamp *stamp)
{
    enum { DATE_LENGTH = 10 };
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    *stamp = (Stamp){0};
    if (strlen(trimmed) < DATE_LENGTH)
        return false;
    char date[DATE_LENGTH + 1] = {0};
    memcpy(date, trimmed, DATE_LENGTH);
    stamp->day = co_day_parse(date);
    const char *at = trimmed + DATE_LENGTH;
    if (stamp->day == CO_DAY_NONE || *at == '\0')
        return stamp->day != CO_DAY_NONE;
    if (*at != 'T' && *at != ' ')
        return false;
    at++;
    if (!read_time(&at, stamp))
        return false;
    if (*at != '\0' && strchr("Zz+-", *at) != NULL && !read_offset(&at, stamp))
        return false;
    return *at == '\0';
}

/* The last Sunday of a month of 31 days. */
static CoDay last_sunday(int year, int month)
{
    CoDay last = co_day_from_ymd(year, month, 31);
    return last - co_day_weekday(last) % 7;
}

/* Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October. */
int co_stamp_paris_offset_min(CoDay utc_day, int utc_min)
{
    enum { FIRST_YEAR = 1996, LAST_YEAR = 2199 };
    int year;
    co_day_to_ymd(utc_day, &year, NULL, NULL);
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return HOUR_MIN;
    int64_t now = (int64_t)utc_day * DAY_MIN + utc_min;
    int64_t start = (int64_t)last_sunday(year, 3) * DAY_MIN + HOUR_MIN;
    int64_t end = (int64_t)last_sunday(year, 10) * DAY_MIN + HOUR_MIN;
    return now >= start && now < end ? 2 * HOUR_MIN : HOUR_MIN;
}

CoDay co_stamp_paris_day(const char *text)
{
    Stamp stamp;
    if (!parse(text, &stamp))
        return CO_DAY_NONE;
    if (!stamp.has_time || (!stamp.has_offset && stamp.seconds == 0))
        return stamp.day;
    int64_t utc = (int64_t)stamp.day * DAY_MIN + stamp.seconds / 60 - stamp.offset_min;
    CoDay utc_day = (CoDay)(utc / DAY_MIN);
    return (CoDay)((utc + co_stamp_paris_offset_min(utc_day, (int)(utc % DAY_MIN))) / DAY_MIN);
}

bool co_stamp_moment(const char *text, int64_t *seconds)
{
    Stamp stamp;
    if (!parse(text, &stamp))
        return false;
    *seconds = (int64_t)stamp.day * 60 * DAY_MIN + stamp.seconds - 60 * stamp.offset_min;
    return true;
}

/* Reads one to n digits; -1 when there are none, or more. */
static int read_number(const char **at, int n_digits)
{
    int number = 0, n = 0;
    for (; g_ascii_isdigit(**at) && n <= n_digits; (*at)++, n++)
        number = 10 * number + g_ascii_digit_value(**at);
    return n >= 1 && n <= n_digits ? number : -1;
}

CoDay co_stamp_hand_day(const char *text)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    const char *at = trimmed;
    int day = read_number(&at, 2);
    char sign = *at;
    if (day < 0 || sign == '\0' || strchr("/.- ", sign) == NULL)
        return CO_DAY_NONE;
    at++;
    int month = read_number(&at, 2);
    if (month < 0 || *at != sign)
        return CO_DAY_NONE;
    const char *year_start = ++at;
    int year = read_number(&at, 4);
    if (*at != '\0' || (at - year_start != 2 && at - year_start != 4))
        return CO_DAY_NONE;
    return co_day_from_ymd(at - year_start == 2 ? 2000 + year : year, month, day);
}

CoDay co_stamp_serial_day(const char *text)
{
    enum { FIRST_SERIAL = 30000, LAST_SERIAL = 80000 };
    int64_t micro;
    if (!co_number_parse(text, &micro))
        return CO_DAY_NONE;
    int64_t serial = micro / 1000000;
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL)
        return CO_DAY_NONE;
    /* Day 1 would be 1 January 1900, but spreadsheets count a 29 February 1900 that never was. */
    return (CoDay)(co_day_from_ymd(1900, 1, 1) - 2 + serial);
}

/* Of a number of days, what lies after midnight. */
static int serial_minutes(const char *text)
{
    int64_t micro;
    if (!co_number_parse(text, &micro) || micro % 1000000 == 0)
        return -1;
    return (int)MIN((micro % 1000000 * DAY_MIN + 500000) / 1000000, DAY_MIN - 1);
}

bool co_stamp_local(const char *text, CoDay *day, int *minutes)
{
    Stamp stamp;
    if (!parse(text, &stamp)) {
        CoDay serial = co_stamp_serial_day(text);
        if (serial == CO_DAY_NONE)
            return false;
        *day = serial;
        *minutes = serial_minutes(text);
        return true;
    }
    int64_t local = (int64_t)stamp.day * DAY_MIN + stamp.seconds / 60;
    if (stamp.has_offset) {
        local -= stamp.offset_min;
        local += co_stamp_paris_offset_min((CoDay)(local / DAY_MIN), (int)(local % DAY_MIN));
    }
    *day = (CoDay)(local / DAY_MIN);
    *minutes = stamp.has_time ? (int)(local % DAY_MIN) : -1;
    return true;
}
