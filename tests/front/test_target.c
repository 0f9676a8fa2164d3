/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/front/target.h"

#include <glib/gstdio.h>

#include <string.h>
#include <unistd.h>

#include "planner/front/failure.h"

/* A folder of its own for each test. */
typedef struct {
    char *root;
    char *place; /* root/sortie */
} Fixture;

static char *in(const char *folder, const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void set_up(Fixture *fixture, const void *data)
{
    (void)data;
    fixture->root = g_dir_make_tmp("cohorte-target-XXXXXX", NULL);
    g_assert_nonnull(fixture->root);
    fixture->place = in(fixture->root, "sortie");
}

static void remove_all(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *inner = in(path, name);
        remove_all(inner);
    }
    g_remove(path);
}

static void tear_down(Fixture *fixture, const void *data)
{
    (void)data;
    remove_all(fixture->root);
    g_free(fixture->root);
    g_free(fixture->place);
}

static int n_names(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    int n = 0;
    while (folder != NULL && g_dir_read_name(folder) != NULL)
        n++;
    return n;
}

static void put(const CoTarget *target, const char *name)
{
    g_autofree char *path = co_target_path(target, name);
    g_assert_true(g_file_set_contents(path, "x", 1, NULL));
}

static void open_new(CoTarget *target, const char *place)
{
    g_autoptr(GError) error = NULL;
    bool opened = co_target_open(target, place, &error);
    g_assert_no_error(error);
    g_assert_true(opened);
}

static void test_a_new_folder_appears_only_when_committed(Fixture *fixture, const void *data)
{
    (void)data;
    g_auto(CoTarget) target = {.lock_fd = -1};
    open_new(&target, fixture->place);
    put(&target, "campagne.cohorte");
    g_assert_false(g_file_test(fixture->place, G_FILE_TEST_EXISTS));
    g_assert_true(co_target_commit(&target, NULL));
    g_autofree char *file = in(fixture->place, "campagne.cohorte");
    g_assert_true(g_file_test(file, G_FILE_TEST_IS_REGULAR));
    g_assert_cmpint(n_names(fixture->root), ==, 1);
}

static void test_what_is_not_committed_leaves_nothing(Fixture *fixture, const void *data)
{
    (void)data;
    g_autofree char *deep = g_build_filename(fixture->root, "a", "b", "sortie", NULL);
    CoTarget target = {.lock_fd = -1};
    open_new(&target, deep);
    put(&target, "campagne.cohorte");
    g_autofree char *inner = co_target_path(&target, "plan");
    g_assert_cmpint(g_mkdir(inner, 0777), ==, 0);
    co_target_clear(&target);
    g_assert_cmpint(n_names(fixture->root), ==, 0);
}

static void test_an_empty_folder_is_taken(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(g_mkdir(fixture->place, 0777), ==, 0);
    g_auto(CoTarget) target = {.lock_fd = -1};
    open_new(&target, fixture->place);
    put(&target, "campagne.cohorte");
    g_assert_true(co_target_commit(&target, NULL));
    g_assert_cmpint(n_names(fixture->place), ==, 1);
}

static void test_an_earlier_folder_is_worked_on_in_place(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(g_mkdir(fixture->place, 0777), ==, 0);
    g_autofree char *file = in(fixture->place, "campagne.cohorte");
    g_assert_true(g_file_set_contents(file, "x", 1, NULL));
    CoTarget target = {.lock_fd = -1};
    open_new(&target, fixture->place);
    g_assert_false(target.is_new);
    put(&target, "autre");
    co_target_clear(&target);
    g_assert_cmpint(n_names(fixture->place), ==, 2);
}

static void assert_refused(const char *place)
{
    g_autoptr(GError) error = NULL;
    g_auto(CoTarget) target = {.lock_fd = -1};
    g_assert_false(co_target_open(&target, place, &error));
    g_assert_error(error, CO_FRONT_ERROR, CO_EXIT_DATA);
}

static void test_a_folder_of_others_is_refused(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpint(g_mkdir(fixture->place, 0777), ==, 0);
    g_autofree char *file = in(fixture->place, "photos.txt");
    g_assert_true(g_file_set_contents(file, "x", 1, NULL));
    assert_refused(fixture->place);
    assert_refused(file);
    g_assert_cmpint(n_names(fixture->place), ==, 1);
}

static void test_the_remains_of_a_killed_run_are_cleared_away(Fixture *fixture, const void *data)
{
    (void)data;
    g_autofree char *remains = in(fixture->root, ".sortie.en-cours");
    g_assert_cmpint(g_mkdir(remains, 0777), ==, 0);
    g_autofree char *file = in(remains, "campagne.cohorte");
    g_assert_true(g_file_set_contents(file, "old", 3, NULL));
    g_auto(CoTarget) target = {.lock_fd = -1};
    open_new(&target, fixture->place);
    g_assert_cmpint(n_names(target.work), ==, 0);
}

static void test_two_runs_do_not_share_a_folder(Fixture *fixture, const void *data)
{
    (void)data;
    g_auto(CoTarget) first = {.lock_fd = -1};
    open_new(&first, fixture->place);
    put(&first, "campagne.cohorte");
    assert_refused(fixture->place);
    g_assert_cmpint(n_names(first.work), ==, 1);
}

static void test_a_folder_that_cannot_be_made_is_told(Fixture *fixture, const void *data)
{
    (void)data;
    g_autofree char *file = in(fixture->root, "fichier");
    g_assert_true(g_file_set_contents(file, "x", 1, NULL));
    g_autofree char *below = in(file, "sortie");
    assert_refused(below);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *name;
        void (*run)(Fixture *fixture, const void *data);
    } cases[] = {
        {"/target/new", test_a_new_folder_appears_only_when_committed},
        {"/target/dropped", test_what_is_not_committed_leaves_nothing},
        {"/target/empty", test_an_empty_folder_is_taken},
        {"/target/earlier", test_an_earlier_folder_is_worked_on_in_place},
        {"/target/foreign", test_a_folder_of_others_is_refused},
        {"/target/remains", test_the_remains_of_a_killed_run_are_cleared_away},
        {"/target/busy", test_two_runs_do_not_share_a_folder},
        {"/target/impossible", test_a_folder_that_cannot_be_made_is_told},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_test_add(cases[i].name, Fixture, NULL, set_up, cases[i].run, tear_down);
    return g_test_run();
}
