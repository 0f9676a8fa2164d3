/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/front/failure.h"

#include <errno.h>
#include <string.h>

#include "cohorte/documents.h"
#include "cohorte/engine.h"
#include "cohorte/import.h"
#include "cohorte/store.h"

static void assert_told(const GError *error, CoExit code, const char *place)
{
    g_assert_error(error, CO_FRONT_ERROR, (int)code);
    g_autofree char *what = co_failure_what(error);
    g_autofree char *remedy = co_failure_remedy(error);
    g_assert_nonnull(strstr(what, place));
    g_assert_null(strstr(what, "%s"));
    g_assert_cmpuint(strlen(remedy), >, 10);
    g_assert_true(g_utf8_validate(error->message, -1, NULL));
}

static void test_every_error_of_the_store_says_what_where_and_what_to_do(void)
{
    for (int code = CO_STORE_ERROR_MISSING; code <= CO_STORE_ERROR_IO; code++) {
        GError *error = g_error_new_literal(CO_STORE_ERROR, code, "disk image is malformed");
        co_failure_from_store(&error, "v8.cohorte");
        assert_told(error, CO_EXIT_DATA, "« v8.cohorte »");
        g_error_free(error);
    }
}

static void test_no_two_errors_of_the_store_are_told_alike(void)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int code = CO_STORE_ERROR_MISSING; code <= CO_STORE_ERROR_IO; code++) {
        GError *error = g_error_new_literal(CO_STORE_ERROR, code, "x");
        co_failure_from_store(&error, "v8.cohorte");
        g_assert_true(g_hash_table_add(seen, g_strdup(error->message)));
        g_error_free(error);
    }
}

static void test_every_error_of_the_import_names_the_folder(void)
{
    for (int code = CO_IMPORT_ERROR_UNREADABLE; code <= CO_IMPORT_ERROR_WRITE; code++) {
        GError *error = g_error_new(CO_IMPORT_ERROR, code, "tables: %s", g_strerror(EACCES));
        co_failure_from_import(&error, "donnees");
        assert_told(error, CO_EXIT_DATA, "« donnees »");
        g_error_free(error);
    }
}

static void test_every_error_of_the_outputs_names_the_target(void)
{
    for (int code = CO_OUTPUT_ERROR_TARGET; code <= CO_OUTPUT_ERROR_TEXTS; code++) {
        GError *error = g_error_new_literal(CO_OUTPUT_ERROR, code, "le dossier est plein.");
        co_failure_from_output(&error, "documents");
        assert_told(error, CO_EXIT_DATA, "« documents »");
        g_assert_null(strstr(error->message, ".."));
        g_error_free(error);
    }
}

static void test_an_error_of_the_engine_is_ours_only_when_it_is(void)
{
    static const CoExit exits[] = {CO_EXIT_DATA, CO_EXIT_INTERNAL, CO_EXIT_DATA};
    for (int code = CO_ENGINE_ERROR_TOO_LARGE; code <= CO_ENGINE_ERROR_EXPORT; code++) {
        GError *error = g_error_new_literal(CO_ENGINE_ERROR, code, "limit of patterns");
        co_failure_from_engine(&error, "modele.lp");
        assert_told(error, exits[code - CO_ENGINE_ERROR_TOO_LARGE], "limit of patterns");
        g_error_free(error);
    }
}

static void test_of_an_english_message_only_the_system_is_quoted(void)
{
    GError *error = g_error_new(CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNREADABLE,
                                "folder cannot be read: %s", g_strerror(ENOENT));
    co_failure_from_import(&error, "donnees");
    g_autofree char *what = co_failure_what(error);
    g_assert_cmpstr(
        what, ==,
        "« donnees » ne peut pas être lu. Détail : ce fichier ou ce dossier n'existe pas.");
    g_error_free(error);
}

static void test_the_words_of_the_system_become_french(void)
{
    g_autofree char *line = g_strdup_printf("x: %s (a)", g_strerror(ENOSPC));
    g_autofree char *french = co_failure_french(line);
    g_assert_cmpstr(french, ==, "x: il n'y a plus de place sur le disque (a)");
    g_autofree char *other = co_failure_french("rien à traduire");
    g_assert_cmpstr(other, ==, "rien à traduire");
}

static void test_a_system_error_says_what_was_tried(void)
{
    g_autoptr(GError) error = NULL;
    co_failure_from_system(&error, "créer le dossier", "sortie", EROFS);
    assert_told(error, CO_EXIT_DATA,
                "Impossible de créer le dossier « sortie » : le disque est en lecture seule.");
}

static void test_a_name_that_is_not_utf8_is_told_all_the_same(void)
{
    GError *error = g_error_new_literal(CO_STORE_ERROR, CO_STORE_ERROR_MISSING, "x");
    co_failure_from_store(&error, "caf\xe9.cohorte");
    assert_told(error, CO_EXIT_DATA, "caf");
    g_error_free(error);
}

static void test_a_failure_may_go_without_remedy(void)
{
    g_autoptr(GError) error = NULL;
    co_fail(&error, CO_EXIT_USAGE, "Quoi.", "");
    g_autofree char *what = co_failure_what(error);
    g_autofree char *remedy = co_failure_remedy(error);
    g_assert_cmpstr(what, ==, "Quoi.");
    g_assert_cmpstr(remedy, ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/failure/store", test_every_error_of_the_store_says_what_where_and_what_to_do);
    g_test_add_func("/failure/store/apart", test_no_two_errors_of_the_store_are_told_alike);
    g_test_add_func("/failure/import", test_every_error_of_the_import_names_the_folder);
    g_test_add_func("/failure/output", test_every_error_of_the_outputs_names_the_target);
    g_test_add_func("/failure/engine", test_an_error_of_the_engine_is_ours_only_when_it_is);
    g_test_add_func("/failure/quoted", test_of_an_english_message_only_the_system_is_quoted);
    g_test_add_func("/failure/french", test_the_words_of_the_system_become_french);
    g_test_add_func("/failure/system", test_a_system_error_says_what_was_tried);
    g_test_add_func("/failure/not_utf8", test_a_name_that_is_not_utf8_is_told_all_the_same);
    g_test_add_func("/failure/bare", test_a_failure_may_go_without_remedy);
    return g_test_run();
}
