/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "planner/store/store_private.h"
#include "store_fixture.h"

enum { N_PEOPLE = 15, N_IMPORTS = 60, N_PUBLICATIONS = 40, N_CREATIONS = 10, N_MIGRATIONS = 10 };

/* What a victim does, over and over, until it is killed. */
typedef struct Victim {
    void (*work)(const struct Victim *victim, CoStore *store);
    bool keeps_open; /* `store` is open all the time, so that nearly every kill meets a transaction
                      */
    const char *path;
    CoCampaign *campaigns[2];
    GRand *moments;    /* a fixed seed: the same delays each time */
    gint64 span_us;    /* how long one piece of work takes here */
    int n_interrupted; /* kills that left a journal to roll back */
} Victim;

static void set_up_victim(Victim *victim, const Fixture *fixture,
                          void (*work)(const Victim *victim, CoStore *store))
{
    *victim = (Victim){.work = work, .path = fixture->path};
    for (int i = 0; i < 2; i++)
        victim->campaigns[i] = fixture_campaign(N_PEOPLE + 10 * i, i);
    victim->moments = g_rand_new_with_seed(20241118);
}

static void clear_victim(Victim *victim)
{
    g_test_message("%d kills left a journal to roll back", victim->n_interrupted);
    for (int i = 0; i < 2; i++)
        co_campaign_free(victim->campaigns[i]);
    g_rand_free(victim->moments);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Victim, clear_victim)

static CoStore *open_for_work(const Victim *victim)
{
    return victim->keeps_open ? fixture_open(victim->path, CO_STORE_WRITE) : NULL;
}

/* Delays are spread over the time that the work really takes here. */
static void measure(Victim *victim)
{
    g_autoptr(CoStore) store = open_for_work(victim);
    gint64 start = g_get_monotonic_time();
    victim->work(victim, store);
    victim->span_us = g_get_monotonic_time() - start;
}

