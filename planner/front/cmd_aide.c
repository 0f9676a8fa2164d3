/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "help.h"

static const CoOption options[] = {{NULL, NULL, NULL, 0}};

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    /* Asking for help is no work on a campaign. */
    session->journalled = true;
    if (session->json != NULL) {
        co_help_write(session->json);
        return true;
    }
    if (co_arguments_count(arguments) == 0) {
        co_help_overview(&session->out);
        return true;
    }
    const char *name = co_arguments_operand(arguments, 0);
    const CoCommand *command = co_command_find(name);
    if (command == NULL) {
        co_command_fail_unknown(name, error);
        return false;
    }
    co_help_command(&session->out, command);
    return true;
}

const CoCommand co_cmd_aide = {
    .name = "aide",
    .summary = "explique le programme, ou une commande",
    .description = "Sans argument, montre toutes les commandes.",
    .operands = "[COMMANDE]",
    .most_operands = 1,
    .options = options,
    .example = "cohorte aide planifier",
    .run = run,
};
