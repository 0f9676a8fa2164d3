/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attendance_table.h"

#include "inputs/tables/cells.h"

enum { GROUP, PERSON, MODULE, DAY, HALF, STATE, MINUTES, REMARK };

static const CoColumn columns[] = {
    [GROUP] = {"groupe", CO_REQUIRED},    [PERSON] = {"personne", CO_REQUIRED},
    [MODULE] = {"module", CO_REQUIRED},   [DAY] = {"date", CO_REQUIRED},
    [HALF] = {"demi", CO_REQUIRED},       [STATE] = {"etat", CO_REQUIRED},
    [MINUTES] = {"minutes", CO_OPTIONAL}, [REMARK] = {"commentaire", CO_OPTIONAL},
};

bool co_attendance_table_is(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, false);
    return co_table_has_header(sheet, columns[PERSON].name) &&
           co_table_has_header(sheet, columns[STATE].name);
}

static const char *label_of(const CoTable *table, int column)
{
    int position = table->position[column];
    return position >= 0 ? co_sheet_column_label(table->sheet, position) : NULL;
}

static CoAttendancePlace place_of(const CoRow *row, int column)
{
    return (CoAttendancePlace){row->table->sheet, co_row_line(row), label_of(row->table, column)};
}

/* One half-day of a line. */
static void read_half(CoAttendanceJudge *judge, const CoRow *row, CoMeetingWords *words,
                      CoHalves half)
{
    CoAttendanceFact fact;
    words->half = half;
    if (!co_attendance_judge_meeting(judge, place_of(row, GROUP), words, &fact.meeting))
        return;
    fact.person_idx = co_attendance_judge_person(judge, place_of(row, PERSON),
                                                 co_row_cell(row, PERSON), fact.meeting.group);
    if (fact.person_idx >= 0 &&
        co_attendance_judge_state(judge, place_of(row, STATE), co_row_cell(row, STATE),
                                  &fact.state) &&
        co_attendance_judge_minutes(judge, place_of(row, MINUTES), co_row_cell(row, MINUTES),
                                    &fact.minutes))
        co_attendance_judge_take(judge, place_of(row, STATE), &fact);
}

static void read_row(CoAttendanceJudge *judge, CoRow *row)
{
    static const char *const choices[] = {"am", "pm", "journee", "matin", "apres-midi", NULL};
    static const CoHalves halves[] = {CO_HALF_AM, CO_HALF_PM, CO_HALF_BOTH, CO_HALF_AM, CO_HALF_PM};
    CoMeetingWords words = {
        .group = co_cell_text(row, GROUP),
        .module = co_cell_text(row, MODULE),
        .group_column = label_of(row->table, GROUP),
        .module_column = label_of(row->table, MODULE),
        .day_column = label_of(row->table, DAY),
    };
    int choice = 0;
    co_cell_day(row, DAY, &words.day);
    co_cell_choice(row, HALF, choices, &choice);
    if (row->out)
        return;
    for (int half = CO_HALF_AM; half <= CO_HALF_PM; half++)
        if ((int)halves[choice] & half)
            read_half(judge, row, &words, (CoHalves)half);
}

void co_attendance_table_read(CoAttendanceJudge *judge, const CoSheet *sheet)
{
    g_return_if_fail(judge != NULL && sheet != NULL);
    /* Cells want somewhere to keep their texts: a campaign that is nobody's. */
    g_autoptr(CoCampaign) texts = co_campaign_new();
    CoImport import = {.campaign = texts, .problems = co_attendance_judge_problems(judge)};
    const CoColumnSet set = {columns, G_N_ELEMENTS(columns), false};
    CoTable table;
    if (!co_table_open(&table, &import, sheet, &set))
        return;
    for (int i = 0; i < co_sheet_n_rows(sheet); i++) {
        CoRow row = {.table = &table, .row = i};
        if (co_row_check_required(&row))
            read_row(judge, &row);
    }
}
