/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "store_fixture.h"

static CoQuestionList *questions_of(const CoQuestion *rows, size_t n)
{
    CoQuestionList *list = co_question_list_new();
    for (size_t i = 0; i < n; i++)
        g_assert_nonnull(co_question_list_add(list, &rows[i]));
    return list;
}

static void save(CoStore *store, const CoQuestion *rows, size_t n)
{
    g_autoptr(CoQuestionList) list = questions_of(rows, n);
    g_autoptr(GError) error = NULL;
    g_assert_true(co_store_save_decisions(store, list, &error));
    g_assert_no_error(error);
}

static CoQuestionList *load(CoStore *store)
{
    g_autoptr(GError) error = NULL;
    CoQuestionList *list = co_store_load_decisions(store, &error);
    g_assert_no_error(error);
    return list;
}

static const CoQuestion decided = {.kind = CO_QUESTION_UAI,
                                   .label = "",
                                   .value = "0389002X",
                                   .proposal = "0389002D",
                                   .decision = "oui"};
static const CoQuestion followed = {.kind = CO_QUESTION_ROLE,
                                    .label = "",
                                    .value = "Secrétaire générale",
                                    .proposal = "SG",
                                    .followed = true,
                                    .n_rows = 3};
static const CoQuestion waiting = {
    .kind = CO_QUESTION_ROLE, .label = "", .value = "Jardinier", .proposal = "SG", .n_rows = 1};
static const CoQuestion foreign = {
    .kind = CO_QUESTION_FOREIGN, .label = "couleur", .value = "bleu", .decision = "oui"};

static void test_what_is_settled_comes_back_in_order(const Fixture *fixture)
{
    const CoQuestion rows[] = {waiting, decided, foreign, followed};
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    save(store, rows, G_N_ELEMENTS(rows));
    g_clear_pointer(&store, co_store_close);
    store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoQuestionList) list = load(store);
    g_assert_cmpuint(co_question_list_size(list), ==, 2);
    const CoQuestion *first = co_question_list_at(list, 0);
    g_assert_cmpint(first->kind, ==, CO_QUESTION_UAI);
    g_assert_cmpstr(first->value, ==, "0389002X");
    g_assert_cmpstr(first->proposal, ==, "0389002D");
    g_assert_cmpstr(first->decision, ==, "oui");
    g_assert_false(first->followed);
    const CoQuestion *second = co_question_list_at(list, 1);
    g_assert_cmpstr(second->value, ==, "Secrétaire générale");
    g_assert_true(second->followed && second->remembered);
    g_assert_cmpint(second->n_rows, ==, 0);
}

static void test_the_next_import_replaces_them(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    save(store, &decided, 1);
    save(store, &followed, 1);
    g_autoptr(CoQuestionList) list = load(store);
    g_assert_cmpuint(co_question_list_size(list), ==, 1);
    g_assert_cmpint(co_question_list_at(list, 0)->kind, ==, CO_QUESTION_ROLE);
}

static void test_a_new_file_remembers_nothing(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    g_autoptr(CoQuestionList) list = load(store);
    g_assert_cmpuint(co_question_list_size(list), ==, 0);
}

static void test_a_file_open_for_reading_takes_none(const Fixture *fixture)
{
    co_store_close(fixture_create(fixture->path));
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoQuestionList) list = questions_of(&decided, 1);
    g_autoptr(GError) error = NULL;
    g_assert_false(co_store_save_decisions(store, list, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY);
}

static void test_a_file_from_before_remembers_from_now_on(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(3, 0);
    fixture_make_file(fixture->path, campaign);
    fixture_assert_sql(fixture->path,
                       "DROP TABLE attendance; DROP TABLE decisions; ALTER TABLE parameters DROP "
                       "COLUMN organizer_email;"
                       " PRAGMA user_version = 1",
                       NULL);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoQuestionList) none = load(store);
    g_assert_cmpuint(co_question_list_size(none), ==, 0);
    g_clear_pointer(&store, co_store_close);
    store = fixture_open(fixture->path, CO_STORE_WRITE);
    save(store, &decided, 1);
    g_autoptr(CoQuestionList) list = load(store);
    g_assert_cmpuint(co_question_list_size(list), ==, 1);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(campaign, loaded, false);
    g_autofree char *backup = g_strconcat(fixture->path, ".v1.bak", NULL);
    fixture_assert_sql(backup, "PRAGMA user_version", "1");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/decisions/what is settled comes back in order",
                     test_what_is_settled_comes_back_in_order);
    fixture_add_test("/store/decisions/the next import replaces them",
                     test_the_next_import_replaces_them);
    fixture_add_test("/store/decisions/a new file remembers nothing",
                     test_a_new_file_remembers_nothing);
    fixture_add_test("/store/decisions/a file open for reading takes none",
                     test_a_file_open_for_reading_takes_none);
    fixture_add_test("/store/decisions/a file from before remembers from now on",
                     test_a_file_from_before_remembers_from_now_on);
    return g_test_run();
}
