/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders that appear whole or not at all, with plain files in place of workbooks. */
#include "outputs/kit/delivery.h"

#include <glib/gstdio.h>

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include "outputs/kit/csv.h"
#include "outputs/kit/folder.h"
#include "sample_campaign.h"

static const char *const table_names[] = {"un.csv", "deux.csv", NULL};
static const CoDeliveryKind listed = {.manifest = CO_MANIFEST_NAME};
static const CoDeliveryKind named = {.names = table_names};

static void write_file(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(g_mkdir_with_parents(parent, 0777), ==, 0);
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
}

static void assert_file(const char *folder, const char *name, const char *expected)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL) == (expected != NULL));
    g_assert_cmpstr(text, ==, expected);
}

static bool count_one(const char *path, const char *name, bool is_folder, void *data)
{
    (void)path, (void)name, (void)is_folder;
    ++*(int *)data;
    return true;
}

static int count_entries(const char *folder)
{
    int n = 0;
    g_assert_true(co_folder_walk(folder, count_one, &n));
    return n;
}

/* One file in a sub-folder, recorded; and committed. */
static bool deliver(const char *target, const CoDeliveryKind *kind, const char *name,
                    const char *text, GError **error)
{
    g_autoptr(CoDelivery) delivery = co_delivery_new(target, kind, error);
    if (delivery == NULL || !co_delivery_write(delivery, name, text, strlen(text), error))
        return false;
    g_autoptr(GBytes) data = g_bytes_new(text, strlen(text));
    co_delivery_record(delivery, name, "Quelqu'un ; \"ici\"", data);
    return co_delivery_commit(delivery, error);
}

static void assert_delivered(const char *target, const CoDeliveryKind *kind, const char *name,
                             const char *text)
{
    g_autoptr(GError) error = NULL;
    bool done = deliver(target, kind, name, text, &error);
    g_assert_no_error(error);
    g_assert_true(done);
}

