/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "names.h"

#include <string.h>

#include "cohorte/text.h"
#include "cohorte/wording.h"

/* "first last", "" and blanks dropped. */
static char *full_name(const char *first_name, const char *last_name)
{
    g_autofree char *name = g_strdup_printf("%s %s", first_name, last_name);
    return g_strdup(g_strstrip(name));
}

char *co_name_person(const CoCampaign *campaign, int person_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    if (person_idx < 0)
        return g_strdup("");
    const CoPerson *person = &campaign->people[person_idx];
    g_autofree char *name = full_name(person->first_name, person->last_name);
    if (*name != '\0')
        return g_steal_pointer(&name);
    if (*person->email != '\0')
        return g_strdup(person->email);
    const char *what = person->reserved ? "Place réservée" : "Personnel à nommer";
    if (*person->id == '\0')
        return g_strdup(what);
    return g_strdup_printf("%s (%s)", what, person->id);
}

static bool is_address_alone(const CoPerson *person)
{
    return *person->last_name == '\0' && *person->first_name == '\0' && *person->email != '\0';
}

char *co_name_person_to_others(const CoCampaign *campaign, int person_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    if (person_idx < 0 || !is_address_alone(&campaign->people[person_idx]))
        return co_name_person(campaign, person_idx);
    return g_strdup_printf("Personne connue par son seul courriel (%s)",
                           campaign->people[person_idx].id);
}

char *co_name_trainer(const CoCampaign *campaign, int trainer_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    if (trainer_idx < 0)
        return g_strdup("");
    const CoTrainer *trainer = &campaign->trainers[trainer_idx];
    g_autofree char *name = full_name(trainer->first_name, trainer->last_name);
    return g_strdup(*name != '\0' ? name : trainer->code);
}

char *co_name_team(const CoCampaign *campaign, const CoGroup *group, const char *separator)
{
    g_return_val_if_fail(campaign != NULL && group != NULL && separator != NULL, NULL);
    g_autofree char *first = co_name_trainer(campaign, group->trainer_idx[0]);
    if (group->trainer_idx[1] < 0)
        return g_steal_pointer(&first);
    g_autofree char *second = co_name_trainer(campaign, group->trainer_idx[1]);
    return g_strconcat(first, separator, second, NULL);
}

static const char *short_trainer(const CoCampaign *campaign, int trainer_idx)
{
    if (trainer_idx < 0)
        return "";
    const CoTrainer *trainer = &campaign->trainers[trainer_idx];
    return *trainer->last_name != '\0' ? trainer->last_name : trainer->code;
}

char *co_name_team_short(const CoCampaign *campaign, const CoGroup *group)
{
    g_return_val_if_fail(campaign != NULL && group != NULL, NULL);
    const char *first = short_trainer(campaign, group->trainer_idx[0]);
    const char *second = short_trainer(campaign, group->trainer_idx[1]);
    return g_strconcat(first, *second != '\0' ? ", " : "", second, NULL);
}

typedef const char *(*RoleText)(const CoRole *role);

static const char *role_code(const CoRole *role)
{
    return role->code;
}

static const char *role_label(const CoRole *role)
{
    return *role->label != '\0' ? role->label : role->code;
}

static char *join_roles(const CoCampaign *campaign, const CoPerson *person, RoleText text)
{
    GString *joined = g_string_new(NULL);
    for (int i = 0; i < person->n_roles; i++)
        g_string_append_printf(joined, "%s%s", i > 0 ? ", " : "",
                               text(&campaign->roles[person->role_idx[i]]));
    return g_string_free(joined, FALSE);
}

char *co_name_role_codes(const CoCampaign *campaign, const CoPerson *person)
{
    g_return_val_if_fail(campaign != NULL && person != NULL, NULL);
    return join_roles(campaign, person, role_code);
}

