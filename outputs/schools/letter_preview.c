/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Call letters as plain lines, to judge a wording before anything is written. */
#include <glib.h>

#include "outputs/words/letter_words.h"
#include "cohorte/texts.h"
#include "cohorte/wording.h"

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

static void append_meetings(GString *text, const CoCall *call)
{
    for (int i = 0; i < call->agenda->n_entries; i++) {
        const CoEntry *entry = &call->agenda->entries[i];
        g_autofree char *day = co_wording_day_long(entry->day);
        g_autofree char *times = co_letter_times(call->campaign, entry);
        g_autofree char *module = co_letter_module(call->campaign, entry);
        g_autofree char *access = co_letter_access(call, entry);
        g_string_append_printf(text, "  %s%s%s ; %s ; %s ; %s\n", day, *day != '\0' ? ", " : "",
                               times, co_wording_mode(co_agenda_mode(call->campaign, entry)),
                               module, access);
    }
    g_string_append_c(text, '\n');
}

static void append_lines(GString *text, char **lines)
{
    for (char **line = lines; *line != NULL; line++)
        g_string_append_printf(text, "%s\n", *line);
}

static void append_block(GString *text, const CoCall *call, const CoTexts *texts,
                         const CoTextValues *values, const CoBlock *block)
{
    g_autofree char *school = NULL;
    g_auto(GStrv) signature = NULL;
    switch (block->kind) {
    case CO_BLOCK_TITLE:
    case CO_BLOCK_STRONG:
    case CO_BLOCK_TEXT:
        g_string_append_printf(text, "%s\n\n", block->text);
        return;
    case CO_BLOCK_FACT:
        if (*block->text != '\0')
            g_string_append_printf(text, "%s : %s\n\n", block->label, block->text);
        return;
    case CO_BLOCK_ADDRESSEE:
        school = co_letter_school(call);
        g_string_append_printf(text, "%s\n%s\n%s\n%s\n\n", values->value[CO_FIELD_PERSON],
                               values->value[CO_FIELD_ROLES], school, CO_LETTER_THROUGH);
        return;
    case CO_BLOCK_MEETINGS:
        append_meetings(text, call);
        return;
    case CO_BLOCK_SIGNATURES:
        break;
    }
    signature = co_texts_lines(texts, CO_TEXT_SIGNATURE, values);
    append_lines(text, signature);
    g_string_append_printf(text, "%s\n%s\n", CO_LETTER_SEEN, CO_LETTER_ABSENCE);
}

static char *letter_text(const CoCall *call, const CoTexts *texts, const CoTextValues *values)
{
    GString *text = g_string_new(NULL);
    g_auto(GStrv) header = co_texts_lines(texts, CO_TEXT_HEADER, values);
    g_autoptr(GArray) blocks = co_texts_blocks(texts, CO_TEXT_LETTER, values);
    append_lines(text, header);
    g_string_append_printf(text, "%s – Réf. %s\n\n", values->value[CO_FIELD_ISSUE],
                           values->value[CO_FIELD_REFERENCE]);
    for (guint i = 0; i < blocks->len; i++)
        append_block(text, call, texts, values, &g_array_index(blocks, CoBlock, i));
    return g_string_free(text, FALSE);
}

char *co_letter_as_text(const CoCall *call, const CoTexts *texts, const CoHeading *heading)
{
    g_return_val_if_fail(call != NULL && texts != NULL && heading != NULL, NULL);
    g_auto(CoTextValues) values = {{NULL}};
    co_letter_values(call, heading, &values);
    return letter_text(call, texts, &values);
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
        g_auto(CoTextValues) values = {{NULL}};
        co_letter_values(&call, heading, &values);
        if (g_hash_table_add(kinds, GUINT_TO_POINTER(kind_of(&values))))
            g_ptr_array_add(letters, letter_text(&call, texts, &values));
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
