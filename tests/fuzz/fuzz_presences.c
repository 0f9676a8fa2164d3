/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as attendance sent back: what comes out is of people and meetings that are there, one
 * row a key, and everything else is a problem. */
#include <glib.h>

#include <stdint.h>
#include <string.h>

#include "inputs/attendance/attendance_sheet.h"
#include "inputs/attendance/attendance_table.h"
#include "inputs/formats/csv_reader.h"
#include "tests/support/tiny_campaign.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_row(const CoCampaign *campaign, const CoPlan *plan, const CoAttendance *row)
{
    int group_idx = co_plan_find_group(plan, row->group);
    int path_idx = co_campaign_find_path(campaign, row->path);
    g_assert_cmpint(group_idx, >=, 0);
    g_assert_cmpint(path_idx, >=, 0);
    int module_idx = co_campaign_find_module(campaign, path_idx, row->module);
    g_assert_cmpint(module_idx, >=, 0);
    g_assert_cmpint(co_campaign_find_person(campaign, row->person_id), >=, 0);
    g_assert_true(co_attendance_is_meeting(campaign, &plan->groups[group_idx], module_idx, row->day,
                                           row->half));
    g_assert_cmpint(row->minutes, >=, -1);
    g_assert_cmpint(row->minutes, <=, 600);
}

static bool is_same_key(const CoAttendance *a, const CoAttendance *b)
{
    return a->day == b->day && a->half == b->half && strcmp(a->group, b->group) == 0 &&
           strcmp(a->module, b->module) == 0 && strcmp(a->person_id, b->person_id) == 0;
}

static void check(const CoCampaign *campaign, const CoPlan *plan, const CoAttendanceList *list)
{
    for (size_t i = 0; i < co_attendance_list_size(list); i++) {
        const CoAttendance *row = co_attendance_list_at(list, i);
        check_row(campaign, plan, row);
        g_assert_true(i == 0 || !is_same_key(row, co_attendance_list_at(list, i - 1)));
    }
    g_autoptr(CoRegister) book = co_register_new(campaign, plan, list);
    CoAttendanceTotals totals;
    co_register_totals(book, &totals);
    g_assert_cmpint(totals.n_present + totals.n_absent + totals.n_excused, <=, totals.n_expected);
    g_assert_cmpint(totals.n_trained, <=, totals.n_people);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *bytes = size > 0 ? g_strndup((const char *)data, size) : g_strdup("");
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoCampaign) campaign = co_tiny_campaign(NULL);
    g_autoptr(CoPlan) plan = co_tiny_plan(campaign);
    g_autoptr(CoAttendanceJudge) judge = co_attendance_judge_new(campaign, plan, problems);
    g_autoptr(CoSheet) sheet = co_csv_read_bytes(bytes, strlen(bytes), "presences.csv", problems);
    if (sheet != NULL && co_attendance_sheet_is(sheet))
        co_attendance_sheet_read(judge, sheet);
    else if (sheet != NULL && co_attendance_table_is(sheet))
        co_attendance_table_read(judge, sheet);
    g_autoptr(CoAttendanceList) list = co_attendance_judge_finish(judge);
    check(campaign, plan, list);
    return 0;
}