static void assert_refused(const char *target, const CoDeliveryKind *kind, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_assert_false(deliver(target, kind, "un.csv", "neuf", &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET);
    g_assert_nonnull(strstr(error->message, words));
}

static void test_a_folder_is_made_with_its_parents_and_a_manifest(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "a", "b", NULL);
    assert_delivered(target, &listed, "groupes/x.txt", "abc");
    assert_file(target, "groupes/x.txt", "abc");
    assert_file(target, CO_MANIFEST_NAME,
                "chemin;destinataire;sha256\n"
                "groupes/x.txt;\"Quelqu'un ; \"\"ici\"\"\";"
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n");
    g_autofree char *parent = g_build_filename(folder, "a", NULL);
    g_assert_cmpint(count_entries(parent), ==, 4); /* b, groupes, x.txt, manifest; nothing hidden */
    co_sample_remove_folder(folder);
}

static void test_an_earlier_delivery_is_replaced_whole(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    assert_delivered(target, &listed, "vieux/x.txt", "1");
    assert_delivered(target, &listed, "neuf/y.txt", "2");
    assert_file(target, "vieux/x.txt", NULL);
    assert_file(target, "neuf/y.txt", "2");
    g_assert_cmpint(count_entries(folder), ==, 4);
    co_sample_remove_folder(folder);
}

static void test_an_empty_folder_is_taken(void)
{
    char *folder = co_sample_folder();
    assert_delivered(folder, &listed, "x.txt", "1");
    assert_file(folder, "x.txt", "1");
    co_sample_remove_folder(folder);
}

static void test_a_folder_of_somebody_else_is_refused_and_untouched(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    write_file(target, "notes.txt", "précieux");
    assert_refused(target, &listed, "notes.txt");
    assert_refused(target, &named, "notes.txt");
    assert_file(target, "notes.txt", "précieux");
    g_assert_cmpint(count_entries(folder), ==, 2);
    co_sample_remove_folder(folder);
}

static void test_a_delivery_of_another_kind_is_refused_and_untouched(void)
{
    static const CoDeliveryKind with = {.manifest = CO_MANIFEST_NAME, .witness = "temoin.txt"};
    static const CoDeliveryKind without = {.manifest = CO_MANIFEST_NAME, .stranger = "temoin.txt"};
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    assert_delivered(target, &without, "x.txt", "1");
    assert_refused(target, &with, "autre sorte");
    assert_file(target, "x.txt", "1");
    assert_delivered(target, &listed, "temoin.txt", "2"); /* any list will do */
    assert_refused(target, &without, "autre sorte");
    assert_file(target, "temoin.txt", "2");
    assert_delivered(target, &with, "temoin.txt", "3");
    assert_file(target, "temoin.txt", "3");
    co_sample_remove_folder(folder);
}

static void test_what_was_recorded_is_known(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    g_autoptr(CoDelivery) delivery = co_delivery_new(target, &listed, NULL);
    g_autoptr(GBytes) data = g_bytes_new("1", 1);
    g_assert_false(co_delivery_has(delivery, "groupes/x.txt"));
    co_delivery_record(delivery, "groupes/x.txt", "", data);
    g_assert_true(co_delivery_has(delivery, "groupes/x.txt"));
    g_assert_false(co_delivery_has(delivery, "x.txt"));
    g_clear_pointer(&delivery, co_delivery_free);
    co_sample_remove_folder(folder);
}

static void test_one_foreign_file_among_ours_is_enough_to_refuse(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    assert_delivered(target, &listed, "groupes/x.txt", "1");
    write_file(target, "groupes/annotation.txt", "à garder");
    assert_refused(target, &listed, "groupes/annotation.txt");
    assert_file(target, "groupes/annotation.txt", "à garder");
    assert_file(target, "groupes/x.txt", "1");
    co_sample_remove_folder(folder);
}

static void test_tables_replace_tables_only(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    write_file(target, "deux.csv", "ancien");
    assert_delivered(target, &named, "un.csv", "neuf");
    assert_file(target, "un.csv", "neuf");
    assert_file(target, "deux.csv", NULL);
    assert_file(target, CO_MANIFEST_NAME, NULL);
    write_file(target, "sous/un.csv", "x");
    assert_refused(target, &named, "sous");
    co_sample_remove_folder(folder);
}

static void test_a_file_in_the_way_is_refused(void)
{
    char *folder = co_sample_folder();
    write_file(folder, "t", "fichier");
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    g_autofree char *below = g_build_filename(folder, "t", "u", NULL);
    assert_refused(target, &listed, "n'est pas un dossier");
    assert_refused(below, &listed, "n'est pas un dossier");
    assert_file(folder, "t", "fichier");
    co_sample_remove_folder(folder);
}

static void test_a_place_where_nothing_can_be_made_is_refused(void)
{
    assert_refused("/proc/cohorte/documents", &listed, "impossible de créer");
}

static void test_a_link_stands_for_its_folder(void)
{
    char *folder = co_sample_folder();
    g_autofree char *real = g_build_filename(folder, "vrai", NULL);
    g_autofree char *link_path = g_build_filename(folder, "lien", NULL);
    g_assert_cmpint(g_mkdir(real, 0777), ==, 0);
    g_assert_cmpint(symlink(real, link_path), ==, 0);
    assert_delivered(link_path, &listed, "x.txt", "1");
    g_assert_true(g_file_test(link_path, G_FILE_TEST_IS_SYMLINK));
    assert_file(real, "x.txt", "1");
    co_sample_remove_folder(folder);
}

static void test_what_is_not_committed_leaves_nothing(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    CoDelivery *delivery = co_delivery_new(target, &listed, NULL);
    g_assert_true(co_delivery_write(delivery, "a/b/c.txt", "x", 1, NULL));
    co_delivery_free(delivery);
    g_assert_cmpint(count_entries(folder), ==, 0);
    co_sample_remove_folder(folder);
}

static void test_leavings_of_a_killed_run_are_cleared(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    write_file(folder, ".t.cohorte-nouveau/groupes/reste.txt", "x");
    write_file(folder, ".t.cohorte-ancien/reste.txt", "x");
    write_file(folder, "t/" CO_MANIFEST_NAME, "chemin;destinataire;sha256\n");
    assert_delivered(target, &listed, "x.txt", "1");
    g_assert_cmpint(count_entries(folder), ==, 3);
    co_sample_remove_folder(folder);
}

static void test_an_exchange_cut_between_its_two_moves_is_undone(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    write_file(folder, ".t.cohorte-ancien/notes.txt", "complet");
    assert_refused(target, &listed, "notes.txt");
    assert_file(target, "notes.txt", "complet");
    co_sample_remove_folder(folder);
}

static void test_two_writers_do_not_mix(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    g_autoptr(CoDelivery) first = co_delivery_new(target, &listed, NULL);
    g_autoptr(GBytes) data = g_bytes_new_static("1", 1);
    g_assert_true(co_delivery_write(first, "x.txt", "1", 1, NULL));
    co_delivery_record(first, "x.txt", "", data);
    assert_refused(target, &listed, "une autre écriture est en cours");
    g_assert_true(co_delivery_commit(first, NULL));
    assert_file(target, "x.txt", "1");
    assert_delivered(target, &listed, "y.txt", "2");
    co_sample_remove_folder(folder);
}

/* A file size limit stands for a full disk: it stops root too. */
static void test_a_write_that_fails_leaves_the_old_folder(void)
{
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "t", NULL);
    g_autofree char *large = g_strnfill(100000, 'x');
    assert_delivered(target, &listed, "x.txt", "1");
    if (g_test_subprocess()) {
        const struct rlimit limit = {50000, 50000};
        g_autoptr(GError) error = NULL;
        signal(SIGXFSZ, SIG_IGN);
        g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
        g_assert_false(deliver(target, &listed, "grand.txt", large, &error));
        g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE);
        g_assert_nonnull(strstr(error->message, "dépasse la taille permise"));
        assert_file(target, "x.txt", "1");
        g_assert_cmpint(count_entries(folder), ==, 3);
        co_sample_remove_folder(folder);
        return;
    }
    co_sample_remove_folder(folder);
    g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
    g_test_trap_assert_passed();
}

