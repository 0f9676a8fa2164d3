/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ics_text.h"

#include <string.h>

#include "inputs/formats/encoding.h"
#include "inputs/formats/file_bytes.h"

enum { MAX_LINE_BYTES = 1 << 14 };

typedef struct Cutter {
    CoIcsText *text;
    CoIcsContent content;
    CoProblemList *problems;
    GString *line;          /* the logical line being joined, cut at MAX_LINE_BYTES */
    int line_number;        /* it begins on */
    int depth;              /* components open */
    CoIcsPart *open;        /* the part being read, at depth 2 */
    const char *observance; /* STANDARD or DAYLIGHT, where one of it is open at depth 3 */
    GString *kept;          /* of it */
    bool is_calendar;       /* BEGIN:VCALENDAR was met */
    bool full;              /* CO_ICS_MAX_PARTS reached */
} Cutter;

static void part_free(gpointer data)
{
    CoIcsPart *part = data;
    g_free(part->text);
    g_free(part);
}

void co_ics_text_free(CoIcsText *text)
{
    if (text == NULL)
        return;
    g_ptr_array_unref(text->parts);
    g_free(text->name);
    g_free(text->file);
    g_free(text);
}

static void report(const Cutter *cutter, CoProblem problem)
{
    problem.file = cutter->text->file;
    co_problem_list_add(cutter->problems, &problem);
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (g_ascii_strcasecmp(name, *names) == 0)
            return true;
    return false;
}

static bool is_wanted(const Cutter *cutter, const char *property)
{
    static const char *const times[] = {"UID",    "DTSTART", "DTEND",  "DURATION",
                                        "RRULE",  "RDATE",   "EXDATE", "RECURRENCE-ID",
                                        "STATUS", "TRANSP",  NULL};
    static const char *const titles[] = {"SUMMARY", "LOCATION", NULL};
    static const char *const zones[] = {"TZID",  "TZOFFSETFROM", "TZOFFSETTO", "DTSTART",
                                        "RRULE", "RDATE",        NULL};
    static const char *const busy[] = {"FREEBUSY", NULL};
    switch (cutter->open->kind) {
    case CO_ICS_EVENT:
        return is_one_of(property, times) ||
               (cutter->content == CO_ICS_PUBLISHED && is_one_of(property, titles));
    case CO_ICS_TIME_ZONE:
        return is_one_of(property, zones);
    case CO_ICS_FREE_BUSY:
        return is_one_of(property, busy);
    }
    g_return_val_if_reached(false);
}

static const char *const part_names[] = {
    [CO_ICS_EVENT] = "VEVENT",
    [CO_ICS_FREE_BUSY] = "VFREEBUSY",
    [CO_ICS_TIME_ZONE] = "VTIMEZONE",
};

/* A part that has more to say than any real one is still read, without the rest. */
static void keep_line(Cutter *cutter)
{
    if (cutter->kept->len + cutter->line->len < CO_ICS_MAX_PART_BYTES)
        g_string_append_printf(cutter->kept, "%s\r\n", cutter->line->str);
}

/* Components are told by depth: whatever name an END bears, what is kept has it right. */
static void keep_bound(Cutter *cutter, const char *bound, const char *component)
{
    g_string_append_printf(cutter->kept, "%s:%s\r\n", bound, component);
}

static void open_part(Cutter *cutter, CoIcsKind kind)
{
    cutter->open = g_new0(CoIcsPart, 1);
    cutter->open->kind = kind;
    cutter->open->line = cutter->line_number;
    g_string_truncate(cutter->kept, 0);
    keep_bound(cutter, "BEGIN", part_names[kind]);
}

