/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A publication killed at any moment leaves the old folder or the new one, complete. */
#include <glib.h>
#include <glib/gstdio.h>

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "outputs/kit/folder.h"
#include "sample_campaign.h"

#define N_KILLS 40

static bool count_file(const char *path, const char *name, bool is_folder, void *data)
{
    (void)path, (void)name;
    *(int *)data += !is_folder;
    return true;
}

/* Every file of the manifest is there with its digest, and no other. */
static void assert_complete(const char *target)
{
    g_autofree char *path = g_build_filename(target, "MANIFESTE.csv", NULL);
    g_autofree char *manifest = NULL;
    g_assert_true(g_file_get_contents(path, &manifest, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(manifest, "\n", -1);
    int n_listed = 0, n_found = 0;
    for (char **line = lines + 1; *line != NULL && **line != '\0'; line++, n_listed++) {
        g_autofree char *name = g_strndup(*line, strcspn(*line, ";"));
        g_autofree char *file = g_build_filename(target, name, NULL);
        g_autofree char *data = NULL;
        gsize size = 0;
        g_assert_true(g_file_get_contents(file, &data, &size, NULL));
        g_autofree char *digest =
            g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)data, size);
        g_assert_true(g_str_has_suffix(*line, digest));
    }
    g_assert_true(co_folder_walk(target, count_file, &n_found));
    g_assert_cmpint(n_found, ==, n_listed + 1);
}

static int plan_shown(const char *target)
{
    g_autofree char *path = g_build_filename(target, "MANIFESTE.csv", NULL);
    g_autofree char *manifest = NULL;
    g_assert_true(g_file_get_contents(path, &manifest, NULL, NULL));
    return strstr(manifest, "SG-99") != NULL ? 99 : 1;
}

static void publish_forever(CoSample *sample, const char *target)
{
    for (int i = 0;; i++) {
        CoGroup *group = &sample->plan->groups[SAMPLE_SG_01];
        g_free(group->code);
        group->code = g_strdup(i % 2 == 0 ? "SG-99" : "SG-01");
        if (!co_output_documents(&sample->context, target, NULL))
            _exit(1);
    }
}

static void test_a_kill_leaves_a_complete_folder(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autoptr(GRand) rand = g_rand_new_with_seed(20241118);
    bool seen[2] = {false, false};
    for (int i = 0; i < N_KILLS; i++) {
        pid_t child = fork();
        g_assert_cmpint(child, >=, 0);
        if (child == 0)
            publish_forever(&sample, target);
        g_usleep((gulong)g_rand_int_range(rand, 0, 120000));
        g_assert_cmpint(kill(child, SIGKILL), ==, 0);
        int status = 0;
        g_assert_cmpint(waitpid(child, &status, 0), ==, child);
        g_assert_true(WIFSIGNALED(status));
        assert_complete(target);
        seen[plan_shown(target) == 99] = true;
    }
    g_test_message("old folder seen: %d, new folder seen: %d", seen[0], seen[1]);
    g_autoptr(GError) error = NULL;
    bool done = co_output_documents(&sample.context, target, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    int n_left = 0;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    while (g_dir_read_name(dir) != NULL)
        n_left++;
    g_assert_cmpint(n_left, ==, 1); /* the target; what the kills left is gone */
    co_sample_remove_folder(folder);
}

/* Looks for the manifest without a pause. */
typedef struct Watch {
    char *manifest;
    gint is_over;
    gint64 n_looks, n_missing;
} Watch;

static gpointer watch_folder(gpointer data)
{
    Watch *watch = data;
    while (!g_atomic_int_get(&watch->is_over)) {
        watch->n_looks++;
        watch->n_missing += g_access(watch->manifest, R_OK) != 0;
    }
    return NULL;
}

static void test_the_folder_is_never_missing_while_it_is_replaced(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autofree char *manifest = g_build_filename(target, "MANIFESTE.csv", NULL);
    Watch watch = {.manifest = manifest};
    GThread *thread = g_thread_new("watch", watch_folder, &watch);
    for (int i = 0; i < 10; i++)
        g_assert_true(co_output_documents(&sample.context, target, NULL));
    g_atomic_int_set(&watch.is_over, 1);
    g_thread_join(thread);
    g_test_message("looked %" G_GINT64_FORMAT " times", watch.n_looks);
    g_assert_cmpint(watch.n_missing, ==, 0);
    co_sample_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/kill/publication", test_a_kill_leaves_a_complete_folder);
    g_test_add_func("/kill/never-missing", test_the_folder_is_never_missing_while_it_is_replaced);
    return g_test_run();
}
