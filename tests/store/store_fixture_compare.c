/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store_fixture.h"

#define SAME_TEXT(member) g_assert_cmpstr(a->member, ==, b->member)
#define SAME_INT(member) g_assert_cmpint(a->member, ==, b->member)
#define SAME_REAL(member) g_assert_true(a->member == b->member) /* to the last bit */
#define SAME_INTS(count, member)                                                                   \
    SAME_INT(count);                                                                               \
    for (int i = 0; i < a->count; i++)                                                             \
    SAME_INT(member[i])
/* Runs same_<one>() on each pair of rows. */
#define SAME_ROWS(count, rows, same_one)                                                           \
    SAME_INT(count);                                                                               \
    for (int i = 0; i < a->count; i++)                                                             \
    same_one(&a->rows[i], &b->rows[i])

static void same_origin(const CoOrigin *a, const CoOrigin *b)
{
    SAME_TEXT(file);
    SAME_TEXT(sheet);
    SAME_INT(row);
}

static void same_place(const CoPlace *a, const CoPlace *b)
{
    SAME_TEXT(uai);
    SAME_TEXT(name);
    SAME_TEXT(type);
    SAME_TEXT(address);
    SAME_TEXT(post_code);
    SAME_TEXT(commune);
    SAME_TEXT(commune_code);
    SAME_TEXT(department);
    SAME_INT(located);
    SAME_REAL(latitude);
    SAME_REAL(longitude);
}

static void same_span(const CoSpan *a, const CoSpan *b)
{
    SAME_INT(first_day);
    SAME_INT(last_day);
    SAME_INT(weekday);
    SAME_INT(halves);
}

static void same_parameters(const CoParameters *a, const CoParameters *b)
{
    SAME_TEXT(name);
    SAME_TEXT(academy);
    SAME_TEXT(zone);
    SAME_INT(first_day);
    SAME_INT(last_day);
    SAME_INT(convocation_day);
    SAME_TEXT(organizer_email);
    SAME_INT(notice_warn_days);
    SAME_INT(notice_block_days);
    SAME_INT(morning_start_min);
    SAME_INT(morning_end_min);
    SAME_INT(afternoon_start_min);
    SAME_INT(afternoon_end_min);
    SAME_INT(wednesday);
    SAME_INT(close_holidays);
    SAME_INT(territory);
    SAME_INT(route_micro);
    SAME_INT(km_rate_micro);
    SAME_INT(meal_cents);
    SAME_INT(meal_canteen_cents);
    SAME_INT(trainer_rate_cents);
    SAME_INT(max_trip_km);
    SAME_INT(group_by_establishment);
    SAME_INT(car_seats);
    SAME_INT(head_present);
    SAME_INT(continuity_remote);
    SAME_INT(class_absentees);
    SAME_INT(reserve_seats);
    SAME_INT(cost_tolerance_micro);
}

static void same_survey(const CoSurveyStats *a, const CoSurveyStats *b)
{
    SAME_INT(n_rows);
    SAME_INT(n_kept);
    SAME_INT(n_replaced);
    SAME_INT(n_unsubmitted);
    SAME_INT(n_outside);
    SAME_INT(n_uai_mended);
    SAME_INT(n_person_twice);
    SAME_INT(n_person_two_places);
}

static void same_academy(const CoAcademy *a, const CoAcademy *b)
{
    SAME_TEXT(name);
    SAME_TEXT(zone);
    same_origin(&a->origin, &b->origin);
}

static void same_wave(const CoWave *a, const CoWave *b)
{
    SAME_TEXT(code);
    SAME_TEXT(label);
    SAME_INT(cutover);
    same_origin(&a->origin, &b->origin);
}

static void same_agency(const CoAgency *a, const CoAgency *b)
{
    SAME_TEXT(uai);
    SAME_TEXT(label);
    SAME_INT(accountant_present);
    same_origin(&a->origin, &b->origin);
}

static void same_role(const CoRole *a, const CoRole *b)
{
    SAME_TEXT(code);
    SAME_TEXT(label);
    SAME_INT(sphere);
    SAME_INT(office);
    SAME_INT(service);
    SAME_INT(n_aliases);
    for (int i = 0; i < a->n_aliases; i++)
        SAME_TEXT(aliases[i]);
    same_origin(&a->origin, &b->origin);
}

static void same_path(const CoPath *a, const CoPath *b)
{
    SAME_TEXT(code);
    SAME_TEXT(label);
    SAME_INTS(n_roles, role_idx);
    SAME_INT(min_size);
    SAME_INT(target_size);
    SAME_INT(max_size);
    SAME_INT(trainers_per_group);
    SAME_INT(pair_rule);
    SAME_INT(min_groups);
    SAME_INT(max_groups);
    SAME_INTS(n_modules, module_idx);
    same_origin(&a->origin, &b->origin);
}

