/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numbers.h"

#include <glib.h>

#include <math.h>
#include <string.h>

#include "cohorte/text.h"

enum { MICRO_DIGITS = 6 };
static const int64_t micro_per_unit = 1000000;
static const int64_t max_whole = INT64_C(1000000000000);

/* A folded text without the units and blanks that change nothing in a number. */
static char *bare(const char *text)
{
    static const char *const units[] = {"\u20ac", "eur", "euros", "%", "km"};
    char *folded = co_text_fold(text);
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (g_str_has_suffix(folded, units[i]) && strlen(folded) > strlen(units[i])) {
            folded[strlen(folded) - strlen(units[i])] = '\0';
            break;
        }
    }
    g_strchomp(folded);
    return folded;
}

/* Digits, with a blank allowed between groups of three: "12 500" but not "1 2". */
static const char *read_whole(const char *at, int64_t *whole)
{
    *whole = 0;
    for (; g_ascii_isdigit(*at) && *whole <= max_whole; at++) {
        *whole = 10 * *whole + g_ascii_digit_value(*at);
        bool group = at[1] == ' ' && g_ascii_isdigit(at[2]) && g_ascii_isdigit(at[3]) &&
                     g_ascii_isdigit(at[4]) && !g_ascii_isdigit(at[5]);
        if (group)
            at++;
    }
    return at;
}

static const char *read_decimals(const char *at, int64_t *micro)
{
    int64_t unit = micro_per_unit / 10;
    int n = 0;
    *micro = 0;
    for (; g_ascii_isdigit(*at); at++, n++) {
        if (n < MICRO_DIGITS)
            *micro += unit * g_ascii_digit_value(*at);
        else if (n == MICRO_DIGITS)
            *micro += g_ascii_digit_value(*at) >= 5;
        unit /= 10;
    }
    return at;
}

bool co_number_parse(const char *text, int64_t *micro)
{
    g_autofree char *number = bare(text);
    bool negative = *number == '-';
    const char *at = number + (negative || *number == '+');
    int64_t whole = 0, decimals = 0;
    const char *start = at;
    at = read_whole(at, &whole);
    bool has_digits = at > start;
    if (*at == ',' || *at == '.') {
        const char *point = at++;
        at = read_decimals(at, &decimals);
        has_digits = has_digits || at > point + 1;
    }
    if (!has_digits || *at != '\0' || whole > max_whole)
        return false;
    *micro = (whole * micro_per_unit + decimals) * (negative ? -1 : 1);
    return true;
}

bool co_number_parse_whole(const char *text, int64_t *value)
{
    int64_t micro;
    if (!co_number_parse(text, &micro) || micro % micro_per_unit != 0)
        return false;
    *value = micro / micro_per_unit;
    return true;
}

bool co_number_parse_degrees(const char *text, double *degrees)
{
    g_autofree char *number = g_strstrip(g_strdup(text));
    g_strdelimit(number, ",", '.');
    if (*number == '\0' || number[strspn(number, "0123456789.+-")] != '\0')
        return false;
    char *end;
    double value = g_ascii_strtod(number, &end);
    if (end == number || *end != '\0')
        return false;
    /* A spreadsheet keeps 15 digits, a published file more: both must be the same place. */
    *degrees = round(value * 1e7) / 1e7;
    return true;
}

/* @return minutes of the day, or -1 */
static int read_time(const char **at)
{
    int hours = 0, minutes = 0, n = 0;
    for (; g_ascii_isdigit(**at) && n < 2; (*at)++, n++)
        hours = 10 * hours + g_ascii_digit_value(**at);
    if (n == 0 || (**at != ':' && **at != 'h'))
        return -1;
    bool letter = **at == 'h';
    (*at)++;
    int n_minutes = 0;
    for (; g_ascii_isdigit(**at) && n_minutes < 2; (*at)++, n_minutes++)
        minutes = 10 * minutes + g_ascii_digit_value(**at);
    if (n_minutes != 2 && !(letter && n_minutes == 0))
        return -1;
    return hours < 24 && minutes < 60 ? 60 * hours + minutes : -1;
}

static bool skip_between(const char **at)
{
    static const char *const words[] = {"-", "..", "a", "/"};
    while (**at == ' ')
        (*at)++;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!g_str_has_prefix(*at, words[i]))
            continue;
        *at += strlen(words[i]);
        while (**at == ' ')
            (*at)++;
        return true;
    }
    return false;
}

bool co_number_parse_hours(const char *text, int *start_min, int *end_min)
{
    g_autofree char *folded = co_text_fold(text);
    const char *at = folded;
    int start = read_time(&at);
    if (start < 0 || !skip_between(&at))
        return false;
    int end = read_time(&at);
    if (end <= start || *at != '\0')
        return false;
    *start_min = start;
    *end_min = end;
    return true;
}
