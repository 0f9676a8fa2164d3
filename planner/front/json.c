/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

#include <glib.h>

#include <math.h>
#include <string.h>

enum { INDENT = 2 };

struct CoJson {
    GString *text;
    GString *closers; /* what closes each open level, innermost last */
    bool level_is_empty;
};

CoJson *co_json_new(void)
{
    CoJson *json = g_new0(CoJson, 1);
    json->text = g_string_new("{");
    json->closers = g_string_new("}");
    json->level_is_empty = true;
    return json;
}

void co_json_free(CoJson *json)
{
    if (json == NULL)
        return;
    g_string_free(json->text, TRUE);
    g_string_free(json->closers, TRUE);
    g_free(json);
}

int co_json_depth(const CoJson *json)
{
    g_return_val_if_fail(json != NULL, 0);
    return (int)json->closers->len;
}

static void append_new_line(CoJson *json)
{
    g_string_append_c(json->text, '\n');
    for (size_t i = 0; i < json->closers->len * INDENT; i++)
        g_string_append_c(json->text, ' ');
}

/* JSON lets every character stand for itself but these; DEL is escaped for terminals' sake. */
static void append_quoted(GString *text, const char *value)
{
    g_autofree char *valid = g_utf8_make_valid(value, -1);
    g_string_append_c(text, '"');
    for (const char *p = valid; *p != '\0'; p++) {
        unsigned char letter = (unsigned char)*p;
        if (letter == '"' || letter == '\\')
            g_string_append_printf(text, "\\%c", letter);
        else if (letter == '\n')
            g_string_append(text, "\\n");
        else if (letter < 0x20 || letter == 0x7f)
            g_string_append_printf(text, "\\u%04x", letter);
        else
            g_string_append_c(text, *p);
    }
    g_string_append_c(text, '"');
}

static void begin_value(CoJson *json, const char *key)
{
    g_assert(json->closers->len > 0);
    bool in_object = json->closers->str[json->closers->len - 1] == '}';
    g_assert(in_object == (key != NULL));
    if (!json->level_is_empty)
        g_string_append_c(json->text, ',');
    json->level_is_empty = false;
    append_new_line(json);
    if (key == NULL)
        return;
    append_quoted(json->text, key);
    g_string_append(json->text, ": ");
}

static void begin_level(CoJson *json, const char *key, char opener, char closer)
{
    begin_value(json, key);
    g_string_append_c(json->text, opener);
    g_string_append_c(json->closers, closer);
    json->level_is_empty = true;
}

void co_json_begin_object(CoJson *json, const char *key)
{
    g_return_if_fail(json != NULL);
    begin_level(json, key, '{', '}');
}

void co_json_begin_array(CoJson *json, const char *key)
{
    g_return_if_fail(json != NULL);
    begin_level(json, key, '[', ']');
}

void co_json_end(CoJson *json)
{
    g_return_if_fail(json != NULL && json->closers->len > 0);
    char closer = json->closers->str[json->closers->len - 1];
    g_string_truncate(json->closers, json->closers->len - 1);
    if (!json->level_is_empty)
        append_new_line(json);
    g_string_append_c(json->text, closer);
    json->level_is_empty = false;
}

void co_json_text(CoJson *json, const char *key, const char *value)
{
    g_return_if_fail(json != NULL);
    if (value == NULL) {
        co_json_null(json, key);
        return;
    }
    begin_value(json, key);
    append_quoted(json->text, value);
}

void co_json_integer(CoJson *json, const char *key, int64_t value)
{
    g_return_if_fail(json != NULL);
    begin_value(json, key);
    g_string_append_printf(json->text, "%" G_GINT64_FORMAT, value);
}

void co_json_number(CoJson *json, const char *key, double value)
{
    g_return_if_fail(json != NULL);
    if (!isfinite(value)) {
        co_json_null(json, key);
        return;
    }
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    begin_value(json, key);
    g_string_append(json->text, g_ascii_formatd(digits, sizeof digits, "%.6f", value));
}

void co_json_boolean(CoJson *json, const char *key, bool value)
{
    g_return_if_fail(json != NULL);
    begin_value(json, key);
    g_string_append(json->text, value ? "true" : "false");
}

void co_json_null(CoJson *json, const char *key)
{
    g_return_if_fail(json != NULL);
    begin_value(json, key);
    g_string_append(json->text, "null");
}

const char *co_json_finish(CoJson *json)
{
    g_return_val_if_fail(json != NULL, "");
    while (json->closers->len > 0)
        co_json_end(json);
    g_string_append_c(json->text, '\n');
    return json->text->str;
}
