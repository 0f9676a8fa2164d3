/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest is taken of a canonical text: a row of self-delimiting fields per object, the rows of
 * a table sorted, since their order in the file means nothing. Objects name one another by code,
 * not by position, for the same reason. A field that no rule or cost reads stays out. */
#include <glib.h>

#include <string.h>

#include "cohorte/campaign.h"
#include "cohorte/text.h"

/* Changes with the text below, so that digests of two versions never agree by chance. */
#define DIGEST_FORM "cohorte campaign digest 1"

static void put_int(GString *row, int64_t number)
{
    g_string_append_printf(row, "%" G_GINT64_FORMAT " ", number);
}

/* Its length first, so that no text can look like two. */
static void put_text(GString *row, const char *text)
{
    g_string_append_printf(row, "%" G_GSIZE_FORMAT ":%s ", strlen(text), text);
}

static void put_degrees(GString *row, double degrees)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    put_text(row, g_ascii_dtostr(buffer, sizeof buffer, degrees));
}

static int compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put_sorted(GString *row, GPtrArray *texts)
{
    g_ptr_array_sort(texts, compare_texts);
    put_int(row, texts->len);
    for (guint i = 0; i < texts->len; i++)
        put_text(row, g_ptr_array_index(texts, i));
}

static void put_roles(GString *row, const CoCampaign *campaign, const int *role_idx, int n)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (int i = 0; i < n; i++)
        if (role_idx[i] >= 0)
            g_ptr_array_add(codes, (gpointer)campaign->roles[role_idx[i]].code);
    put_sorted(row, codes);
}

static void put_paths(GString *row, const CoCampaign *campaign, const int *path_idx, int n)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (int i = 0; i < n; i++)
        if (path_idx[i] >= 0)
            g_ptr_array_add(codes, (gpointer)campaign->paths[path_idx[i]].code);
    put_sorted(row, codes);
}

static void put_spans(GString *row, const CoSpan *spans, int n)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < n; i++)
        g_ptr_array_add(texts, g_strdup_printf("%d %d %d %d", spans[i].first_day, spans[i].last_day,
                                               spans[i].weekday, (int)spans[i].halves));
    put_sorted(row, texts);
}

static void put_academy(GString *row, const CoCampaign *campaign, int academy_idx)
{
    put_text(row, academy_idx < 0 ? "" : campaign->academies[academy_idx].name);
}

/* What distances and "same commune" are computed from. */
static void put_place(GString *row, const CoPlace *place)
{
    g_autofree char *commune = co_text_fold(place->commune);
    put_text(row, place->uai);
    put_text(row, commune);
    put_text(row, place->commune_code);
    put_text(row, place->department);
    put_int(row, place->located);
    if (place->located) {
        put_degrees(row, place->latitude);
        put_degrees(row, place->longitude);
    }
}

static void write_academy(GString *row, const CoCampaign *campaign, int i)
{
    put_text(row, campaign->academies[i].name);
    put_text(row, campaign->academies[i].zone);
}

static void write_wave(GString *row, const CoCampaign *campaign, int i)
{
    put_text(row, campaign->waves[i].code);
    put_int(row, campaign->waves[i].cutover);
}

static void write_agency(GString *row, const CoCampaign *campaign, int i)
{
    put_text(row, campaign->agencies[i].uai);
    put_int(row, campaign->agencies[i].accountant_present);
}

static void write_role(GString *row, const CoCampaign *campaign, int i)
{
    const CoRole *role = &campaign->roles[i];
    put_text(row, role->code);
    put_int(row, role->sphere);
    put_int(row, role->office);
    put_int(row, role->service);
}

static void write_path(GString *row, const CoCampaign *campaign, int i)
{
    const CoPath *path = &campaign->paths[i];
    put_text(row, path->code);
    put_roles(row, campaign, path->role_idx, path->n_roles);
    put_int(row, path->min_size);
    put_int(row, path->target_size);
    put_int(row, path->max_size);
    put_int(row, path->trainers_per_group);
    put_int(row, path->pair_rule);
    put_int(row, path->min_groups);
    put_int(row, path->max_groups);
}

