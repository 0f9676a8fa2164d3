/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <sys/wait.h>
#include <unistd.h>

#include "store_fixture.h"

/* Another process that has the file open. */
typedef struct Holder {
    pid_t pid;
    int leash; /* closed, also by our death: the holder ends */
} Holder;

static void hold_until_let_go(const char *path, CoStoreMode mode, int leash, int answer)
{
    CoStore *store = co_store_open(path, mode, NULL);
    char end;
    bool told = write(answer, store != NULL ? "y" : "n", 1) == 1;
    _exit(told && read(leash, &end, 1) == 0 ? 0 : 1);
}

static Holder hold_elsewhere(const char *path, CoStoreMode mode)
{
    int leash[2], answer[2];
    g_assert_cmpint(pipe(leash), ==, 0);
    g_assert_cmpint(pipe(answer), ==, 0);
    pid_t pid = fork();
    g_assert_cmpint(pid, >=, 0);
    if (pid == 0) {
        close(leash[1]);
        hold_until_let_go(path, mode, leash[0], answer[1]);
    }
    char said = '?';
    g_assert_cmpint(read(answer[0], &said, 1), ==, 1);
    g_assert_cmpint(said, ==, 'y');
    close(answer[0]);
    close(answer[1]);
    close(leash[0]);
    return (Holder){pid, leash[1]};
}

static void let_go(Holder holder)
{
    close(holder.leash);
    int status = -1;
    g_assert_cmpint(waitpid(holder.pid, &status, 0), ==, holder.pid);
    g_assert_cmpint(status, ==, 0);
}

static void assert_busy(const char *path, CoStoreMode mode)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_open(path, mode, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_BUSY);
}

static void make_file(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(5, 0);
    fixture_make_file(fixture->path, campaign);
}

static void test_a_writer_elsewhere_keeps_everybody_out(const Fixture *fixture)
{
    make_file(fixture);
    Holder writer = hold_elsewhere(fixture->path, CO_STORE_WRITE);
    assert_busy(fixture->path, CO_STORE_WRITE);
    assert_busy(fixture->path, CO_STORE_READ);
    let_go(writer);
    co_store_close(fixture_open(fixture->path, CO_STORE_WRITE));
}

static void test_a_reader_elsewhere_keeps_writers_out_only(const Fixture *fixture)
{
    make_file(fixture);
    Holder reader = hold_elsewhere(fixture->path, CO_STORE_READ);
    assert_busy(fixture->path, CO_STORE_WRITE);
    g_autoptr(CoStore) beside = fixture_open(fixture->path, CO_STORE_READ);
    co_campaign_free(fixture_load(beside));
    let_go(reader);
    assert_busy(fixture->path, CO_STORE_WRITE);
    g_clear_pointer(&beside, co_store_close);
    co_store_close(fixture_open(fixture->path, CO_STORE_WRITE));
}

static void test_a_writer_in_the_same_process_counts_too(const Fixture *fixture)
{
    CoStore *store = fixture_create(fixture->path);
    assert_busy(fixture->path, CO_STORE_WRITE);
    assert_busy(fixture->path, CO_STORE_READ);
    co_store_close(store);
}

static const char *program;

/* In a process that inherits nothing of ours: a fork would know of our lock without asking. */
static bool can_be_read_by_another_program(const char *path)
{
    const char *argv[] = {program, "--read", path, NULL};
    int status = 0;
    g_autoptr(GError) error = NULL;
    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                 &error);
    g_assert_no_error(error);
    return g_spawn_check_wait_status(status, NULL);
}

static int read_for_another_program(const char *path)
{
    g_autoptr(CoStore) store = co_store_open(path, CO_STORE_READ, NULL);
    return store != NULL ? 0 : 1;
}

/* Closing any descriptor of a file drops all locks that the process holds on it. */
static void test_a_refused_opening_leaves_the_lock_as_it_was(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    assert_busy(fixture->path, CO_STORE_READ);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_create(fixture->path, &error));
    g_assert_false(can_be_read_by_another_program(fixture->path));
    g_clear_pointer(&store, co_store_close);
    g_assert_true(can_be_read_by_another_program(fixture->path));
}

static void test_a_reader_may_not_write(const Fixture *fixture)
{
    make_file(fixture);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoCampaign) campaign = fixture_load(store);
    g_autoptr(CoPlan) plan = fixture_plan(campaign, 0);
    const CoJournalEntry entry = {0, (char *)"", (char *)"", (char *)"", 0, 0};
    for (int i = 0; i < 3; i++) {
        g_autoptr(GError) error = NULL;
        bool done = i == 0   ? co_store_save_campaign(store, campaign, NULL, &error)
                    : i == 1 ? co_store_save_plan(store, campaign, plan, NULL, &error)
                             : co_store_add_journal(store, &entry, &error);
        g_assert_false(done);
        g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY);
    }
}

int main(int argc, char **argv)
{
    if (argc == 3 && g_str_equal(argv[1], "--read"))
        return read_for_another_program(argv[2]);
    program = argv[0];
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/lock/a writer elsewhere keeps everybody out",
                     test_a_writer_elsewhere_keeps_everybody_out);
    fixture_add_test("/store/lock/a reader elsewhere keeps writers out only",
                     test_a_reader_elsewhere_keeps_writers_out_only);
    fixture_add_test("/store/lock/a writer in the same process counts too",
                     test_a_writer_in_the_same_process_counts_too);
    fixture_add_test("/store/lock/a refused opening leaves the lock as it was",
                     test_a_refused_opening_leaves_the_lock_as_it_was);
    fixture_add_test("/store/lock/a reader may not write", test_a_reader_may_not_write);
    return g_test_run();
}
