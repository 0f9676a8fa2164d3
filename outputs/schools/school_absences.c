/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "school_absences.h"

#include "outputs/words/names.h"

/* One half-day while it is being filled. */
typedef struct Half {
    CoDay day;
    CoHalves half;
    GString *away, *remote;
    int n_service_away;
    bool head_away, secretary_away;
} Half;

static void clear_half(gpointer data)
{
    Half *half = data;
    g_string_free(half->away, TRUE);
    g_string_free(half->remote, TRUE);
}

static void clear_absence(gpointer data)
{
    CoAbsence *absence = data;
    g_free(absence->away);
    g_free(absence->remote);
}

/* Entries come by day, and mornings first but for whole days: look back over one day. */
static Half *half_at(GArray *halves, CoDay day, CoHalves which)
{
    guint place = halves->len;
    while (place > 0) {
        Half *half = &g_array_index(halves, Half, place - 1);
        if (half->day == day && half->half == which)
            return half;
        if (half->day < day || (half->day == day && half->half < which))
            break;
        place--;
    }
    const Half half = {
        .day = day, .half = which, .away = g_string_new(NULL), .remote = g_string_new(NULL)};
    g_array_insert_val(halves, place, half);
    return &g_array_index(halves, Half, place);
}

/* Someone of the establishment who attends or teaches. */
typedef struct Human {
    const char *label; /* as shown */
    bool of_service;
    CoOffice office; /* of a participant; trainers do not count for R09 */
} Human;

static void append_name(GString *names, const char *name)
{
    g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
}

static void note_half(GArray *halves, const CoCampaign *campaign, const CoEntry *entry,
                      CoHalves which, const Human *human)
{
    Half *half = half_at(halves, entry->day, which);
    CoMode mode = co_agenda_mode(campaign, entry);
    bool is_away = mode == CO_MODE_IN_PERSON;
    bool counts =
        is_away || (mode == CO_MODE_VIRTUAL_CLASS && campaign->parameters.continuity_remote);
    append_name(is_away ? half->away : half->remote, human->label);
    half->n_service_away += counts && human->of_service;
    half->head_away |= is_away && human->office == CO_OFFICE_HEAD;
    half->secretary_away |= is_away && human->office == CO_OFFICE_GENERAL_SECRETARY;
}

static void note_human(GArray *halves, const CoCampaign *campaign, const CoEntry *entry,
                       const Human *human)
{
    if (entry->day == CO_DAY_NONE)
        return;
    if (entry->halves & CO_HALF_AM)
        note_half(halves, campaign, entry, CO_HALF_AM, human);
    if (entry->halves & CO_HALF_PM)
        note_half(halves, campaign, entry, CO_HALF_PM, human);
}

static bool attends(const CoSchoolBook *book, const CoEntry *entry, int person_idx)
{
    if (entry->group_idx >= 0)
        return book->group_of_person[person_idx] == entry->group_idx;
    return book->group_of_person[person_idx] >= 0 &&
           book->context->campaign->people[person_idx].path_idx ==
               co_agenda_path(book->context->campaign, entry);
}

static CoOffice office_of(const CoCampaign *campaign, const CoPerson *person)
{
    CoOffice office = CO_OFFICE_OTHER;
    for (int i = 0; i < person->n_roles; i++) {
        CoOffice found = campaign->roles[person->role_idx[i]].office;
        if (found == CO_OFFICE_HEAD || found == CO_OFFICE_GENERAL_SECRETARY)
            office = found;
    }
    return office;
}

static bool is_of_service(const CoCampaign *campaign, const CoPerson *person)
{
    for (int i = 0; i < person->n_roles; i++)
        if (campaign->roles[person->role_idx[i]].service)
            return true;
    return false;
}

static void note_participants(GArray *halves, const CoSchoolBook *book, const CoEntry *entry)
{
    const CoCampaign *campaign = book->context->campaign;
    for (int i = 0; i < book->n_people; i++) {
        if (!attends(book, entry, book->people[i]))
            continue;
        const CoPerson *person = &campaign->people[book->people[i]];
        g_autofree char *name = co_name_person(campaign, book->people[i]);
        g_autofree char *roles = co_name_role_codes(campaign, person);
        g_autofree char *label = g_strdup_printf("%s (%s)", name, roles);
        const Human human = {label, is_of_service(campaign, person), office_of(campaign, person)};
        note_human(halves, campaign, entry, &human);
    }
}

static void note_trainer(GArray *halves, const CoSchoolBook *book, const CoEntry *entry,
                         int trainer_idx)
{
    const CoCampaign *campaign = book->context->campaign;
    if (trainer_idx < 0 ||
        campaign->trainers[trainer_idx].establishment_idx != book->establishment_idx)
        return;
    int role_idx = campaign->trainers[trainer_idx].role_idx;
    g_autofree char *name = co_name_trainer(campaign, trainer_idx);
    g_autofree char *label = g_strdup_printf("%s (formation donnée)", name);
    const Human human = {label, role_idx >= 0 && campaign->roles[role_idx].service,
                         CO_OFFICE_OTHER};
    note_human(halves, campaign, entry, &human);
}

static bool is_alike(const Half *morning, const Half *afternoon)
{
    return morning->day == afternoon->day && morning->n_service_away == afternoon->n_service_away &&
           g_string_equal(morning->away, afternoon->away) &&
           g_string_equal(morning->remote, afternoon->remote);
}

/* Two halves that say the same are one line. */
static GArray *absences_of(const GArray *halves)
{
    GArray *absences = g_array_new(FALSE, FALSE, sizeof(CoAbsence));
    g_array_set_clear_func(absences, clear_absence);
    for (guint i = 0; i < halves->len; i++) {
        const Half *half = &g_array_index(halves, Half, i);
        CoAbsence absence = {.day = half->day,
                             .halves = half->half,
                             .away = g_strdup(half->away->str),
                             .remote = g_strdup(half->remote->str),
                             .n_service_away = half->n_service_away,
                             .heads_away = half->head_away && half->secretary_away};
        if (i + 1 < halves->len && is_alike(half, half + 1)) {
            absence.halves = CO_HALF_BOTH;
            i++;
        }
        g_array_append_val(absences, absence);
    }
    return absences;
}

GArray *co_school_absences(const CoSchoolBook *book)
{
    g_return_val_if_fail(book != NULL, NULL);
    g_autoptr(GArray) halves = g_array_new(FALSE, FALSE, sizeof(Half));
    g_array_set_clear_func(halves, clear_half);
    for (int i = 0; i < book->agenda->n_entries; i++) {
        const CoEntry *entry = &book->agenda->entries[i];
        note_participants(halves, book, entry);
        if (entry->group_idx < 0)
            continue;
        const CoGroup *group = &book->context->plan->groups[entry->group_idx];
        note_trainer(halves, book, entry, group->trainer_idx[0]);
        note_trainer(halves, book, entry, group->trainer_idx[1]);
    }
    return absences_of(halves);
}
