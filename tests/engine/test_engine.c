/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door of the engine: a campaign goes in, a plan that the checker accepts comes out. */
#include "cohorte/engine.h"

#include <glib/gstdio.h>

#include <string.h>

#include "cohorte/check.h"
#include "kit.h"

static CoPlan *plan_with(const CoCampaign *campaign, const CoEngineOptions *options)
{
    g_autoptr(GError) error = NULL;
    CoPlan *plan = co_engine_plan(campaign, options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(plan);
    return plan;
}

static CoPlan *plan_of(const CoCampaign *campaign)
{
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.work_limit = 3000;
    return plan_with(campaign, &options);
}

static void assert_accepted(const CoCampaign *campaign, const CoPlan *plan, const CoPlan *published)
{
    CoCheckOptions options = {.published = published};
    g_autoptr(CoCheckReport) report = co_check_plan(campaign, plan, &options);
    for (int i = 0; i < report->n_violations; i++)
        g_test_message("%s, breach %d", co_rule_id(report->violations[i].rule),
                       report->violations[i].breach);
    g_assert_cmpint(report->n_violations, ==, 0);
    g_assert_true(report->unplaced_agree);
    g_assert_true(report->tiers_agree);
}

static void test_everybody_is_placed_and_the_checker_agrees(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_move(&campaign->establishments[0].place, "Ailleurs", 0.5);
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) plan = plan_of(campaign);
    g_assert_cmpint(co_plan_n_placed(plan), ==, 6);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_OPTIMAL);
    g_assert_cmpint(plan->tiers[1].value, ==, 2 * (4608 + 2000));
    g_autofree char *digest = co_campaign_digest(campaign);
    g_assert_cmpstr(plan->digest, ==, digest);
    g_assert_cmpint(plan->seed, ==, 1);
    assert_accepted(campaign, plan, NULL);
}

static void test_nobody_to_plan_is_an_optimal_plan_of_nothing(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    for (int i = 0; i < campaign->n_people; i++)
        campaign->people[i].already_trained = true;
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) plan = plan_of(campaign);
    g_assert_cmpint(plan->n_groups, ==, 0);
    g_assert_cmpint(plan->n_unplaced, ==, 0);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_OPTIMAL);
    assert_accepted(campaign, plan, NULL);
}

static void test_without_a_horizon_nobody_is_placed(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->parameters.first_day = campaign->parameters.last_day = CO_DAY_NONE;
    campaign->parameters.convocation_day = CO_DAY_NONE;
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) plan = plan_of(campaign);
    g_assert_cmpint(plan->n_groups, ==, 0);
    g_assert_cmpint(plan->n_unplaced, ==, 6);
    for (int i = 0; i < 6; i++)
        g_assert_cmpuint(plan->unplaced[i].rules, !=, 0);
}

static void assert_too_large(CoCampaign *campaign)
{
    g_autoptr(GError) error = NULL;
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    co_campaign_finish(campaign);
    g_assert_null(co_engine_plan(campaign, &options, &error));
    g_assert_error(error, CO_ENGINE_ERROR, CO_ENGINE_ERROR_TOO_LARGE);
}

static void test_a_horizon_beyond_the_limit_is_refused(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->parameters.last_day = campaign->parameters.first_day + CO_MAX_HORIZON_DAYS;
    assert_too_large(campaign);
}

static void test_more_virtual_classes_than_the_limit_are_refused(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    for (int i = 0; i < CO_MAX_VIRTUAL_CLASSES; i++)
        kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 1);
    assert_too_large(campaign);
}

static void assert_same_bytes(const void *a, const void *b, gsize size)
{
    g_assert_cmpint(memcmp(a, b, size), ==, 0);
}

static void assert_same_plan(const CoPlan *a, const CoPlan *b)
{
    g_assert_cmpint(a->n_groups, ==, b->n_groups);
    for (int g = 0; g < a->n_groups; g++) {
        const CoGroup *left = &a->groups[g], *right = &b->groups[g];
        g_assert_cmpstr(left->code, ==, right->code);
        g_assert_cmpint(left->room_idx, ==, right->room_idx);
        assert_same_bytes(left->trainer_idx, right->trainer_idx, sizeof left->trainer_idx);
        g_assert_cmpint(left->n_members, ==, right->n_members);
        assert_same_bytes(left->members, right->members, (gsize)left->n_members * sizeof(int));
        assert_same_bytes(left->meetings, right->meetings,
                          (gsize)left->n_meetings * sizeof(CoMeeting));
    }
    g_assert_cmpint(a->work, ==, b->work);
}

static void test_the_same_seed_and_work_give_the_same_plan(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->paths[0].max_size = 4;
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) first = plan_of(campaign);
    g_autoptr(CoPlan) second = plan_of(campaign);
    assert_same_plan(first, second);
}

typedef struct Heard {
    bool phase[CO_PHASE_REASONS + 1];
    double last_s;
    bool complete;
} Heard;

static void hear(const CoProgress *progress, void *data)
{
    Heard *heard = data;
    heard->phase[progress->phase] = true;
    g_assert_true(progress->elapsed_s >= heard->last_s);
    heard->last_s = progress->elapsed_s;
    heard->complete = heard->complete || (progress->has_plan && progress->unplaced_weight == 0);
}

static void test_progress_tells_each_phase(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    co_campaign_finish(campaign);
    Heard heard = {0};
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.work_limit = 3000;
    options.progress = hear;
    options.progress_data = &heard;
    g_autoptr(CoPlan) plan = plan_with(campaign, &options);
    g_assert_cmpint(plan->n_unplaced, ==, 0);
    g_assert_true(heard.phase[CO_PHASE_BUILD]);
    g_assert_true(heard.phase[CO_PHASE_CONSTRUCT]);
    g_assert_true(heard.complete);
    g_assert_false(heard.phase[CO_PHASE_REASONS]); /* nobody to explain */
}

