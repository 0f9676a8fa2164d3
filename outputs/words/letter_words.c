/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter_words.h"

#include "names.h"
#include "cohorte/trip.h"

bool co_letter_is_due(const CoCampaign *campaign, const int *group_of_person, int person_idx)
{
    g_return_val_if_fail(campaign != NULL && group_of_person != NULL, false);
    return group_of_person[person_idx] >= 0 && campaign->people[person_idx].named;
}

static bool has_mode(const CoCall *call, CoMode mode)
{
    for (int i = 0; i < call->agenda->n_entries; i++)
        if (co_agenda_mode(call->campaign, &call->agenda->entries[i]) == mode)
            return true;
    return false;
}

/* @return the room of the in-person meetings, or NULL */
static const CoRoom *room_of(const CoCall *call)
{
    if (call->group->room_idx < 0 || !has_mode(call, CO_MODE_IN_PERSON))
        return NULL;
    return &call->campaign->rooms[call->group->room_idx];
}

static const CoPlace *post_of(const CoCall *call)
{
    const CoPerson *person = &call->campaign->people[call->person_idx];
    return &call->campaign->establishments[person->establishment_idx].place;
}

static void set(CoTextValues *values, CoTextField field, char *value)
{
    values->value[field] = value;
}

static void set_true(CoTextValues *values, CoTextField field)
{
    set(values, field, g_strdup("1"));
}

/* One of three in a row: yes, no, unknown. */
static void set_state(CoTextValues *values, CoTextField yes, CoTristate state)
{
    switch (state) {
    case CO_TRISTATE_YES:
        set_true(values, yes);
        return;
    case CO_TRISTATE_NO:
        set_true(values, yes + 1);
        return;
    case CO_TRISTATE_UNKNOWN:
        break;
    }
    set_true(values, yes + 2);
}

char *co_letter_commune(const CoPlace *site)
{
    g_return_val_if_fail(site != NULL, NULL);
    return g_strdup(*site->commune != '\0' ? site->commune : site->name);
}

char *co_letter_site(const CoPlace *site, const char *rooms)
{
    g_return_val_if_fail(site != NULL && rooms != NULL, NULL);
    g_autofree char *address = co_name_address(site);
    return g_strdup_printf("%s, %s%s%s%s", rooms, address, *site->uai != '\0' ? " (UAI " : "",
                           site->uai, *site->uai != '\0' ? ")" : "");
}

char *co_letter_place(const CoRoom *room)
{
    g_return_val_if_fail(room != NULL, NULL);
    g_autofree char *name = g_strdup_printf("Salle %s", room->code);
    return co_letter_site(&room->place, name);
}

void co_letter_stay_add(CoStay *stay, const CoExpenseLine *line)
{
    g_return_if_fail(stay != NULL && line != NULL);
    stay->n_meals[line->noon]++;
    stay->overnight |= line->overnight;
}

static char *count_days(int n)
{
    return co_name_count(n, "jour", "jours");
}

/* Only trips that are due have meals to tell of. */
static void set_meals(const CoStay *stay, CoTextValues *values)
{
    int n_reduced = stay->n_meals[CO_MEAL_REDUCED], n_full = stay->n_meals[CO_MEAL_FULL];
    if (n_reduced > 0)
        set_true(values, CO_FIELD_MEAL_REDUCED);
    if (n_full > 0)
        set_true(values, CO_FIELD_MEAL_FULL);
    if (n_reduced + n_full == 0)
        set_true(values, CO_FIELD_MEAL_NONE);
    if (stay->overnight)
        set_true(values, CO_FIELD_OVERNIGHT);
    set(values, CO_FIELD_DAYS_REDUCED, count_days(n_reduced));
    set(values, CO_FIELD_DAYS_FULL, count_days(n_full));
}

void co_letter_stay_values(const CoStay *stay, CoTextValues *values)
{
    g_return_if_fail(stay != NULL && stay->post != NULL && values != NULL);
    if (stay->room == NULL) {
        set_true(values, CO_FIELD_UNPAID_REMOTE);
        return;
    }
    switch (co_expenses_right(stay->post, &stay->room->place)) {
    case CO_TRAVEL_AT_POST:
    case CO_TRAVEL_SAME_COMMUNE:
        set_true(values, CO_FIELD_UNPAID_SAME_COMMUNE);
        return;
    case CO_TRAVEL_DUE:
        set_true(values, CO_FIELD_PAID);
        if (stay->has_trips)
            set_meals(stay, values);
        return;
    case CO_TRAVEL_COMMUNE_UNKNOWN:
    case CO_N_TRAVEL_RIGHTS:
        break;
    }
    set_true(values, CO_FIELD_PAID_UNKNOWN);
}

/* @param expenses  of the plan, known */
static void add_trips(CoStay *stay, const CoCall *call, const CoExpenses *expenses)
{
    int establishment_idx = call->campaign->people[call->person_idx].establishment_idx;
    int n_lines = 0;
    const CoExpenseLine *lines =
        co_expenses_of_establishment(expenses, establishment_idx, &n_lines);
    stay->has_trips = true;
    for (int i = 0; i < n_lines; i++)
        if (lines[i].person_idx == call->person_idx)
            co_letter_stay_add(stay, &lines[i]);
}

static void set_stay(const CoCall *call, CoTextValues *values)
{
    CoStay stay = {.post = post_of(call), .room = room_of(call)};
    if (call->expenses != NULL)
        add_trips(&stay, call, call->expenses);
    co_letter_stay_values(&stay, values);
}

