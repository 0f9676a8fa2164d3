/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convocations.csv: the call letters as rows, for a mail merge. Columns are a contract. */
#include "exchange.h"

#include <string.h>

#include "outputs/kit/csv.h"
#include "outputs/words/letter_words.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

static const char *const columns[] = {
    "personne",      "nom",      "prenom",         "courriel",     "fonctions",
    "etablissement", "uai",      "commune",        "repondant",    "academie",
    "groupe",        "parcours", "titre_parcours", "module",       "titre_module",
    "modalite",      "date",     "date_longue",    "debut",        "fin",
    "horaires",      "lieu",     "salle",          "adresse",      "lien",
    "formateurs",    "frais",    "cle_otp",        "habilitation", "reference",
};

/* One person who is called. */
typedef struct Called {
    CoCall call;
    const CoTextValues *values; /* of the letter */
    const char *academy;
    GString *text;
} Called;

static void put(GPtrArray *row, const char *cell)
{
    g_ptr_array_add(row, g_strdup(cell));
}

static void take(GPtrArray *row, char *cell)
{
    g_ptr_array_add(row, cell);
}

static void put_person(GPtrArray *row, const Called *called)
{
    const CoCampaign *campaign = called->call.campaign;
    const CoPerson *person = &campaign->people[called->call.person_idx];
    const CoEstablishment *school = &campaign->establishments[person->establishment_idx];
    put(row, person->id);
    put(row, person->last_name);
    put(row, person->first_name);
    put(row, person->email);
    take(row, co_name_role_labels(campaign, person));
    take(row, co_name_establishment(campaign, person->establishment_idx));
    put(row, school->uai);
    put(row, school->place.commune);
    put(row, school->respondent);
    put(row, called->academy);
}

static void put_module(GPtrArray *row, const Called *called, const CoModule *module)
{
    const CoPath *path = &called->call.campaign->paths[called->call.group->path_idx];
    put(row, called->call.group->code);
    put(row, path->code);
    put(row, path->label);
    put(row, module->code);
    put(row, module->title);
    put(row, co_wording_mode(module->mode));
}

static void put_date(GPtrArray *row, const CoCampaign *campaign, const CoEntry *entry)
{
    const CoParameters *parameters = &campaign->parameters;
    bool has_hours = co_agenda_mode(campaign, entry) != CO_MODE_SELF_STUDY;
    char iso[CO_DAY_ISO_SIZE];
    put(row, co_day_to_iso(entry->day, iso));
    take(row, co_wording_day_long(entry->day));
    take(row, has_hours ? co_agenda_clock(co_agenda_start_min(parameters, entry->halves))
                        : g_strdup(""));
    take(row,
         has_hours ? co_agenda_clock(co_agenda_end_min(parameters, entry->halves)) : g_strdup(""));
    take(row, co_letter_times(campaign, entry));
}

static void put_room(GPtrArray *row, const CoCampaign *campaign, int room_idx)
{
    if (room_idx < 0) {
        for (int i = 0; i < 3; i++)
            put(row, "");
        return;
    }
    const CoRoom *room = &campaign->rooms[room_idx];
    CoPlace street = room->place;
    street.name = "";
    put(row, room->place.name);
    put(row, room->code);
    take(row, co_name_address(&street));
}

static void put_place(GPtrArray *row, const Called *called, const CoEntry *entry, bool in_person)
{
    put_room(row, called->call.campaign, in_person ? called->call.group->room_idx : -1);
    take(row, in_person ? g_strdup("") : co_letter_access(&called->call, entry));
    take(row, entry->group_idx < 0 ? g_strdup("")
                                   : co_name_team(called->call.campaign, called->call.group, ", "));
}

/* What the letter says; nobody travels to what is held at a distance. */
static const char *expenses_word(const CoTextValues *values, bool in_person)
{
    if (!in_person)
        return "non";
    if (values->value[CO_FIELD_PAID_UNKNOWN] != NULL)
        return "à confirmer";
    return values->value[CO_FIELD_PAID] != NULL ? "oui" : "non";
}

/* What to bring, where it is needed. @param yes  the first of three fields in a row */
static const char *access_word(const CoTextValues *values, CoTextField yes, bool is_needed)
{
    if (!is_needed)
        return "";
    if (values->value[yes] != NULL)
        return "oui";
    return values->value[yes + 1] != NULL ? "non" : "à vérifier";
}

static void append_entry(const Called *called, const CoEntry *entry)
{
    const CoModule *module = &called->call.campaign->modules[entry->module_idx];
    bool in_person = module->mode == CO_MODE_IN_PERSON;
    g_autoptr(GPtrArray) row = g_ptr_array_new_with_free_func(g_free);
    put_person(row, called);
    put_module(row, called, module);
    put_date(row, called->call.campaign, entry);
    put_place(row, called, entry, in_person);
    put(row, expenses_word(called->values, in_person));
    put(row, access_word(called->values, CO_FIELD_OTP_YES, module->fm1));
    put(row, access_word(called->values, CO_FIELD_ACCESS_YES, module->fm1));
    put(row, called->values->value[CO_FIELD_REFERENCE]);
    g_assert(row->len == G_N_ELEMENTS(columns));
    co_csv_append_office_row(called->text, (const char *const *)row->pdata, (int)row->len);
}

static void append_person(GString *text, const CoPublication *publication, const CoHeading *heading,
                          int person_idx)
{
    const CoCampaign *campaign = publication->context->campaign;
    const CoPlan *plan = publication->context->plan;
    int group_idx = publication->group_of_person[person_idx];
    int academy_idx = co_campaign_person_academy(campaign, person_idx);
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(campaign, plan, group_idx);
    g_auto(CoTextValues) values = {{NULL}};
    const Called called = {
        .call = {campaign, &plan->groups[group_idx], agenda, person_idx, NULL},
        .values = &values,
        .academy = academy_idx < 0 ? "" : campaign->academies[academy_idx].name,
        .text = text,
    };
    co_letter_values(&called.call, heading, &values);
    for (int i = 0; i < agenda->n_entries; i++)
        append_entry(&called, &agenda->entries[i]);
}

static void append_school(GString *text, const CoPublication *publication, const CoHeading *heading,
                          int establishment_idx)
{
    int n_people;
    const int *people = co_publication_staff(publication, establishment_idx, &n_people);
    for (int i = 0; i < n_people; i++)
        if (co_letter_is_due(publication->context->campaign, publication->group_of_person,
                             people[i]))
            append_person(text, publication, heading, people[i]);
}

bool co_call_list_publish(const CoPublication *publication, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    g_autoptr(CoHeading) heading =
        co_heading_new(publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Convocations");
    GString *text = g_string_new(CO_CSV_OFFICE_MARK);
    co_csv_append_row(text, columns, G_N_ELEMENTS(columns));
    for (int a = 0; a < campaign->n_academies; a++)
        for (int e = 0; e < campaign->n_establishments; e++)
            if (campaign->establishments[e].academy_idx == a)
                append_school(text, publication, heading, e);
    g_autoptr(GBytes) data = g_string_free_to_bytes(text);
    return co_publication_write(publication, "convocations.csv", data, "EAFC, publipostage", error);
}
