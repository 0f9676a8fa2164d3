/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_moment.h"

#include <glib.h>

#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/day.h"
#include "inputs/tables/numbers.h"
#include "inputs/calendars/stamps.h"

enum { DAY_S = 24 * 3600, MAX_BYTES = 60 };

/* Three numbers with the same sign between them, as typed. */
typedef struct Triple {
    int numbers[3];
    int digits[3];
    const char *rest;
} Triple;

static bool read_triple(const char *text, Triple *triple)
{
    char sign = '\0';
    for (int i = 0; i < 3; i++) {
        if (i > 0 && *text++ != sign)
            return false;
        triple->numbers[i] = triple->digits[i] = 0;
        for (; g_ascii_isdigit(*text) && triple->digits[i] < 4; text++, triple->digits[i]++)
            triple->numbers[i] = 10 * triple->numbers[i] + g_ascii_digit_value(*text);
        if (triple->digits[i] == 0)
            return false;
        if (i == 0)
            sign = *text;
        if (sign == '\0' || strchr("/-.", sign) == NULL)
            return false;
    }
    triple->rest = text;
    return *text == '\0' || strchr(" T,", *text) != NULL;
}

static CoDay day_of(const Triple *triple, bool month_first)
{
    const int *n = triple->numbers;
    if (triple->digits[0] == 4)
        return co_day_from_ymd(n[0], n[1], n[2]);
    if (triple->digits[2] != 2 && triple->digits[2] != 4)
        return CO_DAY_NONE;
    int year = triple->digits[2] == 2 ? 2000 + n[2] : n[2];
    return month_first ? co_day_from_ymd(year, n[0], n[1]) : co_day_from_ymd(year, n[1], n[0]);
}

/* Up to three numbers with ':' between; what follows may say AM or PM. */
static int seconds_of(const char *text)
{
    int parts[3] = {0};
    text += strspn(text, " T,-");
    for (int i = 0; i < 3 && g_ascii_isdigit(*text); i++) {
        for (int n = 0; g_ascii_isdigit(*text) && n < 2; text++, n++)
            parts[i] = 10 * parts[i] + g_ascii_digit_value(*text);
        if (*text == ':')
            text++;
    }
    text += strspn(text, "0123456789. ");
    bool pm = g_ascii_strncasecmp(text, "pm", 2) == 0, am = g_ascii_strncasecmp(text, "am", 2) == 0;
    if (pm || am)
        parts[0] = parts[0] % 12 + (pm ? 12 : 0);
    return 3600 * parts[0] + 60 * parts[1] + parts[2];
}

bool co_survey_moment(const char *text, bool month_first, int64_t *seconds)
{
    g_return_val_if_fail(text != NULL && seconds != NULL, false);
    g_autofree char *clean = strlen(text) > MAX_BYTES ? g_strdup("") : co_clean_text(text);
    Triple triple;
    if (!month_first && co_stamp_moment(clean, seconds))
        return true;
    if (read_triple(clean, &triple)) {
        CoDay day = day_of(&triple, month_first);
        if (day == CO_DAY_NONE)
            return false;
        *seconds = (int64_t)day * DAY_S + seconds_of(triple.rest);
        return true;
    }
    CoDay day = co_stamp_serial_day(clean);
    int64_t micro;
    if (day == CO_DAY_NONE || !co_number_parse(clean, &micro))
        return false;
    *seconds = (int64_t)day * DAY_S + (micro % 1000000) * DAY_S / 1000000;
    return true;
}

bool co_survey_moments_are_month_first(const CoSheet *sheet, int column)
{
    enum { MAX_ROWS = 2000, LAST_MONTH = 12 };
    g_return_val_if_fail(sheet != NULL, false);
    bool month_first = false;
    for (int row = 0; column >= 0 && row < MIN(co_sheet_n_rows(sheet), MAX_ROWS); row++) {
        const char *cell = co_sheet_cell(sheet, row, column);
        Triple triple;
        if (!read_triple(cell + strspn(cell, " "), &triple) || triple.digits[0] > 2)
            continue;
        if (triple.numbers[0] > LAST_MONTH)
            return false;
        month_first = month_first || triple.numbers[1] > LAST_MONTH;
    }
    return month_first;
}
