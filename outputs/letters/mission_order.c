/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mission_order.h"

#include "outputs/words/letter_words.h"
#include "outputs/words/names.h"
#include "cohorte/attendance.h"
#include "cohorte/wording.h"

static const CoLetterColumn columns[] = {
    {"Date", 100, 68, true},
    {"Horaires", 92, 66, true},
    {"Modalité", 92, 62, true},
    {"Groupe et module", 188, 125, false},
    {"Salle ou accès", 144, 100, false},
    {"Binôme", 100, 74, false},
};

const CoLetterForm co_mission_order_form = {
    .kind = CO_TEXT_ORDER,
    .n_columns = G_N_ELEMENTS(columns),
    .columns = columns,
    .n_left = 3,
    .visas = {"Vu : le chef d'établissement d'affectation (date, cachet, signature)",
              "Pris connaissance : le formateur (date, signature)"},
};

char *co_mission_partner(const CoCampaign *campaign, const CoGroup *group, int trainer_idx)
{
    g_return_val_if_fail(campaign != NULL && group != NULL, NULL);
    bool is_first = group->trainer_idx[0] == trainer_idx;
    return co_name_trainer(campaign, group->trainer_idx[is_first ? 1 : 0]);
}

char *co_mission_access(const CoCampaign *campaign, const CoGroup *group, const CoEntry *entry)
{
    g_return_val_if_fail(campaign != NULL && group != NULL && entry != NULL, NULL);
    const CoModule *module = &campaign->modules[entry->module_idx];
    if (module->mode == CO_MODE_IN_PERSON)
        return co_name_room(campaign, group->room_idx);
    return g_strdup(*module->link != '\0' ? module->link : "lien à envoyer aux participants");
}

char *co_mission_hours(int64_t minutes)
{
    if (minutes % 60 == 0)
        return g_strdup_printf("%" G_GINT64_FORMAT " h", minutes / 60);
    return g_strdup_printf("%" G_GINT64_FORMAT " h %02d", minutes / 60, (int)(minutes % 60));
}

static const CoTrainer *trainer_of(const CoMission *mission)
{
    return &mission->publication->context->campaign->trainers[mission->trainer_idx];
}

static const CoGroup *group_of(const CoMission *mission, const CoEntry *entry)
{
    return &mission->publication->context->plan->groups[entry->group_idx];
}

static bool is_in_person(const CoMission *mission, const CoEntry *entry)
{
    return co_agenda_mode(mission->publication->context->campaign, entry) == CO_MODE_IN_PERSON;
}

static void set(CoTextValues *values, CoTextField field, char *value)
{
    values->value[field] = value;
}

/* What some entries say, each thing once, in the order of the calendar. */
typedef char *(*EntryText)(const CoMission *mission, const CoEntry *entry);

static char *join_entries(const CoMission *mission, EntryText text, const char *separator)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *joined = g_string_new(NULL);
    for (int i = 0; i < mission->agenda->n_entries; i++) {
        char *part = text(mission, &mission->agenda->entries[i]);
        if (*part != '\0' && !g_hash_table_contains(known, part))
            g_string_append_printf(joined, "%s%s", joined->len > 0 ? separator : "", part);
        g_hash_table_add(known, part);
    }
    return g_string_free(joined, FALSE);
}

static char *group_text(const CoMission *mission, const CoEntry *entry)
{
    return g_strdup(group_of(mission, entry)->code);
}

static char *path_text(const CoMission *mission, const CoEntry *entry)
{
    return co_name_path(mission->publication->context->campaign,
                        group_of(mission, entry)->path_idx);
}

static char *partner_text(const CoMission *mission, const CoEntry *entry)
{
    return co_mission_partner(mission->publication->context->campaign, group_of(mission, entry),
                              mission->trainer_idx);
}

static char *period_of(const CoAgenda *agenda)
{
    CoDay first = agenda->entries[0].day, last = agenda->entries[agenda->n_entries - 1].day;
    g_autofree char *from = co_wording_day_long(first);
    g_autofree char *to = co_wording_day_long(last);
    return first == last ? g_strdup_printf("le %s", from)
                         : g_strdup_printf("du %s au %s", from, to);
}

