/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of rates: lines of six fields, checked one after the other. */
#include "scale.h"

#include <string.h>

#include "cohorte/documents.h"
#include "cohorte/text.h"

#define MAX_BYTES (256 << 10)
#define MAX_DIGITS 12

enum { FIELD_CODE, FIELD_VALUE, FIELD_FIRST, FIELD_LAST, FIELD_LABEL, FIELD_SOURCE, N_FIELDS };
static const char *const headers[N_FIELDS] = {"code", "valeur",  "debut",
                                              "fin",  "libelle", "source"};

typedef struct Reading {
    const char *name;
    int line;      /* 1-based */
    GArray *rows;  /* of CoScaleRow */
    GArray *lines; /* of int, beside the rows */
    GError **error;
} Reading;

/* A whole sentence about a cell. */
static bool refuse(const Reading *reading, int field, const char *value, const char *remedy)
{
    g_set_error(reading->error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS,
                "« %s », ligne %d, colonne « %s » : « %s » %s", reading->name, reading->line,
                headers[field], value, remedy);
    return false;
}

static bool refuse_file(const Reading *reading, const char *why)
{
    g_set_error(reading->error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS, "« %s » : %s",
                reading->name, why);
    return false;
}

/* Cuts a line at its semicolons; a field in quotes may hold one. @return (transfer full) */
static char **cut_line(const char *line)
{
    GPtrArray *fields = g_ptr_array_new();
    GString *field = g_string_new(NULL);
    bool is_quoted = false;
    for (const char *p = line; *p != '\0'; p++) {
        if (*p == '"' && is_quoted && p[1] == '"')
            g_string_append_c(field, *p++);
        else if (*p == '"')
            is_quoted = !is_quoted;
        else if (*p == ';' && !is_quoted) {
            g_ptr_array_add(fields, g_strstrip(g_strdup(field->str)));
            g_string_truncate(field, 0);
        } else
            g_string_append_c(field, *p);
    }
    g_ptr_array_add(fields, g_strstrip(g_string_free(field, FALSE)));
    g_ptr_array_add(fields, NULL);
    return (char **)g_ptr_array_free(fields, FALSE);
}

/* "0,32" or "0.32" or "2 000", at most six decimals. */
static bool read_number(const char *text, int64_t *value_micro)
{
    int64_t value = 0, scale = CO_SCALE_MICRO;
    int n_digits = 0;
    bool has_point = false;
    for (const char *p = text; *p != '\0'; p++) {
        if ((*p == ',' || *p == '.') && !has_point)
            has_point = true;
        else if (g_ascii_isdigit(*p) && ++n_digits <= MAX_DIGITS && (!has_point || scale > 1)) {
            value = value * 10 + (*p - '0');
            scale = has_point ? scale / 10 : scale;
        } else if (*p != ' ' || n_digits == 0 || has_point)
            return false;
    }
    *value_micro = value * scale;
    return n_digits > 0;
}

static bool read_code(const Reading *reading, const char *text, CoScaleItem *item)
{
    *item = co_scale_find(text);
    if (*item < CO_N_SCALE_ITEMS)
        return true;
    int closest = 0, least = G_MAXINT;
    for (int i = 0; i < CO_N_SCALE_ITEMS; i++) {
        int distance = co_text_distance(text, co_scale_code((CoScaleItem)i), 40);
        if (distance < least) {
            least = distance;
            closest = i;
        }
    }
    g_autofree char *remedy =
        g_strdup_printf("n'est le code d'aucun taux ; le plus proche est « %s »",
                        co_scale_code((CoScaleItem)closest));
    return refuse(reading, FIELD_CODE, text, remedy);
}

static bool read_value(const Reading *reading, const char *text, CoScaleRow *row)
{
    if (!read_number(text, &row->value_micro))
        return refuse(reading, FIELD_VALUE, text, "n'est pas un nombre ; écrivez par exemple 0,32");
    if (!co_scale_takes(row->item, row->value_micro))
        return refuse(reading, FIELD_VALUE, text,
                      "n'est pas une valeur possible pour ce code ; vérifiez l'unité");
    return true;
}

static bool read_days(const Reading *reading, char **fields, CoScaleRow *row)
{
    static const char *const remedy = "n'est pas une date ; écrivez par exemple 01/01/2025";
    row->first_day = co_day_parse(fields[FIELD_FIRST]);
    row->last_day = co_day_parse(fields[FIELD_LAST]);
    if (row->first_day == CO_DAY_NONE)
        return refuse(reading, FIELD_FIRST, fields[FIELD_FIRST], remedy);
    if (row->last_day == CO_DAY_NONE && *fields[FIELD_LAST] != '\0')
        return refuse(reading, FIELD_LAST, fields[FIELD_LAST], remedy);
    if (row->last_day != CO_DAY_NONE && row->last_day < row->first_day)
        return refuse(reading, FIELD_LAST, fields[FIELD_LAST],
                      "est avant le début de la période ; corrigez l'une des deux dates");
    return true;
}

static CoDay last_or_never(const CoScaleRow *row)
{
    return row->last_day == CO_DAY_NONE ? G_MAXINT32 : row->last_day;
}

