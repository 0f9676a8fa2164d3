/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/campaign.h"

#include <string.h>

#include "sample_campaign.h"

static CoCampaign *finished_sample(bool reversed)
{
    CoCampaign *campaign = sample_campaign_new(reversed);
    co_campaign_finish(campaign);
    return campaign;
}

static void assert_told_apart(const CoCampaign *campaign, const char *before, const char *field,
                              bool matters)
{
    g_autofree char *after = co_campaign_digest(campaign);
    if (g_str_equal(before, after) == matters)
        g_error("%s %s the digest", field, matters ? "does not change" : "changes");
}

/* Turns the lowest bit of a number, truth value, enumeration or index: each has a sense then, since
 * every table of the sample has two rows. */
static void turn_lowest_bit(void *field, size_t size)
{
    unsigned char *bytes = field;
    bytes[G_BYTE_ORDER == G_LITTLE_ENDIAN ? 0 : size - 1] ^= 1;
}

static void try_bits(CoCampaign *campaign, void *field, size_t size, const char *name, bool matters)
{
    g_autofree char *before = co_campaign_digest(campaign);
    turn_lowest_bit(field, size);
    assert_told_apart(campaign, before, name, matters);
    turn_lowest_bit(field, size);
    assert_told_apart(campaign, before, name, false);
}

static void try_shorter(CoCampaign *campaign, int *count, const char *name)
{
    g_autofree char *before = co_campaign_digest(campaign);
    --*count;
    assert_told_apart(campaign, before, name, true);
    ++*count;
    assert_told_apart(campaign, before, name, false);
}

static void try_text(CoCampaign *campaign, const char **field, const char *name, bool matters)
{
    g_autofree char *before = co_campaign_digest(campaign);
    const char *old = *field;
    *field = "autre chose";
    assert_told_apart(campaign, before, name, matters);
    *field = old;
    assert_told_apart(campaign, before, name, false);
}

#define MATTERS(field) try_bits(campaign, &(field), sizeof(field), #field, true)
#define SHORTER(count) try_shorter(campaign, &(count), #count)
#define IGNORED(field) try_bits(campaign, &(field), sizeof(field), #field, false)
#define TEXT_MATTERS(field) try_text(campaign, &(field), #field, true)
#define TEXT_IGNORED(field) try_text(campaign, &(field), #field, false)

static void try_origin(CoCampaign *campaign, CoOrigin *origin)
{
    TEXT_IGNORED(origin->file);
    TEXT_IGNORED(origin->sheet);
    IGNORED(origin->row);
}

static void try_place(CoCampaign *campaign, CoPlace *place)
{
    TEXT_MATTERS(place->uai);
    TEXT_MATTERS(place->commune);
    TEXT_MATTERS(place->commune_code);
    TEXT_MATTERS(place->department);
    MATTERS(place->located);
    MATTERS(place->latitude);
    MATTERS(place->longitude);
    TEXT_IGNORED(place->name);
    TEXT_IGNORED(place->type);
    TEXT_IGNORED(place->address);
    TEXT_IGNORED(place->post_code);
}

/* SHORTER writes n_spans and puts it back. NOLINTNEXTLINE(readability-non-const-parameter) */
static void try_spans(CoCampaign *campaign, CoSpan *spans, int *n_spans)
{
    SHORTER(*n_spans);
    MATTERS(spans[0].weekday);
    MATTERS(spans[0].halves);
    MATTERS(spans[1].first_day);
    MATTERS(spans[1].last_day);
}

static void test_a_digest_is_sixty_four_hexadecimal_digits(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    g_autofree char *digest = co_campaign_digest(campaign);
    g_assert_cmpuint(strlen(digest), ==, 64);
    g_assert_cmpuint(strspn(digest, "0123456789abcdef"), ==, 64);
}

static void test_an_empty_campaign_has_a_digest(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    g_autofree char *digest = co_campaign_digest(campaign);
    g_assert_cmpuint(strlen(digest), ==, 64);
}