static bool has_hot_journal(const char *path)
{
    g_autofree char *journal = g_strconcat(path, "-journal", NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    return g_file_get_contents(journal, &bytes, &size, NULL) && size > 0 && bytes[0] != '\0';
}

static void work_until_killed(const Victim *victim, int ready)
{
    CoStore *store = open_for_work(victim);
    if (write(ready, "y", 1) != 1)
        _exit(1);
    for (;;)
        victim->work(victim, store);
}

static void kill_at_a_random_moment(Victim *victim)
{
    int pipe_ends[2];
    g_assert_cmpint(pipe(pipe_ends), ==, 0);
    pid_t pid = fork();
    g_assert_cmpint(pid, >=, 0);
    if (pid == 0)
        work_until_killed(victim, pipe_ends[1]);
    char answer;
    g_assert_cmpint(read(pipe_ends[0], &answer, 1), ==, 1);
    g_usleep((gulong)(g_rand_double_range(victim->moments, 0, 1.2) * (double)victim->span_us));
    g_assert_cmpint(kill(pid, SIGKILL), ==, 0);
    int status = 0;
    g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
    g_assert_true(WIFSIGNALED(status));
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    victim->n_interrupted += has_hot_journal(victim->path);
}

/* Readers and writers take turns in being the first to come after a kill. */
static CoStore *open_after_kill(const Victim *victim, int round)
{
    return fixture_open(victim->path, round % 2 == 0 ? CO_STORE_READ : CO_STORE_WRITE);
}

static char *digest_in(CoStore *store)
{
    g_autoptr(CoCampaign) campaign = fixture_load(store);
    return co_campaign_digest(campaign);
}

/* The problems of an import are told from those of the other by their number. */
static void import(const Victim *victim, CoStore *store, int which)
{
    g_autoptr(CoProblemList) problems = fixture_problems(3 + which);
    g_autoptr(GError) error = NULL;
    co_store_save_campaign(store, victim->campaigns[which], problems, &error);
    g_assert_no_error(error);
}

static void import_both(const Victim *victim, CoStore *store)
{
    import(victim, store, 0);
    import(victim, store, 1);
}

static void assert_one_of_both(CoStore *store, char *const digests[2])
{
    g_autofree char *digest = digest_in(store);
    int which = g_str_equal(digest, digests[0]) ? 0 : 1;
    g_assert_cmpstr(digest, ==, digests[which]);
    g_autoptr(CoProblemList) found = co_store_load_problems(store, NULL);
    g_autoptr(CoProblemList) problems = fixture_problems(3 + which);
    fixture_assert_same_problems(problems, found);
}

static void test_an_import_killed_leaves_the_old_or_the_new(const Fixture *fixture)
{
    g_auto(Victim) victim = {0};
    set_up_victim(&victim, fixture, import_both);
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    char *digests[2];
    for (int i = 0; i < 2; i++) {
        import(&victim, store, i);
        digests[i] = digest_in(store);
    }
    g_assert_cmpstr(digests[0], !=, digests[1]);
    g_clear_pointer(&store, co_store_close);
    victim.keeps_open = true;
    measure(&victim);
    for (int round = 0; round < N_IMPORTS; round++) {
        kill_at_a_random_moment(&victim);
        g_autoptr(CoStore) found = open_after_kill(&victim, round);
        assert_one_of_both(found, digests);
    }
    measure(&victim);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
    g_free(digests[0]);
    g_free(digests[1]);
}

/* Plans, publishes, and tells the journal: one transaction each. */
static void publish(G_GNUC_UNUSED const Victim *victim, CoStore *store)
{
    g_autoptr(CoCampaign) campaign = fixture_load(store);
    g_autoptr(GError) error = NULL;
    int version = co_store_latest_version(store, &error);
    g_autoptr(CoPlan) plan = fixture_plan(campaign, version + 1);
    co_store_save_plan(store, campaign, plan, &version, &error);
    g_assert_no_error(error);
    co_store_mark_published(store, version, "2024-11-05T10:00:00Z", &error);
    g_assert_no_error(error);
    const CoJournalEntry entry = {
        0, (char *)"2024-11-05T10:00:00Z", (char *)"publier", (char *)"", 0, version};
    co_store_add_journal(store, &entry, &error);
    g_assert_no_error(error);
}

static void note_version(const CoJournalEntry *entry, void *data)
{
    *(int *)data = (int)entry->duration_ms;
}

static void assert_plans_are_whole(CoStore *store, int after, int up_to)
{
    g_autoptr(CoCampaign) campaign = fixture_load(store);
    for (int version = after + 1; version <= up_to; version++) {
        g_autoptr(CoPlan) expected = fixture_plan(campaign, version);
        g_autoptr(CoPlan) found = co_store_load_plan(store, campaign, version, NULL);
        g_assert_nonnull(found);
        fixture_assert_same_plan(expected, found);
    }
}

/* The last numbers of three things that are done in this order. */
typedef struct Numbers {
    int latest, published, told;
} Numbers;

static void check_publications(CoStore *store, Numbers *before)
{
    Numbers now = {.latest = co_store_latest_version(store, NULL),
                   .published = co_store_published_version(store, NULL)};
    g_assert_true(co_store_each_journal(store, note_version, &now.told, NULL));
    g_assert_cmpint(now.latest, >=, before->latest);
    g_assert_cmpint(now.published, >=, before->published);
    g_assert_cmpint(now.told, >=, before->told);
    g_assert_cmpint(now.published, <=, now.latest);
    g_assert_cmpint(now.told, <=, now.published);
    assert_plans_are_whole(store, before->latest, now.latest);
    *before = now;
}

static void test_a_publication_killed_leaves_whole_versions(const Fixture *fixture)
{
    g_auto(Victim) victim = {0};
    set_up_victim(&victim, fixture, publish);
    fixture_make_file(fixture->path, victim.campaigns[0]);
    victim.keeps_open = true;
    measure(&victim);
    Numbers numbers = {0};
    for (int round = 0; round < N_PUBLICATIONS; round++) {
        kill_at_a_random_moment(&victim);
        g_autoptr(CoStore) store = open_after_kill(&victim, round);
        check_publications(store, &numbers);
    }
    g_test_message("%d versions", numbers.latest);
    measure(&victim);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
}

static void create(const Victim *victim, G_GNUC_UNUSED CoStore *store)
{
    g_remove(victim->path);
    co_store_close(fixture_create(victim->path));
}

static void test_a_creation_killed_leaves_a_campaign_or_none(const Fixture *fixture)
{
    g_auto(Victim) victim = {0};
    set_up_victim(&victim, fixture, create);
    measure(&victim);
    for (int round = 0; round < N_CREATIONS; round++) {
        kill_at_a_random_moment(&victim);
        g_autoptr(GError) error = NULL;
        g_autoptr(CoStore) store = co_store_open(fixture->path, CO_STORE_WRITE, &error);
        if (store == NULL) {
            g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_MISSING);
            store = fixture_create(fixture->path);
        }
        fixture_save(store, victim.campaigns[0]);
        g_clear_pointer(&store, co_store_close);
        g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
    }
}

