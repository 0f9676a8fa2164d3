/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mustache.h"

#include <string.h>

#include "cohorte/documents.h"
#include "cohorte/text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define FARTHEST_NAME 40

typedef enum NodeKind { NODE_TEXT, NODE_VALUE, NODE_IF, NODE_UNLESS } NodeKind;

typedef struct Node {
    NodeKind kind;
    int field_idx;       /* unless a text */
    gsize start, length; /* of a text */
    guint end;           /* of a condition: the first node after it */
} Node;

struct CoMustache {
    char *text;
    GArray *nodes; /* of Node */
};

/* A condition that is not closed yet. */
typedef struct Opening {
    guint node;
    const char *tag;
} Opening;

typedef struct Parser {
    const char *file, *text;
    const CoFields *fields;
    GArray *nodes, *openings;
    const char *at; /* what is not read yet */
    GError **error;
} Parser;

/* What stands between "{{" and "}}". */
typedef struct Tag {
    const char *start, *end; /* "{{" and what follows "}}" */
    char kind;               /* '#', '^', '/', '!', or '\0' for a value */
    const char *name;
    gsize length;
} Tag;

/* Fails at a place of the text. */
static bool refuse(const Parser *parser, const char *place, const char *why)
{
    int line = 1;
    const char *line_start = parser->text;
    for (const char *p = parser->text; p < place; p++)
        if (*p == '\n') {
            line++;
            line_start = p + 1;
        }
    g_set_error(parser->error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS,
                "« %s », ligne %d, colonne %ld : %s", parser->file, line,
                g_utf8_strlen(line_start, place - line_start) + 1, why);
    return false;
}

static const char *closest_name(const CoFields *fields, const char *name)
{
    const char *closest = NULL;
    int least = FARTHEST_NAME + 1;
    for (int i = 0; i < fields->n_fields; i++) {
        if (fields->fields[i].name == NULL)
            continue;
        int distance = co_text_distance(name, fields->fields[i].name, FARTHEST_NAME);
        if (distance < least) {
            least = distance;
            closest = fields->fields[i].name;
        }
    }
    return closest;
}

/* @return the index of the field a tag names, or -1 with the error set */
static int find_field(const Parser *parser, const Tag *tag)
{
    g_autofree char *name = g_strndup(tag->name, tag->length);
    for (int i = 0; i < parser->fields->n_fields; i++)
        if (g_strcmp0(parser->fields->fields[i].name, name) == 0)
            return i;
    g_autofree char *folded = co_text_fold(name);
    const char *closest = closest_name(parser->fields, folded);
    g_autofree char *why =
        g_strdup_printf("le champ « %s » n'existe pas%s%s%s", name,
                        closest != NULL ? " ; le plus proche est « " : "",
                        closest != NULL ? closest : "", closest != NULL ? " »" : "");
    refuse(parser, tag->start, why);
    return -1;
}

static void add_text(Parser *parser, const char *start, const char *end)
{
    if (end <= start)
        return;
    const Node node = {NODE_TEXT, -1, (gsize)(start - parser->text), (gsize)(end - start), 0};
    g_array_append_val(parser->nodes, node);
}

static bool add_value(Parser *parser, const Tag *tag)
{
    int field_idx = find_field(parser, tag);
    if (field_idx < 0)
        return false;
    const CoField *field = &parser->fields->fields[field_idx];
    if (field->is_condition) {
        g_autofree char *why =
            g_strdup_printf("« %s » est une condition, sans texte à écrire : {{#%s}} ... {{/%s}}",
                            field->name, field->name, field->name);
        return refuse(parser, tag->start, why);
    }
    const Node node = {NODE_VALUE, field_idx, 0, 0, 0};
    g_array_append_val(parser->nodes, node);
    return true;
}