static void test_the_order_of_rows_does_not_matter(void)
{
    g_autoptr(CoCampaign) one = finished_sample(false);
    g_autoptr(CoCampaign) other = finished_sample(true);
    g_assert_cmpstr(one->rooms[0].code, ==, other->rooms[1].code);
    g_autofree char *digest = co_campaign_digest(one);
    assert_told_apart(other, digest, "order of rows", false);
}

static void test_every_table_matters(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    int *const counts[] = {
        &campaign->n_academies,      &campaign->n_waves,      &campaign->n_agencies,
        &campaign->n_roles,          &campaign->n_paths,      &campaign->n_modules,
        &campaign->n_establishments, &campaign->n_people,     &campaign->n_trainers,
        &campaign->n_pairs,          &campaign->n_rooms,      &campaign->n_fm1_windows,
        &campaign->n_closures,       &campaign->n_milestones, &campaign->n_locks,
        &campaign->n_distances,      &campaign->n_rates,
    };
    g_autofree char *before = co_campaign_digest(campaign);
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
        g_assert_cmpint(*counts[i], ==, 2);
        *counts[i] = 1;
        assert_told_apart(campaign, before, "a row less", true);
        *counts[i] = 2;
    }
}

static void test_dates_and_rules_of_the_parameters_matter(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoParameters *parameters = &campaign->parameters;
    MATTERS(parameters->first_day);
    MATTERS(parameters->last_day);
    MATTERS(parameters->convocation_day);
    MATTERS(parameters->notice_warn_days);
    MATTERS(parameters->notice_block_days);
    MATTERS(parameters->morning_start_min);
    MATTERS(parameters->morning_end_min);
    MATTERS(parameters->afternoon_start_min);
    MATTERS(parameters->afternoon_end_min);
    MATTERS(parameters->wednesday);
    MATTERS(parameters->close_holidays);
    MATTERS(parameters->territory);
    MATTERS(parameters->group_by_establishment);
    MATTERS(parameters->head_present);
    MATTERS(parameters->continuity_remote);
    MATTERS(parameters->class_absentees);
    MATTERS(parameters->reserve_seats);
    TEXT_IGNORED(parameters->name);
    TEXT_IGNORED(parameters->academy);
    TEXT_IGNORED(parameters->zone);
}

static void test_costs_matter(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoParameters *parameters = &campaign->parameters;
    MATTERS(parameters->route_micro);
    MATTERS(parameters->km_rate_micro);
    MATTERS(parameters->meal_cents);
    MATTERS(parameters->meal_canteen_cents);
    MATTERS(parameters->trainer_rate_cents);
    MATTERS(parameters->max_trip_km);
    MATTERS(parameters->car_seats);
    MATTERS(parameters->cost_tolerance_micro);
    TEXT_MATTERS(campaign->distances[0].uai);
    MATTERS(campaign->distances[0].room_idx);
    MATTERS(campaign->distances[0].km_milli);
    try_origin(campaign, &campaign->distances[0].origin);
    TEXT_MATTERS(campaign->rates[0].code);
    MATTERS(campaign->rates[0].value_micro);
    MATTERS(campaign->rates[0].first_day);
    MATTERS(campaign->rates[0].last_day);
    try_origin(campaign, &campaign->rates[0].origin);
}

static void test_the_frame_of_a_campaign_matters_but_not_its_labels(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    TEXT_MATTERS(campaign->academies[1].name);
    TEXT_MATTERS(campaign->academies[1].zone);
    try_origin(campaign, &campaign->academies[1].origin);
    TEXT_MATTERS(campaign->waves[0].code);
    MATTERS(campaign->waves[0].cutover);
    TEXT_IGNORED(campaign->waves[0].label);
    try_origin(campaign, &campaign->waves[0].origin);
    TEXT_MATTERS(campaign->agencies[0].uai);
    MATTERS(campaign->agencies[0].accountant_present);
    TEXT_IGNORED(campaign->agencies[0].label);
    try_origin(campaign, &campaign->agencies[0].origin);
    CoRole *role = &campaign->roles[0];
    TEXT_MATTERS(role->code);
    MATTERS(role->sphere);
    MATTERS(role->office);
    MATTERS(role->service);
    TEXT_IGNORED(role->label);
    IGNORED(role->n_aliases);
    try_origin(campaign, &role->origin);
}