static const char *const later_statements[] = {
    "CREATE TABLE later (pos INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
    "INSERT INTO later SELECT pos, place_name FROM establishments",
    "INSERT INTO later SELECT pos + 1000, id FROM people", NULL};
static const CoMigration later = {later_statements};
static const CoMigration *const later_migrations[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                                      &co_schema_v4, &later};
static const CoMigrationList later_list = {later_migrations, 5};

static void put_old_file_back(const Victim *victim)
{
    g_autofree char *old = g_strconcat(victim->path, ".old", NULL);
    g_autofree char *backup = g_strconcat(victim->path, ".v4.bak", NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(old, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(victim->path, bytes, (gssize)size, NULL));
    g_remove(backup);
}

static void migrate(const Victim *victim, G_GNUC_UNUSED CoStore *store)
{
    g_autoptr(GError) error = NULL;
    co_store_close(co_store_open_as(victim->path, CO_STORE_WRITE, &later_list, &error));
    g_assert_no_error(error);
}

static void migrate_once(const Victim *victim, CoStore *store)
{
    migrate(victim, store);
    pause();
}

static bool is_migrated(const Victim *victim)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoStore) store = co_store_open_as(victim->path, CO_STORE_READ, &later_list, &error);
    g_assert_no_error(error);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(victim->campaigns[0], loaded, false);
    g_clear_pointer(&store, co_store_close);
    g_autofree char *version = fixture_sql(victim->path, "PRAGMA user_version");
    return g_str_equal(version, "5");
}

/* Complete or absent. */
static bool has_backup(const Victim *victim)
{
    g_autofree char *backup = g_strconcat(victim->path, ".v4.bak", NULL);
    if (!g_file_test(backup, G_FILE_TEST_EXISTS))
        return false;
    g_autoptr(CoStore) store = fixture_open(backup, CO_STORE_READ);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(victim->campaigns[0], loaded, false);
    return true;
}

static void test_a_migration_killed_leaves_the_old_or_the_new(const Fixture *fixture)
{
    g_auto(Victim) victim = {0};
    set_up_victim(&victim, fixture, migrate);
    g_autofree char *old = g_strconcat(fixture->path, ".old", NULL);
    fixture_make_file(old, victim.campaigns[0]);
    put_old_file_back(&victim);
    measure(&victim);
    victim.work = migrate_once;
    int n_backups = 0, n_migrated = 0;
    for (int round = 0; round < N_MIGRATIONS; round++) {
        put_old_file_back(&victim);
        kill_at_a_random_moment(&victim);
        bool backed_up = has_backup(&victim), migrated = is_migrated(&victim);
        g_assert_true(backed_up || !migrated);
        n_backups += backed_up;
        n_migrated += migrated;
    }
    g_test_message("%d backups, %d migrated", n_backups, n_migrated);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/kill/an import killed leaves the old or the new",
                     test_an_import_killed_leaves_the_old_or_the_new);
    fixture_add_test("/store/kill/a publication killed leaves whole versions",
                     test_a_publication_killed_leaves_whole_versions);
    fixture_add_test("/store/kill/a creation killed leaves a campaign or none",
                     test_a_creation_killed_leaves_a_campaign_or_none);
    fixture_add_test("/store/kill/a migration killed leaves the old or the new",
                     test_a_migration_killed_leaves_the_old_or_the_new);
    return g_test_run();
}
