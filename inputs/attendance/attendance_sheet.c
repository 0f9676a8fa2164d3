/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns are known by the line of keys and people by the column of its mark, so that titles, heads
 * and the order of lines may change. People stand under the keys, down to a line that ends them. */
#include "attendance_sheet.h"

#include <string.h>

#include "inputs/tables/clean.h"

/* What the line of keys says. */
typedef struct Keys {
    const CoSheet *sheet;
    int row; /* of the keys, -1 = headers */
    int id_column, name_column;
    const char *group; /* in the mark */
    const CoGroup *of_group;
    GArray *columns; /* of Column */
} Keys;

/* A half-day: where its states are, and its minutes. */
typedef struct Column {
    CoMeetingWords words;
    CoAttendanceMeeting meeting;
    bool is_held;       /* the plan has that meeting */
    int state, minutes; /* columns, -1 = none */
    char *label;        /* of the state's column */
} Column;

/* @return the cell of a line; -1 is the headers */
static const char *cell_at(const CoSheet *sheet, int row, int column)
{
    if (row >= 0)
        return co_sheet_cell(sheet, row, column);
    return column < co_sheet_n_columns(sheet) ? co_sheet_header(sheet, column) : "";
}

static int line_at(const CoSheet *sheet, int row)
{
    return row >= 0 ? co_sheet_line(sheet, row) : co_sheet_header_line(sheet);
}

/* The widest line that is looked at: a campaign has no more half-days than that. */
enum { MAX_COLUMNS = 400, MAX_KEY_ROW = 60 };

static bool find_mark(const CoSheet *sheet, int *row, int *column)
{
    int n_rows = MIN(co_sheet_n_rows(sheet), MAX_KEY_ROW);
    for (*row = -1; *row < n_rows; (*row)++)
        for (*column = 0; *column < 10; (*column)++)
            if (g_str_has_prefix(cell_at(sheet, *row, *column), CO_ATTENDANCE_MARK "|"))
                return true;
    return false;
}

bool co_attendance_sheet_is(const CoSheet *sheet)
{
    int row, column;
    g_return_val_if_fail(sheet != NULL, false);
    return find_mark(sheet, &row, &column);
}

static void clear_column(gpointer data)
{
    Column *column = data;
    g_free(column->label);
}

/* "2024-11-18|am|SG-P1" */
static bool parse_key(const char *key, CoMeetingWords *words)
{
    g_auto(GStrv) parts = g_strsplit(key, "|", 3);
    if (g_strv_length(parts) != 3 || *parts[2] == '\0')
        return false;
    words->day = co_day_parse(parts[0]);
    words->half = strcmp(parts[1], "am") == 0 ? CO_HALF_AM : CO_HALF_PM;
    words->module = key + strlen(parts[0]) + strlen(parts[1]) + 2;
    return words->day != CO_DAY_NONE &&
           (strcmp(parts[1], "am") == 0 || strcmp(parts[1], "pm") == 0);
}

static Column *column_of(const Keys *keys, const CoMeetingWords *words)
{
    for (guint i = 0; i < keys->columns->len; i++) {
        Column *column = &g_array_index(keys->columns, Column, i);
        if (column->words.day == words->day && column->words.half == words->half &&
            strcmp(column->words.module, words->module) == 0)
            return column;
    }
    const Column fresh = {.words = *words, .state = -1, .minutes = -1};
    g_array_append_val(keys->columns, fresh);
    return &g_array_index(keys->columns, Column, keys->columns->len - 1);
}

static bool is_end(const Keys *keys, int row)
{
    return row >= co_sheet_n_rows(keys->sheet) ||
           strcmp(cell_at(keys->sheet, row, keys->id_column), CO_ATTENDANCE_END) == 0;
}

/* @return whether a line says anything of a half-day */
static bool says(const Keys *keys, const Column *column, int row)
{
    return !co_clean_is_blank(cell_at(keys->sheet, row, column->state)) ||
           (column->minutes >= 0 && !co_clean_is_blank(cell_at(keys->sheet, row, column->minutes)));
}

static bool is_used(const Keys *keys, const Column *column)
{
    for (int row = keys->row + 1; !is_end(keys, row); row++)
        if (says(keys, column, row))
            return true;
    return false;
}

static CoAttendancePlace place_of(const Keys *keys, int row, const char *label)
{
    return (CoAttendancePlace){keys->sheet, line_at(keys->sheet, row), label};
}

static void read_key(CoAttendanceJudge *judge, Keys *keys, int position)
{
    const char *key = cell_at(keys->sheet, keys->row, position);
    CoMeetingWords words = {.group = keys->group};
    bool is_state = g_str_has_prefix(key, CO_ATTENDANCE_STATE "|");
    bool is_minutes = g_str_has_prefix(key, CO_ATTENDANCE_MINUTES "|");
    char letters[4];
    if (strcmp(key, CO_ATTENDANCE_NAME) == 0)
        keys->name_column = position;
    if (!is_state && !is_minutes)
        return;
    co_sheet_column_letters(position, letters);
    if (!parse_key(strchr(key, '|') + 1, &words)) {
        co_attendance_judge_report(judge, place_of(keys, keys->row, letters),
                                   (CoProblem){.severity = CO_SEVERITY_ERROR,
                                               .code = CO_PROBLEM_PRESENCE_KEY,
                                               .action = CO_ACTION_CELL_OUT,
                                               .value = key});
        return;
    }
    Column *column = column_of(keys, &words);
    int *target = is_state ? &column->state : &column->minutes;
    if (*target >= 0)
        return;
    *target = position;
    if (is_state) {
        g_free(column->label);
        column->label = g_strdup(letters);
    }
}

