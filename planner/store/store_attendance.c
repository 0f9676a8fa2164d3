/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include "sql.h"
#include "store_private.h"

G_STATIC_ASSERT(CO_PRESENCE_PRESENT == 0 && CO_PRESENCE_ABSENT == 1 && CO_PRESENCE_EXCUSED == 2);

#define KEY_IS "day = ? AND half = ? AND group_code = ? AND path = ? AND module = ? AND person = ?"

typedef struct SaveWork {
    const CoAttendanceList *list;
    CoAttendanceSaved saved;
} SaveWork;

static void bind_key(CoSql *sql, const CoAttendance *row)
{
    char day[CO_DAY_ISO_SIZE];
    co_sql_bind_text_copy(sql, co_day_to_iso(row->day, day));
    co_sql_bind_int(sql, row->half);
    co_sql_bind_text(sql, row->group);
    co_sql_bind_text(sql, row->path);
    co_sql_bind_text(sql, row->module);
    co_sql_bind_text(sql, row->person_id);
}

/* Counts the row as new, changed or the same as what the file has. */
static bool compare_row(CoSql *sql, const CoAttendance *row, CoAttendanceSaved *saved,
                        GError **error)
{
    bind_key(sql, row);
    CoSqlStep step = co_sql_step(sql, error);
    if (step == CO_SQL_FAILED)
        return false;
    if (step == CO_SQL_DONE) {
        saved->n_new++;
        return true;
    }
    int minutes = co_sql_is_null(sql, 1) ? -1 : co_sql_int(sql, 1);
    bool is_same = co_sql_int(sql, 0) == (int)row->state && minutes == row->minutes;
    saved->n_same += is_same;
    saved->n_changed += !is_same;
    return co_sql_step(sql, error) == CO_SQL_DONE;
}

static bool write_row(CoSql *sql, const CoAttendance *row, GError **error)
{
    bind_key(sql, row);
    co_sql_bind_int(sql, row->state);
    if (row->minutes < 0)
        co_sql_bind_null(sql);
    else
        co_sql_bind_int(sql, row->minutes);
    co_sql_bind_int(sql, row->version);
    return co_sql_run(sql, error);
}

static bool save(sqlite3 *db, void *data, GError **error)
{
    SaveWork *work = data;
    g_autoptr(CoSql) find =
        co_sql_new(db, "SELECT state, minutes FROM attendance WHERE " KEY_IS, error);
    if (find == NULL)
        return false;
    g_autoptr(CoSql) write =
        co_sql_new(db,
                   "INSERT OR REPLACE INTO attendance (day, half, group_code, path, module, person,"
                   " state, minutes, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   error);
    if (write == NULL)
        return false;
    for (size_t i = 0; i < co_attendance_list_size(work->list); i++) {
        const CoAttendance *row = co_attendance_list_at(work->list, i);
        if (!compare_row(find, row, &work->saved, error) || !write_row(write, row, error))
            return false;
    }
    return true;
}

bool co_store_save_attendance(CoStore *store, const CoAttendanceList *list,
                              CoAttendanceSaved *saved, GError **error)
{
    g_return_val_if_fail(store != NULL && list != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    SaveWork work = {.list = list};
    if (!co_store_transact(store, save, &work, error))
        return false;
    if (saved != NULL)
        *saved = work.saved;
    return true;
}

/* The texts are those of the statement, good until its next step. */
static CoAttendance read_row(CoSql *sql)
{
    return (CoAttendance){
        .day = co_day_parse(co_sql_text(sql, 0)),
        .half = (CoHalves)co_sql_int(sql, 1),
        .group = co_sql_text(sql, 2),
        .path = co_sql_text(sql, 3),
        .module = co_sql_text(sql, 4),
        .person_id = co_sql_text(sql, 5),
        .state = (CoPresence)co_sql_int(sql, 6),
        .minutes = co_sql_is_null(sql, 7) ? -1 : co_sql_int(sql, 7),
        .version = co_sql_int(sql, 8),
    };
}

CoAttendanceList *co_store_load_attendance(CoStore *store, GError **error)
{
    g_return_val_if_fail(store != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    g_autoptr(CoSql) sql =
        co_sql_new(store->db,
                   "SELECT day, half, group_code, path, module, person, state, minutes, version"
                   " FROM attendance ORDER BY day, half, group_code, module, person",
                   error);
    if (sql == NULL)
        return NULL;
    g_autoptr(CoAttendanceList) list = co_attendance_list_new();
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        const CoAttendance row = read_row(sql);
        if (row.day == CO_DAY_NONE) {
            g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED, "attendance: no such day");
            return NULL;
        }
        co_attendance_list_add(list, &row);
    }
    return step == CO_SQL_DONE ? g_steal_pointer(&list) : NULL;
}
