/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include <stddef.h>

#include "rows.h"
#include "sql.h"
#include "store_private.h"

G_STATIC_ASSERT(CO_QUESTION_ROLE == 2 && CO_QUESTION_FOREIGN == 3);

static const CoColumn columns[] = {
    {"kind", CO_COLUMN_INT, offsetof(CoQuestion, kind)},
    {"value", CO_COLUMN_TEXT, offsetof(CoQuestion, value)},
    {"proposal", CO_COLUMN_TEXT, offsetof(CoQuestion, proposal)},
    {"followed", CO_COLUMN_BOOL, offsetof(CoQuestion, followed)},
    {"decision", CO_COLUMN_TEXT, offsetof(CoQuestion, decision)},
};

static const CoTable decisions_table = {
    "decisions", false, sizeof(CoQuestion), G_N_ELEMENTS(columns), columns,
};

static bool insert_settled(CoSql *sql, const CoQuestionList *questions, GError **error)
{
    int n_saved = 0;
    for (size_t i = 0; i < co_question_list_size(questions); i++) {
        const CoQuestion *question = co_question_list_at(questions, i);
        if (question->kind == CO_QUESTION_FOREIGN || !co_question_is_settled(question))
            continue;
        co_rows_bind(sql, &decisions_table, 0, n_saved++, question);
        if (!co_sql_run(sql, error))
            return false;
    }
    return true;
}

static bool save(sqlite3 *db, void *data, GError **error)
{
    if (!co_sql_exec(db, "DELETE FROM decisions", error))
        return false;
    g_autoptr(CoSql) sql = co_rows_new_insert(db, &decisions_table, error);
    return sql != NULL && insert_settled(sql, data, error);
}

bool co_store_save_decisions(CoStore *store, const CoQuestionList *questions, GError **error)
{
    g_return_val_if_fail(store != NULL && questions != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    return co_store_transact(store, save, (void *)questions, error);
}

CoQuestionList *co_store_load_decisions(CoStore *store, GError **error)
{
    g_return_val_if_fail(store != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    g_autoptr(CoSql) sql = co_rows_new_select(store->db, &decisions_table, error);
    if (sql == NULL)
        return NULL;
    g_autoptr(CoQuestionList) list = co_question_list_new();
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        CoQuestion question = {.label = "", .remembered = true};
        co_rows_read(sql, &decisions_table, &question);
        co_question_list_add(list, &question);
    }
    return step == CO_SQL_DONE ? g_steal_pointer(&list) : NULL;
}
