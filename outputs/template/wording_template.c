/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording_template.h"

#include <string.h>

#include "cohorte/day.h"

#define NBSP "\xc2\xa0"

static bool ends_with_guillemet(const char *words, const char *at)
{
    return at - words >= 2 && strncmp(at - 2, "«", 2) == 0;
}

/* Words of a template: French typography wants no line break before or after these signs. */
static void append_words(GString *text, const char *words, size_t n)
{
    for (const char *at = words; at < words + n; at++) {
        bool sticks = *at == ' ' && (ends_with_guillemet(words, at) ||
                                     (at[1] != '\0' && strchr(":;?!", at[1]) != NULL) ||
                                     strncmp(at + 1, "»", 2) == 0);
        if (sticks)
            g_string_append(text, NBSP);
        else
            g_string_append_c(text, *at);
    }
}

/* " am" or " pm" after a date is a half of it. @return what was read of the field */
static size_t append_half(GString *text, const char *field)
{
    bool is_half = g_str_has_prefix(field, " am") || g_str_has_prefix(field, " pm");
    if (!is_half || g_ascii_isalnum(field[3]))
        return 0;
    g_string_append(text, field[1] == 'a' ? " matin" : " après-midi");
    return 3;
}

/* Dates of the files (AAAA-MM-JJ, with a half or without) are shown as people write them. */
static void append_field(GString *text, const char *field)
{
    enum { ISO_LENGTH = 10 };
    for (const char *at = field; *at != '\0'; at++) {
        char date[ISO_LENGTH + 1] = {0};
        memcpy(date, at, strnlen(at, ISO_LENGTH));
        CoDay day = date[4] == '-' ? co_day_parse(date) : CO_DAY_NONE;
        if (day == CO_DAY_NONE || (at > field && g_ascii_isdigit(at[-1])) ||
            g_ascii_isdigit(at[ISO_LENGTH])) {
            g_string_append_c(text, *at);
            continue;
        }
        int year, month, of_month;
        co_day_to_ymd(day, &year, &month, &of_month);
        g_string_append_printf(text, "%02d/%02d/%04d", of_month, month, year);
        at += ISO_LENGTH - 1;
        at += append_half(text, at + 1);
    }
}

static const char *known(const char *text)
{
    return text != NULL ? text : "";
}

typedef struct Type {
    const char *key, *words, *format;
} Type;

static const Type types[] = {
    {"date", "une date", "Écrivez la date sous la forme JJ/MM/AAAA."},
    {"nombre", "un nombre", "Écrivez un nombre, avec une virgule s'il le faut, sans autre texte."},
    {"entier", "un nombre entier", "Écrivez un nombre entier, sans autre texte."},
    {"oui/non", "« oui » ou « non »", "Écrivez « oui » ou « non »."},
    {"plages", "une indisponibilité connue",
     "Écrivez des dates (JJ/MM/AAAA), des périodes (JJ/MM/AAAA..JJ/MM/AAAA) ou des jours "
     "(mercredi, vendredi-pm), séparés par « | »."},
    {"heures", "une plage d'heures", "Écrivez les heures sous la forme 09:00-12:00."},
    {"courriel", "une adresse de courriel", "Corrigez l'adresse, ou videz la cellule."},
};

static const Type *type_of(const CoProblem *problem)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(types[i].key, known(problem->detail)) == 0)
            return &types[i];
    return NULL;
}

static void append_list(GString *text, const char *items, const char *last_joint)
{
    g_auto(GStrv) parts = g_strsplit(items, "|", -1);
    guint n = g_strv_length(parts);
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append(text, i + 1 == n ? last_joint : ", ");
        append_field(text, parts[i]);
    }
}

/* "1..9" or two dates; anything else stands as it is. */
static void append_range(GString *text, const char *range)
{
    g_auto(GStrv) ends = g_strsplit(range, "..", 2);
    if (ends[0] == NULL || ends[1] == NULL) {
        append_field(text, range);
        return;
    }
    if (strcmp(ends[0], ends[1]) == 0) {
        g_string_append_printf(text, "égal à %s", ends[0]);
        return;
    }
    bool dates = co_day_parse(ends[0]) != CO_DAY_NONE;
    g_string_append(text, dates ? "du " : "de ");
    append_field(text, ends[0]);
    g_string_append(text, dates ? " au " : " à ");
    append_field(text, ends[1]);
}

