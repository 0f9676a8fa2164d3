/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cell_values.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "cohorte/day.h"

enum { DAY_SECONDS = 86400, PERCENT_SHIFT = 2, MAX_SERIAL = 2958465 };

/* What the letters of a format code show. */
typedef struct Shown {
    bool date, time, month_or_minute, percent;
} Shown;

/* "[Red]" colours, "[$-40C]" names a language, "[h]" is a duration. */
static const char *read_bracket(const char *at, Shown *shown)
{
    size_t n = strcspn(at + 1, "]");
    size_t n_units = strspn(at + 1, "hHmMsS");
    shown->time = shown->time || (n > 0 && n_units == n);
    return at + 1 + n;
}

static void read_letter(char letter, Shown *shown)
{
    switch (g_ascii_tolower(letter)) {
    case 'y':
    case 'd':
    case 'a': /* French producers write "jj/mm/aaaa"; "am/pm" goes with hours anyway */
    case 'j':
        shown->date = true;
        break;
    case 'h':
    case 's':
        shown->time = true;
        break;
    case 'm':
        shown->month_or_minute = true;
        break;
    case '%':
        shown->percent = true;
        break;
    default:
        break;
    }
}

/* @return the last character of a stretch that shows itself, or @p at */
static const char *skip_literal(const char *at)
{
    if (*at == '"')
        return at + 1 + strcspn(at + 1, "\"");
    return strchr("\\_*", *at) != NULL && at[1] != '\0' ? at + 1 : at;
}

CoNumberForm co_number_form(const char *format_code)
{
    Shown shown = {0};
    if (g_ascii_strncasecmp(format_code, "General", 7) == 0 ||
        g_ascii_strncasecmp(format_code, "Standard", 8) == 0)
        return CO_FORM_NUMBER;
    for (const char *at = format_code; *at != '\0' && *at != ';'; at++) {
        const char *end = *at == '[' ? read_bracket(at, &shown) : skip_literal(at);
        if (end == at && g_ascii_strncasecmp(at, "am/pm", 5) == 0)
            end = at + 4;
        else if (end == at)
            read_letter(*at, &shown);
        at = end;
        if (*at == '\0')
            break;
    }
    if (shown.date || (shown.month_or_minute && !shown.time))
        return shown.time ? CO_FORM_DATE_TIME : CO_FORM_DATE;
    if (shown.time)
        return CO_FORM_TIME;
    return shown.percent ? CO_FORM_PERCENT : CO_FORM_NUMBER;
}

static bool parse(const char *raw, double *value)
{
    char *end;
    if (strspn(raw, "0123456789.+-eE") != strlen(raw))
        return false;
    *value = g_ascii_strtod(raw, &end);
    return end != raw && *end == '\0' && isfinite(*value);
}

/* Most numbers are written as they should be already. */
static bool is_shortest(const char *raw)
{
    enum { EXACT_DIGITS = 15 };
    const char *at = raw + (*raw == '-');
    size_t n_whole = strspn(at, "0123456789");
    if (n_whole == 0 || (at[0] == '0' && n_whole > 1))
        return false;
    if (at[n_whole] == '\0')
        return n_whole <= EXACT_DIGITS && (at != raw + 1 || *at != '0');
    size_t n_decimals = at[n_whole] == '.' ? strspn(at + n_whole + 1, "0123456789") : 0;
    size_t n = n_whole + 1 + n_decimals;
    return n_decimals > 0 && at[n] == '\0' && n_whole + n_decimals <= EXACT_DIGITS &&
           at[n - 1] != '0';
}

/* The fewest digits that read back as the same number. @param digits  of the mantissa, no point
 * @return the power of ten of the first digit */
static int shortest_digits(double value, char digits[20])
{
    static const char *const formats[] = {"%.14e", "%.15e", "%.16e"};
    char buffer[32];
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_ascii_formatd(buffer, sizeof buffer, formats[i], value);
        if (g_ascii_strtod(buffer, NULL) == value)
            break;
    }
    char *exponent = strchr(buffer, 'e');
    *exponent = '\0';
    int n = 0;
    for (const char *at = buffer; *at != '\0'; at++)
        if (*at != '.')
            digits[n++] = *at;
    while (n > 1 && digits[n - 1] == '0')
        n--;
    digits[n] = '\0';
    return (int)g_ascii_strtoll(exponent + 1, NULL, 10);
}

/* @param shift  powers of ten to multiply by */
static void append_decimal(GString *text, double value, int shift)
{
    char digits[20];
    if (value == 0) {
        g_string_append_c(text, '0');
        return;
    }
    if (value < 0)
        g_string_append_c(text, '-');
    int n_whole = shortest_digits(fabs(value), digits) + 1 + shift;
    int n = (int)strlen(digits);
    if (n_whole <= 0)
        g_string_append_c(text, '0');
    for (int i = 0; i < n_whole; i++)
        g_string_append_c(text, i < n ? digits[i] : '0');
    if (n <= n_whole)
        return;
    g_string_append_c(text, '.');
    for (int i = n_whole; i < 0; i++)
        g_string_append_c(text, '0');
    g_string_append(text, digits + MAX(n_whole, 0));
}

