/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "help.h"

#include <glib.h>

enum { MARGIN = 2, GUTTER = 2 };

static char *option_form(const CoOption *option)
{
    g_autofree char *letter =
        option->letter != '\0' ? g_strdup_printf("-%c, ", option->letter) : g_strdup("");
    return g_strdup_printf("%s--%s%s%s", letter, option->name, option->value != NULL ? " " : "",
                           option->value != NULL ? option->value : "");
}

static void show_line(const CoTerminal *terminal, const char *form, const char *help, int width)
{
    co_terminal_print(terminal, "%*s", MARGIN, "");
    co_terminal_cell(terminal, CO_STYLE_CYAN, form, width + GUTTER);
    co_terminal_wrapped(terminal, help, MARGIN + width + GUTTER, MARGIN + width + GUTTER);
}

static void show_title(const CoTerminal *terminal, const char *title)
{
    co_terminal_print(terminal, "\n");
    co_terminal_styled(terminal, CO_STYLE_STRONG, title);
    co_terminal_print(terminal, "\n");
}

static bool is_among(const CoOption *options, const char *name)
{
    for (; options != NULL && options->name != NULL; options++)
        if (g_str_equal(options->name, name))
            return true;
    return false;
}

/* @p own hides the options that a command has in another sense; NULL = none */
static void show_options(const CoTerminal *terminal, const char *title, const CoOption *options,
                         const CoOption *own)
{
    int width = 0;
    for (const CoOption *option = options; option->name != NULL; option++) {
        g_autofree char *form = option_form(option);
        width = MAX(width, co_display_width(form));
    }
    if (width == 0)
        return;
    show_title(terminal, title);
    for (const CoOption *option = options; option->name != NULL; option++) {
        g_autofree char *form = option_form(option);
        if (option->help != NULL && !is_among(own, option->name))
            show_line(terminal, form, option->help, width);
    }
}

static void show_paragraphs(const CoTerminal *terminal, const char *text)
{
    g_auto(GStrv) paragraphs = g_strsplit(text, "\n", -1);
    for (size_t i = 0; paragraphs[i] != NULL; i++)
        co_terminal_wrapped(terminal, paragraphs[i], 0, 0);
}

void co_help_overview(const CoTerminal *terminal)
{
    g_return_if_fail(terminal != NULL);
    int width = 0;
    for (size_t i = 0; co_commands[i] != NULL; i++)
        width = MAX(width, co_display_width(co_commands[i]->name));
    co_terminal_paragraph(terminal, CO_STYLE_STRONG, "Cohorte ",
                          "planifie les groupes de formation d'une campagne et y inscrit les "
                          "personnes.");
    co_terminal_print(terminal, "\nUsage : cohorte [OPTIONS] COMMANDE [ARGUMENTS]\n");
    show_title(terminal, "Commandes");
    for (size_t i = 0; co_commands[i] != NULL; i++)
        show_line(terminal, co_commands[i]->name, co_commands[i]->summary, width);
    show_options(terminal, "Options de toutes les commandes", co_global_options, NULL);
    co_terminal_print(terminal, "\n");
    co_terminal_wrapped(terminal,
                        "« cohorte aide COMMANDE » explique une commande. Pour commencer : "
                        "« cohorte tout DOSSIER SORTIE ».",
                        0, 0);
}

void co_help_command(const CoTerminal *terminal, const CoCommand *command)
{
    g_return_if_fail(terminal != NULL && command != NULL);
    g_autofree char *title = g_strdup_printf("cohorte %s : ", command->name);
    co_terminal_paragraph(terminal, CO_STYLE_STRONG, title, command->summary);
    g_autofree char *usage = co_command_usage(command);
    co_terminal_print(terminal, "\n%s\n\n", usage);
    show_paragraphs(terminal, command->description);
    show_options(terminal, "Options", command->options, NULL);
    show_options(terminal, "Options de toutes les commandes", co_global_options, command->options);
    show_title(terminal, "Exemple");
    co_terminal_print(terminal, "%*s%s\n", MARGIN, "", command->example);
}

static void write_command(CoJson *json, const CoCommand *command)
{
    co_json_begin_object(json, NULL);
    co_json_text(json, "nom", command->name);
    co_json_text(json, "resume", command->summary);
    co_json_text(json, "arguments", command->operands);
    co_json_begin_array(json, "options");
    for (const CoOption *option = command->options; option->name != NULL; option++) {
        g_autofree char *form = option_form(option);
        co_json_text(json, NULL, form);
    }
    co_json_end(json);
    co_json_end(json);
}

void co_help_write(CoJson *json)
{
    g_return_if_fail(json != NULL);
    co_json_begin_array(json, "commandes");
    for (size_t i = 0; co_commands[i] != NULL; i++)
        write_command(json, co_commands[i]);
    co_json_end(json);
}