static bool open_condition(Parser *parser, const Tag *tag)
{
    int field_idx = find_field(parser, tag);
    if (field_idx < 0)
        return false;
    if (parser->openings->len == CO_MUSTACHE_MAX_DEPTH)
        return refuse(parser, tag->start, "trop de conditions les unes dans les autres");
    const Node node = {tag->kind == '#' ? NODE_IF : NODE_UNLESS, field_idx, 0, 0, 0};
    const Opening opening = {parser->nodes->len, tag->start};
    g_array_append_val(parser->nodes, node);
    g_array_append_val(parser->openings, opening);
    return true;
}

static bool close_condition(Parser *parser, const Tag *tag)
{
    if (find_field(parser, tag) < 0)
        return false;
    g_autofree char *name = g_strndup(tag->name, tag->length);
    if (parser->openings->len == 0) {
        g_autofree char *why = g_strdup_printf("{{/%s}} ne ferme aucune condition", name);
        return refuse(parser, tag->start, why);
    }
    guint last = parser->openings->len - 1;
    Node *node =
        &g_array_index(parser->nodes, Node, g_array_index(parser->openings, Opening, last).node);
    const char *opened = parser->fields->fields[node->field_idx].name;
    if (strcmp(opened, name) != 0) {
        g_autofree char *why = g_strdup_printf(
            "{{/%s}} ferme une autre condition que celle qui est ouverte, « %s »", name, opened);
        return refuse(parser, tag->start, why);
    }
    node->end = parser->nodes->len;
    g_array_set_size(parser->openings, last);
    return true;
}

/* Reads the tag that begins here. */
static bool read_tag(const Parser *parser, const char *start, Tag *tag)
{
    *tag = (Tag){.start = start, .name = start + 2};
    if (*tag->name != '\0' && strchr("#^/!", *tag->name) != NULL)
        tag->kind = *tag->name++;
    const char *end = strstr(tag->name, "}}");
    if (end == NULL)
        return refuse(parser, start, "« {{ » n'est pas fermé par « }} »");
    tag->end = end + 2;
    if (tag->kind == '!')
        return true;
    while (*tag->name == ' ')
        tag->name++;
    while (end > tag->name && end[-1] == ' ')
        end--;
    tag->length = (gsize)(end - tag->name);
    if (tag->length == 0)
        return refuse(parser, start, "le nom du champ manque entre « {{ » et « }} »");
    if (strchr(">&={", *tag->name) != NULL || memchr(tag->name, '\n', tag->length) != NULL)
        return refuse(parser, start,
                      "écriture inconnue : seuls {{champ}}, {{#champ}}, {{^champ}}, {{/champ}} et "
                      "{{! commentaire }} sont permis");
    return true;
}

static const char *skip_blanks(const char *p)
{
    while (*p == ' ' || *p == '\t')
        p++;
    return p;
}

/* A line that holds nothing but this tag goes with it. @return the end of the text before */
static const char *swallow_line(const Parser *parser, Tag *tag)
{
    const char *before = tag->start;
    while (before > parser->text && (before[-1] == ' ' || before[-1] == '\t'))
        before--;
    const char *after = skip_blanks(tag->end);
    bool alone = (before == parser->text || before[-1] == '\n') && (*after == '\n' || !*after);
    if (tag->kind == '\0' || !alone)
        return tag->start;
    tag->end = *after == '\n' ? after + 1 : after;
    return before;
}

static bool take_tag(Parser *parser, const Tag *tag)
{
    switch (tag->kind) {
    case '!':
        return true;
    case '/':
        return close_condition(parser, tag);
    case '\0':
        return add_value(parser, tag);
    default:
        return open_condition(parser, tag);
    }
}

