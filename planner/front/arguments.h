/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file arguments.h  Options and operands of the command line. Private to planner/front/.
 * Errors are #CO_FRONT_ERROR, usage, in French. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
G_BEGIN_DECLS

/** One option; a table of them ends with a NULL name. */
typedef struct CoOption {
    const char *name;  /**< without dashes */
    const char *value; /**< what follows it, in help: "FICHIER"; NULL for a flag; of two words, two
                            words follow and are one value with a blank between */
    const char *help;  /**< one sentence; NULL: another name, not shown */
    char letter;       /**< short name, or '\0' */
} CoOption;

typedef struct CoArguments CoArguments;

/** Sorts words into options and operands.
 * @param tables    tables of options, NULL-terminated; they must outlive the result
 * @param words     NULL-terminated, the name of the program apart
 * @param stop      at the first operand: it and all that follows are operands
 * @return (transfer full) or NULL */
CoArguments *co_arguments_parse(const CoOption *const *tables, char *const *words, bool stop,
                                GError **error);
void co_arguments_free(CoArguments *arguments); /**< NULL allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoArguments, co_arguments_free)

int co_arguments_count(const CoArguments *arguments);
/** @return (transfer none) operand @p index < count, in the encoding of file names */
const char *co_arguments_operand(const CoArguments *arguments, int index);
/** @return (transfer none) all operands, NULL-terminated */
char *const *co_arguments_operands(const CoArguments *arguments);
/** @return whether the option was given; of two options of one name, the first table's */
bool co_arguments_has(const CoArguments *arguments, const char *name);
/** @return (transfer none) the last value of the option, or NULL when it was not given */
const char *co_arguments_value(const CoArguments *arguments, const char *name);

/** Reads the value of an option, if given, into @p value; otherwise leaves it alone. A number may
 * have a comma or a point; @p unit, if not NULL, may follow it.
 * @return false when the value is no number of @p least..@p most */
bool co_arguments_integer(const CoArguments *arguments, const char *name, int64_t least,
                          int64_t *value, GError **error);
bool co_arguments_number(const CoArguments *arguments, const char *name, const char *unit,
                         double *value, GError **error);

/** The word of a list that is most like what was typed. @param words  NULL-terminated
 * @return (transfer none) or NULL when none is alike */
const char *co_closest_word(const char *typed, const char *const *words);
G_END_DECLS