static void same_module(const CoModule *a, const CoModule *b)
{
    SAME_INT(path_idx);
    SAME_INT(order);
    SAME_TEXT(code);
    SAME_TEXT(title);
    SAME_TEXT(link);
    SAME_INT(mode);
    SAME_INT(half_days);
    SAME_INT(moment);
    SAME_INT(fm1);
    SAME_INT(gap_min_days);
    SAME_INT(gap_max_days);
    SAME_INT(earliest);
    SAME_INT(latest);
    SAME_INT(before_cutover);
    same_origin(&a->origin, &b->origin);
}

static void same_establishment(const CoEstablishment *a, const CoEstablishment *b)
{
    SAME_TEXT(uai);
    same_place(&a->place, &b->place);
    SAME_INT(wave_idx);
    SAME_INT(agency_idx);
    SAME_INT(academy_idx);
    SAME_INT(staff);
    SAME_TEXT(respondent);
    SAME_INT(answered);
    same_origin(&a->origin, &b->origin);
}

static void same_person(const CoPerson *a, const CoPerson *b)
{
    SAME_INT(establishment_idx);
    SAME_INTS(n_roles, role_idx);
    SAME_INT(path_idx);
    SAME_INT(named);
    SAME_INT(reserved);
    SAME_TEXT(last_name);
    SAME_TEXT(first_name);
    SAME_TEXT(email);
    SAME_ROWS(n_spans, spans, same_span);
    SAME_INT(weight);
    SAME_INT(already_trained);
    SAME_INT(needs_access);
    SAME_INT(otp);
    SAME_INT(access_right);
    same_origin(&a->origin, &b->origin);
}

static void same_trainer(const CoTrainer *a, const CoTrainer *b)
{
    SAME_TEXT(code);
    SAME_TEXT(last_name);
    SAME_TEXT(first_name);
    SAME_TEXT(email);
    same_place(&a->place, &b->place);
    SAME_INT(establishment_idx);
    SAME_INT(role_idx);
    SAME_INT(sphere);
    SAME_TEXT(entry_wave);
    SAME_INT(confirmed);
    SAME_INTS(n_paths, path_idx);
    SAME_INT(max_half_days);
    SAME_ROWS(n_spans, spans, same_span);
    SAME_INT(academy_idx);
    SAME_INT(person_idx);
    same_origin(&a->origin, &b->origin);
}

static void same_pair(const CoPair *a, const CoPair *b)
{
    SAME_TEXT(code);
    SAME_INT(trainer_idx[0]);
    SAME_INT(trainer_idx[1]);
    SAME_INTS(n_paths, path_idx);
    same_origin(&a->origin, &b->origin);
}

static void same_room(const CoRoom *a, const CoRoom *b)
{
    SAME_TEXT(code);
    same_place(&a->place, &b->place);
    SAME_INT(seats);
    SAME_INT(workstations);
    SAME_INT(canteen);
    SAME_INT(accessible);
    SAME_ROWS(n_spans, spans, same_span);
    SAME_INT(academy_idx);
    same_origin(&a->origin, &b->origin);
}

static void same_fm1_window(const CoFm1Window *a, const CoFm1Window *b)
{
    SAME_INT(first_day);
    SAME_INT(last_day);
    SAME_INT(max_groups);
    same_origin(&a->origin, &b->origin);
}

static void same_closure(const CoClosure *a, const CoClosure *b)
{
    SAME_INT(kind);
    SAME_INT(first_day);
    SAME_INT(last_day);
    SAME_INT(academy_idx);
    SAME_TEXT(label);
    same_origin(&a->origin, &b->origin);
}

static void same_milestone(const CoMilestone *a, const CoMilestone *b)
{
    SAME_TEXT(code);
    SAME_TEXT(label);
    SAME_INT(first_day);
    SAME_INT(last_day);
    SAME_INTS(n_roles, role_idx);
    SAME_INT(forbidden);
    SAME_INT(academy_idx);
    same_origin(&a->origin, &b->origin);
}

static void same_lock(const CoLock *a, const CoLock *b)
{
    SAME_TEXT(group);
    SAME_TEXT(value);
    SAME_INT(kind);
    same_origin(&a->origin, &b->origin);
}

static void same_distance(const CoDistance *a, const CoDistance *b)
{
    SAME_TEXT(uai);
    SAME_INT(room_idx);
    SAME_INT(km_milli);
    SAME_INT(minutes);
    same_origin(&a->origin, &b->origin);
}

