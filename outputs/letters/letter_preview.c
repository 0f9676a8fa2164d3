/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters as plain lines, to judge a wording before anything is written. */
#include <glib.h>

#include "call_letter.h"
#include "cohorte/texts.h"

/* Letters that differ in none of these are of one kind. */
static const CoTextField telling[] = {
    CO_FIELD_IN_PERSON,     CO_FIELD_PAID,         CO_FIELD_UNPAID_SAME_COMMUNE,
    CO_FIELD_UNPAID_REMOTE, CO_FIELD_PAID_UNKNOWN,
};

static guint kind_of(const CoTextValues *values)
{
    guint kind = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(telling); i++)
        if (values->value[telling[i]] != NULL)
            kind |= 1U << i;
    return kind;
}

static void preview_group(const CoTexts *texts, const CoOutputContext *context, int group_idx,
                          GHashTable *kinds, GPtrArray *letters)
{
    const CoGroup *group = &context->plan->groups[group_idx];
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(context->campaign, context->plan, group_idx);
    for (int i = 0; i < group->n_members; i++) {
        const CoPerson *person = &context->campaign->people[group->members[i]];
        const CoEstablishment *school =
            &context->campaign->establishments[person->establishment_idx];
        const CoHeadingScope scope = {school->academy_idx, school->wave_idx};
        if (!person->named)
            continue;
        const CoCall call = {context->campaign, group, agenda, group->members[i]};
        g_autoptr(CoHeading) heading = co_heading_new(context, scope, "Convocation");
        g_auto(CoLetter) letter = {0};
        co_call_letter_init(&letter, &call, texts, heading);
        if (g_hash_table_add(kinds, GUINT_TO_POINTER(kind_of(&letter.values))))
            g_ptr_array_add(letters, co_letter_lines(&letter));
    }
}

char **co_texts_preview(const CoTexts *texts, const CoOutputContext *context)
{
    g_return_val_if_fail(texts != NULL && context != NULL && context->plan != NULL, NULL);
    g_autoptr(GHashTable) kinds = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) letters = g_ptr_array_new();
    for (int i = 0; i < context->plan->n_groups; i++)
        preview_group(texts, context, i, kinds, letters);
    g_ptr_array_add(letters, NULL);
    return (char **)g_ptr_array_steal(letters, NULL);
}
