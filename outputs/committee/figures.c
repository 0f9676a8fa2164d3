/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <string.h>

#include "outputs/agenda/agenda.h"
#include "outputs/words/names.h"

/* ---- people ---- */

/* What people are sorted by: each has a key below n_keys, each key a label. */
typedef struct Sorting {
    const CoCampaign *campaign;
    CoBreakdownKind kind;
    int n_keys;
    GPtrArray *departments; /* of the campaign, in order; none of it owned */
} Sorting;

static int compare_codes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int department_key(const Sorting *sorting, const char *department)
{
    guint key = 0;
    while (strcmp(g_ptr_array_index(sorting->departments, key), department) != 0)
        key++;
    return (int)key;
}

static GPtrArray *departments_of(const CoCampaign *campaign)
{
    GPtrArray *departments = g_ptr_array_new();
    for (int e = 0; e < campaign->n_establishments; e++) {
        const char *department = campaign->establishments[e].place.department;
        if (!g_ptr_array_find_with_equal_func(departments, department, g_str_equal, NULL))
            g_ptr_array_add(departments, (gpointer)department);
    }
    g_ptr_array_sort(departments, compare_codes);
    return departments;
}

/* The last key of a table is for those of no row of it. */
static int or_last(const Sorting *sorting, int idx)
{
    return idx < 0 ? sorting->n_keys - 1 : idx;
}

static int n_keys_of(const Sorting *sorting)
{
    switch (sorting->kind) {
    case CO_BY_ROLE:
        return sorting->campaign->n_roles + 1;
    case CO_BY_SPHERE:
        return CO_SPHERE_ACCOUNTING + 1;
    case CO_BY_PATH:
        return sorting->campaign->n_paths + 1;
    case CO_BY_TYPE:
        return CO_N_FAMILIES;
    case CO_BY_DEPARTMENT:
        return (int)sorting->departments->len + 1;
    case CO_BY_WAVE:
        return sorting->campaign->n_waves + 1;
    case CO_BY_ACADEMY:
        return sorting->campaign->n_academies + 1;
    case CO_N_BREAKDOWNS:
        break;
    }
    g_assert_not_reached();
}

static int establishment_key(const Sorting *sorting, const CoEstablishment *school)
{
    if (school == NULL)
        return sorting->kind == CO_BY_TYPE ? (int)CO_FAMILY_OTHER : sorting->n_keys - 1;
    if (sorting->kind == CO_BY_TYPE)
        return (int)co_place_family(school->place.type);
    if (sorting->kind == CO_BY_DEPARTMENT)
        return department_key(sorting, school->place.department);
    return or_last(sorting, sorting->kind == CO_BY_WAVE ? school->wave_idx : school->academy_idx);
}

static int key_of(const Sorting *sorting, const CoPerson *person)
{
    int role = person->n_roles > 0 ? person->role_idx[0] : -1;
    int school = person->establishment_idx;
    switch (sorting->kind) {
    case CO_BY_ROLE:
        return or_last(sorting, role);
    case CO_BY_SPHERE:
        return role < 0 ? (int)CO_SPHERE_NONE : (int)sorting->campaign->roles[role].sphere;
    case CO_BY_PATH:
        return or_last(sorting, person->path_idx);
    default:
        return establishment_key(sorting,
                                 school < 0 ? NULL : &sorting->campaign->establishments[school]);
    }
}

static char *role_label(const CoRole *role)
{
    return *role->label == '\0' ? g_strdup(role->code)
                                : g_strdup_printf("%s – %s", role->code, role->label);
}

static char *department_label(const Sorting *sorting, int key)
{
    const char *code = g_ptr_array_index(sorting->departments, key);
    return *code == '\0' ? g_strdup("Inconnu") : g_strdup(*code == '0' ? code + 1 : code);
}

static char *label_of(const Sorting *sorting, int key)
{
    static const char *const spheres[] = {
        [CO_SPHERE_NONE] = "Sans sphère",
        [CO_SPHERE_ORDERING] = "Sphère ordonnateur",
        [CO_SPHERE_ACCOUNTING] = "Sphère comptable",
    };
    const CoCampaign *campaign = sorting->campaign;
    if (sorting->kind == CO_BY_SPHERE)
        return g_strdup(spheres[key]);
    if (sorting->kind == CO_BY_TYPE)
        return g_strdup(co_family_word((CoFamily)key));
    if (key == sorting->n_keys - 1)
        return g_strdup(sorting->kind == CO_BY_PATH ? "Sans parcours" : "Non renseigné");
    switch (sorting->kind) {
    case CO_BY_ROLE:
        return role_label(&campaign->roles[key]);
    case CO_BY_PATH:
        return co_name_path(campaign, key);
    case CO_BY_WAVE:
        return co_name_wave(campaign, key);
    case CO_BY_ACADEMY:
        return g_strdup(campaign->academies[key].name);
    default:
        return department_label(sorting, key);
    }
}

