/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an agenda, on two clocks: what is taken lies within the horizon, and what is said of
 * it names the file only. */
#include <glib.h>

#include <stdint.h>
#include <string.h>

#include "inputs/calendars/ics_busy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_spans(const CoCampaign *campaign, const CoSpan *spans, int n_spans)
{
    const CoParameters *parameters = &campaign->parameters;
    CoDay last = parameters->first_day - 1;
    for (int i = 0; i < n_spans; i++) {
        g_assert_cmpint(spans[i].first_day, >, last);
        g_assert_cmpint(spans[i].last_day, >=, spans[i].first_day);
        g_assert_cmpint(spans[i].halves, >, 0);
        g_assert_cmpint(spans[i].halves, <=, CO_HALF_BOTH);
        last = spans[i].last_day;
    }
    g_assert_cmpint(last, <=, parameters->last_day);
}

static void check_problems(const CoProblemList *problems)
{
    for (size_t i = 0; i < co_problem_list_size(problems); i++) {
        const CoProblem *problem = co_problem_list_at(problems, i);
        g_assert_true(problem->file == NULL || strcmp(problem->file, "essai.ics") == 0);
        g_assert_true(problem->value == NULL || g_utf8_validate(problem->value, -1, NULL));
    }
}

static void check_on(const CoIcsText *text, const char *place)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    campaign->parameters.first_day = co_day_from_ymd(2024, 10, 14);
    campaign->parameters.last_day = co_day_from_ymd(2025, 4, 18);
    g_autoptr(CoHalfDays) half_days = co_half_days_new(&campaign->parameters);
    co_ics_busy_read(text, &campaign->parameters, place, half_days, problems);
    CoSpan *spans = NULL;
    int n_spans = 0;
    co_half_days_append(half_days, campaign, &spans, &n_spans);
    check_spans(campaign, spans, n_spans);
    check_problems(problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoIcsText) text =
        co_ics_text_read((const char *)data, size, "essai.ics", CO_ICS_PRIVATE, problems);
    if (text == NULL) {
        g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_ERROR), >, 0);
        return 0;
    }
    check_on(text, "Europe/Paris");
    check_on(text, "Indian/Reunion");
    return 0;
}
