/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "planner/store/sql.h"
#include "store_fixture.h"

typedef struct Database {
    sqlite3 *db;
} Database;

static void set_up(Database *database, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_cmpint(sqlite3_open(":memory:", &database->db), ==, SQLITE_OK);
    g_assert_true(co_sql_exec(database->db, "CREATE TABLE t (a INTEGER CHECK (a < 100), b)", NULL));
}

static void tear_down(Database *database, G_GNUC_UNUSED gconstpointer data)
{
    /* Also tells of a statement that was never freed. */
    g_assert_cmpint(sqlite3_close(database->db), ==, SQLITE_OK);
}

static CoSql *statement(const Database *database, const char *text)
{
    g_autoptr(GError) error = NULL;
    CoSql *sql = co_sql_new(database->db, text, &error);
    g_assert_no_error(error);
    return sql;
}

static void test_values_come_back(Database *database, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(CoSql) sql = statement(database, "SELECT ?, ?, ?, ?, ?");
    co_sql_bind_int(sql, INT64_MIN);
    co_sql_bind_real(sql, 0.1);
    co_sql_bind_text(sql, "été");
    co_sql_bind_text(sql, NULL);
    co_sql_bind_null(sql);
    g_assert_cmpint(co_sql_step(sql, NULL), ==, CO_SQL_ROW);
    g_assert_cmpint(co_sql_int64(sql, 0), ==, INT64_MIN);
    g_assert_true(co_sql_real(sql, 1) == 0.1);
    g_assert_cmpstr(co_sql_text(sql, 2), ==, "été");
    g_assert_null(co_sql_text(sql, 3));
    g_assert_true(co_sql_is_null(sql, 4));
    g_assert_cmpint(co_sql_step(sql, NULL), ==, CO_SQL_DONE);
}

static void test_a_statement_runs_again(Database *database, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(CoSql) sql = statement(database, "INSERT INTO t (a, b) VALUES (?, ?)");
    for (int i = 0; i < 3; i++) {
        char text[] = {(char)('a' + i), '\0'};
        co_sql_bind_int(sql, i);
        co_sql_bind_text_copy(sql, text);
        text[0] = '?';
        g_assert_true(co_sql_run(sql, NULL));
    }
    int64_t n = 0;
    g_assert_true(co_sql_query_int(database->db, "SELECT count(*) FROM t WHERE b > 'Z'", &n, NULL));
    g_assert_cmpint(n, ==, 3);
}

static void test_a_failed_bind_fails_the_next_step_only(Database *database,
                                                        G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(CoSql) sql = statement(database, "INSERT INTO t (a) VALUES (?)");
    co_sql_bind_int(sql, 1);
    co_sql_bind_int(sql, 2); /* one too many */
    g_autoptr(GError) error = NULL;
    g_assert_false(co_sql_run(sql, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_IO);
    co_sql_bind_int(sql, 1);
    g_assert_true(co_sql_run(sql, NULL));
}

static void test_a_broken_check_is_an_error(Database *database, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(CoSql) sql = statement(database, "INSERT INTO t (a) VALUES (?)");
    co_sql_bind_int(sql, 100);
    g_autoptr(GError) error = NULL;
    g_assert_false(co_sql_run(sql, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_IO);
    g_assert_nonnull(g_strrstr(error->message, "CHECK constraint failed"));
}

static void test_an_int_out_of_range_is_damage(Database *database, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(CoSql) sql = statement(database, "SELECT 2147483648");
    g_assert_cmpint(co_sql_step(sql, NULL), ==, CO_SQL_ROW);
    g_assert_cmpint(co_sql_int(sql, 0), ==, 0);
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(co_sql_step(sql, &error), ==, CO_SQL_FAILED);
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED);
}

static void test_no_row_where_one_is_due_is_damage(Database *database,
                                                   G_GNUC_UNUSED gconstpointer data)
{
    int64_t value = 7;
    g_autoptr(GError) error = NULL;
    g_assert_false(co_sql_query_int(database->db, "SELECT a FROM t", &value, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED);
    g_assert_cmpint(value, ==, 7);
}

static void test_text_that_is_no_sql_is_an_error(Database *database,
                                                 G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(co_sql_new(database->db, "SELECT FROM", &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_IO);
    g_clear_error(&error);
    g_assert_false(co_sql_exec(database->db, "SELECT FROM", &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_IO);
}

static void test_no_page_left_is_a_full_disk(Database *database, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_true(co_sql_exec(database->db, "PRAGMA max_page_count = 3", NULL));
    g_autoptr(GError) error = NULL;
    g_assert_false(co_sql_exec(database->db, "INSERT INTO t (b) VALUES (zeroblob(9999))", &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FULL);
}

static void test_a_rollback_undoes_and_needs_no_transaction(Database *database,
                                                            G_GNUC_UNUSED gconstpointer data)
{
    co_sql_rollback(database->db);
    g_assert_true(co_sql_exec(database->db, "BEGIN; INSERT INTO t (a) VALUES (1)", NULL));
    co_sql_rollback(database->db);
    int64_t n = -1;
    g_assert_true(co_sql_query_int(database->db, "SELECT count(*) FROM t", &n, NULL));
    g_assert_cmpint(n, ==, 0);
}

#define DATABASE_TEST(name, function) g_test_add(name, Database, NULL, set_up, function, tear_down)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    DATABASE_TEST("/store/sql/values come back", test_values_come_back);
    DATABASE_TEST("/store/sql/a statement runs again", test_a_statement_runs_again);
    DATABASE_TEST("/store/sql/a failed bind fails the next step only",
                  test_a_failed_bind_fails_the_next_step_only);
    DATABASE_TEST("/store/sql/a broken check is an error", test_a_broken_check_is_an_error);
    DATABASE_TEST("/store/sql/an int out of range is damage", test_an_int_out_of_range_is_damage);
    DATABASE_TEST("/store/sql/no row where one is due is damage",
                  test_no_row_where_one_is_due_is_damage);
    DATABASE_TEST("/store/sql/text that is no SQL is an error",
                  test_text_that_is_no_sql_is_an_error);
    DATABASE_TEST("/store/sql/no page left is a full disk", test_no_page_left_is_a_full_disk);
    DATABASE_TEST("/store/sql/a rollback undoes, and needs no transaction",
                  test_a_rollback_undoes_and_needs_no_transaction);
    return g_test_run();
}
