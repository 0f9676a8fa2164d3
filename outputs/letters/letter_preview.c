/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters as plain lines, to judge a wording before anything is written. */
#include <glib.h>

#include "call_letter.h"
#include "mission_order.h"
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

/* What previews are made from, and what has been shown. */
typedef struct Preview {
    CoPublication publication; /* writes nothing */
    GHashTable *kinds;
    GPtrArray *letters;
} Preview;

static void show_if_new(Preview *preview, const CoLetter *letter, guint kind)
{
    if (g_hash_table_add(preview->kinds, GUINT_TO_POINTER(kind)))
        g_ptr_array_add(preview->letters, co_letter_lines(letter));
}

static void preview_group(Preview *preview, int group_idx)
{
    const CoOutputContext *context = preview->publication.context;
    const CoGroup *group = &context->plan->groups[group_idx];
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(context->campaign, context->plan, group_idx);
    for (int i = 0; i < group->n_members; i++) {
        const CoPerson *person = &context->campaign->people[group->members[i]];
        const CoEstablishment *school =
            &context->campaign->establishments[person->establishment_idx];
        const CoHeadingScope scope = {school->academy_idx, school->wave_idx};
        if (!person->named)
            continue;
        const CoCall call = {context->campaign, group, agenda, group->members[i],
                             preview->publication.expenses};
        g_autoptr(CoHeading) heading = co_heading_new(context, scope, "Convocation");
        g_auto(CoLetter) letter = {0};
        co_call_letter_init(&letter, &call, preview->publication.texts, heading);
        show_if_new(preview, &letter, kind_of(&letter.values));
    }
}

static void preview_trainer(Preview *preview, int trainer_idx)
{
    const CoOutputContext *context = preview->publication.context;
    g_autoptr(CoAgenda) agenda = co_agenda_of_trainer(context->plan, trainer_idx);
    if (agenda->n_entries == 0)
        return;
    const CoHeadingScope scope = {context->campaign->trainers[trainer_idx].academy_idx, -1};
    const CoMission mission = {&preview->publication, agenda, trainer_idx};
    g_autoptr(CoHeading) heading = co_heading_new(context, scope, "Ordre de mission");
    g_auto(CoLetter) letter = {0};
    guint kind = 0;
    co_mission_order_init(&letter, &mission, heading);
    for (guint i = 0; i < letter.places->len; i++)
        kind |= kind_of(&g_array_index(letter.places, CoTextValues, i));
    show_if_new(preview, &letter, kind | kind_of(&letter.values));
}

static void preview_init(Preview *preview, const CoTexts *texts, const CoOutputContext *context)
{
    co_publication_init(&preview->publication, context, texts, NULL);
    preview->kinds = g_hash_table_new(NULL, NULL);
    preview->letters = g_ptr_array_new();
}

/* @return (transfer full) what was shown */
static char **preview_finish(Preview *preview)
{
    g_ptr_array_add(preview->letters, NULL);
    char **letters = (char **)g_ptr_array_free(preview->letters, FALSE);
    g_hash_table_unref(preview->kinds);
    co_publication_clear(&preview->publication);
    return letters;
}

char **co_texts_preview(const CoTexts *texts, const CoOutputContext *context)
{
    g_return_val_if_fail(texts != NULL && context != NULL && context->plan != NULL, NULL);
    Preview preview = {0};
    preview_init(&preview, texts, context);
    for (int i = 0; i < context->plan->n_groups; i++)
        preview_group(&preview, i);
    return preview_finish(&preview);
}

char **co_texts_preview_orders(const CoTexts *texts, const CoOutputContext *context)
{
    g_return_val_if_fail(texts != NULL && context != NULL && context->plan != NULL, NULL);
    Preview preview = {0};
    preview_init(&preview, texts, context);
    for (int i = 0; i < context->campaign->n_trainers; i++)
        preview_trainer(&preview, i);
    return preview_finish(&preview);
}