static void close_part(Cutter *cutter)
{
    keep_bound(cutter, "END", part_names[cutter->open->kind]);
    cutter->open->text = g_strdup(cutter->kept->str);
    if (cutter->text->parts->len < CO_ICS_MAX_PARTS) {
        g_ptr_array_add(cutter->text->parts, g_steal_pointer(&cutter->open));
        return;
    }
    if (!cutter->full)
        report(cutter, (CoProblem){.severity = CO_SEVERITY_WARNING,
                                   .code = CO_PROBLEM_ICS_LIMIT,
                                   .action = CO_ACTION_ROW_OUT,
                                   .line = cutter->open->line,
                                   .number = CO_ICS_MAX_PARTS});
    cutter->full = true;
    g_clear_pointer(&cutter->open, part_free);
}

/* A part whose END never came. */
static void drop_part(Cutter *cutter)
{
    if (cutter->open == NULL)
        return;
    report(cutter, (CoProblem){.severity = CO_SEVERITY_WARNING,
                               .code = CO_PROBLEM_ICS_CUT,
                               .action = CO_ACTION_ROW_OUT,
                               .line = cutter->open->line});
    g_clear_pointer(&cutter->open, part_free);
    cutter->observance = NULL;
    cutter->depth = 1;
}

/* @return the kind of part a component is, -1 for one that is not wanted */
static int part_kind(const char *component)
{
    for (size_t i = 0; i < G_N_ELEMENTS(part_names); i++)
        if (g_ascii_strcasecmp(component, part_names[i]) == 0)
            return (int)i;
    return -1;
}

static void open_observance(Cutter *cutter, const char *component)
{
    static const char *const names[] = {"STANDARD", "DAYLIGHT"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_ascii_strcasecmp(component, names[i]) == 0)
            cutter->observance = names[i];
    if (cutter->observance != NULL)
        keep_bound(cutter, "BEGIN", cutter->observance);
}

static void begin(Cutter *cutter, const char *component)
{
    int kind = part_kind(component);
    if (g_ascii_strcasecmp(component, "VCALENDAR") == 0)
        cutter->is_calendar = true;
    if (cutter->open != NULL && kind >= 0)
        drop_part(cutter);
    cutter->depth++;
    if (cutter->depth == 2 && cutter->is_calendar && kind >= 0)
        open_part(cutter, (CoIcsKind)kind);
    if (cutter->depth == 3 && cutter->open != NULL && cutter->open->kind == CO_ICS_TIME_ZONE)
        open_observance(cutter, component);
}

static void end(Cutter *cutter)
{
    if (cutter->open != NULL && cutter->depth == 2)
        close_part(cutter);
    if (cutter->depth == 3 && cutter->observance != NULL) {
        keep_bound(cutter, "END", cutter->observance);
        cutter->observance = NULL;
    }
    cutter->depth = MAX(cutter->depth - 1, 0);
}

static const char *value_of(const char *line)
{
    bool quoted = false;
    for (; *line != '\0' && (quoted || *line != ':'); line++)
        if (*line == '"')
            quoted = !quoted;
    return *line == ':' ? line + 1 : line;
}

