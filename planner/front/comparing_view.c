/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan changes, for a reader or a program. */
#include "comparing.h"

#include "cohorte/wording.h"

enum { MAX_CHANGES = 12, MAX_CODES = 12, INDENT = 4 };

/* Readers of one kind. */
typedef struct Readers {
    const char *one, *several, *key;
    const CoFacts *facts;
    int n;
    const char *(*code)(const CoCampaign *campaign, int idx); /* NULL for who is not to be told */
} Readers;

/* Seats without a name are told to their establishment. */
static const char *code_of_person(const CoCampaign *campaign, int idx)
{
    return campaign->people[idx].named ? campaign->people[idx].id : NULL;
}

static const char *code_of_trainer(const CoCampaign *campaign, int idx)
{
    return campaign->trainers[idx].code;
}

static const char *code_of_school(const CoCampaign *campaign, int idx)
{
    return campaign->establishments[idx].uai;
}

static const char *code_of_room(const CoCampaign *campaign, int idx)
{
    return campaign->rooms[idx].code;
}

enum { N_KINDS = 4 };

static void list_kinds(const CoDifference *difference, Readers kinds[N_KINDS])
{
    const CoCampaign *campaign = difference->campaign;
    kinds[0] = (Readers){"participant",      "participants",     "participants",
                         difference->people, campaign->n_people, code_of_person};
    kinds[1] = (Readers){"formateur",          "formateurs",         "formateurs",
                         difference->trainers, campaign->n_trainers, code_of_trainer};
    kinds[2] = (Readers){"établissement",     "établissements",           "etablissements",
                         difference->schools, campaign->n_establishments, code_of_school};
    kinds[3] = (Readers){"salle (lieu d'accueil)", "salles (lieux d'accueil)", "salles",
                         difference->rooms,        campaign->n_rooms,          code_of_room};
}

/* @return (transfer container) the codes of those who must be told */
static GPtrArray *codes_of(const CoDifference *difference, const Readers *readers)
{
    GPtrArray *codes = g_ptr_array_new();
    for (int i = 0; i < readers->n; i++) {
        const char *code =
            readers->facts[i].n_facts > 0 ? readers->code(difference->campaign, i) : NULL;
        if (code != NULL)
            g_ptr_array_add(codes, (gpointer)code);
    }
    return codes;
}

static void show_readers(const CoTerminal *terminal, const CoDifference *difference,
                         const Readers *readers)
{
    g_autoptr(GPtrArray) codes = codes_of(difference, readers);
    if (codes->len == 0)
        return;
    g_autofree char *count = co_french_count((int)codes->len, readers->one, readers->several);
    GString *text = g_string_new(": ");
    for (guint i = 0; i < MIN(codes->len, MAX_CODES); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(codes, i));
    if (codes->len > MAX_CODES)
        g_string_append_printf(text, "… et %u de plus", codes->len - MAX_CODES);
    g_autofree char *list = g_string_free(text, FALSE);
    g_autofree char *line = g_strdup_printf("- %s %s", count, list);
    co_terminal_print(terminal, "  ");
    co_terminal_wrapped(terminal, line, 2, INDENT);
}

/* Facts of groups say once what everybody is told. @return (transfer full) in the order of groups
 */
static GPtrArray *sentences_of(const CoDifference *difference)
{
    GPtrArray *sentences = g_ptr_array_new_with_free_func(g_free);
    for (int g = 0; g < difference->after->n_groups; g++)
        for (int i = 0; i < difference->groups[g].n_facts; i++)
            g_ptr_array_add(sentences,
                            co_wording_fact(difference, &difference->groups[g].facts[i]));
    for (int i = 0; i < difference->eafc.n_facts; i++)
        g_ptr_array_add(sentences, co_wording_fact(difference, &difference->eafc.facts[i]));
    return sentences;
}

void co_comparison_show(const CoTerminal *terminal, const CoDifference *difference)
{
    g_return_if_fail(terminal != NULL && difference != NULL);
    if (co_difference_is_empty(difference)) {
        co_terminal_print(terminal,
                          "Rien ne change du plan %d au plan %d : personne n'est à "
                          "prévenir.\n",
                          difference->before->version, difference->after->version);
        return;
    }
    g_autoptr(GPtrArray) sentences = sentences_of(difference);
    g_autofree char *lead = g_strdup_printf(
        "Du plan %d au plan %d :\n", difference->before->version, difference->after->version);
    co_terminal_print(terminal, "%s", lead);
    for (guint i = 0; i < MIN(sentences->len, MAX_CHANGES); i++) {
        co_terminal_print(terminal, "  ");
        g_autofree char *line = g_strdup_printf("- %s", (char *)g_ptr_array_index(sentences, i));
        co_terminal_wrapped(terminal, line, 2, INDENT);
    }
    if (sentences->len > MAX_CHANGES)
        co_terminal_print(terminal, "    … et %u de plus\n", sentences->len - MAX_CHANGES);
    Readers kinds[N_KINDS];
    list_kinds(difference, kinds);
    co_terminal_print(terminal, "À prévenir (changements.xlsx dit de quoi) :\n");
    for (int k = 0; k < N_KINDS; k++)
        show_readers(terminal, difference, &kinds[k]);
}

void co_comparison_write(CoJson *json, const CoDifference *difference)
{
    g_return_if_fail(json != NULL && difference != NULL);
    Readers kinds[N_KINDS];
    list_kinds(difference, kinds);
    co_json_begin_object(json, "difference");
    co_json_integer(json, "avant", difference->before->version);
    co_json_integer(json, "apres", difference->after->version);
    co_json_boolean(json, "vide", co_difference_is_empty(difference));
    co_json_integer(json, "groupes",
                    co_facts_count(difference->groups, difference->after->n_groups));
    co_json_begin_object(json, "a_prevenir");
    for (int k = 0; k < N_KINDS; k++) {
        g_autoptr(GPtrArray) codes = codes_of(difference, &kinds[k]);
        co_json_integer(json, kinds[k].key, (int)codes->len);
    }
    co_json_end(json);
    co_json_end(json);
}