static void set_person(const CoCall *call, const CoHeading *heading, CoTextValues *values)
{
    const CoPerson *person = &call->campaign->people[call->person_idx];
    set(values, CO_FIELD_PERSON, co_name_person(call->campaign, call->person_idx));
    set(values, CO_FIELD_ROLES, co_name_role_labels(call->campaign, person));
    set(values, CO_FIELD_SCHOOL, co_name_establishment(call->campaign, person->establishment_idx));
    set(values, CO_FIELD_UAI,
        g_strdup(call->campaign->establishments[person->establishment_idx].uai));
    set(values, CO_FIELD_COMMUNE, g_strdup(post_of(call)->commune));
    set(values, CO_FIELD_REFERENCE,
        g_strdup_printf("%s / %s%s%s", heading->version, call->group->code,
                        *person->id != '\0' ? " / " : "", person->id));
    set_state(values, CO_FIELD_OTP_YES, person->otp);
    set_state(values, CO_FIELD_ACCESS_YES, person->access_right);
}

void co_letter_header_values(const CoHeading *heading, const CoCampaign *campaign,
                             CoTextValues *values)
{
    g_return_if_fail(heading != NULL && campaign != NULL && values != NULL);
    set(values, CO_FIELD_ACADEMY, g_strdup(heading->academy));
    set(values, CO_FIELD_CAMPAIGN, g_strdup(campaign->parameters.name));
    set(values, CO_FIELD_SUBTITLE, g_strdup(heading->subtitle));
    set(values, CO_FIELD_VERSION, g_strdup(heading->version));
    set(values, CO_FIELD_CONTACT, g_strdup(heading->contact));
    set(values, CO_FIELD_ISSUE, g_strdup(heading->issue));
}

void co_letter_values(const CoCall *call, const CoHeading *heading, CoTextValues *values)
{
    g_return_if_fail(call != NULL && heading != NULL && values != NULL);
    const CoRoom *room = room_of(call);
    co_letter_header_values(heading, call->campaign, values);
    set(values, CO_FIELD_GROUP, g_strdup(call->group->code));
    set(values, CO_FIELD_PATH, co_name_path(call->campaign, call->group->path_idx));
    set(values, CO_FIELD_TEAM, co_name_team(call->campaign, call->group, ", "));
    if (room != NULL) {
        set(values, CO_FIELD_PLACE, co_letter_place(room));
        set(values, CO_FIELD_COMMUNE_OF_ROOM, co_letter_commune(&room->place));
        set_true(values, CO_FIELD_IN_PERSON);
    }
    if (has_mode(call, CO_MODE_VIRTUAL_CLASS) || has_mode(call, CO_MODE_WEBINAR))
        set_true(values, CO_FIELD_LIVE_REMOTE);
    if (co_agenda_uses_fm1(call->campaign, call->group->path_idx))
        set_true(values, CO_FIELD_FM1);
    set_person(call, heading, values);
    set_stay(call, values);
}

char *co_letter_times(const CoCampaign *campaign, const CoEntry *entry)
{
    g_return_val_if_fail(campaign != NULL && entry != NULL, NULL);
    if (co_agenda_mode(campaign, entry) == CO_MODE_SELF_STUDY)
        return g_strdup(entry->day == CO_DAY_NONE ? "libre" : "au plus tard");
    return co_agenda_timetable(&campaign->parameters, entry->halves);
}

char *co_letter_module(const CoCampaign *campaign, const CoEntry *entry)
{
    g_return_val_if_fail(campaign != NULL && entry != NULL, NULL);
    const CoModule *module = &campaign->modules[entry->module_idx];
    return g_strdup_printf("%s – %s", module->code, module->title);
}

/* How to attend what has no link of its own yet. */
static const char *access_words(CoMode mode)
{
    switch (mode) {
    case CO_MODE_SELF_STUDY:
        return "en ligne";
    case CO_MODE_WEBINAR:
        return "lien envoyé par l'EAFC";
    case CO_MODE_VIRTUAL_CLASS:
        return "lien envoyé par les formateurs";
    case CO_MODE_IN_PERSON:
        break;
    }
    return "";
}

char *co_letter_access(const CoCall *call, const CoEntry *entry)
{
    g_return_val_if_fail(call != NULL && entry != NULL, NULL);
    const CoModule *module = &call->campaign->modules[entry->module_idx];
    if (module->mode == CO_MODE_IN_PERSON)
        return co_name_room(call->campaign, call->group->room_idx);
    return g_strdup(*module->link != '\0' ? module->link : access_words(module->mode));
}

static char *post_line(const char *name, const char *commune, const char *uai)
{
    return g_strdup_printf("%s%s%s (UAI %s)", name, *commune != '\0' ? ", " : "", commune, uai);
}

char *co_letter_school(const CoCall *call)
{
    g_return_val_if_fail(call != NULL, NULL);
    const CoPerson *person = &call->campaign->people[call->person_idx];
    const CoEstablishment *school = &call->campaign->establishments[person->establishment_idx];
    g_autofree char *name = co_name_establishment(call->campaign, person->establishment_idx);
    return post_line(name, school->place.commune, school->uai);
}

char *co_letter_post(const CoPlace *post)
{
    g_return_val_if_fail(post != NULL, NULL);
    if (*post->uai == '\0')
        return g_strdup(post->name);
    return post_line(*post->name != '\0' ? post->name : post->uai, post->commune, post->uai);
}
