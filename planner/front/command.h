/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file command.h  The table of sub-commands: one cmd_*.c for each. Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "arguments.h"
#include "session.h"
G_BEGIN_DECLS

typedef struct CoCommand {
    const char *name;
    const char *summary;     /**< one line, no full stop */
    const char *description; /**< paragraphs, line breaks between */
    const char *operands;    /**< as shown in help; "" when it takes none */
    const char *needed;      /**< an option it cannot do without, as shown in help; or NULL */
    int least_operands, most_operands;
    const CoOption *options; /**< of its own; ends with a NULL name */
    const char *example;     /**< a line to type */
    /** Does the work. @return false with #CO_FRONT_ERROR; what was found is no failure but raises
     * the exit code of the session */
    bool (*run)(CoSession *session, const CoArguments *arguments, GError **error);
} CoCommand;

extern const CoCommand co_cmd_aide, co_cmd_attester, co_cmd_controler, co_cmd_creer, co_cmd_etat,
    co_cmd_exporter, co_cmd_importer, co_cmd_modele, co_cmd_journal, co_cmd_planifier,
    co_cmd_presences, co_cmd_publier, co_cmd_qualite, co_cmd_tout, co_cmd_verifier;

/** In the order of a campaign's life; ends with NULL. */
extern const CoCommand *const co_commands[];
/** Options that every command takes, before or after its name. */
extern const CoOption co_global_options[];

/** @return the command of that name (accents and case do not matter), or NULL */
const CoCommand *co_command_find(const char *name);
/** @return (transfer full) "Usage : cohorte importer [OPTIONS] DOSSIER" */
char *co_command_usage(const CoCommand *command);
/** Fails with the closest name. */
void co_command_fail_unknown(const char *name, GError **error);
G_END_DECLS