static void assert_safe(const char *code, const char *expected)
{
    g_autofree char *name = co_delivery_safe_name(code);
    g_assert_cmpstr(name, ==, expected);
}

static void test_codes_become_names_that_every_system_takes(void)
{
    assert_safe("SG-01", "SG-01");
    assert_safe("AC/AG 1", "AC_AG_1");
    assert_safe("..", "__");
    assert_safe("../../etc", "___.._etc");
    assert_safe("", "_");
}

static void test_cells_are_quoted_only_where_needed(void)
{
    const char *const cells[] = {"simple", "a;b", "dit \"oui\"", "deux\nlignes", "", "=1+1"};
    g_autoptr(GString) text = g_string_new(NULL);
    co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
    g_assert_cmpstr(text->str, ==, "simple;\"a;b\";\"dit \"\"oui\"\"\";\"deux\nlignes\";;=1+1\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/outputs/delivery/a delivery of another kind is refused and untouched",
                    test_a_delivery_of_another_kind_is_refused_and_untouched);
    g_test_add_func("/outputs/delivery/what was recorded is known",
                    test_what_was_recorded_is_known);
    g_test_add_func("/delivery/new", test_a_folder_is_made_with_its_parents_and_a_manifest);
    g_test_add_func("/delivery/replace", test_an_earlier_delivery_is_replaced_whole);
    g_test_add_func("/delivery/empty", test_an_empty_folder_is_taken);
    g_test_add_func("/delivery/foreign", test_a_folder_of_somebody_else_is_refused_and_untouched);
    g_test_add_func("/delivery/annotated", test_one_foreign_file_among_ours_is_enough_to_refuse);
    g_test_add_func("/delivery/tables", test_tables_replace_tables_only);
    g_test_add_func("/delivery/file", test_a_file_in_the_way_is_refused);
    g_test_add_func("/delivery/nowhere", test_a_place_where_nothing_can_be_made_is_refused);
    g_test_add_func("/delivery/link", test_a_link_stands_for_its_folder);
    g_test_add_func("/delivery/dropped", test_what_is_not_committed_leaves_nothing);
    g_test_add_func("/delivery/leavings", test_leavings_of_a_killed_run_are_cleared);
    g_test_add_func("/delivery/recovered", test_an_exchange_cut_between_its_two_moves_is_undone);
    g_test_add_func("/delivery/busy", test_two_writers_do_not_mix);
    g_test_add_func("/delivery/full", test_a_write_that_fails_leaves_the_old_folder);
    g_test_add_func("/delivery/names", test_codes_become_names_that_every_system_takes);
    g_test_add_func("/delivery/csv", test_cells_are_quoted_only_where_needed);
    return g_test_run();
}
