/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file deciding.h  Questions of an import, left to the planner in decisions.csv. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
#include "cohorte/problem.h"
#include "cohorte/question.h"
#include "session.h"
G_BEGIN_DECLS

/** Writes decisions.csv into the folder that was imported, when there is something to write that it
 * does not say already: never over a file that could not be read, nor beside a workbook or a sheet
 * that holds the decisions. A file that cannot be written is a remark.
 * @param path  folder or workbook */
void co_deciding_write(const CoSession *session, const char *path, const CoQuestionList *questions,
                       const CoProblemList *problems);
/** One sentence on the decisions of earlier imports that were applied, one on the questions that
 * wait; nothing when there is none. */
void co_deciding_show(const CoSession *session, const char *path, const CoQuestionList *questions);
/** Adds the array `questions`. */
void co_deciding_write_json(CoJson *json, const CoQuestionList *questions);
G_END_DECLS
