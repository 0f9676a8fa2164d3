/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/attendance.h"

#include "attendance_sheet.h"
#include "attendance_table.h"
#include "inputs/formats/book.h"
#include "inputs/formats/csv_reader.h"

/* @return whether the sheet was one of attendance, now read */
static bool read_sheet(CoAttendanceJudge *judge, const CoSheet *sheet)
{
    if (co_attendance_sheet_is(sheet))
        co_attendance_sheet_read(judge, sheet);
    else if (co_attendance_table_is(sheet))
        co_attendance_table_read(judge, sheet);
    else
        return false;
    return true;
}

/* The keys are hidden and titles merged: what is said of that would puzzle. */
static bool is_of_no_interest(const CoProblem *problem)
{
    return problem->code == CO_PROBLEM_ROWS_HIDDEN || problem->code == CO_PROBLEM_CELLS_MERGED ||
           problem->code == CO_PROBLEM_ROW_LENGTH || problem->code == CO_PROBLEM_FORMULA_EMPTY;
}

static bool is_of(const CoProblem *problem, const CoSheet *sheet)
{
    return g_strcmp0(problem->sheet, co_sheet_name(sheet)) == 0;
}

/* Passes on what was found in the whole file, or in a sheet of attendance. */
static void pass_on(CoAttendanceJudge *judge, const CoProblemList *found, const CoSheet *sheet)
{
    for (size_t i = 0; i < co_problem_list_size(found); i++) {
        const CoProblem *problem = co_problem_list_at(found, i);
        bool is_wanted = sheet == NULL ? problem->sheet == NULL : is_of(problem, sheet);
        if (is_wanted && !is_of_no_interest(problem))
            co_problem_list_add(co_attendance_judge_problems(judge), problem);
    }
}

static void report_nothing(CoAttendanceJudge *judge, const char *file)
{
    const CoProblem problem = {.severity = CO_SEVERITY_ERROR,
                               .code = CO_PROBLEM_PRESENCE_NO_SHEET,
                               .action = CO_ACTION_FILE_OUT,
                               .file = file};
    co_problem_list_add(co_attendance_judge_problems(judge), &problem);
}

static void read_book(CoAttendanceJudge *judge, const char *path, const char *file)
{
    g_autoptr(CoProblemList) found = co_problem_list_new();
    g_autoptr(GPtrArray) sheets = co_book_read_file(path, file, NULL, NULL, found);
    bool any = false;
    pass_on(judge, found, NULL);
    for (guint i = 0; sheets != NULL && i < sheets->len; i++) {
        const CoSheet *sheet = sheets->pdata[i];
        if (!co_attendance_sheet_is(sheet) && !co_attendance_table_is(sheet))
            continue;
        pass_on(judge, found, sheet);
        any = read_sheet(judge, sheet) || any;
    }
    if (sheets != NULL && !any)
        report_nothing(judge, file);
}

static void read_csv(CoAttendanceJudge *judge, const char *path, const char *file)
{
    g_autoptr(CoSheet) sheet = co_csv_read_file(path, file, co_attendance_judge_problems(judge));
    if (sheet != NULL && !read_sheet(judge, sheet))
        report_nothing(judge, file);
}

CoAttendanceList *co_attendance_read(const char *const *paths, const CoCampaign *campaign,
                                     const CoPlan *plan, CoProblemList *problems)
{
    g_return_val_if_fail(paths != NULL && campaign != NULL && plan != NULL, NULL);
    g_return_val_if_fail(problems != NULL, NULL);
    g_autoptr(CoAttendanceJudge) judge = co_attendance_judge_new(campaign, plan, problems);
    for (int i = 0; paths[i] != NULL; i++) {
        g_autofree char *name = g_path_get_basename(paths[i]);
        g_autofree char *file = g_filename_display_name(name);
        g_autofree char *lower = g_ascii_strdown(file, -1);
        if (g_str_has_suffix(lower, ".csv"))
            read_csv(judge, paths[i], file);
        else
            read_book(judge, paths[i], file);
    }
    return co_attendance_judge_finish(judge);
}
