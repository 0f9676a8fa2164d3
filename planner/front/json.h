/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file json.h  One JSON document, written from front to back. Private to planner/front/.
 *
 * The caller names a key inside an object and passes NULL inside an array. Texts that are not UTF-8
 * are mended, so the document always parses. Numbers do not depend on the locale. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
G_BEGIN_DECLS

typedef struct CoJson CoJson;

/** @return (transfer full) a document whose outermost object is open */
CoJson *co_json_new(void);
void co_json_free(CoJson *json); /**< NULL allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoJson, co_json_free)

void co_json_begin_object(CoJson *json, const char *key);
void co_json_begin_array(CoJson *json, const char *key);
void co_json_end(CoJson *json); /**< closes the innermost object or array */
/** @return how many objects and arrays are open, the outermost included */
int co_json_depth(const CoJson *json);

void co_json_text(CoJson *json, const char *key, const char *value); /**< NULL gives null */
void co_json_integer(CoJson *json, const char *key, int64_t value);
void co_json_number(CoJson *json, const char *key, double value); /**< not finite gives null */
void co_json_boolean(CoJson *json, const char *key, bool value);
void co_json_null(CoJson *json, const char *key);

/** Closes whatever is open. @return (transfer none) the document and a line break, good until
 * co_json_free() */
const char *co_json_finish(CoJson *json);
G_END_DECLS
