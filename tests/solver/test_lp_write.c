/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/lp.h"

#include <glib/gstdio.h>

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "cohorte/grouping.h"

static CoLp *named_lp(void)
{
    CoLp *lp = co_lp_new();
    int at[2] = {co_lp_add_col(lp, "u_i3", 0, 1, 1234567), co_lp_add_col(lp, "x_i3_b4", 0, 1, 12)};
    co_lp_set_integer(lp, at[0]);
    co_lp_set_integer(lp, at[1]);
    co_lp_add_row(lp, "r14_i3", 1, 1, &(CoLpTerms){2, at, (double[]){1, 1}});
    return lp;
}

static char *folder_new(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("cohorte-lp-XXXXXX", &error);
    g_assert_no_error(error);
    return folder;
}

static int count_files(const char *folder)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
    g_assert_no_error(error);
    int n = 0;
    while (g_dir_read_name(dir) != NULL)
        n++;
    return n;
}

static void test_written_file_has_the_names(void)
{
    g_autofree char *folder = folder_new();
    for (int lp_format = 0; lp_format < 2; lp_format++) {
        g_autoptr(CoLp) lp = named_lp();
        g_autofree char *path = g_build_filename(folder, "model", NULL), *text = NULL;
        g_autoptr(GError) error = NULL;
        bool written = co_lp_write(lp, lp_format != 0, path, &error);
        g_assert_no_error(error);
        g_assert_true(written);
        g_assert_true(g_file_get_contents(path, &text, NULL, &error));
        g_assert_nonnull(strstr(text, "x_i3_b4"));
        g_assert_nonnull(strstr(text, "r14_i3"));
        g_assert_nonnull(strstr(text, "1234567"));
        g_assert_cmpint(count_files(folder), ==, 1);
        g_assert_cmpint(g_unlink(path), ==, 0);
    }
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void test_unwritable_path_is_an_error(void)
{
    g_autofree char *folder = folder_new();
    g_autofree char *path = g_build_filename(folder, "absent", "model.lp", NULL);
    g_autoptr(CoLp) lp = named_lp();
    g_autoptr(GError) error = NULL;
    g_assert_false(co_lp_write(lp, true, path, &error));
    g_assert_error(error, CO_GROUPING_ERROR, CO_GROUPING_ERROR_WRITE);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

/* A limit on the size of files stands for the full disk. */
static void test_full_disk_leaves_the_old_file_alone(void)
{
    g_autofree char *folder = folder_new();
    g_autofree char *path = g_build_filename(folder, "model.mps", NULL), *text = NULL;
    g_autoptr(GError) error = NULL;
    g_assert_true(g_file_set_contents(path, "old", -1, &error));
    g_autoptr(CoLp) lp = named_lp();
    struct rlimit before, tiny;
    getrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_IGN);
    tiny = before;
    tiny.rlim_cur = 40;
    setrlimit(RLIMIT_FSIZE, &tiny);
    bool written = co_lp_write(lp, false, path, &error);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    g_assert_false(written);
    g_assert_error(error, CO_GROUPING_ERROR, CO_GROUPING_ERROR_WRITE);
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "old");
    g_assert_cmpint(count_files(folder), ==, 1);
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lp/write/names", test_written_file_has_the_names);
    g_test_add_func("/lp/write/path", test_unwritable_path_is_an_error);
    g_test_add_func("/lp/write/full-disk", test_full_disk_leaves_the_old_file_alone);
    return g_test_run();
}
