/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ics_sheet.h"

#include <string.h>

#include "cohorte/text.h"

enum { MAX_COLUMNS = 5 };

/* Cells as offsets in one buffer, which the sheet adopts at the end. */
typedef struct Builder {
    GString *buffer;
    GArray *rows; /* of Row */
    int n_columns;
} Builder;

typedef struct Row {
    int line;
    gsize cells[MAX_COLUMNS];
} Row;

static void add_row(Builder *builder, int line, const char *const *cells)
{
    Row row = {.line = line};
    for (int i = 0; i < builder->n_columns; i++) {
        row.cells[i] = builder->buffer->len;
        g_string_append(builder->buffer, cells[i]);
        g_string_append_c(builder->buffer, '\0');
    }
    g_array_append_val(builder->rows, row);
}

static CoSheet *build(Builder *builder, const char *file)
{
    CoSheet *sheet = co_sheet_new(file, NULL);
    char *buffer = g_string_free(builder->buffer, FALSE);
    co_sheet_adopt(sheet, buffer);
    for (guint i = 0; i < builder->rows->len; i++) {
        const Row *row = &g_array_index(builder->rows, Row, i);
        for (int j = 0; j < builder->n_columns; j++)
            co_sheet_add_cell(sheet, buffer + row->cells[j]);
        co_sheet_end_row(sheet, row->line);
    }
    g_array_unref(builder->rows);
    return sheet;
}

/* @return (transfer full) a property, "" when it is missing */
static char *value_of(const CoIcsPart *part, const char *property)
{
    char *value = co_ics_part_value(part, property);
    return value != NULL ? g_strstrip(value) : g_strdup("");
}

/* @return (transfer full) "20241019" as a planner would type it; a moment in UTC as a stamp;
 * anything else as it stands, to be refused where cells are read */
static char *typed_date(const char *value)
{
    enum { DATE_LENGTH = 8, MOMENT_LENGTH = 15 };
    size_t n = strspn(value, "0123456789T");
    if (n < DATE_LENGTH || strspn(value, "0123456789") < DATE_LENGTH)
        return g_strdup(value);
    if (n == MOMENT_LENGTH && value[n] == 'Z')
        return g_strdup_printf("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", value, value + 4, value + 6,
                               value + 9, value + 11, value + 13);
    return g_strdup_printf("%.4s-%.2s-%.2s", value, value + 4, value + 6);
}

static bool is_public(const CoIcsText *text)
{
    g_autofree char *name = co_text_key(text->name), *file = co_text_key(text->file);
    return strstr(name, "feries") != NULL || strstr(file, "feries") != NULL;
}

/* "Jours fériés Métropole" is of "Métropole"; a calendar that does not say is the mainland's. */
static char *territory_of(const char *name)
{
    g_auto(GStrv) words = g_strsplit(name, " ", -1);
    for (int i = 0; words[i] != NULL; i++) {
        g_autofree char *key = co_text_key(words[i]);
        if (g_str_has_prefix(key, "ferie") && words[i + 1] != NULL) {
            g_autofree char *rest = g_strjoinv(" ", words + i + 1);
            g_autofree char *folded = co_text_key(rest);
            return g_strdup(g_str_has_suffix(folded, "france") ? "metropole" : rest);
        }
    }
    return g_strdup("metropole");
}

static void add_public(Builder *builder, const CoIcsText *text, const CoIcsPart *part)
{
    g_autofree char *start = value_of(part, "DTSTART"), *summary = value_of(part, "SUMMARY");
    g_autofree char *date = typed_date(start), *territory = territory_of(text->name);
    const char *cells[] = {date, territory, summary};
    add_row(builder, part->line, cells);
}

static bool is_zone_letter(const char *word)
{
    return word[0] != '\0' && strchr("abc", word[0]) != NULL && word[1] == '\0';
}

/* "Zones A/B/C", "Zone A", "Zones A B C", "B": the letters. Anything else: an academy. */
static void append_scope(GPtrArray *scopes, const char *token)
{
    g_autofree char *key = co_text_key(token);
    g_auto(GStrv) words = g_strsplit(key, " ", -1);
    guint n_letters = 0;
    bool is_zone = strcmp(words[0] != NULL ? words[0] : "", "zone") == 0 ||
                   strcmp(words[0] != NULL ? words[0] : "", "zones") == 0 || is_zone_letter(key);
    for (int i = 0; is_zone && words[i] != NULL; i++) {
        if (!is_zone_letter(words[i]))
            continue;
        g_ptr_array_add(scopes, g_strdup_printf("Zone %c", g_ascii_toupper(*words[i])));
        n_letters++;
    }
    if (n_letters == 0 && *key != '\0')
        g_ptr_array_add(scopes, g_strstrip(g_strdup(token)));
}

