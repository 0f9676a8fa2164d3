/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a gap, in the summary and on the line of progress. */
#include "planner/front/plan_view.h"
#include "planner/front/progress.h"

#include <string.h>

#define NBSP "\xc2\xa0"
#define THIN "\xe2\x80\xaf"

static void assert_gap(CoTier tier, bool proven, const char *expected)
{
    g_autofree char *text = co_plan_gap_text(&tier, proven);
    g_assert_cmpstr(text, ==, expected);
}

static void test_a_proven_gap_is_rounded_up_so_that_at_most_stays_true(void)
{
    assert_gap((CoTier){.value = 10037, .bound = 10000, .has_bound = true}, true,
               "au plus 0,37" NBSP "% au-dessus du minimum prouvé (100,00" NBSP "€)");
    assert_gap((CoTier){.value = 4567320, .bound = 4556760, .has_bound = true}, true,
               "au plus 0,24" NBSP "% au-dessus du minimum prouvé (45" THIN "567,60" NBSP "€)");
    assert_gap((CoTier){.value = 1000001, .bound = 1000000, .has_bound = true}, true,
               "au plus 0,01" NBSP "% au-dessus du minimum prouvé (10" THIN "000,00" NBSP "€)");
}

static void test_a_gap_that_is_not_proven_is_no_number(void)
{
    assert_gap((CoTier){.value = 200, .bound = 100, .has_bound = true}, false, "écart non prouvé");
    assert_gap((CoTier){.value = 200, .bound = 100, .has_bound = false}, true, "écart non prouvé");
}

static void test_the_minimum_is_called_so(void)
{
    assert_gap((CoTier){.value = 500, .bound = 500, .has_bound = true}, true, "le minimum prouvé");
    assert_gap((CoTier){.value = 0, .bound = 0, .has_bound = true}, true, "le minimum prouvé");
}

static void test_a_bound_of_nothing_gives_no_percentage(void)
{
    assert_gap((CoTier){.value = 500, .bound = 0, .has_bound = true}, true,
               "minimum prouvé 0,00" NBSP "€");
}

static void assert_progress(CoProgress progress, const char *expected)
{
    g_autofree char *text = co_progress_text(&progress);
    g_assert_cmpstr(text, ==, expected);
}

static void test_progress_begins_without_a_plan(void)
{
    assert_progress((CoProgress){.phase = CO_PHASE_CONSTRUCT, .elapsed_s = 0.4},
                    "0 s · premier plan · pas encore de plan");
}

static void test_progress_tells_best_bound_and_gap(void)
{
    assert_progress((CoProgress){.phase = CO_PHASE_SEARCH,
                                 .elapsed_s = 12.9,
                                 .has_plan = true,
                                 .cost_cents = 10100,
                                 .value_cents = 10100,
                                 .has_bound = true,
                                 .bound_cents = 9999},
                    "12 s · recherche · 101,00" NBSP "€ · minimum prouvé 99,99" NBSP
                    "€ · écart 1,00" NBSP "%");
}

static void test_progress_shows_no_amount_for_a_bound_that_holds_the_penalty(void)
{
    CoProgress progress = {.phase = CO_PHASE_BOUND,
                           .has_plan = true,
                           .unplaced_weight = 2,
                           .cost_cents = 100,
                           .value_cents = 20100,
                           .has_bound = true,
                           .bound_cents = 10050};
    g_autofree char *text = co_progress_text(&progress);
    g_assert_nonnull(strstr(text, "non placés 2"));
    g_assert_null(strstr(text, "100,50"));
}

static void test_progress_is_drawn_only_on_a_terminal(void)
{
    char *written = NULL;
    size_t size = 0;
    CoTerminal terminal = {.file = open_memstream(&written, &size), .width = 40};
    CoProgressLine line;
    CoProgress progress = {.phase = CO_PHASE_SEARCH};
    co_progress_line_init(&line, &terminal);
    co_progress_line_draw(&progress, &line);
    fflush(terminal.file);
    g_assert_cmpuint(size, ==, 0);
    terminal.is_tty = true;
    co_progress_line_draw(&progress, &line);
    co_progress_line_draw(&progress, &line); /* too soon for another */
    co_progress_line_clear(&line);
    fclose(terminal.file);
    g_assert_cmpstr(written, ==, "\r0 s · recherche · pas encore de plan\033[K\r\033[K");
    free(written);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gap/proven", test_a_proven_gap_is_rounded_up_so_that_at_most_stays_true);
    g_test_add_func("/gap/not_proven", test_a_gap_that_is_not_proven_is_no_number);
    g_test_add_func("/gap/none", test_the_minimum_is_called_so);
    g_test_add_func("/gap/bound_of_nothing", test_a_bound_of_nothing_gives_no_percentage);
    g_test_add_func("/progress/begins", test_progress_begins_without_a_plan);
    g_test_add_func("/progress/tells", test_progress_tells_best_bound_and_gap);
    g_test_add_func("/progress/penalty",
                    test_progress_shows_no_amount_for_a_bound_that_holds_the_penalty);
    g_test_add_func("/progress/terminal", test_progress_is_drawn_only_on_a_terminal);
    return g_test_run();
}