static bool parse_all(Parser *parser)
{
    for (const char *start; (start = strstr(parser->at, "{{")) != NULL;) {
        Tag tag;
        const char *stray = g_strstr_len(parser->at, start - parser->at, "}}");
        if (stray != NULL)
            return refuse(parser, stray, "« }} » sans « {{ » avant");
        if (!read_tag(parser, start, &tag))
            return false;
        add_text(parser, parser->at, swallow_line(parser, &tag));
        if (!take_tag(parser, &tag))
            return false;
        parser->at = tag.end;
    }
    const char *stray = strstr(parser->at, "}}");
    if (stray != NULL)
        return refuse(parser, stray, "« }} » sans « {{ » avant");
    add_text(parser, parser->at, parser->at + strlen(parser->at));
    if (parser->openings->len == 0)
        return true;
    const Opening *opening = &g_array_index(parser->openings, Opening, parser->openings->len - 1);
    const Node *node = &g_array_index(parser->nodes, Node, opening->node);
    const char *name = parser->fields->fields[node->field_idx].name;
    g_autofree char *why =
        g_strdup_printf("la condition « %s » n'est pas fermée par {{/%s}}", name, name);
    return refuse(parser, opening->tag, why);
}

static bool has_control(const char *bytes, gsize size)
{
    for (gsize i = 0; i < size; i++)
        if (g_ascii_iscntrl(bytes[i]) && strchr("\t\r\n", bytes[i]) == NULL)
            return true;
    return false;
}

/* @return (transfer full) the text with the line ends of Unix, or NULL */
static char *read_text(const char *file, GBytes *data, GError **error)
{
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);
    const char *why = NULL;
    if (size > CO_MUSTACHE_MAX_BYTES)
        why = "le fichier est trop long (64 Kio au plus)";
    else if (size > 0 && !g_utf8_validate_len(bytes, size, NULL))
        why = "le fichier n'est pas en UTF-8 : enregistrez-le sous ce codage";
    else if (has_control(bytes, size))
        why = "le fichier contient un caractère de commande : ce n'est pas un texte";
    if (why != NULL) {
        g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS, "« %s » : %s", file, why);
        return NULL;
    }
    g_autofree char *raw = g_strndup(bytes != NULL ? bytes : "", size);
    const char *start = g_str_has_prefix(raw, BYTE_ORDER_MARK) ? raw + 3 : raw;
    g_auto(GStrv) lines = g_strsplit(start, "\r\n", -1);
    return g_strjoinv("\n", lines);
}

CoMustache *co_mustache_parse(const char *file, GBytes *data, const CoFields *fields,
                              GError **error)
{
    g_return_val_if_fail(file != NULL && data != NULL && fields != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    char *text = read_text(file, data, error);
    if (text == NULL)
        return NULL;
    g_autoptr(CoMustache) mustache = g_new(CoMustache, 1);
    *mustache = (CoMustache){text, g_array_new(FALSE, FALSE, sizeof(Node))};
    g_autoptr(GArray) openings = g_array_new(FALSE, FALSE, sizeof(Opening));
    Parser parser = {file, text, fields, mustache->nodes, openings, text, error};
    return parse_all(&parser) ? g_steal_pointer(&mustache) : NULL;
}

void co_mustache_free(CoMustache *mustache)
{
    if (mustache == NULL)
        return;
    g_array_unref(mustache->nodes);
    g_free(mustache->text);
    g_free(mustache);
}

char *co_mustache_render(const CoMustache *mustache, const char *const *values)
{
    g_return_val_if_fail(mustache != NULL && values != NULL, NULL);
    GString *result = g_string_new(NULL);
    for (guint i = 0; i < mustache->nodes->len;) {
        const Node *node = &g_array_index(mustache->nodes, Node, i);
        const char *value = node->kind == NODE_TEXT ? NULL : values[node->field_idx];
        bool is_set = value != NULL && *value != '\0';
        i++;
        if (node->kind == NODE_TEXT)
            g_string_append_len(result, mustache->text + node->start, (gssize)node->length);
        else if (node->kind == NODE_VALUE)
            g_string_append(result, is_set ? value : "");
        else if (is_set != (node->kind == NODE_IF))
            i = node->end;
    }
    return g_string_free(result, FALSE);
}