static void test_paths_and_modules_matter_but_not_their_titles(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoPath *path = &campaign->paths[1];
    TEXT_MATTERS(path->code);
    SHORTER(path->n_roles);
    MATTERS(path->min_size);
    MATTERS(path->target_size);
    MATTERS(path->max_size);
    MATTERS(path->trainers_per_group);
    MATTERS(path->pair_rule);
    MATTERS(path->min_groups);
    MATTERS(path->max_groups);
    TEXT_IGNORED(path->label);
    try_origin(campaign, &path->origin);
    CoModule *module = &campaign->modules[0];
    MATTERS(module->path_idx);
    MATTERS(module->order);
    TEXT_MATTERS(module->code);
    MATTERS(module->mode);
    MATTERS(module->half_days);
    MATTERS(module->moment);
    MATTERS(module->fm1);
    MATTERS(module->gap_min_days);
    MATTERS(module->gap_max_days);
    MATTERS(module->earliest);
    MATTERS(module->latest);
    MATTERS(module->before_cutover);
    TEXT_IGNORED(module->title);
    TEXT_IGNORED(module->link);
    try_origin(campaign, &module->origin);
}

static void test_establishments_matter_but_not_who_answered(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoEstablishment *establishment = &campaign->establishments[0];
    TEXT_MATTERS(establishment->uai);
    try_place(campaign, &establishment->place);
    MATTERS(establishment->wave_idx);
    MATTERS(establishment->agency_idx);
    MATTERS(establishment->academy_idx);
    MATTERS(establishment->staff);
    TEXT_IGNORED(establishment->respondent);
    IGNORED(establishment->answered);
    try_origin(campaign, &establishment->origin);
}

static void test_people_matter_but_not_their_names(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoPerson *person = &campaign->people[0];
    TEXT_MATTERS(person->id);
    MATTERS(person->establishment_idx);
    SHORTER(person->n_roles);
    MATTERS(person->path_idx);
    MATTERS(person->weight);
    MATTERS(person->already_trained);
    MATTERS(person->needs_access);
    try_spans(campaign, person->spans, &person->n_spans);
    TEXT_IGNORED(person->last_name);
    TEXT_IGNORED(person->first_name);
    TEXT_IGNORED(person->email);
    IGNORED(person->named);
    IGNORED(person->reserved);
    IGNORED(person->otp);
    IGNORED(person->access_right);
    try_origin(campaign, &person->origin);
}

static void test_trainers_matter_but_not_their_names(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoTrainer *trainer = &campaign->trainers[0];
    TEXT_MATTERS(trainer->code);
    try_place(campaign, &trainer->place);
    MATTERS(trainer->role_idx);
    MATTERS(trainer->sphere);
    MATTERS(trainer->confirmed);
    SHORTER(trainer->n_paths);
    MATTERS(trainer->max_half_days);
    MATTERS(trainer->academy_idx);
    MATTERS(trainer->person_idx);
    try_spans(campaign, trainer->spans, &trainer->n_spans);
    TEXT_IGNORED(trainer->last_name);
    TEXT_IGNORED(trainer->first_name);
    TEXT_IGNORED(trainer->email);
    TEXT_IGNORED(trainer->entry_wave);
    try_origin(campaign, &trainer->origin);
    CoPair *pair = &campaign->pairs[0];
    TEXT_MATTERS(pair->code);
    MATTERS(pair->trainer_idx[0]);
    SHORTER(pair->n_paths);
    try_origin(campaign, &pair->origin);
}

static void test_which_of_two_unnumbered_people_a_trainer_is_matters(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    campaign->people[0].id = campaign->people[1].id = "";
    MATTERS(campaign->trainers[0].person_idx);
}