static void set_hours(const CoMission *mission, CoTextValues *values)
{
    const CoParameters *parameters = &mission->publication->context->campaign->parameters;
    int in_person = 0, remote = 0, n_halves = 0;
    for (int i = 0; i < mission->agenda->n_entries; i++) {
        const CoEntry *entry = &mission->agenda->entries[i];
        int minutes = co_attendance_halves_min(parameters, entry->halves);
        *(is_in_person(mission, entry) ? &in_person : &remote) += minutes;
        n_halves += co_agenda_n_halves(entry->halves);
    }
    set(values, CO_FIELD_HOURS, co_mission_hours(in_person + remote));
    set(values, CO_FIELD_HOURS_IN_PERSON, in_person > 0 ? co_mission_hours(in_person) : NULL);
    set(values, CO_FIELD_HOURS_REMOTE, remote > 0 ? co_mission_hours(remote) : NULL);
    set(values, CO_FIELD_HALF_DAYS, co_name_count(n_halves, "demi-journée", "demi-journées"));
    set(values, CO_FIELD_IN_PERSON, in_person > 0 ? g_strdup("1") : NULL);
    set(values, CO_FIELD_LIVE_REMOTE, remote > 0 ? g_strdup("1") : NULL);
}

static bool uses_fm1(const CoMission *mission)
{
    for (int i = 0; i < mission->agenda->n_entries; i++)
        if (mission->publication->context->campaign->modules[mission->agenda->entries[i].module_idx]
                .fm1)
            return true;
    return false;
}

static void set_trainer(const CoMission *mission, const CoHeading *heading, CoTextValues *values)
{
    const CoCampaign *campaign = mission->publication->context->campaign;
    const CoTrainer *trainer = trainer_of(mission);
    const CoPlace *post = &trainer->place;
    set(values, CO_FIELD_PERSON, co_name_trainer(campaign, mission->trainer_idx));
    set(values, CO_FIELD_ROLES, co_name_role(campaign, trainer->role_idx));
    set(values, CO_FIELD_SCHOOL, g_strdup(*post->name != '\0' ? post->name : post->uai));
    set(values, CO_FIELD_UAI, g_strdup(post->uai));
    set(values, CO_FIELD_COMMUNE, g_strdup(post->commune));
    set(values, CO_FIELD_REFERENCE, g_strdup_printf("%s / %s", heading->version, trainer->code));
}

static void set_values(const CoMission *mission, const CoHeading *heading, CoTextValues *values)
{
    co_letter_header_values(heading, mission->publication->context->campaign, values);
    set_trainer(mission, heading, values);
    set(values, CO_FIELD_GROUPS, join_entries(mission, group_text, ", "));
    set(values, CO_FIELD_PATH, join_entries(mission, path_text, " ; "));
    set(values, CO_FIELD_PARTNERS, join_entries(mission, partner_text, ", "));
    set(values, CO_FIELD_PERIOD, period_of(mission->agenda));
    set(values, CO_FIELD_FM1, uses_fm1(mission) ? g_strdup("1") : NULL);
    set_hours(mission, values);
}

/* @return the site of an entry, or -1 */
static int site_of(const CoMission *mission, const CoEntry *entry)
{
    int room_idx = group_of(mission, entry)->room_idx;
    if (!is_in_person(mission, entry) || room_idx < 0)
        return -1;
    return mission->publication->sites.of_room[room_idx];
}

/* Room codes and days of one site, each once, in the order of the calendar. */
static void gather_site(const CoMission *mission, int site, GPtrArray *rooms, GPtrArray *days)
{
    for (int i = 0; i < mission->agenda->n_entries; i++) {
        const CoEntry *entry = &mission->agenda->entries[i];
        if (site_of(mission, entry) != site)
            continue;
        int room_idx = group_of(mission, entry)->room_idx;
        const char *code = mission->publication->context->campaign->rooms[room_idx].code;
        g_autofree char *day = co_wording_day_short(entry->day);
        if (!g_ptr_array_find_with_equal_func(rooms, code, g_str_equal, NULL))
            g_ptr_array_add(rooms, g_strdup(code));
        if (!g_ptr_array_find_with_equal_func(days, day, g_str_equal, NULL))
            g_ptr_array_add(days, g_steal_pointer(&day));
    }
}

static char *join(GPtrArray *texts)
{
    g_ptr_array_add(texts, NULL);
    return g_strjoinv(", ", (char **)texts->pdata);
}