static void test_a_cancelled_run_still_gives_a_plan(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->trainers[0].n_paths = campaign->trainers[1].n_paths = 0;
    co_campaign_finish(campaign);
    volatile int cancel = 1;
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.cancel = &cancel;
    g_autoptr(CoPlan) plan = plan_with(campaign, &options);
    g_assert_cmpint(plan->n_unplaced, ==, 6);
    g_assert_cmpint(plan->unplaced[0].main_rule, ==, CO_R06);
}

/* ---- export ---- */

static void test_the_model_is_written_in_both_forms_and_formats(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    co_campaign_finish(campaign);
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("cohorte-export-XXXXXX", &error);
    g_assert_no_error(error);
    g_autofree char *path = g_build_filename(folder, "model", NULL);
    for (int which = 0; which < 4; which++) {
        CoExportFormat format = which % 2 == 0 ? CO_EXPORT_MPS : CO_EXPORT_LP;
        bool written =
            co_engine_export_model(campaign, NULL, (CoExportForm)(which / 2), format, path, &error);
        g_assert_no_error(error);
        g_assert_true(written);
        g_autofree char *text = NULL;
        g_file_get_contents(path, &text, NULL, &error);
        g_assert_no_error(error);
        g_assert_nonnull(strstr(text, format == CO_EXPORT_MPS ? "ROWS" : "Subject To"));
        g_remove(path);
    }
    g_rmdir(folder);
}

static void test_a_model_that_cannot_be_written_is_an_error(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    co_campaign_finish(campaign);
    g_autoptr(GError) error = NULL;
    bool written = co_engine_export_model(campaign, NULL, CO_EXPORT_BUNDLES, CO_EXPORT_LP,
                                          "/nowhere/at/all/model.lp", &error);
    g_assert_false(written);
    g_assert_error(error, CO_ENGINE_ERROR, CO_ENGINE_ERROR_EXPORT);
}

/* ---- replanning ---- */

static void add_lock(CoCampaign *campaign, const char *group, CoLockKind kind)
{
    CoLock *lock = co_campaign_add_lock(campaign);
    lock->group = group;
    lock->kind = kind;
}

static void test_a_locked_group_stays_as_published(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_ALL);
    campaign->parameters.convocation_day = KIT_MONDAY; /* too late for new dates that week */
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.work_limit = 3000;
    options.published = published;
    g_autoptr(CoPlan) plan = plan_with(campaign, &options);
    assert_accepted(campaign, plan, published);
    g_assert_cmpint(co_plan_n_placed(plan), ==, 6);
    const CoGroup *group = &plan->groups[co_plan_find_group(plan, "SG-01")];
    g_assert_cmpint(group->n_members, ==, 3);
    g_assert_cmpint(group->meetings[0].day, ==, KIT_MONDAY + 1);
    g_assert_cmpint(plan->changes, ==, 0);
}

static void test_contradictory_locks_are_an_answer_with_a_reason(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_PAIR);
    campaign->trainers[0].n_paths = 0;
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.published = published;
    g_autoptr(CoPlan) plan = plan_with(campaign, &options);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_INFEASIBLE);
    g_assert_cmpint(plan->n_unplaced, ==, 6);
    for (int i = 0; i < 6; i++) {
        g_assert_cmpint(plan->unplaced[i].main_rule, ==, CO_R13);
        g_assert_cmpint(plan->unplaced[i].remedy, ==, CO_REMEDY_UNLOCK);
    }
}

static void test_academies_share_fm1_and_nothing_else(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    co_campaign_add_academy(campaign)->name = "A";
    co_campaign_add_academy(campaign)->name = "B";
    for (int e = 0; e < 6; e++)
        campaign->establishments[e].academy_idx = e % 2;
    campaign->rooms[0].academy_idx = campaign->trainers[0].academy_idx = 0;
    kit_room(campaign, "S2")->academy_idx = 1;
    campaign->trainers[1].academy_idx = 1;
    campaign->fm1_windows[0].max_groups = 1;
    campaign->fm1_windows[0].last_day = KIT_MONDAY + 3; /* four days for two groups of two */
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) plan = plan_of(campaign);
    assert_accepted(campaign, plan, NULL);
    g_assert_cmpint(co_plan_n_placed(plan), ==, 6);
    g_assert_cmpint(plan->n_groups, ==, 2);
    g_assert_cmpstr(plan->groups[1].code, ==, "SG-02");
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {
        {"placed", test_everybody_is_placed_and_the_checker_agrees},
        {"nobody", test_nobody_to_plan_is_an_optimal_plan_of_nothing},
        {"no-horizon", test_without_a_horizon_nobody_is_placed},
        {"long-horizon", test_a_horizon_beyond_the_limit_is_refused},
        {"many-classes", test_more_virtual_classes_than_the_limit_are_refused},
        {"same", test_the_same_seed_and_work_give_the_same_plan},
        {"progress", test_progress_tells_each_phase},
        {"cancelled", test_a_cancelled_run_still_gives_a_plan},
        {"export/forms", test_the_model_is_written_in_both_forms_and_formats},
        {"export/nowhere", test_a_model_that_cannot_be_written_is_an_error},
        {"locked", test_a_locked_group_stays_as_published},
        {"contradictory", test_contradictory_locks_are_an_answer_with_a_reason},
        {"academies", test_academies_share_fm1_and_nothing_else},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/engine/", tests[i].path, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}