static void test_rooms_matter_but_not_the_name_of_the_site(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoRoom *room = &campaign->rooms[0];
    TEXT_MATTERS(room->code);
    try_place(campaign, &room->place);
    MATTERS(room->seats);
    MATTERS(room->workstations);
    MATTERS(room->canteen);
    MATTERS(room->accessible);
    MATTERS(room->academy_idx);
    try_spans(campaign, room->spans, &room->n_spans);
    try_origin(campaign, &room->origin);
}

static void test_dated_tables_and_locks_matter(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    MATTERS(campaign->fm1_windows[0].first_day);
    MATTERS(campaign->fm1_windows[0].last_day);
    MATTERS(campaign->fm1_windows[0].max_groups);
    try_origin(campaign, &campaign->fm1_windows[0].origin);
    CoClosure *closure = &campaign->closures[0];
    MATTERS(closure->kind);
    MATTERS(closure->first_day);
    MATTERS(closure->last_day);
    MATTERS(closure->academy_idx);
    TEXT_IGNORED(closure->label);
    try_origin(campaign, &closure->origin);
    CoMilestone *milestone = &campaign->milestones[0];
    TEXT_MATTERS(milestone->code);
    MATTERS(milestone->first_day);
    MATTERS(milestone->last_day);
    SHORTER(milestone->n_roles);
    MATTERS(milestone->forbidden);
    MATTERS(milestone->academy_idx);
    TEXT_IGNORED(milestone->label);
    try_origin(campaign, &milestone->origin);
    TEXT_MATTERS(campaign->locks[0].group);
    TEXT_MATTERS(campaign->locks[0].value);
    MATTERS(campaign->locks[0].kind);
    try_origin(campaign, &campaign->locks[0].origin);
}

static void test_two_texts_are_not_taken_for_one(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    campaign->locks[0].group = "SG-01 2:F1";
    campaign->locks[0].value = "";
    g_autofree char *before = co_campaign_digest(campaign);
    campaign->locks[0].group = "SG-01";
    campaign->locks[0].value = "2:F1 ";
    assert_told_apart(campaign, before, "a moved boundary", true);
}

static void test_coordinates_of_a_place_that_is_not_located_do_not_matter(void)
{
    g_autoptr(CoCampaign) campaign = finished_sample(false);
    CoPlace *place = &campaign->rooms[0].place;
    place->located = false;
    IGNORED(place->latitude);
    IGNORED(place->longitude);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/digest/form", test_a_digest_is_sixty_four_hexadecimal_digits);
    g_test_add_func("/digest/empty", test_an_empty_campaign_has_a_digest);
    g_test_add_func("/digest/order", test_the_order_of_rows_does_not_matter);
    g_test_add_func("/digest/tables", test_every_table_matters);
    g_test_add_func("/digest/parameters", test_dates_and_rules_of_the_parameters_matter);
    g_test_add_func("/digest/costs", test_costs_matter);
    g_test_add_func("/digest/frame", test_the_frame_of_a_campaign_matters_but_not_its_labels);
    g_test_add_func("/digest/paths", test_paths_and_modules_matter_but_not_their_titles);
    g_test_add_func("/digest/establishments", test_establishments_matter_but_not_who_answered);
    g_test_add_func("/digest/people", test_people_matter_but_not_their_names);
    g_test_add_func("/digest/trainers", test_trainers_matter_but_not_their_names);
    g_test_add_func("/digest/same_human", test_which_of_two_unnumbered_people_a_trainer_is_matters);
    g_test_add_func("/digest/rooms", test_rooms_matter_but_not_the_name_of_the_site);
    g_test_add_func("/digest/dates", test_dated_tables_and_locks_matter);
    g_test_add_func("/digest/boundaries", test_two_texts_are_not_taken_for_one);
    g_test_add_func("/digest/not_located",
                    test_coordinates_of_a_place_that_is_not_located_do_not_matter);
    return g_test_run();
}
