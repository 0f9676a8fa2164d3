/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib.h>

#include <string.h>

#include "cohorte/text.h"

const CoCommand *const co_commands[] = {
    &co_cmd_tout,      &co_cmd_creer,   &co_cmd_modele,    &co_cmd_importer,
    &co_cmd_verifier,  &co_cmd_qualite, &co_cmd_etat,      &co_cmd_planifier,
    &co_cmd_controler, &co_cmd_publier, &co_cmd_presences, &co_cmd_attester,
    &co_cmd_exporter,  &co_cmd_journal, &co_cmd_aide,      NULL,
};

const CoOption co_global_options[] = {
    {"campagne", "FICHIER", "Fichier de la campagne (par défaut campagne.cohorte, ici même).", 0},
    {"json", NULL, "Écrit un document JSON sur la sortie standard, pour un autre programme.", 0},
    {"silencieux", NULL, "Ni progression ni remarques ; les résultats et les erreurs restent.",
     'q'},
    {"aide", NULL, "Montre cette aide.", 'h'},
    {"help", NULL, NULL, 0},
    {"version", NULL, "Montre la version du programme.", 0},
    {NULL, NULL, NULL, 0},
};

const CoCommand *co_command_find(const char *name)
{
    g_return_val_if_fail(name != NULL, NULL);
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    g_autofree char *folded = co_text_fold(valid);
    for (size_t i = 0; co_commands[i] != NULL; i++)
        if (strcmp(co_commands[i]->name, folded) == 0)
            return co_commands[i];
    return NULL;
}

char *co_command_usage(const CoCommand *command)
{
    g_return_val_if_fail(command != NULL, NULL);
    const char *needed = command->needed != NULL ? command->needed : "";
    return g_strdup_printf("Usage : cohorte %s%s%s [OPTIONS]%s%s", command->name,
                           *needed != '\0' ? " " : "", needed,
                           *command->operands != '\0' ? " " : "", command->operands);
}

void co_command_fail_unknown(const char *name, GError **error)
{
    g_return_if_fail(name != NULL);
    const char *names[G_N_ELEMENTS(co_commands)] = {NULL};
    for (size_t i = 0; co_commands[i] != NULL; i++)
        names[i] = co_commands[i]->name;
    const char *closest = co_closest_word(name, names);
    g_autofree char *shown = g_filename_display_name(name);
    g_autofree char *what = g_strdup_printf("La commande « %s » n'existe pas.", shown);
    g_autofree char *remedy = closest != NULL
                                  ? g_strdup_printf("Vouliez-vous écrire « cohorte %s » ?", closest)
                                  : g_strdup("« cohorte aide » montre les commandes.");
    co_fail(error, CO_EXIT_USAGE, what, remedy);
}
