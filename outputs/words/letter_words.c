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

static bool has_whole_day(const CoCall *call)
{
    for (int i = 0; i < call->agenda->n_entries; i++) {
        const CoEntry *entry = &call->agenda->entries[i];
        if (entry->halves == CO_HALF_BOTH &&
            co_agenda_mode(call->campaign, entry) == CO_MODE_IN_PERSON)
            return true;
    }
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

char *co_letter_place(const CoRoom *room)
{
    g_return_val_if_fail(room != NULL, NULL);
    g_autofree char *address = co_name_address(&room->place);
    return g_strdup_printf("Salle %s, %s%s%s%s", room->code, address,
                           *room->place.uai != '\0' ? " (UAI " : "", room->place.uai,
                           *room->place.uai != '\0' ? ")" : "");
}

static CoTextField meal_of(const CoStay *stay)
{
    if (stay->n_meals == 0)
        return CO_FIELD_MEAL_NONE;
    return stay->room->canteen ? CO_FIELD_MEAL_REDUCED : CO_FIELD_MEAL_FULL;
}

void co_letter_expense_values(const CoStay *stay, CoTextValues *values)
{
    g_return_if_fail(stay != NULL && stay->post != NULL && values != NULL);
    const CoRoom *room = stay->room;
    if (room == NULL)
        set_true(values, CO_FIELD_UNPAID_REMOTE);
    else if (*stay->post->commune == '\0' || *room->place.commune == '\0')
        set_true(values, CO_FIELD_PAID_UNKNOWN);
    else if (co_place_same_commune(stay->post, &room->place))
        set_true(values, CO_FIELD_UNPAID_SAME_COMMUNE);
    else {
        set_true(values, CO_FIELD_PAID);
        set_true(values, meal_of(stay));
    }
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
        set(values, CO_FIELD_COMMUNE_OF_ROOM, g_strdup(room->place.commune));
        set_true(values, CO_FIELD_IN_PERSON);
    }
    if (has_mode(call, CO_MODE_VIRTUAL_CLASS) || has_mode(call, CO_MODE_WEBINAR))
        set_true(values, CO_FIELD_LIVE_REMOTE);
    if (co_agenda_uses_fm1(call->campaign, call->group->path_idx))
        set_true(values, CO_FIELD_FM1);
    set_person(call, heading, values);
    const CoStay stay = {post_of(call), room, has_whole_day(call) ? 1 : 0};
    co_letter_expense_values(&stay, values);
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
