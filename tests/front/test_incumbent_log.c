/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of --suivi: a line when something is better, and a whole file at any moment. */
#include "planner/front/incumbent_log.h"

#include <glib/gstdio.h>

#include <string.h>

#include "planner/front/failure.h"

#define HEAD                                                                                       \
    "secondes;travail;etape;non_places;cout_centimes;valeur_centimes;borne_centimes;ecart;gene\n"

typedef struct Fixture {
    char *folder, *path;
    CoIncumbentLog log;
} Fixture;

static void set_up(Fixture *f, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    f->folder = g_dir_make_tmp("cohorte-XXXXXX", &error);
    g_assert_no_error(error);
    f->path = g_build_filename(f->folder, "suivi.csv", NULL);
    g_assert_true(co_incumbent_log_open(&f->log, f->path, &error));
    g_assert_no_error(error);
}

static void tear_down(Fixture *f, gconstpointer data)
{
    (void)data;
    g_unlink(f->path);
    g_rmdir(f->folder);
    g_free(f->path);
    g_free(f->folder);
}

static void close_log(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(co_incumbent_log_close(&f->log, &error));
    g_assert_no_error(error);
}

static void assert_file(const Fixture *f, const char *expected)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(f->path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, expected);
}

static CoProgress best_plan(double elapsed_s, int64_t cost_cents)
{
    return (CoProgress){.phase = CO_PHASE_SEARCH,
                        .elapsed_s = elapsed_s,
                        .work = 70,
                        .has_plan = true,
                        .cost_cents = cost_cents,
                        .value_cents = cost_cents,
                        .comfort_points = 4};
}

static void test_a_table_without_news_is_its_head(Fixture *f, gconstpointer data)
{
    (void)data;
    assert_file(f, HEAD);
    CoProgress nothing = {.phase = CO_PHASE_BUILD};
    co_incumbent_log_note(&f->log, &nothing);
    close_log(f);
    assert_file(f, HEAD);
}

static void test_what_is_not_known_is_empty(Fixture *f, gconstpointer data)
{
    (void)data;
    CoProgress bound = {.phase = CO_PHASE_BOUND, .elapsed_s = 0.0625, .work = 3};
    bound.has_bound = true;
    bound.bound_cents = 900;
    co_incumbent_log_note(&f->log, &bound);
    CoProgress plan = best_plan(1.5, 1000);
    co_incumbent_log_note(&f->log, &plan);
    close_log(f);
    assert_file(f, HEAD "0.062;3;minimum prouvé;;;;900;;\n"
                        "1.500;70;recherche;0;1000;1000;;;4\n");
}

static void test_a_gap_is_a_fraction_of_the_value(Fixture *f, gconstpointer data)
{
    (void)data;
    CoProgress plan = best_plan(1, 1000);
    plan.has_bound = true;
    plan.bound_cents = 990;
    plan.unplaced_weight = 2;
    plan.value_cents = 2000;
    co_incumbent_log_note(&f->log, &plan);
    close_log(f);
    assert_file(f, HEAD "1.000;70;recherche;2;1000;2000;990;0.505000;4\n");
}

static void test_a_plan_that_costs_nothing_has_no_gap(Fixture *f, gconstpointer data)
{
    (void)data;
    CoProgress plan = best_plan(1, 0);
    plan.has_bound = true;
    co_incumbent_log_note(&f->log, &plan);
    close_log(f);
    assert_file(f, HEAD "1.000;70;recherche;0;0;0;0;0.000000;4\n");
}

static void test_only_a_better_plan_or_bound_makes_a_line(Fixture *f, gconstpointer data)
{
    (void)data;
    CoProgress same = best_plan(0.1, 1000), calmer = same, bound = same;
    calmer.comfort_points = 3;
    bound.comfort_points = 3;
    bound.has_bound = true;
    bound.bound_cents = 500;
    const CoProgress steps[] = {same, same, calmer, bound, bound};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        co_incumbent_log_note(&f->log, &steps[i]);
    close_log(f);
    assert_file(f, HEAD "0.100;70;recherche;0;1000;1000;;;4\n"
                        "0.100;70;recherche;0;1000;1000;;;3\n"
                        "0.100;70;recherche;0;1000;1000;500;0.500000;3\n");
}

static void test_the_file_is_whole_before_the_end(Fixture *f, gconstpointer data)
{
    (void)data;
    CoProgress early = best_plan(0.5, 1000), late = best_plan(2.5, 900);
    co_incumbent_log_note(&f->log, &early);
    assert_file(f, HEAD);
    co_incumbent_log_note(&f->log, &late);
    assert_file(f, HEAD "0.500;70;recherche;0;1000;1000;;;4\n"
                        "2.500;70;recherche;0;900;900;;;4\n");
    close_log(f);
}

static void test_news_that_came_too_soon_are_written_later(Fixture *f, gconstpointer data)
{
    (void)data;
    CoProgress early = best_plan(0.5, 1000), same = best_plan(3, 1000);
    co_incumbent_log_note(&f->log, &early);
    co_incumbent_log_note(&f->log, &same);
    assert_file(f, HEAD "0.500;70;recherche;0;1000;1000;;;4\n");
    close_log(f);
}

static void test_a_place_that_cannot_be_written_is_known_at_once(void)
{
    g_autoptr(GError) error = NULL;
    CoIncumbentLog log;
    g_assert_false(co_incumbent_log_open(&log, "/nulle-part/suivi.csv", &error));
    g_assert_error(error, CO_FRONT_ERROR, CO_EXIT_DATA);
    g_assert_nonnull(strstr(error->message, "/nulle-part/suivi.csv"));
    g_assert_nonnull(strstr(error->message, "n'existe pas"));
}

static void test_a_folder_that_vanishes_is_told_at_the_end(Fixture *f, gconstpointer data)
{
    (void)data;
    CoProgress early = best_plan(3, 1000), late = best_plan(9, 900);
    g_unlink(f->path);
    g_rmdir(f->folder);
    co_incumbent_log_note(&f->log, &early);
    co_incumbent_log_note(&f->log, &late);
    g_autoptr(GError) error = NULL;
    g_assert_false(co_incumbent_log_close(&f->log, &error));
    g_assert_error(error, CO_FRONT_ERROR, CO_EXIT_DATA);
}

static void add(const char *name, void (*test)(Fixture *, gconstpointer))
{
    g_test_add(name, Fixture, NULL, set_up, test, tear_down);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("/log/empty", test_a_table_without_news_is_its_head);
    add("/log/unknown", test_what_is_not_known_is_empty);
    add("/log/gap", test_a_gap_is_a_fraction_of_the_value);
    add("/log/gap/free", test_a_plan_that_costs_nothing_has_no_gap);
    add("/log/news", test_only_a_better_plan_or_bound_makes_a_line);
    add("/log/whole", test_the_file_is_whole_before_the_end);
    add("/log/later", test_news_that_came_too_soon_are_written_later);
    g_test_add_func("/log/unwritable", test_a_place_that_cannot_be_written_is_known_at_once);
    add("/log/vanished", test_a_folder_that_vanishes_is_told_at_the_end);
    return g_test_run();
}