static void append_time(GString *text, int64_t seconds)
{
    g_string_append_printf(text, "%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
    if (seconds % 60 != 0)
        g_string_append_printf(text, ":%02d", (int)(seconds % 60));
}

static CoDay day_of_serial(int serial, bool from_1904)
{
    if (from_1904)
        return co_day_from_ymd(1904, 1, 1) + serial;
    /* Spreadsheets count a 29 February 1900 that never was, day 60. */
    if (serial == 60 || serial == 0)
        return CO_DAY_NONE;
    return co_day_from_ymd(1900, 1, 1) + serial - (serial > 60 ? 2 : 1);
}

static bool append_day(GString *text, CoDay day)
{
    char iso[CO_DAY_ISO_SIZE];
    if (day == CO_DAY_NONE || day > co_day_from_ymd(2199, 12, 31))
        return false;
    g_string_append(text, co_day_to_iso(day, iso));
    return true;
}

static bool append_serial(GString *text, double value, CoNumberForm form, bool from_1904)
{
    if (value < 0 || value > MAX_SERIAL)
        return false;
    int64_t seconds = llround(value * DAY_SECONDS);
    /* A time alone is a fraction of day 0, which is no day. */
    if (form == CO_FORM_TIME || (form == CO_FORM_DATE_TIME && seconds < DAY_SECONDS)) {
        append_time(text, seconds);
        return true;
    }
    if (!append_day(text, day_of_serial((int)(seconds / DAY_SECONDS), from_1904)))
        return false;
    int64_t time = seconds % DAY_SECONDS;
    if (form == CO_FORM_DATE_TIME && time != 0)
        g_string_append_printf(text, " %02d:%02d:%02d", (int)(time / 3600), (int)(time / 60 % 60),
                               (int)(time % 60));
    return true;
}

void co_value_number(GString *text, const char *raw, CoNumberForm form, bool from_1904)
{
    double value;
    if (form == CO_FORM_NUMBER && is_shortest(raw)) {
        g_string_append(text, raw);
        return;
    }
    if (!parse(raw, &value)) {
        g_string_append(text, raw);
        return;
    }
    bool is_serial = form == CO_FORM_DATE || form == CO_FORM_DATE_TIME || form == CO_FORM_TIME;
    if (is_serial && append_serial(text, value, form, from_1904))
        return;
    append_decimal(text, value, form == CO_FORM_PERCENT ? PERCENT_SHIFT : 0);
    if (form == CO_FORM_PERCENT)
        g_string_append_c(text, '%');
}

/* Reads "HH:MM" or "HH:MM:SS", a fraction of a second and a zone left aside. */
static bool read_clock(const char *at, int clock[3])
{
    static const int most[] = {23, 59, 59};
    for (int i = 0; i < 3; i++) {
        if (i == 2 && *at != ':')
            break;
        at += i > 0 && *at == ':';
        if (!g_ascii_isdigit(at[0]) || !g_ascii_isdigit(at[1]))
            return false;
        clock[i] = 10 * g_ascii_digit_value(at[0]) + g_ascii_digit_value(at[1]);
        if (clock[i] > most[i])
            return false;
        at += 2;
    }
    return *at == '\0' || strchr(".,Z+-", *at) != NULL;
}

void co_value_date(GString *text, const char *raw, bool with_time)
{
    enum { DATE_LENGTH = 10 };
    int clock[3] = {0};
    g_autofree char *date = g_strndup(raw, DATE_LENGTH);
    bool has_time = strlen(raw) > DATE_LENGTH;
    CoDay day = strlen(date) == DATE_LENGTH ? co_day_parse(date) : CO_DAY_NONE;
    if (day == CO_DAY_NONE || (has_time && (strchr("T ", raw[DATE_LENGTH]) == NULL ||
                                            !read_clock(raw + DATE_LENGTH + 1, clock)))) {
        g_string_append(text, raw);
        return;
    }
    append_day(text, day);
    if (with_time && (clock[0] != 0 || clock[1] != 0 || clock[2] != 0))
        g_string_append_printf(text, " %02d:%02d:%02d", clock[0], clock[1], clock[2]);
}

void co_value_duration(GString *text, const char *raw)
{
    static const struct {
        char letter;
        int seconds;
    } units[] = {{'H', 3600}, {'M', 60}, {'S', 1}};
    enum { MAX_UNITS = 1000000 };
    const char *at = g_str_has_prefix(raw, "PT") ? raw + 2 : "?";
    int64_t seconds = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (!g_ascii_isdigit(*at))
            continue;
        char *end = NULL;
        guint64 n = g_ascii_strtoull(at, &end, 10);
        if (n > MAX_UNITS)
            continue;
        if (*end == '.' || *end == ',')
            end += 1 + strspn(end + 1, "0123456789");
        if (*end != units[i].letter)
            continue;
        seconds += (int64_t)n * units[i].seconds;
        at = end + 1;
    }
    if (*at == '\0' && raw[0] != '\0')
        append_time(text, seconds);
    else
        g_string_append(text, raw);
}
