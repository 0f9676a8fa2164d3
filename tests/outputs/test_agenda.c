/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/agenda/agenda.h"
#include "sample_campaign.h"

static void assert_entry(const CoSample *sample, const CoEntry *entry, const char *code,
                         const char *iso)
{
    char day[CO_DAY_ISO_SIZE];
    g_assert_cmpstr(sample->campaign->modules[entry->module_idx].code, ==, code);
    g_assert_cmpstr(co_day_to_iso(entry->day, day), ==, iso);
}

static void test_a_member_sees_meetings_webinars_and_self_study_by_date(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(sample.campaign, sample.plan, SAMPLE_SG_01);
    g_assert_cmpint(agenda->n_entries, ==, 5);
    assert_entry(&sample, &agenda->entries[0], "SG-W", "2024-11-07");
    assert_entry(&sample, &agenda->entries[1], "SG-0", "2024-11-11");
    assert_entry(&sample, &agenda->entries[2], "SG-P1", "2024-11-13");
    assert_entry(&sample, &agenda->entries[3], "SG-P2", "2024-11-20");
    assert_entry(&sample, &agenda->entries[4], "SG-V1", "2024-11-25");
    g_assert_cmpint(agenda->entries[0].halves, ==, CO_HALF_PM);
}

static void test_the_plan_has_every_dated_meeting_once_and_no_self_study(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autoptr(CoAgenda) agenda = co_agenda_of_plan(sample.campaign, sample.plan);
    g_assert_cmpint(agenda->n_entries, ==, 6);
    for (int i = 0; i < agenda->n_entries; i++)
        g_assert_cmpint(co_agenda_mode(sample.campaign, &agenda->entries[i]), !=,
                        CO_MODE_SELF_STUDY);
    for (int i = 1; i < agenda->n_entries; i++)
        g_assert_cmpint(agenda->entries[i - 1].day, <=, agenda->entries[i].day);
}

static void test_undated_self_study_comes_last(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoEntry entries[] = {{-1, 1, CO_DAY_NONE, CO_HALF_BOTH},
                         {-1, 5, co_day_parse("2024-11-07"), CO_HALF_PM}};
    co_agenda_sort(sample.plan, entries, 2);
    g_assert_cmpint(entries[0].module_idx, ==, 5);
    g_assert_cmpint(entries[1].module_idx, ==, 1);
}

static void test_mornings_come_before_afternoons_and_groups_by_code(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoDay day = co_day_parse("2024-11-20");
    CoEntry entries[] = {{SAMPLE_SG_01, 4, day, CO_HALF_PM},
                         {SAMPLE_SG_01, 2, day, CO_HALF_AM},
                         {SAMPLE_DIST_01, 6, day, CO_HALF_BOTH}};
    co_agenda_sort(sample.plan, entries, 3);
    g_assert_cmpint(entries[0].group_idx, ==, SAMPLE_DIST_01);
    g_assert_cmpint(entries[1].module_idx, ==, 2);
    g_assert_cmpint(entries[2].halves, ==, CO_HALF_PM);
}

static void test_a_webinar_is_attended_by_the_planned_persons_of_its_path(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    const CoEntry webinar = {-1, 5, co_day_parse("2024-11-07"), CO_HALF_PM};
    const CoEntry meeting = {SAMPLE_SG_01, 2, co_day_parse("2024-11-13"), CO_HALF_BOTH};
    /* All SG but the one already trained; the unplaced one follows it too. */
    g_assert_cmpint(co_agenda_n_attending(sample.campaign, sample.plan, &webinar), ==, 5);
    g_assert_cmpint(co_agenda_n_attending(sample.campaign, sample.plan, &meeting), ==, 4);
}

static void test_hours_follow_the_parameters(void)
{
    CoParameters parameters = {.morning_start_min = 530,
                               .morning_end_min = 710,
                               .afternoon_start_min = 800,
                               .afternoon_end_min = 980};
    g_autofree char *whole = co_agenda_timetable(&parameters, CO_HALF_BOTH);
    g_autofree char *afternoon = co_agenda_timetable(&parameters, CO_HALF_PM);
    g_assert_cmpstr(whole, ==, "08:50-11:50 et 13:20-16:20");
    g_assert_cmpstr(afternoon, ==, "13:20-16:20");
    g_assert_cmpint(co_agenda_start_min(&parameters, CO_HALF_BOTH), ==, 530);
    g_assert_cmpint(co_agenda_end_min(&parameters, CO_HALF_BOTH), ==, 980);
    g_assert_cmpint(co_agenda_end_min(&parameters, CO_HALF_AM), ==, 710);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/agenda/member", test_a_member_sees_meetings_webinars_and_self_study_by_date);
    g_test_add_func("/agenda/plan", test_the_plan_has_every_dated_meeting_once_and_no_self_study);
    g_test_add_func("/agenda/undated", test_undated_self_study_comes_last);
    g_test_add_func("/agenda/order", test_mornings_come_before_afternoons_and_groups_by_code);
    g_test_add_func("/agenda/webinar",
                    test_a_webinar_is_attended_by_the_planned_persons_of_its_path);
    g_test_add_func("/agenda/hours", test_hours_follow_the_parameters);
    return g_test_run();
}
