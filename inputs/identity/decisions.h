/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file decisions.h  Questions of an import and the decisions that answer them: the table
 * `decisions`, which a planner fills in and every later import reads again. */
#pragma once
#include <stdbool.h>

#include "cohorte/question.h"
#include "inputs/tables/table.h"

/** What stands for a question. */
typedef enum {
    CO_VERDICT_WAITING,  /**< nothing: the row is out until somebody decides */
    CO_VERDICT_FOLLOWED, /**< the proposal, for want of a decision */
    CO_VERDICT_DECIDED,  /**< a value that was decided: the proposal, or another one */
    CO_VERDICT_REFUSED,  /**< decided: nothing */
} CoVerdictState;

typedef struct CoVerdict {
    CoVerdictState state;
    const char *value; /**< of FOLLOWED and DECIDED; "" otherwise */
} CoVerdict;

/** Reads the table `decisions`, if there is one, into the questions of the import, then recalls
 * what earlier imports settled. Rows that answer nothing known are kept. */
void co_decisions_read(CoImport *import);
/** Asks, on behalf of a row, and gives the decision, if there is one.
 * @param question  its kind, value, proposal, choices and `followed`; `where` is filled in */
CoVerdict co_decisions_ask(const CoRow *row, CoQuestion question);
/** Reports CO_PROBLEM_DECISION_INVALID: what was decided is no value of the kind. */
void co_decisions_reject(const CoRow *row, CoQuestionKind kind, const char *decision);
