/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clean.h"

#include <glib.h>

#include <string.h>

static bool is_gap(gunichar letter)
{
    GUnicodeType type = g_unichar_type(letter);
    return g_unichar_isspace(letter) || type == G_UNICODE_CONTROL ||
           type == G_UNICODE_SPACE_SEPARATOR || type == G_UNICODE_LINE_SEPARATOR ||
           type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static bool is_invisible(gunichar letter)
{
    return g_unichar_type(letter) == G_UNICODE_FORMAT;
}

char *co_clean_text(const char *text)
{
    GString *clean = g_string_sized_new(strlen(text) + 1);
    bool gap = false;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (is_invisible(letter))
            continue;
        if (is_gap(letter)) {
            gap = true;
            continue;
        }
        if (gap && clean->len > 0)
            g_string_append_c(clean, ' ');
        gap = false;
        g_string_append_unichar(clean, letter);
    }
    return g_string_free(clean, FALSE);
}

bool co_clean_is_blank(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (!is_gap(letter) && !is_invisible(letter))
            return false;
    }
    return true;
}

bool co_clean_looks_like_formula(const char *text)
{
    if (*text == '\0' || strchr("=+-@", *text) == NULL || text[1] == '\0')
        return false;
    return text[strspn(text + 1, "0123456789 .,") + 1] != '\0';
}