static void tell_version(CoAttendanceJudge *judge, const Keys *keys, const char *version)
{
    g_autofree char *of_plan = g_strdup_printf("%d", co_attendance_judge_version(judge));
    if (strcmp(version, of_plan) != 0)
        co_attendance_judge_report(judge, place_of(keys, keys->row, NULL),
                                   (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                               .code = CO_PROBLEM_PRESENCE_VERSION,
                                               .value = version,
                                               .used = of_plan});
}

/* "cohorte-presences|3|SG-01" */
static bool read_mark(CoAttendanceJudge *judge, Keys *keys)
{
    const char *mark = cell_at(keys->sheet, keys->row, keys->id_column);
    g_auto(GStrv) parts = g_strsplit(mark, "|", 3);
    if (g_strv_length(parts) != 3) {
        co_attendance_judge_report(judge, place_of(keys, keys->row, NULL),
                                   (CoProblem){.severity = CO_SEVERITY_ERROR,
                                               .code = CO_PROBLEM_PRESENCE_KEY,
                                               .action = CO_ACTION_FILE_OUT,
                                               .value = mark});
        return false;
    }
    keys->group = mark + strlen(parts[0]) + strlen(parts[1]) + 2;
    tell_version(judge, keys, parts[1]);
    keys->of_group = co_attendance_judge_group(judge, place_of(keys, keys->row, NULL), keys->group);
    return keys->of_group != NULL;
}

/* @return (transfer none) who a line is about; "" for nobody */
static const char *who_at(const Keys *keys, int row)
{
    const char *id = cell_at(keys->sheet, row, keys->id_column);
    if (!co_clean_is_blank(id) || keys->name_column < 0)
        return co_clean_is_blank(id) ? "" : id;
    const char *name = cell_at(keys->sheet, row, keys->name_column);
    return co_clean_is_blank(name) ? "" : name;
}

static void report_missing(CoAttendanceJudge *judge, CoAttendancePlace place)
{
    co_attendance_judge_report(judge, place,
                               (CoProblem){.severity = CO_SEVERITY_ERROR,
                                           .code = CO_PROBLEM_VALUE_MISSING,
                                           .action = CO_ACTION_ROW_OUT});
}

static void read_cell(CoAttendanceJudge *judge, const Keys *keys, const Column *column, int row,
                      CoAttendanceFact fact)
{
    CoAttendancePlace place = place_of(keys, row, column->label);
    const char *state = cell_at(keys->sheet, row, column->state);
    const char *minutes = column->minutes < 0 ? "" : cell_at(keys->sheet, row, column->minutes);
    char letters[4];
    if (!says(keys, column, row))
        return;
    if (co_clean_is_blank(state))
        report_missing(judge, place);
    if (co_clean_is_blank(state) || !co_attendance_judge_state(judge, place, state, &fact.state))
        return;
    if (column->minutes >= 0)
        co_sheet_column_letters(column->minutes, letters);
    CoAttendancePlace at_minutes = place_of(keys, row, column->minutes < 0 ? NULL : letters);
    if (co_attendance_judge_minutes(judge, at_minutes, minutes, &fact.minutes))
        co_attendance_judge_take(judge, place, &fact);
}

static bool line_is_blank(const Keys *keys, int row)
{
    for (guint i = 0; i < keys->columns->len; i++)
        if (says(keys, &g_array_index(keys->columns, Column, i), row))
            return false;
    return true;
}

static void read_line(CoAttendanceJudge *judge, const Keys *keys, int row)
{
    char letters[4];
    const char *who = who_at(keys, row);
    if (line_is_blank(keys, row))
        return;
    co_sheet_column_letters(keys->id_column, letters);
    CoAttendancePlace place = place_of(keys, row, letters);
    if (*who == '\0') {
        report_missing(judge, place);
        return;
    }
    CoAttendanceFact fact = {.person_idx =
                                 co_attendance_judge_person(judge, place, who, keys->of_group)};
    for (guint i = 0; fact.person_idx >= 0 && i < keys->columns->len; i++) {
        const Column *column = &g_array_index(keys->columns, Column, i);
        fact.meeting = column->meeting;
        if (column->is_held)
            read_cell(judge, keys, column, row, fact);
    }
}

/* Half-days at which nobody has typed anything yet may be of a plan that has changed since. */
static void judge_columns(CoAttendanceJudge *judge, Keys *keys)
{
    for (guint i = keys->columns->len; i-- > 0;)
        if (g_array_index(keys->columns, Column, i).state < 0)
            g_array_remove_index(keys->columns, i);
    for (guint i = 0; i < keys->columns->len; i++) {
        Column *column = &g_array_index(keys->columns, Column, i);
        CoMeetingWords words = column->words;
        words.module_column = words.day_column = column->label;
        column->is_held = is_used(keys, column) &&
                          co_attendance_judge_meeting(judge, place_of(keys, keys->row, NULL),
                                                      &words, &column->meeting);
    }
}

void co_attendance_sheet_read(CoAttendanceJudge *judge, const CoSheet *sheet)
{
    g_return_if_fail(judge != NULL && sheet != NULL);
    Keys keys = {.sheet = sheet, .name_column = -1};
    if (!find_mark(sheet, &keys.row, &keys.id_column) || !read_mark(judge, &keys))
        return;
    keys.columns = g_array_new(FALSE, FALSE, sizeof(Column));
    g_array_set_clear_func(keys.columns, clear_column);
    for (int position = 0; position < MAX_COLUMNS; position++)
        read_key(judge, &keys, position);
    judge_columns(judge, &keys);
    for (int row = keys.row + 1; !is_end(&keys, row); row++)
        read_line(judge, &keys, row);
    g_array_unref(keys.columns);
}