/* @return (transfer full) the zones and academies of a text */
static GPtrArray *scopes_of(const char *text)
{
    GPtrArray *scopes = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) groups = g_strsplit(text, " - ", -1);
    for (int i = 0; groups[i] != NULL; i++) {
        g_auto(GStrv) tokens = g_strsplit(groups[i], ",", -1);
        for (int j = 0; tokens[j] != NULL; j++)
            append_scope(scopes, tokens[j]);
    }
    return scopes;
}

/* @return (transfer none) what follows the first " - ", "" when nothing does */
static const char *tail_of(const char *text)
{
    const char *dash = strstr(text, " - ");
    return dash != NULL ? dash + strlen(" - ") : "";
}

static bool is_wanted(const char *label)
{
    g_autofree char *key = co_text_key(label);
    return !g_str_has_prefix(key, "rentree") && strstr(key, "enseignants") == NULL;
}

/* The zone of a row for an academy, when the title tells one. */
static const char *zone_of(const char *scope, const GPtrArray *told)
{
    bool is_zone = g_str_has_prefix(scope, "Zone ");
    return !is_zone && told->len == 1 && g_str_has_prefix(told->pdata[0], "Zone ") ? told->pdata[0]
                                                                                   : scope;
}

static void add_school(Builder *builder, const CoIcsText *text, const CoIcsPart *part)
{
    g_autofree char *summary = value_of(part, "SUMMARY"), *place = value_of(part, "LOCATION");
    g_autofree char *start = value_of(part, "DTSTART"), *end = value_of(part, "DTEND");
    g_autofree char *first = typed_date(start), *back = typed_date(*end != '\0' ? end : start);
    const char *tail = *tail_of(summary) != '\0' ? tail_of(summary) : tail_of(text->name);
    g_autoptr(GPtrArray) told = scopes_of(tail);
    g_autoptr(GPtrArray) scopes = scopes_of(*place != '\0' ? place : tail);
    if (scopes->len == 0)
        g_ptr_array_add(scopes, g_strdup("-"));
    g_autofree char *label =
        g_strndup(summary, (gsize)(strstr(summary, " - ") != NULL ? strstr(summary, " - ") - summary
                                                                  : (ptrdiff_t)strlen(summary)));
    for (guint i = 0; is_wanted(label) && i < scopes->len; i++) {
        const char *cells[] = {label, first, back, scopes->pdata[i],
                               zone_of(scopes->pdata[i], told)};
        add_row(builder, part->line, cells);
    }
}

CoSheet *co_ics_sheet_of(const CoIcsText *text, CoProblemList *problems)
{
    g_return_val_if_fail(text != NULL && problems != NULL, NULL);
    static const char *const public_headers[] = {"DTSTART", "X-WR-CALNAME", "SUMMARY"};
    static const char *const school_headers[] = {"SUMMARY", "DTSTART", "DTEND", "LOCATION",
                                                 "ZONES"};
    bool public = is_public(text);
    Builder builder = {
        .buffer = g_string_new(NULL),
        .rows = g_array_new(FALSE, FALSE, sizeof(Row)),
        .n_columns = public ? G_N_ELEMENTS(public_headers) : G_N_ELEMENTS(school_headers),
    };
    add_row(&builder, 1, public ? public_headers : school_headers);
    for (guint i = 0; i < text->parts->len; i++) {
        const CoIcsPart *part = text->parts->pdata[i];
        if (part->kind != CO_ICS_EVENT)
            continue;
        if (public)
            add_public(&builder, text, part);
        else
            add_school(&builder, text, part);
    }
    g_autoptr(CoSheet) sheet = build(&builder, text->file);
    if (co_sheet_n_rows(sheet) > 0)
        return g_steal_pointer(&sheet);
    co_sheet_report(sheet, problems,
                    (CoProblem){.severity = CO_SEVERITY_ERROR,
                                .code = CO_PROBLEM_FILE_EMPTY,
                                .action = CO_ACTION_FILE_OUT});
    return NULL;
}

CoSheet *co_ics_sheet_load(const char *path, const char *file, CoProblemList *problems)
{
    g_autoptr(CoIcsText) text = co_ics_text_load(path, file, CO_ICS_PUBLISHED, problems);
    return text != NULL ? co_ics_sheet_of(text, problems) : NULL;
}