static void same_rate(const CoRate *a, const CoRate *b)
{
    SAME_TEXT(code);
    SAME_INT(value_micro);
    SAME_INT(first_day);
    SAME_INT(last_day);
    same_origin(&a->origin, &b->origin);
}

static void same_ids(const CoCampaign *a, const CoCampaign *b)
{
    for (int i = 0; i < a->n_people; i++)
        SAME_TEXT(people[i].id);
    g_autofree char *digest_a = co_campaign_digest(a);
    g_autofree char *digest_b = co_campaign_digest(b);
    g_assert_cmpstr(digest_a, ==, digest_b);
}

void fixture_assert_same_campaign(const CoCampaign *a, const CoCampaign *b, bool with_ids)
{
    same_parameters(&a->parameters, &b->parameters);
    same_survey(&a->survey, &b->survey);
    SAME_ROWS(n_academies, academies, same_academy);
    SAME_ROWS(n_waves, waves, same_wave);
    SAME_ROWS(n_agencies, agencies, same_agency);
    SAME_ROWS(n_roles, roles, same_role);
    SAME_ROWS(n_paths, paths, same_path);
    SAME_ROWS(n_modules, modules, same_module);
    SAME_ROWS(n_establishments, establishments, same_establishment);
    SAME_ROWS(n_people, people, same_person);
    SAME_ROWS(n_trainers, trainers, same_trainer);
    SAME_ROWS(n_pairs, pairs, same_pair);
    SAME_ROWS(n_rooms, rooms, same_room);
    SAME_ROWS(n_fm1_windows, fm1_windows, same_fm1_window);
    SAME_ROWS(n_closures, closures, same_closure);
    SAME_ROWS(n_milestones, milestones, same_milestone);
    SAME_ROWS(n_locks, locks, same_lock);
    SAME_ROWS(n_distances, distances, same_distance);
    SAME_ROWS(n_rates, rates, same_rate);
    if (with_ids)
        same_ids(a, b);
}

static void same_tier(const CoTier *a, const CoTier *b)
{
    SAME_INT(value);
    SAME_INT(has_bound);
    SAME_INT(bound);
    SAME_INT(gap_proven);
}

static void same_meeting(const CoMeeting *a, const CoMeeting *b)
{
    SAME_INT(module_idx);
    SAME_INT(day);
    SAME_INT(halves);
}

static void same_group(const CoGroup *a, const CoGroup *b)
{
    SAME_TEXT(code);
    SAME_INT(path_idx);
    SAME_INT(academy_idx);
    SAME_INT(room_idx);
    SAME_INT(trainer_idx[0]);
    SAME_INT(trainer_idx[1]);
    SAME_INTS(n_members, members);
    SAME_ROWS(n_meetings, meetings, same_meeting);
}

static void same_unplaced(const CoUnplaced *a, const CoUnplaced *b)
{
    SAME_INT(person_idx);
    SAME_INT(rules);
    SAME_INT(main_rule);
    SAME_INT(remedy);
    SAME_INT(group_idx);
}

void fixture_assert_same_plan(const CoPlan *a, const CoPlan *b)
{
    SAME_TEXT(digest);
    SAME_INT(stop);
    SAME_INT(quality);
    SAME_ROWS(n_groups, groups, same_group);
    SAME_ROWS(n_unplaced, unplaced, same_unplaced);
    for (int i = 0; i < 3; i++)
        same_tier(&a->tiers[i], &b->tiers[i]);
    same_tier(&a->stage1, &b->stage1);
    SAME_INT(unplaced_penalty);
    SAME_INT(changes);
    SAME_INT(seed);
    SAME_INT(work);
}

static void same_problem(const CoProblem *a, const CoProblem *b)
{
    SAME_INT(severity);
    SAME_INT(code);
    SAME_INT(action);
    SAME_TEXT(file);
    SAME_TEXT(sheet);
    SAME_INT(line);
    SAME_TEXT(column);
    SAME_TEXT(value);
    SAME_TEXT(used);
    SAME_TEXT(detail);
    SAME_INT(number);
}

void fixture_assert_same_problems(const CoProblemList *a, const CoProblemList *b)
{
    g_assert_cmpuint(co_problem_list_size(a), ==, co_problem_list_size(b));
    for (size_t i = 0; i < co_problem_list_size(a); i++)
        same_problem(co_problem_list_at(a, i), co_problem_list_at(b, i));
    for (int i = CO_SEVERITY_NOTICE; i <= CO_SEVERITY_ERROR; i++)
        g_assert_cmpuint(co_problem_list_count(a, (CoSeverity)i), ==,
                         co_problem_list_count(b, (CoSeverity)i));
}
