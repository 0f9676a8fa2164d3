/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row_establishment.h"

#include "inputs/tables/cells.h"
#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "decisions.h"
#include "match_establishment.h"
#include "match_uai.h"

/* One row asking. Texts are owned. */
typedef struct Case {
    CoRow *row;
    int column; /* of the cell at fault */
    CoProblemCode code;
    char *value;          /* what is asked about */
    char *said;           /* what readers are told, NULL = the value */
    char *name, *commune; /* "" = not told */
} Case;

static char *cell_text(const CoRow *row, int column)
{
    return column < 0 ? g_strdup("") : co_clean_text(co_row_cell(row, column));
}

static void case_clear(Case *asked)
{
    g_free(asked->value);
    g_free(asked->said);
    g_free(asked->name);
    g_free(asked->commune);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static CoSpokenName spoken_of(const Case *asked)
{
    return (CoSpokenName){asked->name, asked->commune};
}

static void report(const Case *asked, CoSeverity severity, CoProblem problem)
{
    problem.severity = severity;
    problem.code = asked->code;
    problem.value = asked->said != NULL ? asked->said : asked->value;
    co_row_report(asked->row, asked->column, problem);
    asked->row->out = asked->row->out || problem.action == CO_ACTION_ROW_OUT;
}

/* Nobody can even propose something: what was typed is simply no UAI. */
static void report_hopeless(const Case *asked)
{
    if (asked->code == CO_PROBLEM_UAI_NEAR)
        co_cell_refuse(asked->row, asked->column, CO_PROBLEM_UAI_INVALID, NULL);
    else
        report(asked, CO_SEVERITY_ERROR, (CoProblem){.action = CO_ACTION_ROW_OUT});
    asked->row->out = true;
}

/* @return (transfer none) what was decided as a UAI, in the campaign; NULL, reported, when it is
 * none */
static const char *decided_uai(const Case *asked, const CoVerdict *verdict)
{
    g_autofree char *uai = co_uai_repair(verdict->value);
    if (uai != NULL)
        return co_campaign_text(asked->row->table->import->campaign, uai);
    co_decisions_reject(asked->row, CO_QUESTION_UAI, verdict->value);
    return NULL;
}

static const char *conclude(const Case *asked, CoQuestion question)
{
    CoVerdict verdict = co_decisions_ask(asked->row, question);
    if (verdict.state == CO_VERDICT_REFUSED) {
        report(asked, CO_SEVERITY_NOTICE, (CoProblem){.action = CO_ACTION_ROW_OUT});
        return NULL;
    }
    const char *uai = verdict.state == CO_VERDICT_WAITING ? NULL : decided_uai(asked, &verdict);
    if (uai != NULL) {
        bool followed = verdict.state == CO_VERDICT_FOLLOWED;
        report(asked, followed ? CO_SEVERITY_WARNING : CO_SEVERITY_NOTICE,
               (CoProblem){.action = CO_ACTION_MENDED, .used = uai});
        return uai;
    }
    const CoQuestion *known =
        co_question_list_find(asked->row->table->import->questions, question.kind, question.value);
    const char *proposal = known != NULL ? known->proposal : question.proposal;
    const char *choices = *proposal != '\0' || known == NULL ? proposal : known->choices;
    if (*choices == '\0')
        report_hopeless(asked);
    else
        report(asked, CO_SEVERITY_ERROR,
               (CoProblem){.action = CO_ACTION_ROW_OUT, .detail = choices});
    return NULL;
}

/* Of several candidates the one whose name agrees is meant, if there is one only. */
static const char *agreeing(const Case *asked, const GPtrArray *candidates)
{
    CoSpokenName spoken = spoken_of(asked);
    const char *agreed = NULL;
    for (guint i = 0; i < candidates->len; i++) {
        if (!co_match_agrees(asked->row->table->import, &spoken, candidates->pdata[i]))
            continue;
        if (agreed != NULL)
            return NULL;
        agreed = candidates->pdata[i];
    }
    return agreed;
}

static bool is_known(const char *uai, gpointer data)
{
    CoImport *import = data;
    return co_keys_find(import->establishments, uai) >= 0 ||
           co_directory_knows(import->directory, uai);
}

static bool was_asked(const Case *asked, CoQuestionKind kind)
{
    const CoQuestion *question =
        co_question_list_find(asked->row->table->import->questions, kind, asked->value);
    return question != NULL && question->n_rows > 0;
}

static char *join(const GPtrArray *candidates)
{
    enum { MOST = 8 };
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MIN(candidates->len, (guint)MOST); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "|" : "", (char *)candidates->pdata[i]);
    return g_strdup(text->str);
}

/* @param candidates  UAIs @param agreed  the one that something else speaks for, or NULL */
static const char *ask(const Case *asked, CoQuestionKind kind, const GPtrArray *candidates,
                       const char *agreed)
{
    g_autofree char *choices = join(candidates);
    bool several = candidates->len > 1 && agreed == NULL;
    const char *proposal = agreed != NULL ? agreed : several ? "" : choices;
    return conclude(asked, (CoQuestion){.kind = kind,
                                        .value = asked->value,
                                        .proposal = proposal,
                                        .choices = several ? choices : "",
                                        .followed = agreed != NULL});
}

static const char *by_name(Case *asked)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    CoSpokenName spoken = spoken_of(asked);
    g_autofree char *uai = g_steal_pointer(&asked->value);
    asked->value = *asked->commune == '\0' ? g_strdup(asked->name)
                                           : g_strjoin(", ", asked->name, asked->commune, NULL);
    if (*uai != '\0')
        asked->said = g_strjoin(", ", uai, asked->value, NULL);
    asked->code = CO_PROBLEM_ESTABLISHMENT_BY_NAME;
    if (was_asked(asked, CO_QUESTION_ESTABLISHMENT))
        return ask(asked, CO_QUESTION_ESTABLISHMENT, none, NULL);
    g_autoptr(GPtrArray) candidates = co_match_establishment(asked->row->table->import, &spoken);
    return ask(asked, CO_QUESTION_ESTABLISHMENT, candidates,
               candidates->len == 1 ? candidates->pdata[0] : NULL);
}

static const char *by_neighbours(Case *asked)
{
    g_autoptr(GPtrArray) candidates =
        co_match_uai(asked->value, is_known, asked->row->table->import);
    if (candidates->len == 0 && *asked->name != '\0')
        return by_name(asked);
    return ask(asked, CO_QUESTION_UAI, candidates, agreeing(asked, candidates));
}

const char *co_row_establishment(CoRow *row, const CoPlaceColumns *columns)
{
    g_return_val_if_fail(row != NULL && columns != NULL, NULL);
    g_auto(Case) asked = {.row = row,
                          .column = columns->uai,
                          .code = CO_PROBLEM_UAI_NEAR,
                          .value = cell_text(row, columns->uai),
                          .name = cell_text(row, columns->name),
                          .commune = cell_text(row, columns->commune)};
    const char *uai = NULL;
    if (*asked.value != '\0')
        return co_cell_proven_uai(row, columns->uai, &uai) ? uai : by_neighbours(&asked);
    if (*asked.name == '\0') {
        co_row_check_filled(row, columns->uai);
        return NULL;
    }
    asked.column = columns->name;
    return by_name(&asked);
}