/* "file:line", or "file|sheet:line". */
void co_template_append_where(GString *text, const char *where)
{
    const char *colon = strrchr(where, ':');
    g_autofree char *file =
        g_strndup(where, colon != NULL ? (gsize)(colon - where) : strlen(where));
    char *bar = colon != NULL ? strrchr(file, '|') : NULL;
    if (bar != NULL)
        *bar = '\0';
    g_string_append(text, file);
    if (bar != NULL)
        g_string_append_printf(text, ", feuille" NBSP "%s", bar + 1);
    if (colon != NULL)
        g_string_append_printf(text, ", ligne" NBSP "%s", colon + 1);
}

/* A state of attendance. */
static void append_state(GString *text, const char *key)
{
    static const char *const accents[][2] = {{"present", "présent"}, {"excuse", "excusé"}};
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++)
        if (strcmp(key, accents[i][0]) == 0)
            key = accents[i][1];
    g_string_append(text, key);
}

static void append_counted(GString *text, const char *word, int64_t number)
{
    g_string_append_printf(text, "%" G_GINT64_FORMAT NBSP "%s%s", number, word,
                           number > 1 ? "s" : "");
}

/* A hole that a plain field fills. @return NULL when it is none of them */
static const char *field_of(const char *hole, const CoProblem *problem)
{
    const struct {
        const char *hole, *field;
    } fields[] = {{"value", problem->value},
                  {"used", problem->used},
                  {"detail", problem->detail},
                  {"column", problem->column}};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (strcmp(hole, fields[i].hole) == 0)
            return known(fields[i].field);
    return NULL;
}

static void append_hole(GString *text, const char *hole, const CoProblem *problem)
{
    const char *field = field_of(hole, problem);
    const Type *type = type_of(problem);
    if (field != NULL)
        append_field(text, field);
    else if (strcmp(hole, "number") == 0)
        g_string_append_printf(text, "%" G_GINT64_FORMAT, problem->number);
    else if (strcmp(hole, "size") == 0)
        g_string_append_printf(text, "%" G_GINT64_FORMAT NBSP "Mio", problem->number >> 20);
    else if (strcmp(hole, "type") == 0)
        append_field(text, type != NULL ? type->words : known(problem->detail));
    else if (strcmp(hole, "format") == 0)
        append_field(text, type != NULL ? type->format : "");
    else if (strcmp(hole, "choices") == 0)
        append_list(text, known(problem->detail), " ou ");
    else if (strcmp(hole, "list") == 0)
        append_list(text, known(problem->value), ", ");
    else if (strcmp(hole, "range") == 0)
        append_range(text, known(problem->detail));
    else if (strcmp(hole, "state") == 0)
        append_state(text, known(problem->used));
    else if (strcmp(hole, "where") == 0)
        co_template_append_where(text, known(problem->detail));
    else if (g_str_has_prefix(hole, "n:"))
        append_counted(text, hole + 2, problem->number);
    else
        g_assert_not_reached();
}

/* Fills a stretch without brackets. @return whether every hole had something to say */
static bool fill_stretch(GString *text, const char *stretch, size_t n, const CoProblem *problem)
{
    bool full = true;
    const char *at = stretch, *end = stretch + n;
    while (at < end) {
        const char *open = memchr(at, '{', (size_t)(end - at));
        append_words(text, at, (size_t)((open != NULL ? open : end) - at));
        if (open == NULL)
            break;
        const char *close = memchr(open, '}', (size_t)(end - open));
        g_assert(close != NULL);
        g_autofree char *hole = g_strndup(open + 1, (size_t)(close - open - 1));
        size_t before = text->len;
        append_hole(text, hole, problem);
        full = full && text->len > before;
        at = close + 1;
    }
    return full;
}

char *co_template_fill(const char *template, const CoProblem *problem)
{
    g_return_val_if_fail(template != NULL && problem != NULL, NULL);
    GString *text = g_string_new(NULL);
    for (const char *at = template; *at != '\0';) {
        bool optional = *at == '[';
        size_t n = strcspn(at + optional, optional ? "]" : "[");
        size_t before = text->len;
        if (!fill_stretch(text, at + optional, n, problem) && optional)
            g_string_truncate(text, before);
        at += n + (optional ? 2 : 0);
    }
    return g_string_free(text, FALSE);
}
