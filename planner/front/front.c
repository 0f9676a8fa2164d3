/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "front.h"

#include <glib.h>

#include <errno.h>
#include <signal.h>
#include <string.h>

#include "command.h"
#include "help.h"

/* What the command line asks for. */
typedef struct {
    CoArguments *before; /* options before the name of the command; the rest is operands */
    CoArguments *after;  /* options and operands of the command; NULL without a command */
    const CoCommand *command;
} Request;

static void request_clear(Request *request)
{
    co_arguments_free(request->before);
    co_arguments_free(request->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, request_clear)

static bool has(const Request *request, const char *name)
{
    return (request->before != NULL && co_arguments_has(request->before, name)) ||
           (request->after != NULL && co_arguments_has(request->after, name));
}

static const char *value_of(const Request *request, const char *name)
{
    const char *value = request->after != NULL ? co_arguments_value(request->after, name) : NULL;
    return value != NULL ? value : co_arguments_value(request->before, name);
}

static bool wants_help(const Request *request)
{
    return has(request, "aide") || has(request, "help");
}

/* Some commands have an option --version of their own, which takes a number. */
static bool wants_version(const Request *request)
{
    bool own = request->after != NULL && co_arguments_value(request->after, "version") != NULL;
    return !own && has(request, "version");
}

static bool parse_request(Request *request, char *const *words, GError **error)
{
    const CoOption *const globals[] = {co_global_options, NULL};
    request->before = co_arguments_parse(globals, words, true, error);
    if (request->before == NULL)
        return false;
    if (co_arguments_count(request->before) == 0)
        return true;
    const char *name = co_arguments_operand(request->before, 0);
    request->command = co_command_find(name);
    if (request->command == NULL) {
        co_command_fail_unknown(name, error);
        return false;
    }
    const CoOption *const all[] = {request->command->options, co_global_options, NULL};
    request->after =
        co_arguments_parse(all, co_arguments_operands(request->before) + 1, false, error);
    return request->after != NULL;
}

static bool check_operands(const CoCommand *command, const CoArguments *arguments, GError **error)
{
    int n = co_arguments_count(arguments);
    if (n >= command->least_operands && n <= command->most_operands)
        return true;
    g_autofree char *what = NULL;
    if (n < command->least_operands)
        what = g_strdup_printf("Il manque quelque chose après « cohorte %s ».", command->name);
    else {
        g_autofree char *shown =
            g_filename_display_name(co_arguments_operand(arguments, command->most_operands));
        what = g_strdup_printf("« %s » est de trop après « cohorte %s ».", shown, command->name);
    }
    g_autofree char *remedy = co_command_usage(command);
    co_fail(error, CO_EXIT_USAGE, what, remedy);
    return false;
}

static void write_failure(CoJson *json, const GError *failure)
{
    g_autofree char *what = co_failure_what(failure);
    g_autofree char *remedy = co_failure_remedy(failure);
    co_json_begin_object(json, "erreur");
    co_json_text(json, "message", what);
    co_json_text(json, "remede", remedy);
    co_json_end(json);
}

/* One document, whatever happened: what was found, then how it ended. */
static void write_json(CoSession *session, CoExit code, const GError *failure)
{
    while (co_json_depth(session->json) > 1)
        co_json_end(session->json);
    if (failure != NULL)
        write_failure(session->json, failure);
    else
        co_json_null(session->json, "erreur");
    co_json_integer(session->json, "code", (int64_t)code);
    co_terminal_print(&session->out, "%s", co_json_finish(session->json));
}

static void begin_json(CoSession *session)
{
    co_json_text(session->json, "programme", "cohorte");
    co_json_text(session->json, "version", COHORTE_VERSION);
    co_json_text(session->json, "commande", session->command_name);
    co_json_begin_object(session->json, "resultat");
}

static CoExit end_session(CoSession *session, const GError *failure)
{
    CoExit code = failure != NULL ? (CoExit)failure->code : session->exit_code;
    if (code != CO_EXIT_USAGE)
        co_session_write_journal(session, code);
    if (session->json != NULL)
        write_json(session, code, failure);
    if (failure != NULL)
        co_session_show_failure(session, failure);
    /* A reader that closed the pipe has seen enough; a full disk has not. */
    bool written = fflush(session->out.file) == 0 || errno == EPIPE;
    if (written && (ferror(session->out.file) == 0 || errno == EPIPE))
        return code;
    g_autofree char *why = co_failure_french(g_strerror(errno));
    g_autofree char *what = g_strdup_printf("La sortie n'a pas pu être écrite : %s.", why);
    g_autoptr(GError) lost = NULL;
    co_fail(&lost, CO_EXIT_DATA, what, "");
    co_session_show_failure(session, lost);
    return MAX(code, CO_EXIT_DATA);
}

static CoExit run_command(CoSession *session, const Request *request)
{
    g_autoptr(GError) failure = NULL;
    session->command_name = request->command->name;
    const char *path = value_of(request, "campagne");
    if (path != NULL) {
        g_free(session->campaign_path);
        session->campaign_path = g_strdup(path);
        session->campaign_was_given = true;
    }
    if (session->json != NULL)
        begin_json(session);
    bool done = check_operands(request->command, request->after, &failure) &&
                request->command->run(session, request->after, &failure);
    g_assert(done == (failure == NULL));
    return end_session(session, failure);
}

/* No command: help, version, or a reminder that one is needed. */
static CoExit answer(CoSession *session, const Request *request)
{
    if (wants_version(request)) {
        co_terminal_print(&session->out, "cohorte %s\n", COHORTE_VERSION);
        return CO_EXIT_OK;
    }
    if (wants_help(request)) {
        if (request->command != NULL)
            co_help_command(&session->out, request->command);
        else
            co_help_overview(&session->out);
        return CO_EXIT_OK;
    }
    co_help_overview(&session->err);
    return CO_EXIT_USAGE;
}

int co_front_main(char *const *words)
{
    g_return_val_if_fail(words != NULL, CO_EXIT_INTERNAL);
    /* Writing to a closed pipe, or past a limit of size, is then an error like another: what is
     * being saved is saved, and what is half written is taken away. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    g_auto(Request) request = {0};
    g_autoptr(GError) failure = NULL;
    bool understood = parse_request(&request, words, &failure);
    CoSession session;
    bool json =
        understood ? has(&request, "json") : g_strv_contains((const char *const *)words, "--json");
    co_session_init(&session, json, understood && has(&request, "silencieux"));
    CoExit code = CO_EXIT_OK;
    if (!understood) {
        if (session.json != NULL)
            begin_json(&session);
        code = end_session(&session, failure);
    } else if (request.command == NULL || wants_help(&request) || wants_version(&request)) {
        code = answer(&session, &request);
    } else {
        code = run_command(&session, &request);
    }
    co_session_clear(&session);
    return (int)code;
}
