/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions an import leaves to the planner: the file decisions.csv, to be filled in. */
#include "cohorte/wording.h"

#include <string.h>

#include "outputs/kit/csv.h"
#include "outputs/template/wording_template.h"

static void append_proposal(GString *text, const CoQuestion *question)
{
    if (question->followed && *question->proposal != '\0')
        g_string_append_printf(text, "Lu « %s » tant que rien n'est décidé.", question->proposal);
    else
        g_string_append(text, "Laissé de côté tant que rien n'est décidé.");
    if (*question->choices == '\0')
        return;
    g_auto(GStrv) choices = g_strsplit(question->choices, "|", -1);
    g_autofree char *joined = g_strjoinv(" ou ", choices);
    g_string_append_printf(text, " Ce peut être %s.", joined);
}

static void append_answer(GString *text, const CoQuestion *question)
{
    const char *wanted =
        question->kind == CO_QUESTION_ROLE ? "la fonction (code ou libellé)" : "l'UAI";
    if (*question->proposal != '\0')
        g_string_append_printf(text, " Répondez oui, non, ou écrivez %s.", wanted);
    else
        g_string_append_printf(text, " Écrivez %s, ou non.", wanted);
}

static void append_place(GString *text, const CoQuestion *question)
{
    if (strchr(question->where, ':') == NULL)
        return;
    g_string_append_printf(text, " Vu %d fois, d'abord dans ", question->n_rows);
    co_template_append_where(text, question->where);
    g_string_append_c(text, '.');
}

char *co_wording_question(const CoQuestion *question)
{
    g_return_val_if_fail(question != NULL, NULL);
    if (question->kind == CO_QUESTION_FOREIGN)
        return g_strdup("Cette question n'est pas de Cohorte ; elle est gardée telle quelle.");
    if (question->n_rows == 0)
        return g_strdup("Ne s'est pas posée au dernier import.");
    g_autoptr(GString) text = g_string_new(NULL);
    append_proposal(text, question);
    append_answer(text, question);
    append_place(text, question);
    return g_strdup(text->str);
}

/* A spreadsheet must not take what somebody typed for a formula. */
static char *guarded(const char *text)
{
    bool formula = text[0] != '\0' && text[1] != '\0' && strchr("=+-@", text[0]) != NULL;
    return formula ? g_strconcat("'", text, NULL) : g_strdup(text);
}

char *co_wording_decisions(const CoQuestionList *questions)
{
    static const char *const headers[] = {"question", "valeur", "proposition", "decision",
                                          "explication"};
    g_return_val_if_fail(questions != NULL, NULL);
    /* Spreadsheets know UTF-8 by its mark. */
    GString *text = g_string_new("\xEF\xBB\xBF");
    co_csv_append_row(text, headers, G_N_ELEMENTS(headers));
    for (size_t i = 0; i < co_question_list_size(questions); i++) {
        const CoQuestion *question = co_question_list_at(questions, i);
        const char *key = co_question_key(question->kind);
        g_autofree char *value = guarded(question->value);
        g_autofree char *decision = guarded(question->decision);
        g_autofree char *explanation = co_wording_question(question);
        const char *const cells[] = {key != NULL ? key : question->label, value, question->proposal,
                                     decision, explanation};
        co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
    }
    return g_string_free(text, FALSE);
}