static void set_site(const CoMission *mission, int site, CoTextValues *values)
{
    const CoPlace *place = &mission->publication->context->campaign
                                ->rooms[mission->publication->sites.first_room[site]]
                                .place;
    g_autoptr(GPtrArray) rooms = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func(g_free);
    gather_site(mission, site, rooms, days);
    const char *word = rooms->len > 1 ? "Salles" : "Salle";
    g_autofree char *codes = join(rooms);
    g_autofree char *name = g_strdup_printf("%s %s", word, codes);
    set(values, CO_FIELD_PLACE, co_letter_site(place, name));
    set(values, CO_FIELD_DATES, join(days));
    set(values, CO_FIELD_COMMUNE_OF_ROOM, co_letter_commune(place));
}

static void set_stay(const CoMission *mission, int site, CoTextValues *values)
{
    const CoPublication *publication = mission->publication;
    const CoRoom *rooms = publication->context->campaign->rooms;
    CoStay stay = {.post = &trainer_of(mission)->place,
                   .room = &rooms[publication->sites.first_room[site]],
                   .has_trips = true};
    int n_lines = 0;
    const int *lines =
        co_expenses_of_trainer(publication->expenses, mission->trainer_idx, &n_lines);
    for (int i = 0; i < n_lines; i++) {
        const CoExpenseLine *line = &publication->expenses->lines[lines[i]];
        if (publication->sites.of_room[line->room_idx] == site)
            co_letter_stay_add(&stay, line);
    }
    co_letter_stay_values(&stay, values);
}

/* What is so in one place at least, the text of the whole order may ask. */
static void note(CoLetter *letter, const CoTextValues *place, CoTextField field)
{
    if (place->value[field] != NULL && letter->values.value[field] == NULL)
        set(&letter->values, field, g_strdup("1"));
}

static void add_place(CoLetter *letter, const CoMission *mission, int site)
{
    CoTextValues values = {{NULL}};
    co_letter_header_values(letter->heading, mission->publication->context->campaign, &values);
    set(&values, CO_FIELD_SCHOOL, g_strdup(letter->values.value[CO_FIELD_SCHOOL]));
    set(&values, CO_FIELD_COMMUNE, g_strdup(letter->values.value[CO_FIELD_COMMUNE]));
    set_site(mission, site, &values);
    set_stay(mission, site, &values);
    note(letter, &values, CO_FIELD_PAID);
    note(letter, &values, CO_FIELD_PAID_UNKNOWN);
    g_array_append_val(letter->places, values);
}

static void add_date(CoLetter *letter, const CoMission *mission, const CoEntry *entry)
{
    const CoCampaign *campaign = mission->publication->context->campaign;
    const CoGroup *group = group_of(mission, entry);
    g_autofree char *module = co_letter_module(campaign, entry);
    g_autofree char *partner = co_mission_partner(campaign, group, mission->trainer_idx);
    CoLetterDate *date = co_letter_add_date(letter, entry->day);
    date->cells[1] = co_letter_times(campaign, entry);
    date->cells[2] = g_strdup(co_wording_mode(co_agenda_mode(campaign, entry)));
    date->cells[3] = g_strdup_printf("%s : %s", group->code, module);
    date->cells[4] = co_mission_access(campaign, group, entry);
    date->cells[5] = g_strdup(*partner != '\0' ? partner : "–");
}

void co_mission_order_init(CoLetter *letter, const CoMission *mission, const CoHeading *heading)
{
    g_return_if_fail(letter != NULL && mission != NULL && mission->agenda->n_entries > 0);
    g_return_if_fail(heading != NULL);
    const CoPublication *publication = mission->publication;
    g_autofree bool *is_told = g_new0(bool, (gsize)publication->sites.n_sites + 1);
    co_letter_init(letter, &co_mission_order_form, publication->texts, heading);
    set_values(mission, heading, &letter->values);
    g_free(letter->school);
    letter->school = co_letter_post(&trainer_of(mission)->place);
    for (int i = 0; i < mission->agenda->n_entries; i++) {
        const CoEntry *entry = &mission->agenda->entries[i];
        int site = site_of(mission, entry);
        add_date(letter, mission, entry);
        if (site < 0 || is_told[site])
            continue;
        is_told[site] = true;
        add_place(letter, mission, site);
    }
}