static bool is_placed(const CoCampaign *campaign, const CoPerson *person, int group_idx)
{
    return group_idx >= 0 ||
           (person->path_idx >= 0 && !co_campaign_path_has_meetings(campaign, person->path_idx));
}

static void count_person(CoCoverage *row, const CoPerson *person, bool placed)
{
    if (person->reserved) {
        row->n_reserved++;
    } else if (person->already_trained) {
        row->n_trained++;
    } else {
        row->n_declared++;
        row->n_placed += placed;
    }
}

static bool is_of_nobody(const CoCoverage *row)
{
    return row->n_declared == 0 && row->n_trained == 0 && row->n_reserved == 0;
}

static void add_to(CoCoverage *total, const CoCoverage *row)
{
    total->n_declared += row->n_declared;
    total->n_placed += row->n_placed;
    total->n_trained += row->n_trained;
    total->n_reserved += row->n_reserved;
}

static CoCoverage *count_people(const Sorting *sorting, const CoPlan *plan)
{
    const CoCampaign *campaign = sorting->campaign;
    g_autofree int *group_of = co_plan_groups_of_people(plan, campaign);
    CoCoverage *rows = g_new0(CoCoverage, (gsize)sorting->n_keys);
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        count_person(&rows[key_of(sorting, person)], person,
                     is_placed(campaign, person, group_of[i]));
    }
    return rows;
}

CoBreakdown *co_breakdown_new(const CoOutputContext *context, CoBreakdownKind kind)
{
    g_return_val_if_fail(context != NULL && kind < CO_N_BREAKDOWNS, NULL);
    g_autoptr(GPtrArray) departments = departments_of(context->campaign);
    Sorting sorting = {context->campaign, kind, 0, departments};
    sorting.n_keys = n_keys_of(&sorting);
    CoBreakdown *breakdown = g_new0(CoBreakdown, 1);
    breakdown->rows = count_people(&sorting, context->plan);
    for (int key = 0; key < sorting.n_keys; key++) {
        CoCoverage row = breakdown->rows[key];
        if (is_of_nobody(&row))
            continue;
        row.label = label_of(&sorting, key);
        breakdown->rows[breakdown->n_rows++] = row;
        add_to(&breakdown->total, &row);
    }
    breakdown->total.label = g_strdup("Total");
    return breakdown;
}

void co_breakdown_free(CoBreakdown *breakdown)
{
    if (breakdown == NULL)
        return;
    for (int i = 0; i < breakdown->n_rows; i++)
        g_free(breakdown->rows[i].label);
    g_free(breakdown->rows);
    g_free(breakdown->total.label);
    g_free(breakdown);
}

/* ---- establishments ---- */

const char *co_family_word(CoFamily family)
{
    const char *label = co_place_family_label(family);
    return label != NULL ? label : "Autre";
}

CoVolume co_volume_of(const CoCampaign *campaign, int wave_idx, int academy_idx)
{
    CoVolume volume = {0};
    g_return_val_if_fail(campaign != NULL, volume);
    for (int e = 0; e < campaign->n_establishments; e++) {
        const CoEstablishment *school = &campaign->establishments[e];
        if ((wave_idx != CO_ANY && school->wave_idx != wave_idx) ||
            (academy_idx != CO_ANY && school->academy_idx != academy_idx))
            continue;
        CoFamily family = co_place_family(school->place.type);
        volume.n_of_family[family]++;
        volume.n_answered_of_family[family] += school->answered;
        volume.n_establishments++;
        volume.n_answered += school->answered;
    }
    return volume;
}

/* ---- groups ---- */

CoFill co_fill_of(const CoCampaign *campaign, const CoGroup *group)
{
    g_return_val_if_fail(campaign != NULL && group != NULL, (CoFill){0});
    const CoPath *path = &campaign->paths[group->path_idx];
    CoFill fill = {.n_members = group->n_members,
                   .min_size = path->min_size,
                   .target_size = path->target_size,
                   .max_size = co_agenda_capacity(campaign, group)};
    for (int i = 0; i < group->n_meetings; i++) {
        const CoMeeting *meeting = &group->meetings[i];
        fill.half_days += co_agenda_n_halves(meeting->halves);
        fill.last = MAX(fill.last, meeting->day);
        if (fill.first == CO_DAY_NONE || meeting->day < fill.first)
            fill.first = meeting->day;
    }
    return fill;
}
