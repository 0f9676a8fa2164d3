/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file help.h  Help texts, made from the tables of commands and options. Private to
 * planner/front/. */
#pragma once
#include "command.h"
G_BEGIN_DECLS

/** What the program is and its commands. */
void co_help_overview(const CoTerminal *terminal);
/** How to use one command. */
void co_help_command(const CoTerminal *terminal, const CoCommand *command);
/** Adds the array `commandes`: name, summary, operands and options of each. */
void co_help_write(CoJson *json);
G_END_DECLS
