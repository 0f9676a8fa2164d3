/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "store_fixture.h"

/* One line of an import; no last name: somebody of a head-count, or a reserved seat. */
typedef struct Line {
    const char *last_name, *first_name, *email;
    int establishment; /* of two */
    int role;          /* of two */
    bool reserved;     /* with no name: a reserved seat, else of a head-count */
} Line;

static CoCampaign *import(const Line *lines, int n)
{
    CoCampaign *campaign = co_campaign_new();
    const char *uais[] = {"0380001A", "0380002B"}, *codes[] = {"SG", "GEST"};
    for (int i = 0; i < 2; i++) {
        co_campaign_add_establishment(campaign)->uai = uais[i];
        co_campaign_add_role(campaign)->code = codes[i];
    }
    for (int i = 0; i < n; i++) {
        CoPerson *person = co_campaign_add_person(campaign);
        person->last_name = co_campaign_text(campaign, lines[i].last_name);
        person->first_name = co_campaign_text(campaign, lines[i].first_name);
        person->email = co_campaign_text(campaign, lines[i].email);
        person->named = lines[i].last_name != NULL;
        person->reserved = lines[i].reserved;
        person->establishment_idx = lines[i].establishment;
        person->n_roles = 1;
        person->role_idx = co_campaign_array(campaign, &lines[i].role, 1, sizeof(int));
    }
    co_campaign_finish(campaign);
    return campaign;
}

/* Imports and tells the ids, "P0001 P0002". */
static char *ids_after(CoStore *store, const Line *lines, int n)
{
    g_autoptr(CoCampaign) campaign = import(lines, n);
    fixture_save(store, campaign);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(GString) ids = g_string_new(NULL);
    for (int i = 0; i < loaded->n_people; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? " " : "", loaded->people[i].id);
    return g_string_free(g_steal_pointer(&ids), FALSE);
}

#define ASSERT_IDS(store, expected, ...)                                                           \
    G_STMT_START                                                                                   \
    {                                                                                              \
        const Line lines_[] = {__VA_ARGS__};                                                       \
        g_autofree char *found_ = ids_after(store, lines_, G_N_ELEMENTS(lines_));                  \
        g_assert_cmpstr(found_, ==, expected);                                                     \
    }                                                                                              \
    G_STMT_END

static const Line ada = {"Rochebrune", "Ada", "ada@x.invalid", 0, 0, false};
static const Line basile = {"Valmont", "Basile", "basile@x.invalid", 0, 1, false};
static const Line chloe = {"Nivet", "Chloé", NULL, 1, 0, false};

static void test_ids_count_up_in_order(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002 P0003", ada, basile, chloe);
}

static void test_order_of_a_later_import_does_not_matter(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002 P0003", ada, basile, chloe);
    ASSERT_IDS(store, "P0003 P0001 P0002", chloe, ada, basile);
}

static void test_an_id_is_never_used_again(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002", ada, basile);
    ASSERT_IDS(store, "P0001", ada);
    ASSERT_IDS(store, "P0003", chloe);
    ASSERT_IDS(store, "P0002 P0001 P0003", basile, ada, chloe);
}

static void test_equal_email_is_the_same_human_under_another_name(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002", ada, basile);
    const Line married = {"Rochebrune-Petit", "Ada", " ADA@x.invalid", 1, 1, false};
    ASSERT_IDS(store, "P0002 P0001", basile, married);
}

static void test_equal_folded_name_and_place_is_the_same_human(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001", chloe);
    const Line typed_otherwise = {" NIVET", "chloe", "chloe@x.invalid", 1, 1, false};
    ASSERT_IDS(store, "P0001", typed_otherwise);
    ASSERT_IDS(store, "P0001", chloe);
    const Line elsewhere = {"Nivet", "Chloé", NULL, 0, 0, false};
    ASSERT_IDS(store, "P0002 P0001", elsewhere, chloe);
}

static void test_homonyms_with_two_emails_are_two_humans(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    const Line other_ada = {"Rochebrune", "Ada", "ada2@x.invalid", 0, 0, false};
    ASSERT_IDS(store, "P0001", ada);
    ASSERT_IDS(store, "P0002", other_ada);
    ASSERT_IDS(store, "P0002 P0001", other_ada, ada);
}

static void test_a_homonym_without_email_is_not_mixed_up(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    const Line silent_ada = {"Rochebrune", "Ada", NULL, 0, 0, false};
    ASSERT_IDS(store, "P0001 P0002", ada, silent_ada);
    ASSERT_IDS(store, "P0002 P0001", silent_ada, ada);
    ASSERT_IDS(store, "P0002", silent_ada);
}

static void test_two_of_one_name_keep_their_two_ids(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002", chloe, chloe);
    ASSERT_IDS(store, "P0001 P0002 P0003", chloe, chloe, ada);
}

static void test_a_mover_is_met_again_at_the_new_place(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    Line moved = ada;
    moved.establishment = 1;
    Line moved_silent = moved;
    moved_silent.email = NULL;
    ASSERT_IDS(store, "P0001", ada);
    ASSERT_IDS(store, "P0001", moved);
    ASSERT_IDS(store, "P0001", moved_silent);
}

