/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_confidence.h"

#include "cohorte/text.h"
#include "survey_content.h"
#include "survey_headers.h"
#include "survey_words.h"

/* What is known for or against a column being what it was taken for. */
typedef struct Evidence {
    bool by_words;
    bool is_strict; /* its cells are of one kind or it is not that column */
    int n_filled;
    int share; /* of the cells that fit, in percent; -1: any cell may fit */
} Evidence;

static int weigh(const Evidence *evidence)
{
    if (evidence->n_filled == 0)
        return evidence->by_words ? 70 : 30;
    if (evidence->share < 0)
        return evidence->by_words ? 90 : 55;
    if (evidence->by_words)
        return evidence->share >= 80   ? 98
               : evidence->share >= 50 ? 85
               : evidence->is_strict   ? 40
                                       : 55;
    return evidence->share >= 90 ? 80 : evidence->share >= 60 ? 65 : 30;
}

static int person_share(int field, const CoContent *content, bool *is_strict)
{
    *is_strict = false;
    switch (field) {
    case CO_PERSON_ROLE:
        *is_strict = true;
        return content->role;
    case CO_PERSON_EMAIL:
        *is_strict = true;
        return content->email;
    case CO_PERSON_LAST_NAME:
    case CO_PERSON_FIRST_NAME:
        return content->name;
    case CO_PERSON_SPANS:
        return MAX(content->spans, content->stamp);
    case CO_PERSON_WEIGHT:
        return content->count;
    case CO_PERSON_TRAINED:
    case CO_PERSON_ACCESS:
    case CO_PERSON_OTP:
    case CO_PERSON_RIGHT:
        return content->truth;
    default:
        return -1;
    }
}

static int answer_share(int field, const CoContent *content, bool *is_strict)
{
    *is_strict = field == CO_ANSWER_UAI || field == CO_ANSWER_SUBMITTED;
    switch (field) {
    case CO_ANSWER_UAI:
        return content->uai;
    case CO_ANSWER_SUBMITTED:
        return content->stamp;
    case CO_ANSWER_STAFF:
        return content->count;
    default:
        return -1;
    }
}

static bool answer_says(int field, const char *header)
{
    g_autofree char *key = co_text_key(header);
    return co_words_answer(key) == field ||
           (field == CO_ANSWER_SUBMITTED && co_survey_is_service_header(header)) ||
           (field == CO_ANSWER_ID && co_survey_is_service_header(header));
}

static bool person_says(int field, const char *header)
{
    g_autofree char *first = co_placeholder_fill(header, 1);
    g_autofree char *key = co_text_key(first);
    int told = co_words_person(key);
    return told == field || (field == CO_PERSON_ROLE_OTHER && told == CO_PERSON_ROLE);
}

static int person_confidence(const CoMapping *mapping, const CoSheet *sheet, const CoLayout *layout,
                             CoKeys *roles, int field)
{
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; layout->blocks != NULL && i < layout->blocks->len; i++) {
        int position = g_array_index(layout->blocks, CoBlock, i).position[field];
        if (position >= 0)
            g_array_append_val(columns, position);
    }
    if (columns->len == 0 || mapping->person[field] == NULL)
        return 0;
    CoContent content =
        co_content_of(sheet, (const int *)(const void *)columns->data, (int)columns->len, roles);
    Evidence evidence = {.by_words = person_says(field, mapping->person[field]),
                         .n_filled = content.n_filled};
    evidence.share = person_share(field, &content, &evidence.is_strict);
    return weigh(&evidence);
}

static int answer_confidence(const CoMapping *mapping, const CoSheet *sheet, const CoLayout *layout,
                             int field)
{
    int column = layout->answer[field];
    if (column < 0 || mapping->answer[field] == NULL)
        return 0;
    CoContent content = co_content_of(sheet, &column, 1, NULL);
    Evidence evidence = {.by_words = answer_says(field, mapping->answer[field]),
                         .n_filled = content.n_filled};
    evidence.share = answer_share(field, &content, &evidence.is_strict);
    return weigh(&evidence);
}

static int count_confidence(const CoSheet *sheet, const CoLayout *layout)
{
    int least = 0;
    for (guint i = 0; layout->counts != NULL && i < layout->counts->len; i++) {
        int column = g_array_index(layout->counts, CoCountPlace, i).column;
        CoContent content = co_content_of(sheet, &column, 1, NULL);
        int sure = weigh(&(Evidence){.by_words = true,
                                     .is_strict = true,
                                     .n_filled = content.n_filled,
                                     .share = content.count});
        least = i == 0 ? sure : MIN(least, sure);
    }
    return least;
}

CoConfidence co_confidence_of(const CoMapping *mapping, const CoSheet *sheet,
                              const CoLayout *layout, CoKeys *roles)
{
    CoConfidence confidence = {0};
    g_return_val_if_fail(mapping != NULL && sheet != NULL && layout != NULL, confidence);
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        confidence.answer[i] = answer_confidence(mapping, sheet, layout, i);
    for (int i = 0; i < CO_PERSON_N_COLUMNS; i++)
        confidence.person[i] = person_confidence(mapping, sheet, layout, roles, i);
    int place = MAX(confidence.answer[CO_ANSWER_UAI], confidence.answer[CO_ANSWER_NAME] / 2);
    int name = MAX(confidence.person[CO_PERSON_LAST_NAME], confidence.person[CO_PERSON_EMAIL]);
    confidence.count = count_confidence(sheet, layout);
    if (mapping->person[CO_PERSON_ROLE] == NULL) /* nobody is named */
        confidence.overall = (35 * place + 65 * confidence.count) / 100;
    else
        confidence.overall =
            (35 * place + 35 * confidence.person[CO_PERSON_ROLE] + 30 * name) / 100;
    return confidence;
}

static bool is_used(const CoLayout *layout, int column)
{
    for (int i = 0; i < CO_ANSWER_N_COLUMNS; i++)
        if (layout->answer[i] == column)
            return true;
    for (guint i = 0; i < layout->blocks->len; i++)
        for (int j = 0; j < CO_PERSON_N_COLUMNS; j++)
            if (g_array_index(layout->blocks, CoBlock, i).position[j] == column)
                return true;
    return false;
}

void co_survey_report_unused_days(const CoSheet *sheet, const CoLayout *layout,
                                  CoProblemList *problems)
{
    enum { MOST = 60 };
    g_return_if_fail(sheet != NULL && layout != NULL && problems != NULL);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        const char *header = co_sheet_header(sheet, i);
        if (is_used(layout, i) || co_survey_is_service_header(header))
            continue;
        CoContent content = co_content_of(sheet, &i, 1, NULL);
        if (content.n_filled > 0 && content.spans >= MOST)
            co_sheet_report(sheet, problems,
                            (CoProblem){.severity = CO_SEVERITY_WARNING,
                                        .code = CO_PROBLEM_DAYS_UNUSED,
                                        .line = co_sheet_header_line(sheet),
                                        .value = header});
    }
}
