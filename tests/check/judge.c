/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

void co_tiny_case_init(CoTinyCase *tiny, CoTinyAmend amend)
{
    tiny->campaign = co_tiny_campaign(amend);
    tiny->plan = co_tiny_plan(tiny->campaign);
    tiny->published = NULL;
}

void co_tiny_case_clear(CoTinyCase *tiny)
{
    co_plan_free(tiny->published);
    co_plan_free(tiny->plan);
    co_campaign_free(tiny->campaign);
}

static CoCheckReport *judge(const CoTinyCase *tiny)
{
    CoCheckOptions options = CO_CHECK_OPTIONS_INIT;
    options.published = tiny->published;
    CoCheckReport *report = co_check_plan(tiny->campaign, tiny->plan, &options);
    for (int i = 0; i < report->n_violations; i++) {
        const CoViolation *v = &report->violations[i];
        char iso[CO_DAY_ISO_SIZE];
        g_test_message("%s breach %d group %d/%d person %d trainer %d day %s halves %d: %d, %d",
                       co_rule_id(v->rule), v->breach, v->group_idx, v->other_group_idx,
                       v->person_idx, v->trainer_idx, co_day_to_iso(v->day, iso), v->halves,
                       (int)v->found, (int)v->allowed);
    }
    return report;
}

void co_assert_kept(const CoTinyCase *tiny)
{
    g_autoptr(CoCheckReport) report = judge(tiny);
    g_assert_cmpint(report->n_violations, ==, 0);
}

CoViolation co_assert_broken(const CoTinyCase *tiny, CoRule rule, CoBreach breach, int n)
{
    g_autoptr(CoCheckReport) report = judge(tiny);
    for (int i = 0; i < report->n_violations; i++) {
        g_assert_cmpstr(co_rule_id(report->violations[i].rule), ==, co_rule_id(rule));
        g_assert_cmpint(report->violations[i].breach, ==, breach);
    }
    g_assert_cmpint(report->n_violations, ==, n);
    return report->violations[0];
}

CoDay co_day(const char *iso)
{
    CoDay day = co_day_parse(iso);
    g_assert_cmpint(day, !=, CO_DAY_NONE);
    return day;
}
