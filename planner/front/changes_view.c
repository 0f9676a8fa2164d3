/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "changes_view.h"

#include <glib.h>

enum { MAX_SHOWN = 20, INDENT = 4 };

static const char *const signs[] = {
    [CO_CHANGE_NEW] = "+",
    [CO_CHANGE_MODIFIED] = "~",
    [CO_CHANGE_GONE] = "-",
};
static const char *const keys[] = {
    [CO_CHANGE_NEW] = "nouvelles",
    [CO_CHANGE_MODIFIED] = "modifiees",
    [CO_CHANGE_GONE] = "disparues",
};
static const CoStyle styles[] = {
    [CO_CHANGE_NEW] = CO_STYLE_GREEN,
    [CO_CHANGE_MODIFIED] = CO_STYLE_YELLOW,
    [CO_CHANGE_GONE] = CO_STYLE_RED,
};

static char *counts_text(const char *what, const int counts[3])
{
    g_autofree char *added = co_french_count(counts[CO_CHANGE_NEW], "nouvelle", "nouvelles");
    g_autofree char *modified =
        co_french_count(counts[CO_CHANGE_MODIFIED], "modifiée", "modifiées");
    g_autofree char *gone = co_french_count(counts[CO_CHANGE_GONE], "disparue", "disparues");
    return g_strdup_printf("%s : %s, %s, %s", what, added, modified, gone);
}

static char *fields_text(unsigned fields)
{
    static const struct {
        CoField field;
        const char *words;
    } words[] = {
        {CO_FIELD_NAME, "nom"},
        {CO_FIELD_EMAIL, "courriel"},
        {CO_FIELD_ROLES, "fonction"},
        {CO_FIELD_ESTABLISHMENT, "établissement"},
        {CO_FIELD_SPANS, "indisponibilités"},
        {CO_FIELD_OTHER, "autres indications"},
    };
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if ((fields & words[i].field) != 0)
            g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", words[i].words);
    return g_strdup(text->str);
}

static char *school_text(const CoCampaign *campaign, int index)
{
    if (index < 0)
        return g_strdup("");
    const CoEstablishment *school = &campaign->establishments[index];
    return *school->place.name == '\0'
               ? g_strdup(school->uai)
               : g_strdup_printf("%s (%s)", school->place.name, school->uai);
}

static const CoPerson *person_of(const CoPersonChange *change, const CoCampaign *before,
                                 const CoCampaign *after)
{
    return change->after_idx >= 0 ? &after->people[change->after_idx]
                                  : &before->people[change->before_idx];
}

static char *person_text(const CoPersonChange *change, const CoCampaign *before,
                         const CoCampaign *after)
{
    const CoPerson *person = person_of(change, before, after);
    g_autofree char *school =
        school_text(change->after_idx >= 0 ? after : before, person->establishment_idx);
    g_autofree char *name = g_strstrip(g_strjoin(" ", person->first_name, person->last_name, NULL));
    g_autofree char *fields = fields_text(change->fields);
    return g_strdup_printf("%s %s, %s%s%s", person->id, *name != '\0' ? name : "sans nom", school,
                           *fields != '\0' ? " : " : "", fields);
}

static void show_line(const CoTerminal *terminal, CoChangeKind kind, const char *text)
{
    co_terminal_print(terminal, "  ");
    co_terminal_styled(terminal, styles[kind], signs[kind]);
    co_terminal_print(terminal, " ");
    co_terminal_wrapped(terminal, text, INDENT, INDENT);
}

static void show_rest(const CoTerminal *terminal, int n)
{
    if (n > MAX_SHOWN)
        co_terminal_print(terminal, "    … et %d de plus\n", n - MAX_SHOWN);
}

static void count(const CoChanges *changes, int answers[3], int people[3])
{
    for (int kind = 0; kind < 3; kind++) {
        answers[kind] = co_changes_count_answers(changes, (CoChangeKind)kind);
        people[kind] = co_changes_count_people(changes, (CoChangeKind)kind);
    }
}

void co_changes_show(const CoTerminal *terminal, const CoChanges *changes, const CoCampaign *before,
                     const CoCampaign *after)
{
    g_return_if_fail(terminal != NULL && changes != NULL);
    if (changes->n_people == 0 && changes->n_answers == 0) {
        co_terminal_print(terminal,
                          "Les réponses et les personnes sont celles du dernier import.\n");
        return;
    }
    int n_answers[3], n_people[3];
    count(changes, n_answers, n_people);
    g_autofree char *answers = counts_text("réponses", n_answers);
    g_autofree char *people = counts_text("personnes", n_people);
    g_autofree char *both = g_strdup_printf("%s ; %s.", answers, people);
    co_terminal_paragraph(terminal, CO_STYLE_STRONG, "Depuis le dernier import : ", both);
    for (int i = 0; i < MIN(changes->n_people, MAX_SHOWN); i++) {
        g_autofree char *text = person_text(&changes->people[i], before, after);
        show_line(terminal, changes->people[i].kind, text);
    }
    show_rest(terminal, changes->n_people);
}

static void write_answers(CoJson *json, const CoChanges *changes, const CoCampaign *before,
                          const CoCampaign *after)
{
    co_json_begin_object(json, "reponses");
    for (int kind = 0; kind < 3; kind++) {
        co_json_begin_array(json, keys[kind]);
        for (int i = 0; i < changes->n_answers; i++) {
            const CoAnswerChange *change = &changes->answers[i];
            if ((int)change->kind == kind)
                co_json_text(json, NULL,
                             change->after_idx >= 0
                                 ? after->establishments[change->after_idx].uai
                                 : before->establishments[change->before_idx].uai);
        }
        co_json_end(json);
    }
    co_json_end(json);
}

void co_changes_write(CoJson *json, const CoChanges *changes, const CoCampaign *before,
                      const CoCampaign *after)
{
    g_return_if_fail(json != NULL);
    if (changes == NULL) {
        co_json_null(json, "changements");
        return;
    }
    co_json_begin_object(json, "changements");
    write_answers(json, changes, before, after);
    co_json_begin_object(json, "personnes");
    for (int kind = 0; kind < 3; kind++) {
        co_json_begin_array(json, keys[kind]);
        for (int i = 0; i < changes->n_people; i++)
            if ((int)changes->people[i].kind == kind)
                co_json_text(json, NULL, person_of(&changes->people[i], before, after)->id);
        co_json_end(json);
    }
    co_json_end(json);
    co_json_end(json);
}