static bool check_overlap(const Reading *reading, char **fields, const CoScaleRow *row)
{
    for (guint i = 0; i < reading->rows->len; i++) {
        const CoScaleRow *other = &g_array_index(reading->rows, CoScaleRow, i);
        if (other->item != row->item || row->first_day > last_or_never(other) ||
            other->first_day > last_or_never(row))
            continue;
        g_autofree char *remedy = g_strdup_printf(
            "tombe dans la période de la ligne %d, du même code ; terminez celle-ci la veille",
            g_array_index(reading->lines, int, i));
        return refuse(reading, FIELD_FIRST, fields[FIELD_FIRST], remedy);
    }
    return true;
}

static bool read_row(Reading *reading, char **fields)
{
    CoScaleRow row = {.item = CO_N_SCALE_ITEMS};
    if (!read_code(reading, fields[FIELD_CODE], &row.item) ||
        !read_value(reading, fields[FIELD_VALUE], &row) || !read_days(reading, fields, &row) ||
        !check_overlap(reading, fields, &row))
        return false;
    row.label = g_strdup(fields[FIELD_LABEL]);
    row.source = g_strdup(fields[FIELD_SOURCE]);
    g_array_append_val(reading->rows, row);
    g_array_append_val(reading->lines, reading->line);
    return true;
}

static bool check_head(const Reading *reading, char **fields)
{
    for (int i = 0; i < N_FIELDS; i++) {
        g_autofree char *folded = co_text_fold(i < (int)g_strv_length(fields) ? fields[i] : "");
        if (strcmp(folded, headers[i]) != 0)
            return refuse(reading, i, i < (int)g_strv_length(fields) ? fields[i] : "",
                          "n'est pas l'en-tête attendu ; la première ligne est "
                          "code;valeur;debut;fin;libelle;source");
    }
    return true;
}

static bool read_line(Reading *reading, const char *line, bool *has_head)
{
    g_auto(GStrv) fields = cut_line(line);
    if (*line == '#' || (fields[0] != NULL && *line == '\0'))
        return true;
    if (!*has_head) {
        *has_head = true;
        return check_head(reading, fields);
    }
    if (g_strv_length(fields) != N_FIELDS) {
        g_autofree char *why = g_strdup_printf(
            "ligne %d : %u colonnes au lieu de %d ; séparez-les par des points-virgules",
            reading->line, g_strv_length(fields), N_FIELDS);
        return refuse_file(reading, why);
    }
    return read_row(reading, fields);
}

static bool read_lines(Reading *reading, GBytes *data)
{
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);
    if (size > MAX_BYTES)
        return refuse_file(reading, "le fichier est trop lourd (256 Kio au plus)");
    if (!g_utf8_validate(bytes != NULL ? bytes : "", (gssize)size, NULL))
        return refuse_file(reading, "le fichier n'est pas en UTF-8 ; enregistrez-le au format "
                                    "« CSV UTF-8 »");
    g_autofree char *text = g_strndup(bytes != NULL ? bytes : "", size);
    const char *start = g_str_has_prefix(text, "\xEF\xBB\xBF") ? text + 3 : text;
    g_auto(GStrv) lines = g_strsplit(start, "\n", -1);
    bool has_head = false;
    for (int i = 0; lines[i] != NULL; i++) {
        reading->line = i + 1;
        if (!read_line(reading, g_strstrip(lines[i]), &has_head))
            return false;
    }
    return has_head || refuse_file(reading, "le fichier est vide");
}

static int compare_rows(gconstpointer left, gconstpointer right)
{
    const CoScaleRow *a = left, *b = right;
    if (a->item != b->item)
        return a->item < b->item ? -1 : 1;
    return (a->first_day > b->first_day) - (a->first_day < b->first_day);
}

/* Puts the rows in order; each item must have one. */
static bool index_rows(const Reading *reading, CoScale *scale)
{
    int row = 0;
    for (int item = 0; item < CO_N_SCALE_ITEMS; item++) {
        scale->first[item] = row;
        while (row < scale->n_rows && scale->rows[row].item == (CoScaleItem)item)
            row++;
        if (row > scale->first[item])
            continue;
        g_autofree char *why = g_strdup_printf("aucune ligne ne donne « %s » ; ajoutez-la",
                                               co_scale_code((CoScaleItem)item));
        return refuse_file(reading, why);
    }
    scale->first[CO_N_SCALE_ITEMS] = row;
    return true;
}

CoScale *co_scale_parse(const char *name, GBytes *data, GError **error)
{
    g_return_val_if_fail(name != NULL && data != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(int));
    Reading reading = {name, 0, g_array_new(FALSE, FALSE, sizeof(CoScaleRow)), lines, error};
    bool is_read = read_lines(&reading, data);
    g_array_sort(reading.rows, compare_rows);
    g_autoptr(CoScale) scale = g_new0(CoScale, 1);
    scale->n_rows = (int)reading.rows->len;
    scale->rows = (CoScaleRow *)(void *)g_array_free(reading.rows, FALSE);
    scale->left_out = g_new0(char *, 1);
    return is_read && index_rows(&reading, scale) ? g_steal_pointer(&scale) : NULL;
}
