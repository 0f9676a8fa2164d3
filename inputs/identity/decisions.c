/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"

enum { QUESTION, VALUE, PROPOSAL, DECISION, EXPLANATION };

static const CoColumn columns[] = {
    [QUESTION] = {"question", CO_REQUIRED},       [VALUE] = {"valeur", CO_REQUIRED},
    [PROPOSAL] = {"proposition", CO_OPTIONAL},    [DECISION] = {"decision", CO_PRESENT},
    [EXPLANATION] = {"explication", CO_OPTIONAL},
};

static CoQuestionKind kind_of(const char *word)
{
    g_autofree char *key = co_text_key(word);
    for (int kind = 0; kind < CO_QUESTION_FOREIGN; kind++)
        if (strcmp(key, co_question_key((CoQuestionKind)kind)) == 0)
            return (CoQuestionKind)kind;
    return CO_QUESTION_FOREIGN;
}

/* A value that a spreadsheet would take for a formula is written behind an apostrophe. */
static const char *unguarded(const char *cell)
{
    return cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@", cell[1]) != NULL ? cell + 1 : cell;
}

static void read_row(CoImport *import, const CoRow *row)
{
    g_autofree char *label = co_clean_text(co_row_cell(row, QUESTION));
    g_autofree char *value = co_clean_text(unguarded(co_row_cell(row, VALUE)));
    g_autofree char *proposal = co_clean_text(co_row_cell(row, PROPOSAL));
    g_autofree char *decision = co_clean_text(unguarded(co_row_cell(row, DECISION)));
    CoQuestionKind kind = kind_of(label);
    CoQuestion question = {
        .kind = kind,
        .label = kind == CO_QUESTION_FOREIGN ? label : "",
        .value = value,
        .proposal = proposal,
        .decision = decision,
    };
    co_question_list_add(import->questions, &question);
    if (kind == CO_QUESTION_FOREIGN)
        co_row_report(row, QUESTION,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_VALUE_CHOICE,
                                  .action = CO_ACTION_ROW_OUT,
                                  .value = label,
                                  .detail = "uai|etablissement|role"});
}

static void read_table(CoImport *import)
{
    static const CoColumnSet set = {columns, G_N_ELEMENTS(columns), true};
    if (co_sheet_store_count(import->sheets, "decisions") == 0)
        return;
    const CoSheet *sheet = co_sheet_store_get(import->sheets, "decisions", 0);
    CoTable table;
    if (!co_table_open(&table, import, sheet, &set))
        return;
    for (int i = 0; i < co_sheet_n_rows(sheet); i++) {
        CoRow row = {.table = &table, .row = i};
        if (co_row_check_required(&row))
            read_row(import, &row);
    }
}

/* What was followed once may be gone from the campaign since: then it is asked anew. */
static bool is_still_there(const CoImport *import, const CoQuestion *question)
{
    if (*question->decision != '\0')
        return true;
    return co_keys_find(question->kind == CO_QUESTION_ROLE ? import->roles : import->establishments,
                        question->proposal) >= 0;
}

void co_decisions_read(CoImport *import)
{
    g_return_if_fail(import != NULL);
    read_table(import);
    size_t n = import->remembered != NULL ? co_question_list_size(import->remembered) : 0;
    for (size_t i = 0; i < n; i++) {
        const CoQuestion *earlier = co_question_list_at(import->remembered, i);
        if (is_still_there(import, earlier))
            co_question_list_recall(import->questions, earlier);
    }
}

static bool is_word(const char *decision, const char *const *words)
{
    g_autofree char *key = co_text_key(decision);
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(key, words[i]) == 0)
            return true;
    return false;
}

CoVerdict co_decisions_ask(const CoRow *row, CoQuestion question)
{
    static const char *const yes[] = {"oui", "o", "ok", "yes", "x", "vrai", "accepte", NULL};
    static const char *const no[] = {"non", "n", "no", "faux", "ignorer", "refuse", NULL};
    g_autofree char *where = co_sheet_where(co_sheet_file(row->table->sheet),
                                            co_sheet_name(row->table->sheet), co_row_line(row));
    question.where = where;
    const CoQuestion *asked = co_question_list_ask(row->table->import->questions, &question);
    if (asked == NULL)
        return (CoVerdict){CO_VERDICT_WAITING, ""};
    const char *proposal = asked->proposal, *decision = asked->decision;
    if (is_word(decision, no) || strcmp(decision, "-") == 0)
        return (CoVerdict){CO_VERDICT_REFUSED, ""};
    if (*decision != '\0' && !is_word(decision, yes))
        return (CoVerdict){CO_VERDICT_DECIDED, decision};
    if (*decision != '\0' && *proposal != '\0')
        return (CoVerdict){CO_VERDICT_DECIDED, proposal};
    if (*decision != '\0')
        co_decisions_reject(row, question.kind, decision);
    bool followed = asked->followed && *proposal != '\0';
    return (CoVerdict){followed ? CO_VERDICT_FOLLOWED : CO_VERDICT_WAITING,
                       followed ? proposal : ""};
}

void co_decisions_reject(const CoRow *row, CoQuestionKind kind, const char *decision)
{
    co_row_report(row, -1,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_DECISION_INVALID,
                              .value = decision,
                              .detail = kind == CO_QUESTION_ROLE ? "role" : "uai"});
}
