/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file publishing.h  A stored plan, judged again, and its documents: what `controler`, `publier`,
 * `exporter` and `tout` share. Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "arguments.h"
#include "cohorte/attendance.h"
#include "cohorte/check.h"
#include "cohorte/documents.h"
#include "cohorte/texts.h"
#include "session.h"
G_BEGIN_DECLS

/** A stored plan and all it takes to judge it. */
typedef struct CoStoredPlan {
    CoCampaign *campaign;
    CoPlan *plan;
    CoPlan *published; /**< plan it is compared with, or NULL */
    CoCheckReport *report;
    bool is_current; /**< made for the inputs that the campaign has now */
} CoStoredPlan;
void co_stored_plan_clear(CoStoredPlan *stored);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoStoredPlan, co_stored_plan_clear)

/** Reads the option --version, or the operand @p text when it is not NULL; 0 = the latest. */
bool co_stored_plan_read_version(const CoArguments *arguments, const char *text, int *version,
                                 GError **error);
/** Opens the campaign file, loads a version (0 = the latest) and has it checked. */
bool co_stored_plan_load(CoSession *session, CoStoreMode mode, int version, CoStoredPlan *stored,
                         GError **error);
/** @return true when the checker accepts the plan; else its findings are shown and the error says
 * that nothing was written (PROBLEMS) */
bool co_stored_plan_require_sound(CoSession *session, const CoStoredPlan *stored, GError **error);

/** Reads the wording of letters: the folder @p given, else the folder "modeles" beside the campaign
 * file, else as shipped. @param given  NULL for none @return (transfer full) or NULL */
CoTexts *co_publish_texts(const CoSession *session, const char *given, GError **error);
/** @return (transfer full) what trainers told of who came, empty when nothing, or NULL */
CoAttendanceList *co_publish_attendance(const CoSession *session, GError **error);
/** Writes the documents (or the plan tables); complete or not at all. */
bool co_publish_documents(const CoOutputContext *context, const CoDocumentOptions *options,
                          const char *folder, GError **error);
bool co_publish_tables(const CoOutputContext *context, const char *folder, GError **error);
/** Notes in the campaign file that a version was published. */
bool co_publish_mark(CoSession *session, int version, GError **error);
G_END_DECLS
