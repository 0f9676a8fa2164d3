/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal.h"

#include <glib.h>

#include <stdarg.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { MIN_WIDTH = 40, MAX_WIDTH = 200, FILE_WIDTH = 100, MAX_INDENT_SHARE = 2 };

static int width_of_tty(FILE *file)
{
    struct winsize size = {0};
    return ioctl(fileno(file), TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* What goes through a pager is read on the terminal that shows the errors. */
static int width_of(FILE *file, bool is_tty)
{
    int width = is_tty ? width_of_tty(file) : 0;
    gint64 columns = 0;
    const char *wanted = g_getenv("COLUMNS");
    if (width == 0 && wanted != NULL &&
        g_ascii_string_to_signed(wanted, 10, 1, 10000, &columns, NULL))
        width = (int)columns;
    if (width == 0)
        width = width_of_tty(stderr);
    return width > 0 ? width : FILE_WIDTH;
}

static bool colours_are_welcome(void)
{
    const char *refused = g_getenv("NO_COLOR");
    const char *kind = g_getenv("TERM");
    return (refused == NULL || *refused == '\0') && kind != NULL && strcmp(kind, "dumb") != 0;
}

void co_terminal_init(CoTerminal *terminal, FILE *file)
{
    terminal->file = file;
    terminal->is_tty = isatty(fileno(file)) == 1;
    terminal->coloured = terminal->is_tty && colours_are_welcome();
    terminal->width = CLAMP(width_of(file, terminal->is_tty), MIN_WIDTH, MAX_WIDTH);
}

static const char *code_of(CoStyle style)
{
    switch (style) {
    case CO_STYLE_STRONG:
        return "\033[1m";
    case CO_STYLE_FAINT:
        return "\033[2m";
    case CO_STYLE_RED:
        return "\033[1;31m";
    case CO_STYLE_YELLOW:
        return "\033[33m";
    case CO_STYLE_GREEN:
        return "\033[32m";
    case CO_STYLE_CYAN:
        return "\033[36m";
    case CO_STYLE_PLAIN:
        break;
    }
    return "";
}

void co_terminal_styled(const CoTerminal *terminal, CoStyle style, const char *text)
{
    bool styled = terminal->coloured && style != CO_STYLE_PLAIN && *text != '\0';
    if (styled)
        fputs(code_of(style), terminal->file);
    fputs(text, terminal->file);
    if (styled)
        fputs("\033[0m", terminal->file);
}

void co_terminal_print(const CoTerminal *terminal, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fputs(text, terminal->file);
}

static int width_of_letter(gunichar letter)
{
    if (g_unichar_iszerowidth(letter) || g_unichar_iscntrl(letter))
        return 0;
    return g_unichar_iswide(letter) ? 2 : 1;
}

int co_display_width(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    int width = 0;
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p))
        width += width_of_letter(g_utf8_get_char(p));
    return width;
}

static void append_blanks(GString *line, int n)
{
    for (int i = 0; i < n; i++)
        g_string_append_c(line, ' ');
}

void co_terminal_cell(const CoTerminal *terminal, CoStyle style, const char *text, int width)
{
    g_autofree char *safe = co_terminal_safe(text, 0);
    co_terminal_styled(terminal, style, safe);
    co_terminal_print(terminal, "%*s", MAX(width - co_display_width(safe), 0), "");
}

/* Controls and line separators would let a cell of a survey move the cursor. */
static bool is_control(gunichar letter)
{
    GUnicodeType type = g_unichar_type(letter);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
           type == G_UNICODE_PARAGRAPH_SEPARATOR || (letter >= 0x202A && letter <= 0x202E) ||
           (letter >= 0x2066 && letter <= 0x2069);
}

char *co_terminal_safe(const char *text, int width)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *safe = g_string_new(NULL);
    int used = 0;
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar letter = g_utf8_get_char(p);
        if (is_control(letter))
            letter = ' ';
        used += width_of_letter(letter);
        if (width > 0 && used >= width && *g_utf8_next_char(p) != '\0') {
            g_string_append(safe, "…");
            break;
        }
        g_string_append_unichar(safe, letter);
    }
    return g_string_free(safe, FALSE);
}

/* French sets these apart by a blank at which no line may break. */
static bool blank_holds(const char *text, const char *blank)
{
    static const char *const closers[] = {":", ";", "?", "!", "»", "%", "€"};
    for (size_t i = 0; i < G_N_ELEMENTS(closers); i++)
        if (g_str_has_prefix(blank + 1, closers[i]))
            return true;
    size_t before = (size_t)(blank - text);
    return before >= strlen("«") && memcmp(blank - strlen("«"), "«", strlen("«")) == 0;
}

/* The end of the word that begins at @p word: the next blank at which a line may break. */
static const char *end_of_word(const char *text, const char *word)
{
    const char *end = word;
    while (*end != '\0' && (*end != ' ' || blank_holds(text, end)))
        end++;
    return end;
}

void co_terminal_wrapped(const CoTerminal *terminal, const char *text, int column, int indent)
{
    g_autofree char *safe = co_terminal_safe(text, 0);
    g_autoptr(GString) lines = g_string_new(NULL);
    indent = MIN(indent, terminal->width / MAX_INDENT_SHARE);
    int at = column;
    bool line_has_word = false;
    for (const char *word = safe; *word != '\0';) {
        const char *end = end_of_word(safe, word);
        g_autofree char *letters = g_strndup(word, (size_t)(end - word));
        int width = co_display_width(letters);
        if (line_has_word && at + 1 + width > terminal->width) {
            g_string_append_c(lines, '\n');
            append_blanks(lines, indent);
            at = indent;
            line_has_word = false;
        }
        if (line_has_word)
            g_string_append_c(lines, ' ');
        g_string_append(lines, letters);
        at += width + (line_has_word ? 1 : 0);
        line_has_word = line_has_word || width > 0;
        word = *end == ' ' ? end + 1 : end;
    }
    fputs(lines->str, terminal->file);
    fputc('\n', terminal->file);
}

void co_terminal_paragraph(const CoTerminal *terminal, CoStyle style, const char *lead,
                           const char *text)
{
    co_terminal_styled(terminal, style, lead);
    co_terminal_wrapped(terminal, text, co_display_width(lead), 0);
}
