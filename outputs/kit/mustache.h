/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file mustache.h  Texts with named fields: a small, strict part of Mustache. Implemented by
 * outputs/kit/mustache.c.
 *
 *     {{nom}}                     the value of a field
 *     {{#nom}}...{{/nom}}         kept when the field is not empty (a condition)
 *     {{^nom}}...{{/nom}}         kept when it is
 *     {{! anything }}             left out; may run over several lines
 *
 * A line that holds one condition, end or comment and nothing else leaves no line behind. Nothing
 * is escaped; values are never read as templates. There are no lists, partials, lambdas or other
 * delimiters. All that can be wrong with a template is found when it is parsed. */
#pragma once
#include <glib.h>
#include <stdbool.h>
G_BEGIN_DECLS

#define CO_MUSTACHE_MAX_BYTES 65536 /**< of one template */
#define CO_MUSTACHE_MAX_DEPTH 16    /**< of conditions in one another */

/** One name that a template may use. */
typedef struct CoField {
    const char *name;  /**< lower-case letters, digits and "_"; NULL = no template names it */
    bool is_condition; /**< has no text of its own: only for {{#}} and {{^}} */
} CoField;

/** All the names of a template; they and the table must outlive it. */
typedef struct CoFields {
    const CoField *fields;
    int n_fields;
} CoFields;

typedef struct CoMustache CoMustache;

/** Reads a template; "\r\n" counts as "\n", a byte order mark is passed over.
 * @param file  its name, for messages
 * @param error  #CO_OUTPUT_ERROR_TEXTS, in French: file, line, column, what is wrong and, for an
 * unknown field, the known one most like it
 * @return (transfer full) or NULL */
CoMustache *co_mustache_parse(const char *file, GBytes *data, const CoFields *fields,
                              GError **error);
void co_mustache_free(CoMustache *mustache); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoMustache, co_mustache_free)

/** Fills a template in. Cannot fail; linear in the result.
 * @param values  one for each field, UTF-8; NULL counts as ""; any text makes a condition true
 * @return (transfer full) */
char *co_mustache_render(const CoMustache *mustache, const char *const *values);
G_END_DECLS
