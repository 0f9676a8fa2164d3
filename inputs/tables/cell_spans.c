/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unavailabilities: what INPUTS.md writes, and what people write instead. */
#include <string.h>

#include "cells.h"
#include "clean.h"
#include "cohorte/text.h"
#include "inputs/calendars/stamps.h"

/* Cuts a word off the front of a text. @return whether it was there */
static bool cut_prefix(char *text, const char *prefix)
{
    if (!g_str_has_prefix(text, prefix))
        return false;
    size_t n = strlen(prefix);
    memmove(text, text + n, strlen(text + n) + 1);
    return true;
}

/* @return the half that ends a text, cut off together with what joins it to the day */
static const char *cut_half(char *text)
{
    static const struct {
        const char *word, *half;
    } words[] = {{"apres-midi", "pm"}, {"apres midi", "pm"}, {"matin", "am"},
                 {"matins", "am"},     {"am", "am"},         {"pm", "pm"}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!g_str_has_suffix(text, words[i].word))
            continue;
        size_t end = strlen(text) - strlen(words[i].word);
        while (end > 0 && strchr(" -(", text[end - 1]) != NULL)
            end--;
        if (end == 0)
            continue;
        text[end] = '\0';
        return words[i].half;
    }
    return NULL;
}

/* "du 04/12/2024 au 06/12/2024" gives "04/12/2024..06/12/2024". */
static char *join_range(char *text)
{
    cut_prefix(text, "du ");
    char *to = strstr(text, " au ");
    if (to == NULL)
        return text;
    *to = '\0';
    char *joined = g_strconcat(text, "..", to + strlen(" au "), NULL);
    g_free(text);
    return joined;
}

static void make_singular(char *text)
{
    size_t n = strlen(text);
    if (n > 1 && text[n - 1] == 's' && g_ascii_isalpha(text[n - 2]))
        text[n - 1] = '\0';
}

/* @return (transfer full) an item as INPUTS.md would write it but for its half, which is set apart
 */
static char *reword(const char *item, const char **half)
{
    static const char *const openings[] = {"tous les ", "toutes les ", "chaque ", "les ", "le "};
    char *text = co_text_fold(item);
    g_strdelimit(text, "()", ' ');
    g_strstrip(text);
    for (size_t i = 0; i < G_N_ELEMENTS(openings); i++)
        if (cut_prefix(text, openings[i]))
            break;
    *half = cut_half(text);
    text = join_range(text);
    make_singular(text);
    return text;
}

/* A date in any form but that of INPUTS.md. */
static CoDay parse_other_day(const char *text)
{
    CoDay day = co_stamp_paris_day(text);
    if (day == CO_DAY_NONE)
        day = co_stamp_hand_day(text);
    return day != CO_DAY_NONE ? day : co_stamp_serial_day(text);
}

static bool parse_reworded(const char *item, CoSpan *span)
{
    const char *half;
    g_autofree char *text = reword(item, &half);
    g_autofree char *whole = half != NULL ? g_strconcat(text, "-", half, NULL) : g_strdup(text);
    if (co_span_parse(whole, span))
        return true;
    CoDay day = parse_other_day(text);
    if (day == CO_DAY_NONE)
        return false;
    CoHalves halves = half == NULL ? CO_HALF_BOTH : *half == 'a' ? CO_HALF_AM : CO_HALF_PM;
    *span = (CoSpan){.first_day = day, .last_day = day, .halves = halves};
    return true;
}

static void report_mended(const CoRow *row, int column, const char *item, const GArray *spans)
{
    g_autoptr(GString) used = g_string_new(NULL);
    for (guint i = 0; i < spans->len; i++) {
        g_autofree char *text = co_span_to_text(&g_array_index(spans, CoSpan, i));
        g_string_append_printf(used, "%s%s", i > 0 ? "|" : "", text);
    }
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_NOTICE,
                              .code = CO_PROBLEM_VALUE_TYPE,
                              .action = CO_ACTION_MENDED,
                              .value = item,
                              .used = used->str,
                              .detail = "plages"});
}

static bool append_reworded(const char *item, GArray *spans)
{
    CoSpan span;
    if (!parse_reworded(item, &span))
        return false;
    g_array_append_val(spans, span);
    return true;
}

/* Other signs between items than '|': tried only where the whole was not understood. */
static bool append_split(const char *item, GArray *spans)
{
    g_auto(GStrv) parts = g_strsplit_set(item, ";,\n&+", -1);
    for (int i = 0; parts[i] != NULL; i++)
        if (!co_clean_is_blank(parts[i]) && !append_reworded(parts[i], spans))
            return false;
    return true;
}

static void read_item(const CoRow *row, int column, const char *item, GArray *spans)
{
    CoSpan span;
    if (co_span_parse(item, &span)) {
        g_array_append_val(spans, span);
        return;
    }
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(CoSpan));
    if (append_reworded(item, found) || append_split(item, found)) {
        report_mended(row, column, item, found);
        g_array_append_vals(spans, found->data, found->len);
        return;
    }
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = CO_PROBLEM_VALUE_TYPE,
                              .action = CO_ACTION_CELL_OUT,
                              .value = item,
                              .detail = "plages"});
}

/* A date outside the campaign is most often a wrong year. */
static void judge_horizon(const CoRow *row, int column, const CoSpan *span)
{
    const CoParameters *parameters = &row->table->import->campaign->parameters;
    if (span->weekday != 0 || parameters->first_day == CO_DAY_NONE ||
        parameters->last_day == CO_DAY_NONE ||
        (span->last_day >= parameters->first_day && span->first_day <= parameters->last_day))
        return;
    g_autofree char *text = co_span_to_text(span);
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_NOTICE,
                              .code = CO_PROBLEM_SPAN_OUTSIDE,
                              .value = text});
}

CoSpan *co_cell_spans(CoRow *row, int column, int *n)
{
    *n = 0;
    if (co_cell_is_blank(row, column))
        return NULL;
    g_auto(GStrv) items = g_strsplit(co_row_cell(row, column), "|", -1);
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(CoSpan));
    for (int i = 0; items[i] != NULL; i++)
        if (!co_clean_is_blank(items[i]))
            read_item(row, column, items[i], spans);
    for (guint i = 0; i < spans->len; i++)
        judge_horizon(row, column, &g_array_index(spans, CoSpan, i));
    *n = (int)spans->len;
    return co_campaign_array(row->table->import->campaign, spans->data, *n, sizeof(CoSpan));
}