static void write_module(GString *row, const CoCampaign *campaign, int i)
{
    const CoModule *module = &campaign->modules[i];
    put_paths(row, campaign, &module->path_idx, 1);
    put_int(row, module->order);
    put_text(row, module->code);
    put_int(row, module->mode);
    put_int(row, module->half_days);
    put_int(row, module->moment);
    put_int(row, module->fm1);
    put_int(row, module->gap_min_days);
    put_int(row, module->gap_max_days);
    put_int(row, module->earliest);
    put_int(row, module->latest);
    put_int(row, module->before_cutover);
}

static void write_establishment(GString *row, const CoCampaign *campaign, int i)
{
    const CoEstablishment *establishment = &campaign->establishments[i];
    int wave_idx = establishment->wave_idx, agency_idx = establishment->agency_idx;
    put_text(row, establishment->uai);
    put_place(row, &establishment->place);
    put_text(row, wave_idx < 0 ? "" : campaign->waves[wave_idx].code);
    put_text(row, agency_idx < 0 ? "" : campaign->agencies[agency_idx].uai);
    put_academy(row, campaign, establishment->academy_idx);
    put_int(row, establishment->staff);
}

static void write_person(GString *row, const CoCampaign *campaign, int i)
{
    const CoPerson *person = &campaign->people[i];
    int establishment_idx = person->establishment_idx;
    put_text(row, person->id);
    put_text(row, establishment_idx < 0 ? "" : campaign->establishments[establishment_idx].uai);
    put_roles(row, campaign, person->role_idx, person->n_roles);
    put_paths(row, campaign, &person->path_idx, 1);
    put_spans(row, person->spans, person->n_spans);
    put_int(row, person->weight);
    put_int(row, person->already_trained);
    put_int(row, person->needs_access);
}

/* The participant who is this trainer, told by the whole row: people may have no id yet. */
static void put_same_human(GString *row, const CoCampaign *campaign, int person_idx)
{
    g_autoptr(GString) human = g_string_new(NULL);
    if (person_idx >= 0)
        write_person(human, campaign, person_idx);
    put_text(row, human->str);
}

static void write_trainer(GString *row, const CoCampaign *campaign, int i)
{
    const CoTrainer *trainer = &campaign->trainers[i];
    put_text(row, trainer->code);
    put_place(row, &trainer->place);
    put_roles(row, campaign, &trainer->role_idx, 1);
    put_int(row, trainer->sphere);
    put_int(row, trainer->confirmed);
    put_paths(row, campaign, trainer->path_idx, trainer->n_paths);
    put_int(row, trainer->max_half_days);
    put_spans(row, trainer->spans, trainer->n_spans);
    put_academy(row, campaign, trainer->academy_idx);
    put_same_human(row, campaign, trainer->person_idx);
}

static void write_pair(GString *row, const CoCampaign *campaign, int i)
{
    const CoPair *pair = &campaign->pairs[i];
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (size_t k = 0; k < G_N_ELEMENTS(pair->trainer_idx); k++)
        if (pair->trainer_idx[k] >= 0)
            g_ptr_array_add(codes, (gpointer)campaign->trainers[pair->trainer_idx[k]].code);
    put_text(row, pair->code);
    put_sorted(row, codes);
    put_paths(row, campaign, pair->path_idx, pair->n_paths);
}

static void write_room(GString *row, const CoCampaign *campaign, int i)
{
    const CoRoom *room = &campaign->rooms[i];
    put_text(row, room->code);
    put_place(row, &room->place);
    put_int(row, room->seats);
    put_int(row, room->workstations);
    put_int(row, room->canteen);
    put_int(row, room->accessible);
    put_spans(row, room->spans, room->n_spans);
    put_academy(row, campaign, room->academy_idx);
}

static void write_fm1_window(GString *row, const CoCampaign *campaign, int i)
{
    put_int(row, campaign->fm1_windows[i].first_day);
    put_int(row, campaign->fm1_windows[i].last_day);
    put_int(row, campaign->fm1_windows[i].max_groups);
}

static void write_closure(GString *row, const CoCampaign *campaign, int i)
{
    put_int(row, campaign->closures[i].kind);
    put_int(row, campaign->closures[i].first_day);
    put_int(row, campaign->closures[i].last_day);
    put_academy(row, campaign, campaign->closures[i].academy_idx);
}

static void write_milestone(GString *row, const CoCampaign *campaign, int i)
{
    const CoMilestone *milestone = &campaign->milestones[i];
    put_text(row, milestone->code);
    put_int(row, milestone->first_day);
    put_int(row, milestone->last_day);
    put_roles(row, campaign, milestone->role_idx, milestone->n_roles);
    put_int(row, milestone->forbidden);
    put_academy(row, campaign, milestone->academy_idx);
}

