/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file terminal.h  What is known of a stream that people read, and text laid out for it. Private
 * to planner/front/. Always UTF-8; nothing depends on the locale. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
G_BEGIN_DECLS

typedef struct CoTerminal {
    FILE *file;
    bool is_tty;
    bool coloured; /**< a terminal that knows colours, and NO_COLOR does not stand against it */
    int width;     /**< columns, 40..200: the terminal's, else COLUMNS, else 100 */
} CoTerminal;

void co_terminal_init(CoTerminal *terminal, FILE *file);

typedef enum {
    CO_STYLE_PLAIN,
    CO_STYLE_STRONG,
    CO_STYLE_FAINT,
    CO_STYLE_RED,
    CO_STYLE_YELLOW,
    CO_STYLE_GREEN,
    CO_STYLE_CYAN,
} CoStyle;

/** Writes @p text, which holds no line break, in a style. */
void co_terminal_styled(const CoTerminal *terminal, CoStyle style, const char *text);
G_GNUC_PRINTF(2, 3)
void co_terminal_print(const CoTerminal *terminal, const char *format, ...);

/** @return the columns that a text takes on a terminal; control characters count none */
int co_display_width(const char *text);
/** Writes a text in a style and fills up with blanks to @p width columns. */
void co_terminal_cell(const CoTerminal *terminal, CoStyle style, const char *text, int width);
/** Writes a text broken at blanks, from column @p column on, later lines from column @p indent, and
 * a line break. A blank before ":;?!»%€" or after "«" holds, as French wants it; control characters
 * (a value may come from anywhere) are written as blanks. */
void co_terminal_wrapped(const CoTerminal *terminal, const char *text, int column, int indent);
/** The same at column 0, with a style for the first word(s), @p lead. */
void co_terminal_paragraph(const CoTerminal *terminal, CoStyle style, const char *lead,
                           const char *text);
/** @return (transfer full) a text that a terminal may show: valid UTF-8, no control character, cut
 * to @p width columns with an ellipsis; 0 = not cut */
char *co_terminal_safe(const char *text, int width);
G_END_DECLS
