/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx_relations.h"

#include <string.h>

#include "xml_part.h"

typedef struct Reading {
    const char *folder; /* of the part that refers, with its final '/', or "" */
    GArray *relations;
} Reading;

static void relation_clear(gpointer data)
{
    CoXlsxRelation *relation = data;
    g_free(relation->id);
    g_free(relation->kind);
    g_free(relation->part);
}

/* @return (transfer full) the name of a part a target leads to; NULL when it leads out */
static char *resolve(const char *folder, const char *target)
{
    bool absolute = *target == '/';
    g_autofree char *path = g_strconcat(absolute ? "" : folder, target, NULL);
    g_auto(GStrv) steps = g_strsplit(path, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (int i = 0; steps[i] != NULL; i++) {
        if (*steps[i] == '\0' || strcmp(steps[i], ".") == 0)
            continue;
        if (strcmp(steps[i], "..") != 0)
            g_ptr_array_add(kept, steps[i]);
        else if (kept->len == 0)
            return NULL;
        else
            g_ptr_array_set_size(kept, (int)kept->len - 1);
    }
    g_ptr_array_add(kept, NULL);
    return g_strjoinv("/", (char **)kept->pdata);
}

static void on_start(void *data, const char *name, const char *const *attributes)
{
    enum { MAX_RELATIONS = 10000 };
    Reading *reading = data;
    const char *id = co_xml_attribute(attributes, "Id");
    const char *type = co_xml_attribute(attributes, "Type");
    const char *target = co_xml_attribute(attributes, "Target");
    const char *mode = co_xml_attribute(attributes, "TargetMode");
    if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
        g_strcmp0(mode, "External") == 0 || reading->relations->len == MAX_RELATIONS)
        return;
    char *part = resolve(reading->folder, target);
    if (part == NULL)
        return;
    const char *slash = strrchr(type, '/');
    CoXlsxRelation relation = {g_strdup(id), g_strdup(slash != NULL ? slash + 1 : type), part};
    g_array_append_val(reading->relations, relation);
}

static void on_end(void *data, const char *name)
{
    (void)data, (void)name;
}

GArray *co_xlsx_relations_read(CoPackage *package, const char *part)
{
    static const CoXmlEvents events = {on_start, on_end, NULL};
    g_return_val_if_fail(package != NULL && part != NULL, NULL);
    const char *slash = strrchr(part, '/');
    const char *base = slash != NULL ? slash + 1 : part;
    g_autofree char *folder = g_strndup(part, (gsize)(base - part));
    g_autofree char *name = g_strconcat(folder, "_rels/", base, ".rels", NULL);
    GArray *relations = g_array_new(FALSE, FALSE, sizeof(CoXlsxRelation));
    g_array_set_clear_func(relations, relation_clear);
    Reading reading = {folder, relations};
    if (co_package_has(package, name))
        co_xml_read(package, name, &events, &reading);
    return relations;
}

const char *co_xlsx_relations_find(const GArray *relations, const char *name, bool by_id)
{
    for (guint i = 0; i < relations->len; i++) {
        const CoXlsxRelation *relation = &g_array_index(relations, CoXlsxRelation, i);
        if (strcmp(by_id ? relation->id : relation->kind, name) == 0)
            return relation->part;
    }
    return NULL;
}