static void write_lock(GString *row, const CoCampaign *campaign, int i)
{
    put_text(row, campaign->locks[i].group);
    put_text(row, campaign->locks[i].value);
    put_int(row, campaign->locks[i].kind);
}

static void write_distance(GString *row, const CoCampaign *campaign, int i)
{
    const CoDistance *distance = &campaign->distances[i];
    put_text(row, distance->uai);
    put_text(row, distance->room_idx < 0 ? "" : campaign->rooms[distance->room_idx].code);
    put_int(row, distance->km_milli);
}

static void write_rate(GString *row, const CoCampaign *campaign, int i)
{
    put_text(row, campaign->rates[i].code);
    put_int(row, campaign->rates[i].value_micro);
    put_int(row, campaign->rates[i].first_day);
    put_int(row, campaign->rates[i].last_day);
}

static const struct {
    const char *name;
    size_t count_offset;
    void (*write)(GString *row, const CoCampaign *campaign, int i);
} tables[] = {
    {"academies", offsetof(CoCampaign, n_academies), write_academy},
    {"waves", offsetof(CoCampaign, n_waves), write_wave},
    {"agencies", offsetof(CoCampaign, n_agencies), write_agency},
    {"roles", offsetof(CoCampaign, n_roles), write_role},
    {"paths", offsetof(CoCampaign, n_paths), write_path},
    {"modules", offsetof(CoCampaign, n_modules), write_module},
    {"establishments", offsetof(CoCampaign, n_establishments), write_establishment},
    {"people", offsetof(CoCampaign, n_people), write_person},
    {"trainers", offsetof(CoCampaign, n_trainers), write_trainer},
    {"pairs", offsetof(CoCampaign, n_pairs), write_pair},
    {"rooms", offsetof(CoCampaign, n_rooms), write_room},
    {"fm1_windows", offsetof(CoCampaign, n_fm1_windows), write_fm1_window},
    {"closures", offsetof(CoCampaign, n_closures), write_closure},
    {"milestones", offsetof(CoCampaign, n_milestones), write_milestone},
    {"locks", offsetof(CoCampaign, n_locks), write_lock},
    {"distances", offsetof(CoCampaign, n_distances), write_distance},
    {"rates", offsetof(CoCampaign, n_rates), write_rate},
};

/* Name, academy and zone of the campaign stay out: finish made an academy of the latter two. */
static void write_parameters(GString *row, const CoParameters *parameters)
{
    put_int(row, parameters->first_day);
    put_int(row, parameters->last_day);
    put_int(row, parameters->convocation_day);
    put_int(row, parameters->notice_warn_days);
    put_int(row, parameters->notice_block_days);
    put_int(row, parameters->morning_start_min);
    put_int(row, parameters->morning_end_min);
    put_int(row, parameters->afternoon_start_min);
    put_int(row, parameters->afternoon_end_min);
    put_int(row, parameters->wednesday);
    put_int(row, parameters->close_holidays);
    put_int(row, parameters->territory);
    put_int(row, parameters->route_micro);
    put_int(row, parameters->km_rate_micro);
    put_int(row, parameters->meal_cents);
    put_int(row, parameters->meal_canteen_cents);
    put_int(row, parameters->trainer_rate_cents);
    put_int(row, parameters->max_trip_km);
    put_int(row, parameters->group_by_establishment);
    put_int(row, parameters->car_seats);
    put_int(row, parameters->head_present);
    put_int(row, parameters->continuity_remote);
    put_int(row, parameters->class_absentees);
    put_int(row, parameters->reserve_seats);
    put_int(row, parameters->cost_tolerance_micro);
}

static void put_table(GString *text, const CoCampaign *campaign, size_t table)
{
    int n = G_STRUCT_MEMBER(int, campaign, tables[table].count_offset);
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < n; i++) {
        GString *row = g_string_new(NULL);
        tables[table].write(row, campaign, i);
        g_ptr_array_add(rows, g_string_free(row, FALSE));
    }
    put_text(text, tables[table].name);
    put_sorted(text, rows);
}

char *co_campaign_digest(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    put_text(text, DIGEST_FORM);
    write_parameters(text, &campaign->parameters);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        put_table(text, campaign, i);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}