static void test_no_name_and_no_email_is_nobody_known(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    const Line blank = {"", " ", "", 0, 0, false};
    ASSERT_IDS(store, "P0001 P0002", blank, blank);
    ASSERT_IDS(store, "P0003", blank);
}

static const Line one_sg = {NULL, NULL, NULL, 0, 0, false};
static const Line one_gest = {NULL, NULL, NULL, 0, 1, false};
static const Line far_sg = {NULL, NULL, NULL, 1, 0, false};
static const Line seat = {NULL, NULL, NULL, 0, 0, true};

static void test_head_counts_go_by_place_role_and_rank(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002 P0003 P0004", one_sg, one_sg, one_gest, far_sg);
    ASSERT_IDS(store, "P0004 P0003 P0001", far_sg, one_gest, one_sg);
    ASSERT_IDS(store, "P0001 P0002 P0005", one_sg, one_sg, one_sg);
}

static void save_with_two_roles(CoStore *store, const int roles[2])
{
    const Line lines[] = {one_sg, far_sg};
    g_autoptr(CoCampaign) campaign = import(lines, 2);
    campaign->people[1].n_roles = 2;
    campaign->people[1].role_idx = co_campaign_array(campaign, roles, 2, sizeof *roles);
    fixture_save(store, campaign);
}

static void test_the_order_of_two_roles_does_not_matter(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    save_with_two_roles(store, (const int[]){0, 1});
    save_with_two_roles(store, (const int[]){1, 0});
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_assert_cmpstr(loaded->people[1].id, ==, "P0002");
}

static void test_reserved_seats_have_ids_of_their_own(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 R0001 P0002 R0002", one_sg, seat, ada, seat);
    ASSERT_IDS(store, "R0001 P0002", seat, ada);
}

static void test_somebody_erased_comes_back_as_somebody_new(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002", ada, basile);
    g_clear_pointer(&store, co_store_close);
    fixture_assert_sql(fixture->path, "DELETE FROM identities WHERE ref = 'P0001'", NULL);
    store = fixture_open(fixture->path, CO_STORE_WRITE);
    ASSERT_IDS(store, "P0003 P0002", ada, basile);
}

static void test_ids_grow_past_four_digits(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001", ada);
    g_clear_pointer(&store, co_store_close);
    fixture_assert_sql(fixture->path, "UPDATE counters SET last = 9998", NULL);
    store = fixture_open(fixture->path, CO_STORE_WRITE);
    ASSERT_IDS(store, "P9999 P10000", basile, chloe);
    ASSERT_IDS(store, "P10000 P0001", chloe, ada);
}

static void test_the_file_itself_refuses_to_forget_an_id(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    ASSERT_IDS(store, "P0001 P0002", ada, basile);
    g_clear_pointer(&store, co_store_close);
    fixture_assert_sql(fixture->path, "DELETE FROM known_people", "never reused");
    fixture_assert_sql(fixture->path, "DELETE FROM counters", "never reused");
    fixture_assert_sql(fixture->path, "UPDATE counters SET last = 1", "never reused");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/people/ids count up in order", test_ids_count_up_in_order);
    fixture_add_test("/store/people/order of a later import does not matter",
                     test_order_of_a_later_import_does_not_matter);
    fixture_add_test("/store/people/an id is never used again", test_an_id_is_never_used_again);
    fixture_add_test("/store/people/equal e-mail is the same human under another name",
                     test_equal_email_is_the_same_human_under_another_name);
    fixture_add_test("/store/people/equal folded name and place is the same human",
                     test_equal_folded_name_and_place_is_the_same_human);
    fixture_add_test("/store/people/homonyms with two e-mails are two humans",
                     test_homonyms_with_two_emails_are_two_humans);
    fixture_add_test("/store/people/a homonym without e-mail is not mixed up",
                     test_a_homonym_without_email_is_not_mixed_up);
    fixture_add_test("/store/people/two of one name keep their two ids",
                     test_two_of_one_name_keep_their_two_ids);
    fixture_add_test("/store/people/the order of two roles does not matter",
                     test_the_order_of_two_roles_does_not_matter);
    fixture_add_test("/store/people/a mover is met again at the new place",
                     test_a_mover_is_met_again_at_the_new_place);
    fixture_add_test("/store/people/no name and no e-mail is nobody known",
                     test_no_name_and_no_email_is_nobody_known);
    fixture_add_test("/store/people/head-counts go by place, role and rank",
                     test_head_counts_go_by_place_role_and_rank);
    fixture_add_test("/store/people/reserved seats have ids of their own",
                     test_reserved_seats_have_ids_of_their_own);
    fixture_add_test("/store/people/somebody erased comes back as somebody new",
                     test_somebody_erased_comes_back_as_somebody_new);
    fixture_add_test("/store/people/ids grow past four digits", test_ids_grow_past_four_digits);
    fixture_add_test("/store/people/the file itself refuses to forget an id",
                     test_the_file_itself_refuses_to_forget_an_id);
    return g_test_run();
}
