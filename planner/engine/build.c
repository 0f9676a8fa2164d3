/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include "cohorte/engine.h"
#include "rule_models.h"
#include "slots.h"

bool co_is_relaxed(const CoEngineProblem *problem, CoRuleSet bit)
{
    return (problem->options.relaxed & bit) != 0;
}

bool co_is_relaxed_for(const CoEngineProblem *problem, CoRuleSet bit, int person_idx)
{
    const bool *people = problem->options.relaxed_people;
    return co_is_relaxed(problem, bit) && (people == NULL || people[person_idx]);
}

CoSlotWord *co_new_slots(CoEngineProblem *problem)
{
    return CO_ARENA_NEW(problem->arena, CoSlotWord, problem->grouping.n_words);
}

int co_class_of(const CoEngineProblem *problem, int path_idx, int academy_idx)
{
    if (path_idx < 0)
        return -1;
    return problem->class_at[path_idx * (problem->campaign->n_academies + 1) + academy_idx + 1];
}

int co_slot_of_day(const CoEngineProblem *problem, CoDay day)
{
    return 2 * (day - problem->campaign->parameters.first_day);
}

void co_hold_meeting(const CoEngineProblem *problem, const CoMeeting *meeting, CoSlotWord *set)
{
    int slot = co_slot_of_day(problem, meeting->day);
    if (meeting->halves & CO_HALF_AM)
        co_slots_set(set, slot);
    if (meeting->halves & CO_HALF_PM)
        co_slots_set(set, slot + 1);
}

bool co_needs_group(const CoCampaign *campaign, int person_idx)
{
    return co_campaign_person_is_planned(campaign, person_idx) &&
           co_campaign_path_has_meetings(campaign, campaign->people[person_idx].path_idx);
}

static bool check_limits(const CoCampaign *campaign, GError **error)
{
    int n_days = co_campaign_n_slots(campaign) / 2;
    if (n_days > CO_MAX_HORIZON_DAYS) {
        g_set_error(error, CO_ENGINE_ERROR, CO_ENGINE_ERROR_TOO_LARGE,
                    "horizon of %d days, at most %d", n_days, CO_MAX_HORIZON_DAYS);
        return false;
    }
    for (int p = 0; p < campaign->n_paths; p++) {
        const CoPath *path = &campaign->paths[p];
        int n_virtual = 0;
        for (int i = 0; i < path->n_modules; i++)
            n_virtual += campaign->modules[path->module_idx[i]].mode == CO_MODE_VIRTUAL_CLASS;
        if (n_virtual > CO_MAX_VIRTUAL_CLASSES) {
            g_set_error(error, CO_ENGINE_ERROR, CO_ENGINE_ERROR_TOO_LARGE,
                        "path \"%s\" has %d virtual classes, at most %d", path->code, n_virtual,
                        CO_MAX_VIRTUAL_CLASSES);
            return false;
        }
    }
    return true;
}

static CoEngineProblem *new_problem(const CoCampaign *campaign, const CoBuildOptions *options)
{
    CoEngineProblem *problem = g_new0(CoEngineProblem, 1);
    problem->campaign = campaign;
    problem->published = options->published;
    problem->options = *options;
    problem->exact = true;
    problem->arena = co_arena_new();
    CoGrouping *grouping = &problem->grouping;
    grouping->n_slots = co_campaign_n_slots(campaign);
    grouping->n_words = MAX((grouping->n_slots + 63) / 64, 1);
    grouping->offices_remote = campaign->parameters.continuity_remote;
    grouping->car_seats = MAX(campaign->parameters.car_seats, 0);
    grouping->max_absent = MAX(campaign->parameters.class_absentees, 0);
    grouping->tolerance_micro = MAX(campaign->parameters.cost_tolerance_micro, 0);
    problem->none = co_new_slots(problem);
    return problem;
}

/* What everything else looks at: who, what, where, and which slots are open to whom. */
static void build_ground(CoEngineProblem *problem)
{
    co_r01_webinars(problem);
    co_r03_open_slots(problem);
    co_r03_rooms(problem);
    co_r05_fm1(problem);
    co_r17_notice(problem);
    co_costs_periods(problem);
    problem->trips = co_trip_book_new(problem->campaign);
    co_r16_classes(problem);
    co_r12_items(problem);
}

static void build_class(CoEngineProblem *problem, int class_idx)
{
    co_r11_group_counts(problem, class_idx);
    co_r02_sizes(problem, class_idx);
    co_r16_rooms(problem, class_idx);
    co_r04_patterns(problem, class_idx);
    co_r04_virtual_classes(problem, class_idx);
    co_r06_teams(problem, class_idx);
}

static void publish_arrays(CoEngineProblem *problem)
{
    CoGrouping *grouping = &problem->grouping;
    grouping->classes = problem->grp_classes;
    grouping->items = problem->grp_items;
    grouping->trainers = problem->grp_trainers;
    grouping->room_busy = (const CoSlotWord *const *)problem->room_busy;
    grouping->fm1_capacity = problem->fm1_capacity;
    grouping->office_limit = problem->office_limit;
    grouping->heads_limit = problem->heads_limit;
    grouping->locks = problem->grp_locks;
}

CoEngineProblem *co_engine_build(const CoCampaign *campaign, const CoBuildOptions *options,
                                 GError **error)
{
    g_return_val_if_fail(campaign != NULL && options != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    if (!check_limits(campaign, error))
        return NULL;
    CoEngineProblem *problem = new_problem(campaign, options);
    build_ground(problem);
    co_r07_load(problem);
    for (int c = 0; c < problem->grouping.n_classes; c++)
        build_class(problem, c);
    co_r01_same_human(problem);
    co_r08_continuity(problem);
    co_r09_head_present(problem);
    co_r13_locks(problem);
    co_references(problem);
    co_r18_access(problem);
    co_costs(problem);
    co_comfort(problem);
    publish_arrays(problem);
    return problem;
}

void co_engine_problem_free(CoEngineProblem *problem)
{
    if (problem == NULL)
        return;
    if (problem->pattern_sets != NULL)
        g_hash_table_unref(problem->pattern_sets);
    co_trip_book_free(problem->trips);
    co_arena_free(problem->arena);
    g_free(problem);
}
