/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changements.csv: one row a reader and change, for mail merge. */
#include "changes.h"
#include "told.h"

#include "outputs/kit/csv.h"
#include "cohorte/wording.h"

enum { N_CELLS = 15 };

static const char *group_code(const CoPlan *plan, int group_idx)
{
    return group_idx < 0 ? "" : plan->groups[group_idx].code;
}

/* Both cells of a meeting, or none. */
static void format_meeting(const CoMeeting *meeting, char day[CO_DAY_ISO_SIZE], const char **half)
{
    *day = '\0';
    *half = "";
    if (meeting->module_idx < 0)
        return;
    co_day_to_iso(meeting->day, day);
    *half = co_wording_halves_key(meeting->halves);
}

static const char *about(const CoCampaign *campaign, const CoFact *fact)
{
    if (fact->trainer_idx >= 0)
        return campaign->trainers[fact->trainer_idx].code;
    return fact->person_idx >= 0 ? campaign->people[fact->person_idx].id : "";
}

static void append_row(GString *text, const CoDifference *difference, const CoTold *told,
                       const CoFact *fact)
{
    static const char *const kinds[CO_N_TOLD] = {"participant", "formateur", "etablissement",
                                                 "site"};
    const CoCampaign *campaign = difference->campaign;
    int module_idx = fact->after.module_idx >= 0 ? fact->after.module_idx : fact->before.module_idx;
    char day_before[CO_DAY_ISO_SIZE], day_after[CO_DAY_ISO_SIZE];
    const char *half_before, *half_after;
    format_meeting(&fact->before, day_before, &half_before);
    format_meeting(&fact->after, day_after, &half_after);
    g_autofree char *sentence = co_wording_fact(difference, fact);
    const char *const cells[N_CELLS] = {
        kinds[told->kind],
        told->code,
        told->name,
        told->email,
        co_wording_fact_key(fact->kind),
        about(campaign, fact),
        group_code(difference->before, fact->before_idx),
        group_code(difference->after, fact->after_idx),
        module_idx >= 0 ? campaign->modules[module_idx].code : "",
        day_before,
        half_before,
        day_after,
        half_after,
        sentence,
        told->files,
    };
    co_csv_append_office_row(text, cells, N_CELLS);
}

bool co_told_write_table(const CoPublication *publication, const CoDifference *difference,
                         const GArray *told, GError **error)
{
    g_return_val_if_fail(publication != NULL && difference != NULL && told != NULL, false);
    GString *text = g_string_new(CO_CSV_OFFICE_MARK);
    g_string_append(text, "destinataire;code;nom;courriel;nature;concerne;groupe_avant;groupe;"
                          "module;date_avant;demi_avant;date;demi;phrase;fichiers\n");
    for (guint i = 0; i < told->len; i++) {
        const CoTold *reader = &g_array_index(told, CoTold, i);
        for (guint f = 0; f < reader->facts->len; f++)
            append_row(text, difference, reader, g_ptr_array_index(reader->facts, f));
    }
    g_autoptr(GBytes) data = g_string_free_to_bytes(text);
    return co_publication_write(publication, CO_CHANGES_TABLE_NAME, data, "EAFC", error);
}
