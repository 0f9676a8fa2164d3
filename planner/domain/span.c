/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "cohorte/day.h"
#include "cohorte/text.h"

static const char *const weekdays[] = {
    NULL, "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
};

/* Cuts a half off the end of a folded item: "mercredi-am" leaves "mercredi". */
static CoHalves cut_half(char *item)
{
    static const struct {
        const char *suffix;
        CoHalves halves;
    } suffixes[] = {{"-am", CO_HALF_AM}, {"-pm", CO_HALF_PM}};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        if (g_str_has_suffix(item, suffixes[i].suffix)) {
            item[strlen(item) - strlen(suffixes[i].suffix)] = '\0';
            return suffixes[i].halves;
        }
    }
    return CO_HALF_BOTH;
}

static int parse_weekday(const char *word)
{
    for (int i = 1; i <= 7; i++)
        if (strcmp(word, weekdays[i]) == 0)
            return i;
    return 0;
}

static bool parse_days(char *item, CoSpan *span)
{
    char *dots = strstr(item, "..");
    if (dots != NULL)
        *dots = '\0';
    span->first_day = co_day_parse(item);
    span->last_day = dots == NULL ? span->first_day : co_day_parse(dots + 2);
    return span->first_day != CO_DAY_NONE && span->last_day >= span->first_day;
}

bool co_span_parse(const char *text, CoSpan *span)
{
    g_return_val_if_fail(span != NULL, false);
    g_autofree char *item = co_text_fold(text);
    CoSpan read = {.halves = cut_half(item)};
    read.weekday = parse_weekday(g_strchomp(item));
    if (read.weekday == 0 && !parse_days(item, &read))
        return false;
    *span = read;
    return true;
}

static const char *half_suffix(CoHalves halves)
{
    if (halves == CO_HALF_AM)
        return "-am";
    return halves == CO_HALF_PM ? "-pm" : "";
}

char *co_span_to_text(const CoSpan *span)
{
    g_return_val_if_fail(span != NULL, NULL);
    g_return_val_if_fail(span->weekday >= 0 && span->weekday <= 7, NULL);
    const char *suffix = half_suffix(span->halves);
    if (span->weekday != 0)
        return g_strconcat(weekdays[span->weekday], suffix, NULL);
    char first[CO_DAY_ISO_SIZE], last[CO_DAY_ISO_SIZE];
    co_day_to_iso(span->first_day, first);
    if (span->last_day == span->first_day)
        return g_strconcat(first, suffix, NULL);
    return g_strconcat(first, "..", co_day_to_iso(span->last_day, last), suffix, NULL);
}

bool co_span_covers(const CoSpan *span, CoDay day, CoHalves half)
{
    g_return_val_if_fail(span != NULL, false);
    if (((unsigned)span->halves & (unsigned)half) == 0)
        return false;
    if (span->weekday != 0)
        return co_day_weekday(day) == span->weekday;
    return day >= span->first_day && day <= span->last_day;
}
