/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file question.h  What an import could not settle alone, and what a planner decided.
 * Implemented by planner/domain/question.c.
 *
 * A question is known by its kind and by what was typed, not by the row: it is asked once however
 * many rows raise it, and its decision holds for the next export of the same survey. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
G_BEGIN_DECLS

typedef enum {
    CO_QUESTION_UAI,           /**< a UAI that does not exist; the answer is a UAI */
    CO_QUESTION_ESTABLISHMENT, /**< an establishment by name and commune; the answer is a UAI */
    CO_QUESTION_ROLE,          /**< an unknown spelling of a role; the answer is a role */
    CO_QUESTION_FOREIGN,       /**< a row of the decisions of no kind above: kept, never asked */
} CoQuestionKind;

/** @return (static) "uai", "etablissement", "role"; NULL for FOREIGN */
const char *co_question_key(CoQuestionKind kind);

/** Texts belong to the list and are never NULL. */
typedef struct CoQuestion {
    CoQuestionKind kind;
    const char *label;    /**< word of the kind as typed in the decisions, when FOREIGN; else "" */
    const char *value;    /**< what was typed in the survey */
    const char *proposal; /**< UAI or code of a role; "" = none */
    const char *choices; /**< several that fit, '|' between; "" when there is a proposal, or none */
    bool followed;       /**< the proposal stands while nothing is decided; else the row is out */
    const char *decision; /**< as typed; "" = none yet */
    int n_rows;           /**< rows of the last import that asked; 0 = none did */
    const char *where;    /**< the first of them, "file:line"; "" = none */
    bool remembered;      /**< known from an earlier import only: no row of the decisions says so */
} CoQuestion;

typedef struct CoQuestionList CoQuestionList;

/** Questions past this number are not listed: such a survey wants another remedy. */
enum { CO_QUESTION_MAX = 5000 };

CoQuestionList *co_question_list_new(void); /**< (transfer full) */
void co_question_list_free(CoQuestionList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoQuestionList, co_question_list_free)
/** Appends a copy (texts too), unless one of the same kind and value is there.
 * @return (transfer none) the one that stands; NULL when the list is full */
const CoQuestion *co_question_list_add(CoQuestionList *list, const CoQuestion *question);
/** Brings back what an earlier import decided or followed. A question that the list has keeps its
 * decision, or the lack of one; what was followed is followed again while nothing is decided,
 * whatever is proposed by then. Other questions are appended as remembered. */
void co_question_list_recall(CoQuestionList *list, const CoQuestion *earlier);
/** @return (transfer none) the question, or NULL. Case, accents and punctuation of @p value make no
 * difference. Expected time O(1). */
const CoQuestion *co_question_list_find(const CoQuestionList *list, CoQuestionKind kind,
                                        const char *value);
/** Notes that one more row asks; the first one tells where and what is proposed now, unless another
 * proposal was recalled as followed. @p asked is compared by kind and value. @return (transfer
 * none) as co_question_list_add() */
const CoQuestion *co_question_list_ask(CoQuestionList *list, const CoQuestion *asked);
size_t co_question_list_size(const CoQuestionList *list);
const CoQuestion *co_question_list_at(const CoQuestionList *list, size_t index);
/** @return how many were asked by the last import and have no decision */
size_t co_question_list_n_open(const CoQuestionList *list);
/** @return how many were asked by the last import and settled as an earlier one had settled them,
 * without a row of the decisions */
size_t co_question_list_n_remembered(const CoQuestionList *list);
/** @return whether the question is settled: by a decision, or by a proposal that was followed */
bool co_question_is_settled(const CoQuestion *question);
G_END_DECLS
