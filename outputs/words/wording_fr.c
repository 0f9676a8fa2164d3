/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, amounts and single words. Sentences have files of their own: wording_fr_*.c. */
#include "cohorte/wording.h"

#include <math.h>
#include <stdlib.h>

#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"

static const char *const weekdays[] = {"lundi",    "mardi",  "mercredi", "jeudi",
                                       "vendredi", "samedi", "dimanche"};
static const char *const weekdays_short[] = {"lun.", "mar.", "mer.", "jeu.",
                                             "ven.", "sam.", "dim."};
static const char *const months[] = {"janvier",   "février", "mars",     "avril",
                                     "mai",       "juin",    "juillet",  "août",
                                     "septembre", "octobre", "novembre", "décembre"};
static const char *const months_short[] = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                           "juil.", "août",  "sept.", "oct.", "nov.", "déc."};

char *co_wording_day_long(CoDay day)
{
    if (day == CO_DAY_NONE)
        return g_strdup("");
    int year, month, of_month;
    co_day_to_ymd(day, &year, &month, &of_month);
    return g_strdup_printf("%s %d%s %s %d", weekdays[co_day_weekday(day) - 1], of_month,
                           of_month == 1 ? "er" : "", months[month - 1], year);
}

char *co_wording_day_short(CoDay day)
{
    if (day == CO_DAY_NONE)
        return g_strdup("");
    int month, of_month;
    co_day_to_ymd(day, NULL, &month, &of_month);
    return g_strdup_printf("%s %d%s %s", weekdays_short[co_day_weekday(day) - 1], of_month,
                           of_month == 1 ? "er" : "", months_short[month - 1]);
}

/* The digits of a number, in groups of three. */
static char *grouped(uint64_t number)
{
    g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, number);
    GString *text = g_string_new(NULL);
    for (const char *p = digits; *p != '\0'; p++) {
        if (p > digits && strlen(p) % 3 == 0)
            g_string_append(text, NARROW_NBSP);
        g_string_append_c(text, *p);
    }
    return g_string_free(text, FALSE);
}

/* Without its sign; the least of all has one digit more than the greatest. */
static uint64_t size_of(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

char *co_wording_number(int64_t number)
{
    g_autofree char *digits = grouped(size_of(number));
    return g_strconcat(number < 0 ? "-" : "", digits, NULL);
}

char *co_wording_cents(int64_t cents)
{
    uint64_t size = size_of(cents);
    g_autofree char *euros = grouped(size / 100);
    return g_strdup_printf("%s%s,%02d" NBSP "€", cents < 0 ? "-" : "", euros, (int)(size % 100));
}

char *co_wording_percent(double fraction)
{
    if (!isfinite(fraction))
        return g_strdup("non prouvé");
    /* 0.81965 is stored a hair below 81.965 %; the millionth puts halves back where they were. */
    double hundredths = floor(fabs(fraction) * 10000 + 0.5 + 1e-6);
    bool negative = fraction < 0 && hundredths > 0;
    g_autofree char *whole = grouped((uint64_t)fmin(hundredths / 100, 1e15));
    return g_strdup_printf("%s%s,%02d" NBSP "%%", negative ? "-" : "", whole,
                           (int)fmod(hundredths, 100));
}

const char *co_wording_halves(CoHalves halves)
{
    switch (halves) {
    case CO_HALF_AM:
        return "matin";
    case CO_HALF_PM:
        return "après-midi";
    case CO_HALF_BOTH:
        return "journée";
    }
    return "";
}

const char *co_wording_halves_key(CoHalves halves)
{
    switch (halves) {
    case CO_HALF_AM:
        return "am";
    case CO_HALF_PM:
        return "pm";
    case CO_HALF_BOTH:
        return "journee";
    }
    return "";
}

const char *co_wording_mode(CoMode mode)
{
    switch (mode) {
    case CO_MODE_IN_PERSON:
        return "présentiel";
    case CO_MODE_VIRTUAL_CLASS:
        return "classe virtuelle";
    case CO_MODE_SELF_STUDY:
        return "autoformation";
    case CO_MODE_WEBINAR:
        return "webinaire";
    }
    return "";
}

const char *co_wording_quality(CoQuality quality)
{
    switch (quality) {
    case CO_QUALITY_OPTIMAL:
        return "optimal prouvé";
    case CO_QUALITY_FEASIBLE:
        return "réalisable";
    case CO_QUALITY_INFEASIBLE:
        return "irréalisable, c'est prouvé";
    case CO_QUALITY_NOTHING:
        return "aucun plan trouvé";
    }
    return "";
}

const char *co_wording_stop(CoStop stop)
{
    switch (stop) {
    case CO_STOP_FINISHED:
        return "calcul terminé";
    case CO_STOP_TIME:
        return "durée limite atteinte";
    case CO_STOP_WORK:
        return "quantité de travail atteinte";
    case CO_STOP_GAP:
        return "écart demandé atteint";
    case CO_STOP_CANCELLED:
        return "calcul interrompu";
    }
    return "";
}

const char *co_wording_quality_key(CoQuality quality)
{
    switch (quality) {
    case CO_QUALITY_OPTIMAL:
        return "optimal";
    case CO_QUALITY_FEASIBLE:
        return "realisable";
    case CO_QUALITY_INFEASIBLE:
        return "irrealisable";
    case CO_QUALITY_NOTHING:
        return "rien";
    }
    return "";
}

const char *co_wording_stop_key(CoStop stop)
{
    switch (stop) {
    case CO_STOP_FINISHED:
        return "termine";
    case CO_STOP_TIME:
        return "temps";
    case CO_STOP_WORK:
        return "travail";
    case CO_STOP_GAP:
        return "ecart";
    case CO_STOP_CANCELLED:
        return "interrompu";
    }
    return "";
}
