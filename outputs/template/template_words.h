/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file template_words.h  What the template says of tables, columns and parameters, in French. */
#pragma once

/** @return (transfer none) what a table holds; NULL for one nobody has described */
const char *co_template_table_words(const char *table);
/** What is said of one column. */
typedef struct CoColumnWords {
    const char *meaning; /**< one or two sentences, at most 250 characters */
    const char *example; /**< "" for none; dates as JJ/MM/AAAA */
} CoColumnWords;
/** @return (transfer none) NULL for one nobody has described */
const CoColumnWords *co_template_column_words(const char *table, const char *column);
/** @return (transfer none) what a parameter means, at most 250 characters; NULL as above */
const char *co_template_parameter_words(const char *key);
