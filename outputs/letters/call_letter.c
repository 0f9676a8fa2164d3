/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call_letter.h"

#include "cohorte/wording.h"

static const CoLetterColumn columns[] = {
    {"Date", 104, 72, true},     {"Horaires", 92, 72, true},          {"Modalité", 92, 68, true},
    {"Module", 226, 152, false}, {"Salle ou accès", 202, 131, false},
};

const CoLetterForm co_call_letter_form = {
    .kind = CO_TEXT_LETTER,
    .n_columns = G_N_ELEMENTS(columns),
    .columns = columns,
    .n_left = 3,
    .visas = {"Vu et transmis : le chef d'établissement (date, cachet, signature)",
              "En cas d'empêchement – motif, date et signature de la personne convoquée ; avis et "
              "signature du chef d'établissement"},
};

void co_call_letter_init(CoLetter *letter, const CoCall *call, const CoTexts *texts,
                         const CoHeading *heading)
{
    g_return_if_fail(letter != NULL && call != NULL && texts != NULL && heading != NULL);
    co_letter_init(letter, &co_call_letter_form, texts, heading);
    co_letter_values(call, heading, &letter->values);
    g_free(letter->school);
    letter->school = co_letter_school(call);
    for (int i = 0; i < call->agenda->n_entries; i++) {
        const CoEntry *entry = &call->agenda->entries[i];
        CoLetterDate *date = co_letter_add_date(letter, entry->day);
        date->cells[1] = co_letter_times(call->campaign, entry);
        date->cells[2] = g_strdup(co_wording_mode(co_agenda_mode(call->campaign, entry)));
        date->cells[3] = co_letter_module(call->campaign, entry);
        date->cells[4] = co_letter_access(call, entry);
    }
}

char *co_call_letter_as_text(const CoCall *call, const CoTexts *texts, const CoHeading *heading)
{
    g_return_val_if_fail(call != NULL && texts != NULL && heading != NULL, NULL);
    g_auto(CoLetter) letter = {0};
    co_call_letter_init(&letter, call, texts, heading);
    return co_letter_lines(&letter);
}
