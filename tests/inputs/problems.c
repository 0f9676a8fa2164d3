/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problems.h"

int problems_count(const CoProblemList *problems, CoProblemCode code)
{
    int n = 0;
    for (size_t i = 0; i < co_problem_list_size(problems); i++)
        n += co_problem_list_at(problems, i)->code == code;
    return n;
}

void problems_print(const CoProblemList *problems)
{
    for (size_t i = 0; i < co_problem_list_size(problems); i++) {
        const CoProblem *problem = co_problem_list_at(problems, i);
        g_test_message("severity %d code %d action %d %s:%d [%s] value=%s used=%s detail=%s "
                       "number=%" G_GINT64_FORMAT,
                       problem->severity, problem->code, problem->action, problem->file,
                       problem->line, problem->column, problem->value, problem->used,
                       problem->detail, problem->number);
    }
}

const CoProblem *problems_get(const CoProblemList *problems, CoProblemCode code)
{
    return problems_get_at(problems, code, NULL, -1);
}

const CoProblem *problems_get_at(const CoProblemList *problems, CoProblemCode code,
                                 const char *file, int line)
{
    for (size_t i = 0; i < co_problem_list_size(problems); i++) {
        const CoProblem *problem = co_problem_list_at(problems, i);
        if (problem->code == code && (file == NULL || g_strcmp0(problem->file, file) == 0) &&
            (line < 0 || problem->line == line))
            return problem;
    }
    problems_print(problems);
    g_error("no problem of code %d at %s:%d", code, file, line);
}

void problems_assert_below(const CoProblemList *problems, CoSeverity severity)
{
    if (co_problem_list_count(problems, severity) == 0)
        return;
    problems_print(problems);
    g_error("a problem is worse than it should be");
}
