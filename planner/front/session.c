/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include <glib.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char default_campaign[] = "campagne.cohorte";

void co_session_init(CoSession *session, bool json, bool quiet)
{
    *session = (CoSession){.quiet = quiet, .command_name = ""};
    session->campaign_path = g_strdup(default_campaign);
    co_terminal_init(&session->out, stdout);
    co_terminal_init(&session->err, stderr);
    session->outcome = g_string_new(NULL);
    session->start_us = g_get_monotonic_time();
    if (json)
        session->json = co_json_new();
}

void co_session_clear(CoSession *session)
{
    co_session_close(session);
    co_json_free(session->json);
    g_string_free(session->outcome, TRUE);
    g_free(session->campaign_path);
    g_free(session->campaign_final);
}

bool co_session_open(CoSession *session, CoStoreMode mode, GError **error)
{
    g_return_val_if_fail(session->store == NULL, false);
    GError *failure = NULL;
    session->store = co_store_open(session->campaign_path, mode, &failure);
    session->store_writes = mode == CO_STORE_WRITE;
    if (session->store != NULL)
        return true;
    /* The same obstacle would stop the journal, and once is enough to say so. */
    session->journalled = true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

CoCampaign *co_session_load(CoSession *session, CoStoreMode mode, GError **error)
{
    if (!co_session_open(session, mode, error))
        return NULL;
    GError *failure = NULL;
    CoCampaign *campaign = co_store_load_campaign(session->store, &failure);
    if (campaign == NULL) {
        co_failure_from_store(&failure, session->campaign_path);
        g_propagate_error(error, failure);
    }
    return campaign;
}

void co_session_close(CoSession *session)
{
    co_store_close(session->store);
    session->store = NULL;
    session->store_writes = false;
}

void co_session_raise(CoSession *session, CoExit code)
{
    session->exit_code = MAX(session->exit_code, code);
}

void co_session_note(CoSession *session, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (session->outcome->len > 0)
        g_string_append(session->outcome, " ; ");
    g_string_append_vprintf(session->outcome, format, arguments);
    va_end(arguments);
}

char *co_session_now(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year(now),
                           g_date_time_get_month(now), g_date_time_get_day_of_month(now),
                           g_date_time_get_hour(now), g_date_time_get_minute(now),
                           g_date_time_get_second(now));
}

double co_session_elapsed_s(const CoSession *session)
{
    return (double)(g_get_monotonic_time() - session->start_us) / G_USEC_PER_SEC;
}

static bool add_journal_line(CoSession *session, CoExit code, GError **error)
{
    if (session->store != NULL && !session->store_writes)
        co_session_close(session);
    if (session->store == NULL && !co_session_open(session, CO_STORE_WRITE, error))
        return false;
    g_autofree char *when = co_session_now();
    g_autofree char *detail = g_utf8_make_valid(session->outcome->str, -1);
    g_autofree char *command = g_strdup(session->command_name);
    CoJournalEntry entry = {
        .when = when,
        .command = command,
        .detail = detail,
        .exit_code = (int)code,
        .duration_ms = (g_get_monotonic_time() - session->start_us) / 1000,
    };
    GError *failure = NULL;
    if (co_store_add_journal(session->store, &entry, &failure))
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

void co_session_write_journal(CoSession *session, CoExit code)
{
    if (session->journalled)
        return;
    session->journalled = true;
    if (session->store == NULL && !g_file_test(session->campaign_path, G_FILE_TEST_EXISTS))
        return;
    g_autoptr(GError) failure = NULL;
    if (add_journal_line(session, code, &failure))
        return;
    g_autofree char *what = co_failure_what(failure);
    g_autofree char *text = g_strdup_printf("Le journal n'a pas pu être tenu. %s", what);
    co_session_remark(session, text);
}

char *co_session_suggest(const CoSession *session, const char *command)
{
    const char *path =
        session->campaign_final != NULL ? session->campaign_final : session->campaign_path;
    if (g_str_equal(path, default_campaign))
        return g_strdup_printf("cohorte %s", command);
    g_autofree char *shown = g_filename_display_name(path);
    bool is_plain = strpbrk(shown, " '\"$`\\&|;()<>*?") == NULL;
    g_autofree char *quoted = is_plain ? g_strdup(shown) : g_shell_quote(shown);
    return g_strdup_printf("cohorte %s --campagne %s", command, quoted);
}

void co_session_remark(const CoSession *session, const char *text)
{
    if (!session->quiet)
        co_terminal_wrapped(&session->err, text, 0, 0);
}

void co_session_show_failure(const CoSession *session, const GError *failure)
{
    g_autofree char *what = co_failure_what(failure);
    g_autofree char *remedy = co_failure_remedy(failure);
    co_terminal_paragraph(&session->err, CO_STYLE_RED, "cohorte : ", what);
    if (*remedy != '\0')
        co_terminal_wrapped(&session->err, remedy, 0, 0);
}

char *co_french_count(int64_t n, const char *singular, const char *plural)
{
    return g_strdup_printf("%" G_GINT64_FORMAT " %s", n, n > 1 || n < -1 ? plural : singular);
}