char *co_name_role_labels(const CoCampaign *campaign, const CoPerson *person)
{
    g_return_val_if_fail(campaign != NULL && person != NULL, NULL);
    return join_roles(campaign, person, role_label);
}

char *co_name_role(const CoCampaign *campaign, int role_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    return g_strdup(role_idx < 0 ? "" : role_label(&campaign->roles[role_idx]));
}

char *co_name_role_key(const CoCampaign *campaign, const bool *is_used)
{
    g_return_val_if_fail(campaign != NULL && is_used != NULL, NULL);
    GString *key = g_string_new(NULL);
    for (int i = 0; i < campaign->n_roles; i++) {
        const CoRole *role = &campaign->roles[i];
        if (is_used[i] && *role->label != '\0')
            g_string_append_printf(key, "%s%s : %s", key->len > 0 ? " ; " : "", role->code,
                                   role->label);
    }
    return g_string_free(key, FALSE);
}

char *co_name_establishment(const CoCampaign *campaign, int establishment_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    if (establishment_idx < 0)
        return g_strdup("");
    const CoEstablishment *school = &campaign->establishments[establishment_idx];
    return g_strdup(*school->place.name != '\0' ? school->place.name : school->uai);
}

static void append_part(GString *text, const char *separator, const char *part)
{
    if (*part == '\0')
        return;
    if (text->len > 0)
        g_string_append(text, separator);
    g_string_append(text, part);
}

char *co_name_address(const CoPlace *place)
{
    g_return_val_if_fail(place != NULL, NULL);
    g_autoptr(GString) town = g_string_new(place->post_code);
    append_part(town, " ", place->commune);
    GString *text = g_string_new(place->name);
    append_part(text, ", ", place->address);
    append_part(text, ", ", town->str);
    return g_string_free(text, FALSE);
}

char *co_name_room(const CoCampaign *campaign, int room_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    if (room_idx < 0)
        return g_strdup("");
    GString *text = g_string_new(campaign->rooms[room_idx].code);
    append_part(text, ", ", campaign->rooms[room_idx].place.name);
    return g_string_free(text, FALSE);
}

char *co_name_path(const CoCampaign *campaign, int path_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    if (path_idx < 0)
        return g_strdup("");
    GString *text = g_string_new(campaign->paths[path_idx].code);
    append_part(text, " – ", campaign->paths[path_idx].label);
    return g_string_free(text, FALSE);
}

static bool begins_with_vowel(const char *name)
{
    g_autofree char *folded = co_text_fold(name);
    return *folded != '\0' && strchr("aeiou", *folded) != NULL;
}

char *co_name_academy(const char *academy)
{
    g_return_val_if_fail(academy != NULL, NULL);
    if (*academy == '\0')
        return g_strdup("");
    return g_strdup_printf("Académie d%s%s", begins_with_vowel(academy) ? "'" : "e ", academy);
}

char *co_name_wave(const CoCampaign *campaign, int wave_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    if (wave_idx < 0)
        return g_strdup("");
    const CoWave *wave = &campaign->waves[wave_idx];
    if (wave->cutover == CO_DAY_NONE)
        return g_strdup_printf("Vague %s", wave->code);
    g_autofree char *day = co_wording_day_long(wave->cutover);
    /* The day of the week says nothing of a cutover. */
    const char *date = strchr(day, ' ');
    return g_strdup_printf("Vague %s, bascule le%s", wave->code, date);
}

char *co_name_school_year(CoDay day)
{
    if (day == CO_DAY_NONE)
        return g_strdup("");
    int year, month;
    co_day_to_ymd(day, &year, &month, NULL);
    int first = month >= 9 ? year : year - 1;
    return g_strdup_printf("%d-%d", first, first + 1);
}

char *co_name_count(int n, const char *singular, const char *plural)
{
    g_return_val_if_fail(singular != NULL && plural != NULL, NULL);
    return g_strdup_printf("%d %s", n, n >= 2 ? plural : singular);
}