static char *unescape(const char *value)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (; *value != '\0'; value++) {
        if (*value == '\\' && value[1] != '\0') {
            value++;
            g_string_append_c(text, *value == 'n' || *value == 'N' ? ' ' : *value);
        } else {
            g_string_append_c(text, *value);
        }
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void name_calendar(Cutter *cutter, const char *property)
{
    static const char *const names[] = {"X-WR-CALNAME", "NAME", NULL};
    if (cutter->content != CO_ICS_PUBLISHED || *cutter->text->name != '\0' ||
        !is_one_of(property, names))
        return;
    g_free(cutter->text->name);
    cutter->text->name = unescape(value_of(cutter->line->str));
}

static void end_line(Cutter *cutter)
{
    const char *line = cutter->line->str;
    g_autofree char *property = g_strndup(line, strcspn(line, ":;"));
    g_autofree char *value = g_strstrip(g_strdup(value_of(line)));
    if (g_ascii_strcasecmp(property, "BEGIN") == 0)
        begin(cutter, value);
    else if (g_ascii_strcasecmp(property, "END") == 0)
        end(cutter);
    else if (cutter->depth == 1)
        name_calendar(cutter, property);
    else if (cutter->open != NULL &&
             (cutter->depth == 2 || (cutter->depth == 3 && cutter->observance != NULL)) &&
             is_wanted(cutter, property))
        keep_line(cutter);
    g_string_truncate(cutter->line, 0);
}

static const char *end_of_line(const char *at)
{
    while (*at != '\0' && *at != '\r' && *at != '\n')
        at++;
    return at;
}

/* A line that begins with a blank goes on with the one before. */
static void cut_lines(Cutter *cutter, const char *text)
{
    for (int number = 1; *text != '\0'; number++) {
        const char *stop = end_of_line(text);
        bool goes_on = (*text == ' ' || *text == '\t') && cutter->line->len > 0;
        if (!goes_on && cutter->line->len > 0)
            end_line(cutter);
        if (!goes_on)
            cutter->line_number = number;
        gsize room = MAX_LINE_BYTES - MIN(cutter->line->len, (gsize)MAX_LINE_BYTES);
        const char *from = goes_on ? text + 1 : text;
        g_string_append_len(cutter->line, from, (gssize)MIN((gsize)(stop - from), room));
        text = stop;
        if (*text != '\0')
            text += *text == '\r' && text[1] == '\n' ? 2 : 1;
    }
    if (cutter->line->len > 0)
        end_line(cutter);
}

static CoIcsText *cut(const char *text, const char *file, CoIcsContent content,
                      CoProblemList *problems)
{
    g_autoptr(CoIcsText) cut = g_new0(CoIcsText, 1);
    cut->file = g_strdup(file);
    cut->name = g_strdup("");
    cut->parts = g_ptr_array_new_with_free_func(part_free);
    Cutter cutter = {
        .text = cut,
        .content = content,
        .problems = problems,
        .line = g_string_new(NULL),
        .kept = g_string_new(NULL),
    };
    cut_lines(&cutter, text);
    drop_part(&cutter);
    g_string_free(cutter.line, TRUE);
    g_string_free(cutter.kept, TRUE);
    if (cutter.is_calendar)
        return g_steal_pointer(&cut);
    report(&cutter, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                .code = CO_PROBLEM_ICS_INVALID,
                                .action = CO_ACTION_FILE_OUT});
    return NULL;
}

/* @param bytes  (transfer full) with room for one more */
static CoIcsText *read_bytes(char *bytes, gsize size, const char *file, CoIcsContent content,
                             CoProblemList *problems)
{
    CoDecoding decoding;
    g_autofree char *text = co_encoding_decode(bytes, size, &decoding);
    return cut(text != NULL ? text : "", file, content, problems);
}

CoIcsText *co_ics_text_load(const char *path, const char *file, CoIcsContent content,
                            CoProblemList *problems)
{
    gsize size;
    char *bytes = co_file_load(path, file, CO_ICS_MAX_FILE_BYTES, &size, problems);
    return bytes != NULL ? read_bytes(bytes, size, file, content, problems) : NULL;
}

CoIcsText *co_ics_text_read(const char *bytes, gsize size, const char *file, CoIcsContent content,
                            CoProblemList *problems)
{
    g_return_val_if_fail((bytes != NULL || size == 0) && file != NULL && problems != NULL, NULL);
    char *copy = g_malloc(size + 1);
    if (size > 0)
        memcpy(copy, bytes, size);
    return read_bytes(copy, size, file, content, problems);
}

char *co_ics_part_value(const CoIcsPart *part, const char *property)
{
    g_return_val_if_fail(part != NULL && property != NULL, NULL);
    gsize n = strlen(property);
    for (const char *line = part->text; *line != '\0'; line = strchr(line, '\n') + 1) {
        if (g_ascii_strncasecmp(line, property, n) != 0 || strchr(":;", line[n]) == NULL)
            continue;
        const char *value = value_of(line);
        g_autofree char *raw = g_strndup(value, strcspn(value, "\r\n"));
        g_autofree char *text = unescape(raw);
        return g_utf8_make_valid(text, -1); /* a line too long was cut anywhere */
    }
    return NULL;
}
