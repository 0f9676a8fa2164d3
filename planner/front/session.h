/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file session.h  One run of one command: where it writes, which campaign file it works on, what
 * it leaves in the journal. Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/store.h"
#include "failure.h"
#include "json.h"
#include "terminal.h"
G_BEGIN_DECLS

typedef struct CoSession {
    const char *command_name;
    char *campaign_path;
    bool campaign_was_given; /**< by --campagne */
    char *campaign_final;    /**< where the file will be once the command is done; NULL = there */
    CoTerminal out, err;
    CoJson *json;      /**< the document of --json, inside its object `resultat`; else NULL */
    bool quiet;        /**< no progress, no remarks; results and errors stay */
    CoExit exit_code;  /**< of a command that did not fail; OK until raised */
    GString *outcome;  /**< detail of the journal line; person ids, never names */
    CoStore *store;    /**< open campaign file, or NULL */
    bool store_writes; /**< it is open for writing */
    bool journalled;   /**< the line is written, or must not be */
    int64_t start_us;  /**< of a clock that never jumps */
} CoSession;

void co_session_init(CoSession *session, bool json, bool quiet);
void co_session_clear(CoSession *session); /**< closes the store too */

/** Opens the campaign file. @return success; errors are #CO_FRONT_ERROR */
bool co_session_open(CoSession *session, CoStoreMode mode, GError **error);
/** Opens for reading and loads the campaign. @return (transfer full) or NULL */
CoCampaign *co_session_load(CoSession *session, CoStoreMode mode, GError **error);
void co_session_close(CoSession *session);

/** Makes the exit code at least as grave as @p code. */
void co_session_raise(CoSession *session, CoExit code);
/** Adds to the journal line. Person ids and counts only. */
G_GNUC_PRINTF(2, 3) void co_session_note(CoSession *session, const char *format, ...);
/** Writes the journal line, once; opens the campaign file for that if need be. Does nothing when
 * there is no campaign file, and says on the error stream when the file cannot be written: a
 * command that only reads has done its work all the same. */
void co_session_write_journal(CoSession *session, CoExit code);
/** @return (transfer full) now, "AAAA-MM-JJTHH:MM:SSZ" */
char *co_session_now(void);
/** @return seconds since the command began */
double co_session_elapsed_s(const CoSession *session);

/** @return (transfer full) what to type for another command on the same campaign: "cohorte verifier
 * --campagne v8.cohorte" */
char *co_session_suggest(const CoSession *session, const char *command);

/** A remark on the error stream, wrapped; nothing when quiet. */
void co_session_remark(const CoSession *session, const char *text);
/** Shows a failure on the error stream. */
void co_session_show_failure(const CoSession *session, const GError *failure);

/** @return (transfer full) "1 erreur", "12 erreurs" */
char *co_french_count(int64_t n, const char *singular, const char *plural);
G_END_DECLS
